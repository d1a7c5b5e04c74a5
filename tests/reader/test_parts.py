"""What the parts of an article are: from the tags of HTML and feeds, from the shape of plain text."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from tickerboard.model import Article, InlineLink, Part
from tickerboard.parser import parse_page
from tickerboard.parser.feed import parse_feed
from tickerboard.parser.html.blocks import LINKS_CAP, read_body
from tickerboard.ui.reader.blocks import BlockKind, set_blocks
from tickerboard.ui.reader.layout import Layout

BODY = (
    "<p>The market rose, as <a href='/a?b=1'>the desk wrote</a> before noon.</p>"
    "<h3>What the banks did on a long and quiet day</h3>"
    "<ul><li>Short item</li><li><p>Another item, with <a href='https://example.org/x'>a link</a></p></li></ul>"
    "<blockquote><p>Nobody wanted to sell.</p></blockquote>"
    "<p>“So it went,” said a dealer.</p>"
    "<table><tr><td>OGDC</td><td>134.80</td></tr></table>"
    "<pre>A   1\nB   2</pre>"
    "<p>The end came at four.</p>"
)
PARTS = (
    Part.PARAGRAPH,
    Part.HEADING,
    Part.LIST_ITEM,
    Part.LIST_ITEM,
    Part.QUOTATION,
    Part.QUOTATION,
    Part.TABLE_ROW,
    Part.TABLE_ROW,
    Part.TABLE_ROW,
    Part.PARAGRAPH,
)


def feed(body: str) -> Article:
    item = f"<item><title>A day</title><link>https://example.org/day</link><description>{escape(body)}</description></item>"
    return parse_feed(f"<rss version='2.0'><channel><title>T</title>{item}</channel></rss>").stories[0]


def test_c7_a_feed_says_what_its_paragraphs_are() -> None:
    story = feed(BODY)
    assert story.parts == PARTS
    assert len(story.parts) == len(story.paragraphs)
    assert story.links == (
        InlineLink(0, 34, "the desk wrote", "https://example.org/a?b=1"),
        InlineLink(3, 25, "a link", "https://example.org/x"),
    )


def test_c7_the_reader_shows_items_quotations_and_numbered_links() -> None:
    blocks, links = set_blocks(feed(BODY))
    assert [block.part for block in blocks][1:5] == [
        BlockKind.BODY,
        BlockKind.HEADING,
        BlockKind.LIST_ITEM,
        BlockKind.LIST_ITEM,
    ]
    assert blocks[1].text == "The market rose, as the desk wrote [1] before noon."
    assert (blocks[3].lead, blocks[3].hang, blocks[3].gap) == ("• ", "  ", False)
    assert (blocks[4].text, blocks[4].gap) == ("Another item, with a link [2]", True)
    assert (blocks[5].lead, blocks[5].text) == ("│ ", "Nobody wanted to sell.")
    assert [link.url for link in links] == [
        "https://example.org/day",
        "https://example.org/a?b=1",
        "https://example.org/x",
    ]
    assert [at.block for at in Layout(blocks, 60).lines if at.block == 3] == [3]


def test_c7_a_list_item_is_no_heading_whatever_its_length() -> None:
    story = feed("<p>It began.</p><ul><li>Two words</li></ul><p>It ended.</p>")
    assert story.parts == (Part.PARAGRAPH, Part.LIST_ITEM, Part.PARAGRAPH)


def test_plain_text_has_its_parts_from_the_parser() -> None:
    text = (
        "Markets\n\nA quiet day on the floor\n\nDesk Published November 17, 2023\n\nThe bell rang, and it was a long "
        "day for everybody there.\n\n“We waited,” said a dealer, who had waited for years and years.\n\n• Banks rose, "
        "said the desk in its note.\n\nIt ended as it had begun, without a word from anybody at all.\n"
    )
    article = parse_page(text).article
    assert article is not None
    assert article.parts[-3:] == (Part.QUOTATION, Part.LIST_ITEM, Part.PARAGRAPH)


def test_parts_and_links_do_not_make_two_articles_different() -> None:
    one, two = feed(BODY), feed(BODY.replace("<h3>", "<p>").replace("</h3>", "</p>"))
    assert one.parts != two.parts
    assert len({one, two}) == 1


def test_an_article_stored_without_parts_is_set_by_the_rules_of_text() -> None:
    blocks, _ = set_blocks(Article(paragraphs=("It began.", "• an item", "It ended.")))
    assert [block.part for block in blocks] == [BlockKind.BODY, BlockKind.LIST_ITEM, BlockKind.BODY]
    assert blocks[1].text == "an item"


@pytest.mark.parametrize("count", [LINKS_CAP, 5_000])
def test_any_number_of_links_in_one_paragraph_is_bounded(count: int) -> None:
    root = LexborHTMLParser("<p>" + "x <a href='/a'>y</a> " * count + "</p>").root
    assert root is not None
    body = read_body(root, "https://example.org/", None)
    assert len(body.links) == LINKS_CAP


TAGS = st.sampled_from(["p", "li", "ul", "blockquote", "h2", "pre", "table", "tr", "td", "a href='/x'", "b", "br"])


@given(st.lists(st.tuples(TAGS, st.booleans(), st.text("ab •“\n", max_size=6)), max_size=20))
def test_parts_and_links_fit_their_paragraphs_whatever_the_markup(pieces: list[tuple[str, bool, str]]) -> None:
    markup = "".join(f"<{tag}>{text}" if opens else f"</{tag.split()[0]}>{text}" for tag, opens, text in pieces)
    root = LexborHTMLParser(f"<div>{markup}</div>").root
    assert root is not None
    body = read_body(root, "https://example.org/", None)
    assert len(body.parts) == len(body.paragraphs)
    for link in body.links:
        assert body.paragraphs[link.paragraph][: link.end].endswith(link.text)

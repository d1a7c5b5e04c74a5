"""Articles and listings of sites that we do not know: headline, author, date, body."""

from __future__ import annotations

from pathlib import Path

import pytest

from tickerboard.model import Part
from tickerboard.parser.html import parse_html

FIRST = "The mills of the north bought more cotton on Friday than in the whole week before, and paid more for it too."
SECOND = "Dealers said that growers had held back their stock until the price moved, which it did on Thursday evening."
THIRD = "They expect more of the same in summer, when the ships that wait outside of the harbour have been unloaded."


def test_f1_the_stories_of_a_listing_have_the_dates_of_their_markup() -> None:
    stamp = "<span class='story__time' title='2025-01-29T22:34:17+05:00'>Published 29 Jan, 2025 10:34pm</span>"
    shown = "<span class='story__time'>Published 29 Jan, 2025 10:34pm</span>"
    box = "<article class='story box'><h2 class='story__title'><a href='/{0}'>Looms {0}</a></h2>{1}</article>"
    page = parse_html(f"<div class='js-ticker'></div>{box.format(1, stamp)}{box.format(2, shown)}")
    assert [story.published for story in page.stories] == ["2025-01-29T22:34:17+05:00", "2025-01-29T22:34:00"]


ARTICLE = "<html><head>{}</head><body>{}</body></html>"


def test_f8_a_page_that_says_it_is_an_article_is_no_listing() -> None:
    dates = "<p>Published 29 Jan, 2025</p>"
    body = f"<div><h1>Looms are late</h1><p>{FIRST}</p><p>{SECOND}</p>{dates}<p>{FIRST}</p><p>{SECOND}</p>{dates}</div>"
    page = parse_html(ARTICLE.format("<meta property='og:type' content='article'>", body))
    assert page.stories == ()
    assert page.article is not None
    assert page.article.headline == "Looms are late"


def test_f8_a_body_over_several_boxes_is_whole() -> None:
    boxes = f"<section><div><p>{FIRST}</p><p>{SECOND}</p></div><div class=ad></div><div><p>{THIRD}</p></div></section>"
    aside = "<div class=cards><div><p><a href='/1'>Another story that nobody asked for at all</a></p></div></div>"
    page = parse_html(ARTICLE.format("", f"<h1>Looms are late</h1>{boxes}{aside}"))
    assert page.article is not None
    assert page.article.paragraphs == (FIRST, SECOND, THIRD)


@pytest.mark.parametrize(
    "head",
    [
        "<meta property=og:title content='Looms are late | The Yard'><meta property=og:site_name content='The Yard'>",
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Looms are late"}</script>',
        '<script type="application/ld+json">{"@graph": [{"@type": ["Report"], "headline": "Looms are late"}]}</script>',
    ],
)
def test_f8_a_stray_heading_is_not_the_headline(head: str) -> None:
    page = parse_html(ARTICLE.format(head, f"<h1>The Yard</h1><div><p>{FIRST}</p><p>{SECOND}</p></div>"))
    assert page.article is not None
    assert page.article.headline == "Looms are late"


def test_f8_the_author_of_the_metadata() -> None:
    data = '{"@type": "NewsArticle", "author": [{"name": "Ann Weaver"}, {"name": "Bo Dyer"}]}'
    head = f'<script type="application/ld+json">{data}</script>'
    page = parse_html(ARTICLE.format(head, f"<h1>Looms are late</h1><div><p>{FIRST}</p><p>{SECOND}</p></div>"))
    assert page.article is not None
    assert page.article.byline == "Ann Weaver, Bo Dyer"


def test_f8_the_date_that_a_page_prints_by_its_story() -> None:
    body = f"<h1>Looms are late</h1><div class='meta-date'>27.04.2020</div><div><p>{FIRST}</p><p>{SECOND}</p></div>"
    page = parse_html(ARTICLE.format("", body))
    assert page.article is not None
    assert page.article.published == "2020-04-27"


def test_f8_a_split_body_has_its_links_and_none_of_the_lines_around_it() -> None:
    markup = (Path(__file__).parent / "samples" / "split.html").read_text()
    article = parse_html(markup, "https://yard.example/story").article
    assert article is not None
    assert (article.headline, article.byline, article.section) == (
        "Looms run late as cotton dries up",
        "Ann Weaver",
        "Markets",
    )
    assert article.published == "2023-06-08T10:00:00+05:00"
    assert [text.split()[0] for text in article.paragraphs] == ["The", "Dealers", "What", "They", "Prices"]
    assert article.parts[2] is Part.HEADING
    assert [(each.paragraph, each.text, each.url) for each in article.links] == [
        (0, "cotton", "https://yard.example/cotton"),
        (3, "the port said", "https://ports.example/list"),
    ]
    assert [(each.text, each.url, each.after) for each in article.related] == [
        ("Ships wait for their turn outside of the harbour", "https://yard.example/ships-wait", 4),
        ("Dyers ask for more time", "https://yard.example/dyers", 5),
    ]

"""How an article is set: what its paragraphs are, and where its lines break."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from papers import PAPER
from tickerboard.board.reading_list import TextPosition
from tickerboard.model import Article, Related
from tickerboard.ui.reader.blocks import Block, BlockKind, Link, set_blocks
from tickerboard.ui.reader.layout import _NOT_ONE_CELL, Layout, wrap


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


@pytest.mark.parametrize(
    ("text", "width", "wanted"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 13, ["one two three"]),
        ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
        ("市場は静か", 4, ["市場", "は静", "か"]),
        ("a 市場 b", 4, ["a", "市場", "b"]),
        ("市", 1, ["市"]),
        ("市場は静か。静か", 10, ["市場は静", "か。静か"]),
        ("「市場」。", 6, ["「市", "場」。"]),
        ("。。。", 4, ["。。", "。"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("", 5, []),
    ],
)
def test_words_wrap_by_cells(text: str, width: int, wanted: list[str]) -> None:
    assert lines(text, width) == wanted


@given(st.lists(st.text("abc’—市é🙂\ufe0f\u0301", min_size=1), max_size=40), st.integers(2, 30))
def test_no_line_is_too_wide_and_no_word_is_lost(words: list[str], width: int) -> None:
    text = " ".join(words)
    got = lines(text, width)
    assert all(cell_len(line) <= width for line in got)
    assert "".join(got).replace(" ", "") == text.replace(" ", "")


def test_the_characters_that_are_not_measured_are_one_cell_wide() -> None:
    plain = [chr(at) for at in range(0x3000) if not _NOT_ONE_CELL.search(chr(at))]
    assert [each for each in plain if get_character_cell_size(each) != 1] == []


def test_the_parts_of_an_article() -> None:
    blocks, links = set_blocks(PAPER)
    assert [block.part for block in blocks] == [
        BlockKind.HEADLINE,
        BlockKind.BYLINE,
        BlockKind.BODY,
        BlockKind.QUOTATION,
        BlockKind.HEADING,
        BlockKind.BODY,
        BlockKind.RELATED,
        *[BlockKind.TABLE] * 4,
        BlockKind.BODY,
    ]
    assert blocks[5].text.startswith("HBL ended lower. The figures are at https://example.org/banks?a=1 [1], said")
    assert (blocks[6].lead, blocks[6].hang) == ("→ [2] ", "      ")
    assert links == (
        Link(0, "this article", "https://example.org/paper"),
        Link(1, "https://example.org/banks?a=1", "https://example.org/banks?a=1"),
        Link(2, "How a closing price is made, step by step", "https://example.org/prices"),
    )


@pytest.mark.parametrize(
    ("paragraph", "part"),
    [
        ("Banks and builders", BlockKind.HEADING),
        ("They stayed.", BlockKind.BODY),
        ("One two three four five six seven", BlockKind.BODY),
        ("1,234 56", BlockKind.BODY),
        ("“So it went”", BlockKind.QUOTATION),
        ("a  b", BlockKind.HEADING),
        ("市場は静か", BlockKind.HEADING),
        ("市場は静かだった。", BlockKind.BODY),
    ],
)
def test_what_a_paragraph_is(paragraph: str, part: BlockKind) -> None:
    blocks, _ = set_blocks(Article(paragraphs=("It began.", paragraph, "It ended.")))
    assert blocks[1].part is part


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2026-01-05", "2026-01-05"),
        ("2026-01-05T16:45:09", "2026-01-05 16:45"),
        ("2026-01-05T16:45:09+00:00", "2026-01-05 16:45 UTC"),
        ("2026-01-05T16:45:00.25Z", "2026-01-05 16:45 UTC"),
        ("2026-01-05T16:45:00+05:00", "2026-01-05 16:45 +05:00"),
        ("2026-01-05T16:45:00-03:30", "2026-01-05 16:45 -03:30"),
    ],
)
def test_a_byline_tells_the_time_to_the_minute_and_its_zone(published: str, shown: str) -> None:
    blocks, _ = set_blocks(Article(byline="The Desk", published=published, paragraphs=("It began.",)))
    assert [block.text for block in blocks if block.part is BlockKind.BYLINE] == [f"The Desk · {shown}"]


def test_a_heading_stands_between_paragraphs() -> None:
    blocks, _ = set_blocks(Article(paragraphs=("At the start", "Words.", "At the end")))
    assert [block.part for block in blocks] == [BlockKind.BODY] * 3


def test_aligned_rows_are_a_table_without_a_rule() -> None:
    rows = ("Scrip     Open   Close", "OGDC    134.80  139.75")
    blocks, _ = set_blocks(Article(paragraphs=("It began.", *rows, "And so it went, said the desk.")))
    assert [block.part for block in blocks] == [BlockKind.BODY, BlockKind.TABLE, BlockKind.TABLE, BlockKind.BODY]
    layout = Layout(blocks, 30)
    assert [blocks[at.block].text[at.start : at.end] for at in layout.lines[2:4]] == list(rows)


def test_one_address_keeps_one_number() -> None:
    url = "https://example.org/a"
    article = Article(paragraphs=(f"At {url} and ({url}).",), related=(Related("There", url),))
    blocks, links = set_blocks(article)
    assert blocks[-1].text == f"At {url} [1] and ({url} [1])."
    assert len(links) == 1


def test_a_spot_is_found_again_at_any_width() -> None:
    block = Block(BlockKind.BODY, "one two three four five six seven eight nine ten")
    narrow, wide = Layout([block, block], 5), Layout([block, block], 40)
    for line in range(len(narrow.lines)):
        spot = narrow.spot_at(line)
        assert narrow.line_of(spot) == line
        found = wide.lines[wide.line_of(spot)]
        assert found.block == spot.block
        assert found.start <= spot.offset
    assert Layout([], 10).spot_at(3) == TextPosition()


@pytest.mark.once
@pytest.mark.parametrize("text", ["word ", "市", "🙂 ", "x", "e\u0301", "https://a/ "])
def test_twice_the_text_takes_at_most_three_times_as_long(text: str) -> None:
    def cost(times: int) -> float:
        spent = []
        for _ in range(3):
            start = time.process_time()
            Layout(set_blocks(Article(paragraphs=(text * times,)))[0], 40)
            spent.append(time.process_time() - start)
        return min(spent)

    cost(1_000)
    assert cost(80_000) <= 3 * max(cost(40_000), 0.2)


@pytest.mark.parametrize("width", range(5, 60))
def test_no_line_of_facts_begins_or_ends_with_a_separator(width: int) -> None:
    block = Block(BlockKind.BYLINE, "Markets · The Desk · 2026-01-05 16:45")
    lines = [block.text[line.start : line.end] for line in Layout((block,), width).lines]
    assert not any(line.startswith("· ") or line.endswith(" ·") for line in lines)
    assert "".join("".join(lines).split()).replace("·", "") == "MarketsTheDesk2026-01-0516:45"

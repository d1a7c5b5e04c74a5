"""What holds for every page: quotes come back, and damage invents none."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from strips import PARTLY, WHOLE, Figures, plus, strips, worded
from tickerboard.parser import parse_page
from tickerboard.parser.figures.tokens import may_move, tokens

if TYPE_CHECKING:
    from tickerboard.model import Page

NOISE = ["", "\n", "The mills said on Friday that their orders rose.\n", "12.50\n", "Top gainers\n"]
ODD = [
    "ODDROW 10.00 +1.00%\n",
    "ODDROW 45.10 0.20 0.45%\n",
    "ODDROW 45.10 ▲ 0.20 0.45%\n",
    "ODDROW 45.10 +0.20 +9.00%\n",
    "ODDROW 45.10 +0.20 -0.45%\n",
]
"""Rows without a change, without a sign, with an arrow, and with figures or signs that disagree."""
CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
PROSE = "\n\nThe mills said on Friday that their orders rose for a third month.\n"


def figures(page: Page) -> list[Figures]:
    return [Figures(each.symbol, str(each.last), str(each.change), str(each.percent)) for each in page.quotes]


@pytest.mark.parametrize("way", WHOLE)
@given(quotes=strips())
def test_a_page_of_any_quotes_gives_them_back(way: str, quotes: list[Figures]) -> None:
    assert figures(parse_page(WHOLE[way](quotes))) == quotes


@pytest.mark.parametrize("way", PARTLY)
@given(quotes=strips())
def test_what_can_be_told_in_two_ways_is_told_right_or_not_at_all(way: str, quotes: list[Figures]) -> None:
    page = parse_page(PARTLY[way](quotes))
    known = {each.symbol.upper(): each for each in quotes}
    for each in figures(page):
        assert each == known[each.symbol.upper()]._replace(symbol=each.symbol)
    assert len(page.quotes) + len(page.problems) >= len(quotes)


@pytest.mark.parametrize("name", ["X{}", "X{} Steel AG", "A&X{} Inc."])
@given(quotes=strips(), data=st.data())
def test_a_list_of_clear_rows_is_read_as_with_an_odd_row(name: str, quotes: list[Figures], data: st.DataObject) -> None:
    """The rows of a list that are all clear are read by the column, those beside an odd one row by row."""
    assume(all(each.symbol != "NA" for each in quotes))  # behind a word it is a missing figure
    lines = []
    for each in quotes:
        percent = plus(f"{Decimal(each.percent):.2f}")
        lines.append(f"{name.format(each.symbol)} {each.last} {plus(each.change)} {percent}%\n")
        lines.append(data.draw(st.sampled_from(NOISE)))
    at = 2 * data.draw(st.integers(0, len(quotes)))
    odd = data.draw(st.sampled_from(ODD))
    page, beside = parse_page("".join(lines)), parse_page("".join([*lines[:at], odd, *lines[at:]]))
    assert len(page.quotes) == len(quotes)
    assert [each._replace(line=0) for each in beside.quotes if each.symbol != "ODDROW"] == [
        each._replace(line=0) for each in page.quotes
    ]
    assert [each.text for each in beside.problems if "ODDROW" not in each.text] == [each.text for each in page.problems]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_line_that_may_hold_no_move_has_none(path: Path) -> None:
    """Such lines are passed over, so that each mark and word of a move has to be among those that are looked for."""
    lines = path.read_text("utf-8").splitlines()
    found = [token for line in lines if not may_move(line) for token in tokens(line)]
    assert [each for each in found if each.kind in "spa" or each.marks or (each.body and each.is_bracketed)] == []


@given(quotes=strips(3), share=st.floats(0, 1))
def test_a_page_that_is_cut_has_the_first_quotes_and_no_other(quotes: list[Figures], share: float) -> None:
    text = "".join(worded(each) + "\n" for each in quotes) + PROSE
    cut = text[: int(len(text) * share)]
    got = figures(parse_page(cut))
    assert got == quotes[: len(got)]
    assert len(got) in {cut.count("%)"), cut.count("%)") + 1, cut.count("%)") - 1}


@given(quotes=strips(3), share=st.floats(0, 1, exclude_max=True), other=st.characters())
def test_a_flipped_character_touches_its_own_line_only(quotes: list[Figures], share: float, other: str) -> None:
    text = "\n".join(worded(each) for each in quotes)
    at = int(len(text) * share)
    line = text.count("\n", 0, at)
    page = parse_page(text[:at] + other + text[at + 1 :])
    got = figures(page)
    strange = [(each, quote.line) for each, quote in zip(got, page.quotes, strict=True) if each not in quotes]
    assert all(line + 1 <= number <= line + 2 for _, number in strange)
    # A symbol that has become another's stands first: that other is told as a repeat.
    taken = {each.symbol for each, _ in strange}
    untouched = [each for at, each in enumerate(quotes) if at not in {line, line + 1} and each.symbol not in taken]
    assert [each for each in got if each in untouched] == untouched


@given(st.text())
def test_any_text_is_survived(text: str) -> None:
    parse_page(text)

"""Any quotes, printed in every number style and layout, come back as they are, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strips import Figures, plus, strips
from styles import STYLES, Style, expected, figures, plain
from tickerboard.parser import parse_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from tickerboard.model import Page


Row = list[str]


def cells(style: Style, each: Figures) -> Row:
    percent = each.percent if "." in each.percent else each.percent + ".00"
    return [each.symbol, style(each.last), plus(style(each.change)), plus(style(percent)) + "%"]


WHOLE: dict[str, Callable[[list[Row]], str]] = {
    "a line": lambda rows: "".join(f"{s} {last} {change} ({percent})\n" for s, last, change, percent in rows),
    "without brackets": lambda rows: "".join(" ".join(row) + "\n" for row in rows),
    "change first": lambda rows: "".join(f"{s} {change} {percent} {last}€\n" for s, last, change, percent in rows),
    "a currency": lambda rows: "".join(f"{s} ${last} {change} ({percent})\n" for s, last, change, percent in rows),
    "bullets": lambda rows: "".join(
        f"  • {s}\n\n    {last}\n    {change} ({percent})\n" for s, last, change, percent in rows
    ),
    "no space before the bracket": lambda rows: "".join(
        f"{s}\n{last}\n{change}({percent})\n" for s, last, change, percent in rows
    ),
    "a box": lambda rows: "".join(f"{s}\n{last}\nUSD\n{change} {percent}\n" for s, last, change, percent in rows),
    "a sheet": lambda rows: "".join(
        f"Symbol: {s}\nLast: {last}\nChange: {change}\nChange %: {percent}\n" for s, last, change, percent in rows
    ),
    "a sheet below a name": lambda rows: "".join(
        f"Tools Inc. ({s})\n\nLast\n{last}\nChange\n{change}\n% Change\n{percent}\n"
        for s, last, change, percent in rows
    ),
    "bars": lambda rows: (
        "| Name | Last | Chg | Chg % |\n|---|---|---|---|\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows)
    ),
    "a table": lambda rows: "Symbol Last Change %Change\n" + "".join(" ".join(row) + "\n" for row in rows),
    "wide gaps": lambda rows: (
        "Symbol       Last        Change     %Change\n" + "".join("   ".join(row) + "\n" for row in rows)
    ),
}
"""Layouts with a change, from which the arithmetic shows every figure."""
ENDS_IN_PERCENT = sorted(set(WHOLE) - {"change first"})
"""A price at the end of a page's only row may be cut to a shorter one, and nothing shows it."""
PERCENT_ONLY: dict[str, Callable[[list[Row]], str]] = {
    "a line": lambda rows: "".join(f"{s} {last} {percent}\n" for s, last, _, percent in rows),
    "brackets": lambda rows: "".join(f"{s}   {last} ({percent})\n" for s, last, _, percent in rows),
    "stacked": lambda rows: "".join(f"{s}\n{last}\n{percent}\n" for s, last, _, percent in rows),
    "percent first": lambda rows: "".join(f"{s} {percent} {last}\n" for s, last, _, percent in rows),
}


def check(page: Page, whole: list[tuple[str, str, str | None, str | None]], name: str, layout: str) -> None:
    """Compare what was read; where the name may end in the first digits (`ABC 25 101,37`) a row may be a problem."""
    if name == "spaces" and layout in {"a line", "brackets", "without brackets", "a table", "a currency"}:
        assert [each for each in figures(page) if each not in whole] == []
        assert len(page.quotes) + len(page.problems) >= len(whole)
    else:
        assert figures(page) == whole


@given(name=st.sampled_from(sorted(STYLES)), layout=st.sampled_from(sorted(WHOLE)), quotes=strips(2).map(plain))
def test_quotes_with_a_change_come_back(name: str, layout: str, quotes: list[Figures]) -> None:
    page = parse_page(WHOLE[layout]([cells(STYLES[name], each) for each in quotes]))
    check(page, expected(quotes, change=True), name, layout)


@given(name=st.sampled_from(sorted(STYLES)), layout=st.sampled_from(sorted(PERCENT_ONLY)), quotes=strips(2).map(plain))
def test_quotes_with_a_percent_only_come_back(name: str, layout: str, quotes: list[Figures]) -> None:
    page = parse_page(PERCENT_ONLY[layout]([cells(STYLES[name], each) for each in quotes]))
    check(page, expected(quotes, change=False), name, layout)


@given(layout=st.sampled_from(ENDS_IN_PERCENT), quotes=strips(3).map(plain), share=st.floats(0, 1))
def test_a_page_that_is_cut_invents_no_figure(layout: str, quotes: list[Figures], share: float) -> None:
    text = WHOLE[layout]([cells(STYLES["point"], each) for each in quotes])
    page = parse_page(text[: int(len(text) * share)])
    assert [each for each in figures(page) if each not in expected(quotes, change=True)] == []


@pytest.mark.parametrize(("percent", "read"), [("0,16%", ["62.100", "2.235"]), ("0.16%", [])])
def test_on_a_page_of_both_styles_a_percent_with_a_comma_shows_that_of_its_table(percent: str, read: list[str]) -> None:
    page = parse_page(
        "Gold 1,851.20 -3.10 -0.17%\nSilver 23.40 0.12 0.52%\nÖl 51,80 -1,30 -2,45%\nKupfer 3,36 0,05 1,51%\n"
        f"\nName Kurs Veränderung %\nAlpha AG 62,100 {percent}\nBeta AG 2,235 -{percent}\n"
    )
    assert [str(each.last) for each in page.quotes if "AG" in (each.label or "")] == read


@pytest.mark.parametrize("price", ["1 000,00", "4 943,03", "41 943,03", "1 141 943,00"])
def test_a_price_grouped_by_spaces_that_did_not_move(price: str) -> None:
    page = parse_page(f"AA +0,00 +0,00% {price}€\nBB +1,00 +1,00% 101,00€\n")
    assert [f"{each.last}" for each in page.quotes] == [price.replace(" ", "").replace(",", "."), "101.00"]

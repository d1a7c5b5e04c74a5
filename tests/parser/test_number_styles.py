"""Any quotes, printed in every number style and layout, come back as they are, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from strips import Figures, plus, strips
from tickerboard.parser import parse_page
from tickerboard.parser.figures.currencies import is_currency
from tickerboard.parser.kinds import known_kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from tickerboard.model import Page


class Style(NamedTuple):
    """How a page prints figures: what groups digits, and what parts the decimals."""

    group: str
    mark: str
    lakh: bool = False

    def __call__(self, figure: str) -> str:
        """Print a signed figure in this style, rises with a plus."""
        whole, _, decimals = figure.lstrip("-").partition(".")
        head, tail = (whole[:-3], whole[-3:]) if len(whole) > 3 else ("", whole)
        size = 2 if self.lakh else 3
        groups = [head[max(0, at - size) : at] for at in range(len(head), 0, -size)][::-1]
        text = self.group.join([*groups, tail]) + (self.mark + decimals if decimals else "")
        return ("-" if figure.startswith("-") else "") + text


STYLES = {
    "point": Style(",", "."),
    "comma": Style(".", ","),
    "spaces": Style(" ", ","),
    "apostrophes": Style("'", "."),
    "lakh": Style(",", ".", lakh=True),
    "none": Style("", "."),
}
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


def figures(page: Page) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (
            q.symbol,
            str(q.last),
            None if q.change is None else str(q.change),
            None if q.percent is None else str(q.percent),
        )
        for q in page.quotes
    ]


def expected(quotes: list[Figures], *, change: bool) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (
            each.symbol,
            each.last,
            each.change if change else None,
            each.percent if "." in each.percent else each.percent + ".00",
        )
        for each in quotes
    ]


def plain(quotes: list[Figures]) -> list[Figures]:
    """Leave out symbols that are something else as well: a currency, a coin, a word for a figure."""
    words = {"EPS", "GDP", "CPI", "PPI", "PMI", "EBIT", "EBITDA", "YTD", "ROE", "ROA", "PE", "VOLUME", "TOTAL", "VOL"}
    words |= {"BIP", "PIB", "KGV", "NA"}
    taken = {each.symbol for each in quotes if is_currency(each.symbol) or known_kind(each.symbol)} | words
    return [each for each in quotes if each.symbol not in taken]


def check(page: Page, whole: list[tuple[str, str, str | None, str | None]], name: str, layout: str) -> None:
    """Compare what was read; where the name may end in the first digits (`ABC 25 101,37`) a row may be a problem."""
    if name == "spaces" and layout in {"a line", "brackets", "without brackets", "a table", "a currency"}:
        assert [each for each in figures(page) if each not in whole] == []
        assert len(page.quotes) + len(page.problems) >= len(whole)
    else:
        assert figures(page) == whole


@settings(max_examples=150, deadline=None)
@given(name=st.sampled_from(sorted(STYLES)), layout=st.sampled_from(sorted(WHOLE)), quotes=strips(2).map(plain))
def test_quotes_with_a_change_come_back(name: str, layout: str, quotes: list[Figures]) -> None:
    page = parse_page(WHOLE[layout]([cells(STYLES[name], each) for each in quotes]))
    check(page, expected(quotes, change=True), name, layout)


@settings(max_examples=150, deadline=None)
@given(name=st.sampled_from(sorted(STYLES)), layout=st.sampled_from(sorted(PERCENT_ONLY)), quotes=strips(2).map(plain))
def test_quotes_with_a_percent_only_come_back(name: str, layout: str, quotes: list[Figures]) -> None:
    page = parse_page(PERCENT_ONLY[layout]([cells(STYLES[name], each) for each in quotes]))
    check(page, expected(quotes, change=False), name, layout)


@settings(max_examples=150, deadline=None)
@given(layout=st.sampled_from(ENDS_IN_PERCENT), quotes=strips(3).map(plain), share=st.floats(0, 1))
def test_a_page_that_is_cut_invents_no_figure(layout: str, quotes: list[Figures], share: float) -> None:
    text = WHOLE[layout]([cells(STYLES["point"], each) for each in quotes])
    page = parse_page(text[: int(len(text) * share)])
    assert [each for each in figures(page) if each not in expected(quotes, change=True)] == []

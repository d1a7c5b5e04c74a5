"""The number styles of the world, and how a test compares what a page says with what was printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser.figures.currencies import is_currency
from tickerboard.parser.kinds import known_kind

if TYPE_CHECKING:
    from strips import Figures
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
    """Leave out symbols that are something else as well: a currency, a coin, a word for a figure, a city."""
    words = {"EPS", "GDP", "CPI", "PPI", "PMI", "EBIT", "EBITDA", "YTD", "ROE", "ROA", "PE", "VOLUME", "TOTAL", "VOL"}
    words |= {
        "BIP",
        "PIB",
        "KGV",
        "NA",
        "SUM",
        "SUMME",
        "TOTALE",
        "SUBTOTAL",
        "AVERAGE",
        "GESAMT",
        "OSLO",
        "PARIS",
        "MILAN",
    }
    taken = {each.symbol for each in quotes if is_currency(each.symbol) or known_kind(each.symbol)} | words
    return [each for each in quotes if each.symbol not in taken]

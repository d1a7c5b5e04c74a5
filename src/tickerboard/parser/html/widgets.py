"""The side widgets of a whole page: movers that repeat equities, and prices of other markets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tickerboard.model import Kind, Rate
from tickerboard.parser.html.tree import squeeze, text_of
from tickerboard.parser.problems import problem
from tickerboard.parser.strips.words import SYMBOL
from tickerboard.text.numbers import NUMBER, decimal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

    from tickerboard.model import Problem

MOVERS = ("gainers", "losers")
MARKETS = {"world": Kind.INDEX, "commodity": Kind.COMMODITY, "forex": Kind.CURRENCY}
_SYMBOL = re.compile(SYMBOL)
_NUMBER = re.compile(NUMBER)
_MOVE = re.compile(rf"(?P<arrow>[▲▼]) (?P<change>[+-]?{NUMBER}) \((?P<percent>[+-]?{NUMBER})%\)")


@dataclass(frozen=True, slots=True)
class WidgetRow:
    """A row of a widget as it is written: the symbol, its name, the figure, and the move where there is one."""

    symbol: str
    name: str | None
    last: str
    move: str

    def line(self) -> str | None:
        """Return the row as the strip would print it; None where it has no whole move."""
        found = _MOVE.fullmatch(self.move)
        if found is None:
            return None
        fallen = found["arrow"] == "▼"
        word = "Decreased By" if fallen else "Increased By"
        if not found["change"].strip("+-0.,"):
            word = "No Change"
        return f"{self.symbol} {self.last} {word} {self.move}"


def widget_rows(root: LexborNode, name: str) -> Iterator[WidgetRow]:
    """Read the rows of the widget of that name; a head row or one without a symbol is none."""
    for row in root.css(f"div.tabs__pane#{name} tr"):
        cells = row.css("td")
        label = row.css_first("td span[title]")
        if len(cells) < 2 or label is None:
            continue
        symbol = squeeze(label.attributes.get("title") or "")
        parts = [text_of(part, between=" ") for part in cells[1].css("div")]
        last, move = (*parts, "", "")[:2]
        yield WidgetRow(symbol, _name(cells[0], label, symbol), last, move)


def read_rate(row: WidgetRow, kind: Kind) -> Rate | Problem:
    """Read a row that tells a price and no move; a problem where the price or the symbol is none."""
    if _SYMBOL.fullmatch(row.symbol) and _NUMBER.fullmatch(row.last):
        return Rate(row.symbol, kind, decimal(row.last), name=row.name)
    return problem(0, "not-a-quote", "a row of a side widget cannot be read", f"{row.symbol} {row.last} {row.move}")


def _name(cell: LexborNode, label: LexborNode, symbol: str) -> str | None:
    """Take the company's whole name, `Name Limited(SYM)`, else the short one."""
    ending = f"({symbol})"
    whole = next((text for part in cell.css("div") if (text := text_of(part)).endswith(ending)), "")
    return whole.removesuffix(ending).strip() or text_of(label) or None

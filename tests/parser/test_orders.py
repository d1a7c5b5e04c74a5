"""A list that a person can read is read, whatever the order of its figures and whatever stands between them.

Every order stands in every layout, for several ways to print a name, a sign and a price.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

import pytest

from styles import STYLES
from tickerboard.parser import parse_page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Printed(NamedTuple):
    """A row as it is printed, by what its figures are: `l` last, `c` change, `p` percent."""

    symbol: str
    name: str
    last: str
    change: str
    percent: str


class Way(NamedTuple):
    """How a page prints names, figures, rises and falls, and a currency before its prices."""

    name: str
    style: str
    rise: str
    fall: str
    currency: str = ""

    def cells(self, row: Printed, order: str) -> list[str]:
        """Print the name of a row, then its figures in an order; those in brackets stay together."""
        style = STYLES[self.style]
        moves = {"c": style(row.change.strip("-")), "p": style(row.percent.strip("-")) + "%"}
        way = self.fall if row.change.startswith("-") else self.rise
        figures = {"l": self.currency + style(row.last), **{key: way + figure for key, figure in moves.items()}}
        parts = ["".join(figures.get(each, each) for each in part) for part in order.split()]
        return [self.name.format(symbol=row.symbol, name=row.name), *parts]


ROWS = (
    Printed("ORN", "Orion Mining", "1195.30", "-1.20", "-0.10"),
    Printed("TLX", "Telex Group", "12.55", "0.05", "0.40"),
    Printed("SPX", "S&P 500", "4212.40", "12.40", "0.30"),
    Printed("VDF", "Vandafon plc", "671.90", "-2.10", "-0.31"),
    Printed("NK", "Nikkei 225", "27915.50", "84.50", "0.30"),
)
WAYS = (
    Way("{name}", "point", "+", "-"),
    Way("{symbol}", "point", "+", "\u2212", "$"),
    Way("{name} ({symbol})", "apostrophes", "▲", "▼"),
    Way("{symbol} {name}", "comma", "+", "-"),
    Way("{name}", "spaces", "+", "-", "€ "),
)
ORDERS = ("l c p", "l p", "l p c", "p l c", "c l p", "l (c/p)", "l c (p)", "l (p)", "l p (c)")
LAYOUTS: dict[str, Callable[[Sequence[Sequence[str]]], str]] = {
    "spaces": lambda rows: "\n".join(" ".join(row) for row in rows),
    "gaps": lambda rows: "\n".join("   ".join(row) for row in rows),
    "tabs": lambda rows: "\n".join("\t".join(row) for row in rows),
    "bars": lambda rows: "\n".join(f"| {' | '.join(row)} |" for row in rows),
    "bars between": lambda rows: "\n".join(" | ".join(row) for row in rows),
    "a cell a line": lambda rows: "\n".join("\n".join(row) for row in rows),
    "blank lines between rows": lambda rows: "\n\n".join("\n".join(row) for row in rows),
    "blank lines between cells": lambda rows: "\n\n".join("\n\n".join(row) for row in rows),
    "a name above": lambda rows: "\n".join(f"{row[0]}\n{' '.join(row[1:])}" for row in rows),
    "name and figure above": lambda rows: "\n".join(f"{row[0]} {row[1]}\n{' '.join(row[2:])}" for row in rows),
    "figures on two lines": lambda rows: "\n".join(f"{row[0]}\n{row[1]}\n{' '.join(row[2:])}" for row in rows),
    "bullets": lambda rows: "\n".join(f"* {' '.join(row)}" for row in rows),
    "a colon": lambda rows: "\n".join(f"{row[0]}: {' '.join(row[1:])}" for row in rows),
    "commas": lambda rows: "\n".join(", ".join(row) for row in rows),
    "a dash": lambda rows: "\n".join(f"{row[0]} - {' '.join(row[1:])}" for row in rows),
    "one line": lambda rows: " ".join(" ".join(row) for row in rows),
    "one line with bars": lambda rows: " | ".join(" ".join(row) for row in rows),
    "one line with dots": lambda rows: " · ".join(" ".join(row) for row in rows),
}


@pytest.mark.parametrize(("layout", "order"), list(product(LAYOUTS, ORDERS)))
def test_a_list_in_any_order_and_layout_is_read(layout: str, order: str) -> None:
    for way in WAYS:
        text = LAYOUTS[layout]([way.cells(row, order) for row in ROWS])
        page = parse_page(f"Home\nMarkets\n\nMarket data\n\n{text}\n\nAbout us\n")
        read = [(quote.last, quote.change, quote.percent) for quote in page.quotes]
        assert read == [_expected(row, order) for row in ROWS], (way, text, page.problems)
        for row, quote in zip(ROWS, page.quotes, strict=True):  # a cell of its own is one name: `SM Prime`
            assert quote.symbol in (row.symbol, row.name.upper(), f"{row.symbol} {row.name}".upper())


def _expected(row: Printed, order: str) -> tuple[Decimal, Decimal | None, Decimal | None]:
    change = Decimal(row.change) if "c" in order else None
    return Decimal(row.last), change, Decimal(row.percent) if "p" in order else None

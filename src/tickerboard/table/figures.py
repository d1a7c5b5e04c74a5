"""Figures as text: grouped, signed, with an arrow, always with the page's own digits."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tickerboard.model import Direction

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tickerboard.model import Quote

ZERO = Decimal(0)
ARROWS = {Direction.UP: "▲", Direction.DOWN: "▼", Direction.UNCHANGED: "■"}


def grouped(number: Decimal) -> str:
    """Return a number with thousands commas and exactly its own decimals."""
    return f"{number:,f}"


def signed(number: Decimal) -> str:
    """Return a number with its sign, `+` or `-`; zero has no sign."""
    return f"{number:+,f}" if number else f"{number:,f}"


def percent(number: Decimal | None) -> str:
    """Return a signed percentage; empty for None."""
    return "" if number is None else signed(number) + "%"


def move(quote: Quote) -> str:
    """Return a quote's arrow, change and percent, those that the page prints."""
    change = "" if quote.change is None else signed(quote.change)
    return " ".join(filter(None, (ARROWS[quote.direction], change, percent(quote.percent))))


BLOCKS = "▁▂▃▄▅▆▇"
"""The levels of a sparkline. The highest leaves a gap to the line above, so that two sparklines stay apart."""
LEVEL = BLOCKS[3]


def sparkline(prices: Iterable[Decimal | None]) -> str:
    """Write prices as blocks between the lowest and the highest; a space for None, one level where all are equal."""
    prices = tuple(prices)
    known = [price for price in prices if price is not None]
    low, high = min(known, default=ZERO), max(known, default=ZERO)
    if low == high:
        return "".join(" " if price is None else LEVEL for price in prices)
    top = len(BLOCKS) - 1
    return "".join(" " if price is None else BLOCKS[round((price - low) * top / (high - low))] for price in prices)


def place_on_line(percent_of_range: Decimal, cells: int) -> str:
    """Write a place between 0 and 100 as a dot on a line of so many cells."""
    at = round(percent_of_range * (cells - 1) / 100)
    return "─" * at + "●" + "─" * (cells - 1 - at)


def move_bar(percent_moved: Decimal, cells: int) -> str:
    """Draw a move as a bar of so many cells to each side of a middle line; half a cell is one percent."""
    halves = min(max(round(abs(percent_moved)), 0), 2 * cells)
    full, half = "█" * (halves // 2), halves % 2
    if percent_moved < 0:
        bar = "▐" * half + full if halves else "▕"
        return " " * (cells - len(bar)) + bar + "│" + " " * cells
    bar = full + "▌" * half if halves else "▏" if percent_moved else ""
    return " " * cells + "│" + bar + " " * (cells - len(bar))

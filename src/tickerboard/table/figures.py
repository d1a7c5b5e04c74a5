"""Figures as text: grouped, signed, with an arrow, always with the page's own digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.model import Direction

if TYPE_CHECKING:
    from decimal import Decimal

    from tickerboard.model import Quote

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

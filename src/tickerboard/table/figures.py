"""Figures as a reader of quotes expects them: grouped, signed, with an arrow, and the page's own digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.model import Direction

if TYPE_CHECKING:
    from decimal import Decimal

    from tickerboard.model import Quote

ARROWS = {Direction.UP: "▲", Direction.DOWN: "▼", Direction.UNCHANGED: "■"}


def grouped(number: Decimal) -> str:
    """Write a number with thousands commas and exactly its own decimals."""
    return f"{number:,f}"


def signed(number: Decimal) -> str:
    """Write a number with its sign, plus as well as minus; none for zero."""
    return f"{number:+,f}" if number else f"{number:,f}"


def percent(number: Decimal | None) -> str:
    """Write a signed percentage; nothing for None."""
    return "" if number is None else signed(number) + "%"


def move(quote: Quote) -> str:
    """Write a quote's arrow, its change and its percent, as far as the page gives them."""
    change = "" if quote.change is None else signed(quote.change)
    return " ".join(filter(None, (ARROWS[quote.direction], change, percent(quote.percent))))

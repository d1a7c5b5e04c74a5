"""Figures as a reader of quotes expects them: grouped, signed, with an arrow, and the page's own digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.model import Direction

if TYPE_CHECKING:
    from decimal import Decimal

ARROWS = {Direction.UP: "▲", Direction.DOWN: "▼", Direction.UNCHANGED: "■"}


def grouped(number: Decimal) -> str:
    """Write a number with thousands commas and exactly its own decimals."""
    return f"{number:,f}"


def signed(number: Decimal) -> str:
    """Write a number with its sign, plus as well as minus; none for zero."""
    return f"{number:+,f}" if number else f"{number:,f}"


def percent(number: Decimal) -> str:
    """Write a signed percentage."""
    return signed(number) + "%"

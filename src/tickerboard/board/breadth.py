"""Breadth: how many of the market's equities rose and how many fell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tickerboard.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tickerboard.model import Quote

_EQUITY = Kind.EQUITY


class Breadth(NamedTuple):
    """The number of equities that rose, fell and stayed unchanged."""

    up: int = 0
    down: int = 0
    unchanged: int = 0

    @classmethod
    def of(cls, quotes: Iterable[Quote]) -> Breadth:
        """Count the equities among the quotes; an index does not count."""
        moves = [quote.percent if quote.change is None else quote.change for quote in quotes if quote.kind is _EQUITY]
        falls = [move.is_signed() for move in moves if move]
        down = sum(falls)
        return cls(len(falls) - down, down, len(moves) - len(falls))

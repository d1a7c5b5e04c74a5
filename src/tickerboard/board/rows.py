"""The rows of a board, each made when somebody asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from operator import attrgetter, is_not
from types import MappingProxyType
from typing import TYPE_CHECKING, overload

from tickerboard.board.quoted import Quoted
from tickerboard.board.row import Row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from tickerboard.board.session import Session
    from tickerboard.portfolio.positions import Position


class Rows(Sequence[Row]):
    """The quotes of a board with the sessions, positions and alerts of their symbols, in the order of the page."""

    def __init__(
        self,
        quoted: Quoted | None = None,
        sessions: Mapping[str, Session] = MappingProxyType({}),
        positions: Mapping[str, Position] = MappingProxyType({}),
        alerted: Collection[str] = (),
    ) -> None:
        self._quoted = quoted or Quoted()
        self._sessions, self._positions, self._alerted = sessions, positions, alerted

    def __len__(self) -> int:
        return len(self._quoted.quotes)

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...

    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        places = range(len(self))[at]
        return self._row(places) if isinstance(places, int) else tuple(map(self._row, places))

    def of(self, symbol: str) -> Row:
        """Return the row of a symbol."""
        return self._row(self._quoted.places[symbol])

    @property
    def symbols(self) -> Collection[str]:
        """The symbols of the rows, in their order."""
        return self._quoted.places.keys()

    def have(self, part: str) -> bool:
        """Return whether any row has a part that not every row has: `quote.FIELD`, listing, session or position."""
        match part:
            case "session" | "position":
                known = self._sessions if part == "session" else self._positions
                return not known.keys().isdisjoint(self.symbols)
            case "listing":
                values: Iterable[object] = self._quoted.listings
            case _:
                values = map(attrgetter(part.removeprefix("quote.")), self._quoted.quotes)
        return any(map(is_not, values, repeat(None)))

    def _row(self, at: int) -> Row:
        quoted = self._quoted
        quote, origin = quoted.quotes[at], quoted.origins[at]
        symbol = quote.symbol
        return Row(
            quote,
            origin.source,
            at + 1,
            quote.line in origin.doubtful,
            origin.seen,
            origin.old,
            quoted.ticks[at],
            quoted.serials[at],
            quoted.listings[at],
            origin.observed,
            self._sessions.get(symbol),
            self._positions.get(symbol),
            symbol in self._alerted,
        )


def symbols_of(rows: Sequence[Row]) -> list[str]:
    """Return the symbols of rows in their order, without making the rows of a board for that."""
    return list(rows.symbols) if isinstance(rows, Rows) else [row.quote.symbol for row in rows]

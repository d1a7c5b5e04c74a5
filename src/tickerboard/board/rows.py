"""The rows of a board, each made when somebody asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from operator import attrgetter, contains, is_not
from types import MappingProxyType
from typing import TYPE_CHECKING, overload

from tickerboard.board.quoted import Quoted
from tickerboard.board.row import Row
from tickerboard.model import maker
from tickerboard.parser.collecting import collector_paused

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from tickerboard.board.session import Session
    from tickerboard.portfolio.positions import Position

_row = maker(Row)
_SOURCE, _SEEN, _OBSERVED, _OLD = map(attrgetter, ("source", "seen", "observed", "old"))
_DOUBTFUL, _LINE = attrgetter("doubtful"), attrgetter("line")


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
        self._all: tuple[Row, ...] | None = None

    def __len__(self) -> int:
        return len(self._quoted.quotes)

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...

    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(at, slice):
            return self._made(at) if self._all is None else self._all[at]
        place = range(len(self))[at]
        return self[place : place + 1][0]

    def __iter__(self) -> Iterator[Row]:
        """Make all rows at once, and keep them for whoever asks next."""
        if self._all is None:
            self._all = self._made(slice(None))
        return iter(self._all)

    def of(self, symbol: str) -> Row:
        """Return the row of a symbol."""
        return self[self._quoted.places[symbol]]

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

    @collector_paused()
    def _made(self, places: slice) -> tuple[Row, ...]:
        """Make the rows of some places, by the column: a sort needs ten thousand of them."""
        quoted = self._quoted
        quotes, origins = quoted.quotes[places], quoted.origins[places]
        symbols = [quote.symbol for quote in quotes]
        columns = (
            quotes,
            map(_SOURCE, origins),
            range(1, len(self) + 1)[places],
            map(contains, map(_DOUBTFUL, origins), map(_LINE, quotes)),
            map(_SEEN, origins),
            map(_OLD, origins),
            quoted.ticks[places],
            quoted.serials[places],
            quoted.listings[places],
            map(_OBSERVED, origins),
            map(self._sessions.get, symbols),
            map(self._positions.get, symbols),
            map(contains, repeat(self._alerted), symbols),
        )
        return tuple(map(_row, zip(*columns, strict=False)))


def symbols_of(rows: Sequence[Row]) -> list[str]:
    """Return the symbols of rows in their order, without making the rows of a board for that."""
    return list(rows.symbols) if isinstance(rows, Rows) else [row.quote.symbol for row in rows]

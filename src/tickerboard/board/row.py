"""A row of the board: a quote, where it comes from, and how it moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tickerboard.model import Direction, maker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from decimal import Decimal

    from tickerboard.board.listings import Listing
    from tickerboard.board.session import Session
    from tickerboard.model import Quote
    from tickerboard.portfolio.positions import Position


class Row(NamedTuple):
    """A quote on the board. A tuple, because each refresh makes ten thousand of them.

    `source` is the label of its page and `rank` its place on the board, from 1. `observed` (UTC) is when the page was
    as it is, None where nothing tells; `seen` (UTC) is the same, or when the page came in. `old` means that the latest
    page does not have the quote any more. `tick` is the direction in which the last price last moved, and `serial` the
    number of the update that last changed the figures. `session` is what the history recorded of its last session, and
    `position` what the user holds of it.
    """

    quote: Quote
    source: str
    rank: int = 0
    doubtful: bool = False
    seen: datetime | None = None
    old: bool = False
    tick: Direction | None = None
    serial: int = 0
    listing: Listing | None = None
    observed: datetime | None = None
    session: Session | None = None
    position: Position | None = None
    alerted: bool = False

    @property
    def name(self) -> str | None:
        """The company's name: the page's, or the listed one."""
        return self.quote.name or (self.listing.name if self.listing else None)

    @property
    def sector(self) -> str | None:
        """The sector: the page's, or the listed one."""
        return self.quote.sector or (self.listing.sector if self.listing else None)

    @property
    def previous(self) -> Decimal | None:
        """The previous close, in the unit of `last`: the page's own figure, or else last - change.

        None where the page has neither a previous close nor a change.
        """
        quote = self.quote
        if quote.previous is not None or quote.change is None:
            return quote.previous
        return quote.last - quote.change

    def with_session(self, session: Session | None) -> Row:
        """Return the row with another session, in half the time of `_replace`: each refresh of ten thousand does it."""
        return _row((*self[:_SESSION], session, *self[_SESSION + 1 :]))

    def is_fresher_than(self, other: Row) -> bool:
        """Return whether this row was seen later. A row that nobody knows the time of is never fresher."""
        return self.seen is not None and (other.seen is None or self.seen > other.seen)


class Origin(NamedTuple):
    """The page that rows come from: its label, its times as in Row, its doubtful lines and its update's number."""

    source: str
    seen: datetime | None
    observed: datetime | None
    doubtful: frozenset[int]
    serial: int


_row = maker(Row)
_SESSION = Row._fields.index("session")
_UP, _DOWN = Direction.UP, Direction.DOWN


def followed(rows: Iterable[Row], quotes: Iterable[Quote], origin: Origin, first: int) -> Iterator[Row]:
    """Yield the rows of their symbols' next quotes, with the changes since these, ranked from `first` on."""
    source, seen, observed, doubtful, now = origin
    for rank, (row, quote) in enumerate(zip(rows, quotes, strict=True), first):
        was, last, tick, serial = row.quote, quote.last, row.tick, row.serial
        if last != was.last:
            tick, serial = _UP if last > was.last else _DOWN, now
        elif quote.change != was.change or quote.percent != was.percent:
            serial = now
        in_doubt = quote.line in doubtful
        yield _row((quote, source, rank, in_doubt, seen, False, tick, serial, row.listing, observed, None, None, False))

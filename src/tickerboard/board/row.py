"""A row of the board: a quote, and what happened to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tickerboard.model import Direction

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from tickerboard.board.listings import Listing
    from tickerboard.model import Quote


class Row(NamedTuple):
    """A quote on the board, and what happened to it; a tuple, for ten thousand are made anew at each refresh.

    `seen` (UTC) is when a page last had it, `old` that the latest page has it no more, `tick` which way its last
    price went when it last moved, and `serial` the number of the update that last changed its figures.
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

    @property
    def name(self) -> str | None:
        """What the symbol stands for: as the page says, or as it is listed."""
        return self.quote.name or (self.listing.name if self.listing else None)

    @property
    def sector(self) -> str | None:
        """The sector: as the page says, or as it is listed."""
        return self.quote.sector or (self.listing.sector if self.listing else None)

    @property
    def previous(self) -> Decimal | None:
        """The previous close, in the unit of `last`: the page's own figure, or else last - change.

        None where the page gives neither a previous close nor a change.
        """
        quote = self.quote
        if quote.previous is not None or quote.change is None:
            return quote.previous
        return quote.last - quote.change

    def followed_by(self, quote: Quote, origin: Origin, rank: int) -> Row:
        """Give the row of the symbol's next quote, knowing what changed."""
        was = self.quote
        tick, serial = self.tick, self.serial
        if was.figures != quote.figures:
            serial = origin.serial
            if was.last != quote.last:
                tick = Direction.of(quote.last - was.last)
        in_doubt = quote.line in origin.doubtful
        return Row(quote, origin.source, rank, in_doubt, origin.seen, False, tick, serial, self.listing)


class Origin(NamedTuple):
    """The page that rows come from: its name, when it was seen (UTC), its doubtful lines, and its update's number."""

    source: str
    seen: datetime | None
    doubtful: frozenset[int]
    serial: int

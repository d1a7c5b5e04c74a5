"""A row of the board: a quote, where it comes from, and how it moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser.audit import previous_close

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from tickerboard.board.listings import Listing
    from tickerboard.board.session import Session
    from tickerboard.model import Direction, Quote
    from tickerboard.portfolio.positions import Position


class Row(NamedTuple):
    """A quote on the board.

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
        """The previous close, as the page prints it or by the change; None where neither tells it."""
        return previous_close(self.quote)

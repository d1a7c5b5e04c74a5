"""The user's lots, ready to be valued at each refresh."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tickerboard.model import Quote, Rate
    from tickerboard.portfolio.lots import Lot
    from tickerboard.portfolio.positions import Position


class Holdings(NamedTuple):
    """Lots, and the currency (ISO 4217) of pages that name none; None: that of the lots."""

    lots: tuple[Lot, ...] = ()
    pages_in: str | None = None

    def positions(self, prices: Mapping[str, Quote | Rate]) -> tuple[Position, ...]:
        """Return the positions by prices, which are also where the rates of currencies come from."""
        from tickerboard.portfolio.conversion import Conversion  # most users have no lots
        from tickerboard.portfolio.positions import positions_of

        return positions_of(self.lots, prices, Conversion(prices.values()), self.pages_in)

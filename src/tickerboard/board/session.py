"""The recorded prices of a symbol's last session, in few enough steps for a line of the table."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tickerboard.model import Quote

_HUNDREDTH = Decimal("0.01")


class Session(NamedTuple):
    """Prices at even steps of a session, oldest first, and the lowest and highest of all its recorded prices.

    Prices are in the unit of `last`; None stands before the first quote.
    """

    prices: tuple[Decimal | None, ...]
    low: Decimal
    high: Decimal

    @property
    def move(self) -> Decimal | None:
        """The move from the first price to the last, in percent of the first; None where there is only one price."""
        known = [price for price in self.prices if price is not None]
        if len(known) < 2 or known[0] <= 0:
            return None
        return ((known[-1] - known[0]) / known[0] * 100).quantize(_HUNDREDTH)


class DayRange(NamedTuple):
    """The lowest and the highest price of the day, in the unit of `last`."""

    low: Decimal
    high: Decimal

    def place(self, last: Decimal) -> Decimal | None:
        """Return where a price stands: 0 is the lowest, 100 the highest. None outside of the range, or without one."""
        if not self.low <= last <= self.high or self.low == self.high:
            return None
        return ((last - self.low) / (self.high - self.low) * 100).quantize(Decimal(1))


def day_range(quote: Quote, session: Session | None) -> DayRange | None:
    """Return the day's range: the page's own, or else that of the recorded session with the last price."""
    if quote.low is not None and quote.high is not None:
        return DayRange(quote.low, quote.high)
    if session is None:
        return None
    return DayRange(min(session.low, quote.last), max(session.high, quote.last))

"""What is wrong with a filter."""

from __future__ import annotations

from tickerboard.errors import TickerboardError


class FilterError(TickerboardError, ValueError):
    """An invalid filter. The message is one plain line."""

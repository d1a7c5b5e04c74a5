"""The clock of a board that can be turned back: it stands still in the past, and goes with the real one otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from tickerboard.sources.clock import Clock


class TravelClock:
    """Shows `at` (UTC) while that is set, and the time of the clock below it otherwise."""

    def __init__(self, below: Clock) -> None:
        self._below = below
        self.at: datetime | None = None

    def now(self) -> datetime:
        """Return the time, in UTC."""
        return self._below.now() if self.at is None else self.at

    def real_now(self) -> datetime:
        """Return the time of the clock below, in UTC."""
        return self._below.now()

    async def sleep(self, seconds: float) -> None:
        """Wait, by the clock below."""
        await self._below.sleep(seconds)

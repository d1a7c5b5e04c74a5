"""A time of the history played again: its snapshots come as they came, by a clock that runs faster."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

from tickerboard.board.board import Board
from tickerboard.sources.base import REPLAY

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from datetime import datetime

    from tickerboard.board.listings import Listings
    from tickerboard.sources.clock import Clock
    from tickerboard.sources.updates import Snapshots
    from tickerboard.ui.history.past import Past


class ReplayClock:
    """Runs from `since` to `until` (UTC), so many times as fast as the clock below it; it stops there.

    It is paused at first, and for as long as the user wants.
    """

    def __init__(self, since: datetime, until: datetime, speed: float, below: Clock) -> None:
        self._since, self._until, self._speed, self._below = since, until, speed, below
        self._began = below.now()
        self._running = asyncio.Event()

    @property
    def is_running(self) -> bool:
        """Whether it is not paused."""
        return self._running.is_set()

    def now(self) -> datetime:
        """Return the time that is played."""
        if not self.is_running:
            return self._since
        passed = (self._below.now() - self._began).total_seconds() * self._speed
        return min(self._since + timedelta(seconds=passed), self._until)

    def toggle(self) -> None:
        """Pause, or resume."""
        self._since, self._began = self.now(), self._below.now()
        if self.is_running:
            self._running.clear()
        else:
            self._running.set()

    async def reach(self, time: datetime) -> None:
        """Wait until a time (UTC) is played; while it is paused, that does not come nearer."""
        while (wait := (min(time, self._until) - self.now()).total_seconds()) > 0:
            await self.sleep(wait)
            await self._running.wait()

    async def sleep(self, seconds: float) -> None:
        """Wait for so many seconds of the time that is played."""
        await self._below.sleep(seconds / self._speed)


class Replay:
    """The snapshots of a past from `since` until before `until` (UTC), each when its time comes by the clock."""

    def __init__(self, past: Past, since: datetime, until: datetime, speed: float, below: Clock) -> None:
        self.past, self._since, self._until = past, since, until
        self.clock = ReplayClock(since, until, speed, below)

    def first_board(self, listings: Listings) -> Board:
        """Return the board as of the beginning. Raise HistoryError."""
        return Board.of(map(_marked, self.past.history.as_of(self._since, self.past.sources)), listings)

    async def updates(self) -> AsyncGenerator[Snapshots]:
        """Start the clock and yield the snapshots; they are read off the caller's thread. Raise HistoryError."""
        self.clock.toggle()
        coming = self.past.history.updates(self._since, self._until, self.past.sources)
        while (update := await asyncio.to_thread(next, coming, None)) is not None:
            await self.clock.reach(update.at)
            yield _marked(update)


def _marked(update: Snapshots) -> Snapshots:
    return update._replace(note=REPLAY)

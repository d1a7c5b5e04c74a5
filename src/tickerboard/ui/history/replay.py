"""A time of the history played again: its snapshots come as they came, by a clock that runs faster."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

from tickerboard.board.board import Board
from tickerboard.history import History
from tickerboard.sources.base import REPLAY

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from datetime import datetime
    from pathlib import Path

    from tickerboard.board.listings import Listings
    from tickerboard.sources.pace import Clock
    from tickerboard.sources.updates import Snapshots


class ReplayClock:
    """Runs from `since` to `until` (UTC), so many times as fast as the clock below it; it stops there."""

    def __init__(self, since: datetime, until: datetime, speed: float, below: Clock) -> None:
        self._since, self._until, self._speed, self._below = since, until, speed, below
        self._began = below.now()

    def now(self) -> datetime:
        """Return the time that is played."""
        passed = (self._below.now() - self._began).total_seconds() * self._speed
        return min(self._since + timedelta(seconds=passed), self._until)

    async def sleep(self, seconds: float) -> None:
        """Wait for so many seconds of the time that is played."""
        await self._below.sleep(seconds / self._speed)


class Replay:
    """The snapshots from `since` until before `until` (UTC), each when its time comes by the clock."""

    def __init__(self, path: Path, since: datetime, until: datetime, speed: float, below: Clock) -> None:
        self._history, self._since, self._until = History(path), since, until
        self.clock = ReplayClock(since, until, speed, below)

    def first_board(self, listings: Listings) -> Board:
        """Return the board as of the beginning. Raise HistoryError."""
        return Board.of(map(_marked, self._history.as_of(self._since)), listings)

    async def updates(self) -> AsyncGenerator[Snapshots]:
        """Yield the snapshots; they are read off the caller's thread. Raise HistoryError."""
        coming = self._history.updates(self._since, self._until)
        while (update := await asyncio.to_thread(next, coming, None)) is not None:
            if (wait := (update.at - self.clock.now()).total_seconds()) > 0:
                await self.clock.sleep(wait)
            yield _marked(update)


def _marked(update: Snapshots) -> Snapshots:
    return update._replace(note=REPLAY)

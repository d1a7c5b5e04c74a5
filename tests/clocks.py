"""A clock that the tests move."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


class FakeClock:
    """Stands at noon until it is advanced; whoever sleeps wakes in order."""

    def __init__(self) -> None:
        self.time = NOON
        self._sleepers: list[tuple[datetime, asyncio.Future[None]]] = []

    def now(self) -> datetime:
        return self.time

    @property
    def is_awaited(self) -> bool:
        """Whether somebody sleeps."""
        return any(not future.done() for _, future in self._sleepers)

    async def sleep(self, seconds: float) -> None:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleepers.append((self.time + timedelta(seconds=seconds), future))
        await future

    async def advance(self, seconds: float) -> None:
        end = self.time + timedelta(seconds=seconds)
        while True:
            for _ in range(20):
                await asyncio.sleep(0)
            self._sleepers = [each for each in self._sleepers if not each[1].done()]
            due = min((each for each in self._sleepers if each[0] <= end), key=lambda each: each[0], default=None)
            if due is None:
                break
            self.time = due[0]
            due[1].set_result(None)
        self.time = end

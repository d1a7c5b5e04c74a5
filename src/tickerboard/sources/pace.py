"""When a source is polled: the timer, and the growing waits after failures."""

from __future__ import annotations

import asyncio
import random
import time
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tickerboard.sources.clock import Clock, SystemClock

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

URL_EVERY, COMMAND_EVERY = 60.0, 60.0
URL_FLOOR = 5.0
LONGEST_WAIT = 900.0
"""Seconds: no failure and no Retry-After makes a source wait longer than this, or than its timer."""


class Pace:
    """When one source is polled: every `every` seconds, or at once when the user wants it."""

    def __init__(self, every: float | None = None, clock: Clock | None = None) -> None:
        self.every = every
        self.clock = clock or SystemClock()
        self.woke = time.monotonic()
        """When the last wait ended, by the monotonic clock: a reading begins there."""
        self._asked = asyncio.Event()
        self._turn = asyncio.Lock()
        self._rest: asyncio.Future[None] | None = None
        self._random = random.Random()  # noqa: S311  jitter keeps no secret

    def ask(self) -> None:
        """End the current wait."""
        self._asked.set()

    @asynccontextmanager
    async def turn(self, rest: float) -> AsyncGenerator[None]:
        """Take the only turn there is to poll the source; after it nobody gets one for `rest` seconds.

        It outlasts who follows the source, so that keys that end one following and start another cannot get around it.
        """
        async with self._turn:
            if self._rest is not None:
                await asyncio.shield(self._rest)
            try:
                yield
            finally:
                self._rest = asyncio.ensure_future(self.clock.sleep(rest))

    async def wait(self, seconds: float) -> bool:
        """Wait at most so many seconds; return whether somebody asked for an earlier end."""
        self._asked.clear()
        timer = asyncio.ensure_future(self.clock.sleep(seconds))
        asked = asyncio.ensure_future(self._asked.wait())
        try:
            await asyncio.wait({timer, asked}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            timer.cancel()
            asked.cancel()
            self.woke = time.monotonic()
        return self._asked.is_set()

    def after(self, seconds: float) -> datetime:
        """Return the time so many seconds from now, in UTC."""
        return self.clock.now() + timedelta(seconds=seconds)

    def after_failure(self, failures: int, every: float, retry_after: float | None) -> float:
        """Return the seconds to wait after so many failures in a row: doubling, with jitter, or what the server wants.

        Either is held to at least the timer, and to at most 15 minutes where the timer is not longer.
        """
        wait = retry_after
        if wait is None:
            wait = min(every * 2.0 ** min(failures - 1, 16), LONGEST_WAIT) * self._random.uniform(0.8, 1.0)
        return max(every, min(wait, LONGEST_WAIT))

"""Files and folders that are followed: by the system's notices of changes where it sends them, else by polling."""

from __future__ import annotations

import asyncio
import contextlib
import time
from typing import TYPE_CHECKING, Protocol

from tickerboard.sources.base import Progress
from tickerboard.sources.threads import off_thread

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path
    from threading import Event

    from tickerboard.sources.base import Fetch
    from tickerboard.sources.files import Fingerprint
    from tickerboard.sources.pace import Pace

LOOK_SECONDS = 0.2
STILL_LOOKS = 2
RESTLESS_SECONDS = 5.0
POLL_SECONDS = 1.0
CHECK_SECONDS = 2.0
"""Seconds between looks beside the system's notices: no notice comes when the folder itself goes and returns."""


class Watched(Protocol):
    """A source whose state can be seen without reading it."""

    @property
    def name(self) -> str:
        """The label of the source."""
        ...

    def fingerprint(self, stop: Event | None = None) -> Fingerprint:
        """Return what differs between this state and another."""
        ...

    def read(self, stop: Event | None = None) -> Fetch:
        """Read every page."""
        ...


async def follow_path(watched: Watched, folder: Path, pace: Pace) -> AsyncGenerator[Fetch]:
    """Read now and whenever the path changes, as soon as it rests: a half-written page is never read."""
    watcher = _Watcher(folder, pace)
    try:
        seen = await _fingerprint(watched)
        note = None
        yield await off_thread(watched.read)
        while True:
            started = time.perf_counter()
            changed = await _fingerprint(watched) != seen
            took = time.perf_counter() - started
            watcher.keep()
            if changed:
                seen = await _settled(watched, pace)
                fetch = await off_thread(watched.read)
                if await _fingerprint(watched) == seen:
                    note = watcher.note
                    yield fetch._replace(note=note)
                    continue
                seen = (object(),)  # it changed under the reading: look again
            elif watcher.note != note:
                note = watcher.note
                yield Progress(watched.name, note)
            # A folder of many pages takes long to look at: at most a hundredth of the time goes into it.
            await pace.wait(max(CHECK_SECONDS if watcher.works else POLL_SECONDS, took * 100))
    finally:
        watcher.stop()


async def _fingerprint(watched: Watched) -> Fingerprint:
    """Return the fingerprint from another thread: a folder of many pages, or on a slow disk, blocks nothing."""
    return await off_thread(watched.fingerprint)


async def _settled(watched: Watched, pace: Pace) -> Fingerprint:
    """Return the fingerprint as soon as it stays the same for a while, or has changed for too long."""
    look, same = await _fingerprint(watched), 0
    for _ in range(int(RESTLESS_SECONDS / LOOK_SECONDS)):
        await pace.clock.sleep(LOOK_SECONDS)
        before, look = look, await _fingerprint(watched)
        same = same + 1 if look == before else 0
        if same == STILL_LOOKS:
            break
    return look


class _Watcher:
    """Turns the system's notices of changes in a folder into early polls."""

    def __init__(self, folder: Path, pace: Pace) -> None:
        self._folder, self._pace = folder, pace
        self._task: asyncio.Task[None] | None = None
        self._identity: tuple[int, int] | None = None

    @property
    def works(self) -> bool:
        """Whether the system sends notices of changes; if not, only polling finds them."""
        return self._task is not None and not self._task.done()

    @property
    def note(self) -> str | None:
        """How the folder is followed where that is unusual, else None."""
        return None if self.works else "polling"

    def keep(self) -> None:
        """Start to watch, and again where the folder is another one of the same name."""
        try:
            status = self._folder.stat()
        except OSError:
            self.stop()
            return
        identity = (status.st_dev, status.st_ino)
        if identity != self._identity:
            self.stop()
            self._identity = identity
            self._task = asyncio.create_task(self._watch())

    def stop(self) -> None:
        """Stop watching."""
        if self._task is not None:
            self._task.cancel()
        self._task = self._identity = None

    async def _watch(self) -> None:
        from watchfiles import awatch

        # What ends a watch: no inotify handles left (OSError), a name that is not UTF-8, the folder gone.
        with contextlib.suppress(OSError, RuntimeError, ValueError):
            async for _ in awatch(self._folder, recursive=False, watch_filter=None, step=100, debounce=200):
                self._pace.ask()
        self._pace.ask()  # so that the board shows at once that it polls

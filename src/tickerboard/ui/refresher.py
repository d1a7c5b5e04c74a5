"""Reads the sources for the screen: follows them while the board is live, reads them once when asked otherwise."""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING

from tickerboard.logs import log
from tickerboard.sources import with_unique_name
from tickerboard.sources.pace import Pace
from tickerboard.sources.updates import updates

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from textual.app import App

    from tickerboard.sources.base import Source
    from tickerboard.sources.clock import Clock
    from tickerboard.sources.updates import Update

LIVE, ONCE, STREAM = "live", "once", "stream"


class Refresher:
    """One worker for each source. Updates are handed to `deliver` on the screen's thread."""

    def __init__(
        self,
        app: App[None],
        sources: Sequence[Source],
        deliver: Callable[[Update], Awaitable[None]],
        *,
        every: float | None,
        clock: Clock,
    ) -> None:
        self._app, self._deliver = app, deliver
        self._every, self._clock = every, clock
        self._paces = [(source, Pace(every, clock)) for source in sources]
        self.live = False

    def start(self, *, live: bool) -> None:
        """Begin: streams flow in any case, slow sources are read for the first time."""
        for source, pace in self._paces:
            if source.stream:
                self._run_following(source, pace, STREAM)
        if live:
            self.toggle()
        else:
            self._read_once([source for source, _ in self._paces if not source.instant])

    def add(self, source: Source) -> Source:
        """Add a source, or read again the one that is here already; return it under its unique name."""
        source = with_unique_name(source, [each for each, _ in self._paces])
        known = next((pace for each, pace in self._paces if each is source), None)
        pace = known or Pace(self._every, self._clock)
        if known is None:
            self._paces.append((source, pace))
        if not self.live:
            self._read_once([source])
        elif known:
            pace.ask()
        else:
            self._run_following(source, pace, LIVE)
        return source

    def remove(self, name: str) -> None:
        """Stop reading a source."""
        self._paces = [(source, pace) for source, pace in self._paces if source.name != name]
        for worker in list(self._app.workers):
            if worker.name == name and worker.group in {LIVE, ONCE, STREAM}:
                worker.cancel()

    def toggle(self) -> None:
        """Go live, or pause."""
        self.live = not self.live
        log.record("live", on=self.live)
        self._app.workers.cancel_group(self._app, ONCE)
        if self.live:
            for source, pace in self._paces:
                if not source.stream:
                    self._run_following(source, pace, LIVE)
        else:
            self._app.workers.cancel_group(self._app, LIVE)

    def refresh(self, name: str | None = None) -> None:
        """Read the sources now, or only the one of this name."""
        wanted = [(source, pace) for source, pace in self._paces if name in {None, source.name}]
        if self.live:
            for _, pace in wanted:
                pace.ask()
        else:
            self._read_once([source for source, _ in wanted])

    def _read_once(self, sources: Sequence[Source]) -> None:
        """Read those that are not being read at this moment."""
        reading = {worker.name for worker in self._app.workers if worker.group == ONCE and not worker.is_finished}
        for source, pace in self._paces:
            if source in sources and not source.stream and source.name not in reading:
                self._app.run_worker(self._once(source, pace), source.name, group=ONCE)

    def _run_following(self, source: Source, pace: Pace, group: str) -> None:
        self._app.run_worker(self._follow(source, pace), source.name, group=group)

    async def _follow(self, source: Source, pace: Pace) -> None:
        async with aclosing(updates(source, pace)) as coming:
            async for update in coming:
                await self._deliver(update)

    async def _once(self, source: Source, pace: Pace) -> None:
        async with aclosing(updates(source, pace)) as coming:
            await self._deliver(await anext(coming))

"""Follows the sources for the screen: LIVE for as long as it lasts, STILL once when asked."""

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
    from tickerboard.sources.pace import Clock
    from tickerboard.sources.updates import Update

LIVE, ONCE, STREAM = "live", "once", "stream"


class Refresher:
    """One worker a source; what comes in is handed to `deliver` on the screen's thread."""

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
        """Begin: streams flow in any case, slow sources are asked for the first time."""
        for source, pace in self._paces:
            if source.stream:
                self._app.run_worker(self._follow(source, pace), group=STREAM)
        if live:
            self.turn()
        else:
            self._ask_once([source for source, _ in self._paces if not source.instant])

    def add(self, source: Source) -> Source:
        """Take a further source in and read it, under the name that is given back; one that is here is read again."""
        source = with_unique_name(source, [each for each, _ in self._paces])
        known = next((pace for each, pace in self._paces if each is source), None)
        pace = known or Pace(self._every, self._clock)
        if known is None:
            self._paces.append((source, pace))
        if not self.live:
            self._ask_once([source])
        elif known:
            pace.ask()
        else:
            self._app.run_worker(self._follow(source, pace), group=LIVE)
        return source

    def turn(self) -> None:
        """Go live, or stand still."""
        self.live = not self.live
        log.record("live", on=self.live)
        self._app.workers.cancel_group(self._app, ONCE)
        if self.live:
            for source, pace in self._paces:
                if not source.stream:
                    self._app.run_worker(self._follow(source, pace), group=LIVE)
        else:
            self._app.workers.cancel_group(self._app, LIVE)

    def ask(self) -> None:
        """Refresh now, whichever it is."""
        if self.live:
            for _, pace in self._paces:
                pace.ask()
        else:
            self._ask_once([source for source, _ in self._paces])

    def _ask_once(self, sources: Sequence[Source]) -> None:
        """Ask those that are not being asked at this moment."""
        asked = {worker.name for worker in self._app.workers if worker.group == ONCE and not worker.is_finished}
        for source, pace in self._paces:
            if source in sources and not source.stream and source.name not in asked:
                self._app.run_worker(self._once(source, pace), source.name, group=ONCE)

    async def _follow(self, source: Source, pace: Pace) -> None:
        async with aclosing(updates(source, pace)) as coming:
            async for update in coming:
                await self._deliver(update)

    async def _once(self, source: Source, pace: Pace) -> None:
        async with aclosing(updates(source, pace)) as coming:
            await self._deliver(await anext(coming))

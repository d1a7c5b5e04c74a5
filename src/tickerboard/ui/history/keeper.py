"""Hands what the sources bring to the history's writer thread, and reports when it is paused."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from contextvars import copy_context
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.sources.base import MARKS
from tickerboard.ui.history.folders import is_dated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tickerboard.alerts.firing import Firing
    from tickerboard.history.recorder import Recorder
    from tickerboard.sources.updates import Update

CLOSE_SECONDS = 0.5
"""How long the board waits, when it is left, for what is not on disk yet."""
DELAY_SECONDS = 0.3
"""How long an update waits before it is written: it is painted meanwhile, and a recorder may write it first."""
PAUSED = "history paused"


class HistoryPlan(NamedTuple):
    """Where the history is, whether the board records, and how much is kept (days, MiB; 0: no limit)."""

    path: Path
    records: bool = True
    days: int = 0
    megabytes: int = 0


class Keeper:
    """Records updates. All methods are for the screen's thread, and so are the callbacks.

    The sample and the demo are no market, and a folder of dated pages that is only read once is a history itself: they
    are not recorded.

    `report` gets why the history is paused, or None when it works again; `notice` what happened to the file; both are
    one plain line without the file's path. `stored` is called after pages were written.
    """

    def __init__(
        self,
        plan: HistoryPlan,
        *,
        live: bool,
        report: Callable[[str | None], None],
        notice: Callable[[str], None],
        stored: Callable[[], None],
    ) -> None:
        self._plan, self._live = plan, live
        self._report, self._notice, self._stored = report, notice, stored
        self._early: list[Update] = []
        self._early_firings: list[Firing] = []
        self._recorder: Recorder | None = None

    async def start(self, first: Sequence[Update]) -> None:
        """Begin to record, with the updates that were read before the screen opened. SQLite is loaded only now."""
        loop, context = asyncio.get_running_loop(), copy_context()  # a message's timer asks which application is active

        def on_screen(call: Callable[..., None], *arguments: object) -> None:
            with suppress(RuntimeError):  # the board has been left
                loop.call_soon_threadsafe(call, *arguments, context=context)

        def begin() -> Recorder:
            from tickerboard.history.recorder import Recorder
            from tickerboard.history.retention import Retention

            return Recorder(
                self._plan.path,
                report=lambda trouble: on_screen(self._report, _without_path(trouble, self._plan.path)),
                notice=lambda words: on_screen(self._notice, _without_path(words, self._plan.path)),
                stored=lambda _: on_screen(self._stored),
                retention=Retention(self._plan.days, self._plan.megabytes),
                delay=DELAY_SECONDS,
            )

        recorder = await asyncio.to_thread(begin)
        for update in (*first, *self._early):
            self._put(recorder, update)
        self._early.clear()
        self._recorder = recorder
        if self._early_firings:
            self.keep(self._early_firings)

    def take(self, update: Update) -> None:
        """Record an update; never waits for the disk."""
        if self._recorder is None:
            self._early.append(update)
        else:
            self._put(self._recorder, update)

    def keep(self, firings: Sequence[Firing]) -> None:
        """Record alerts that fired."""
        from tickerboard.history.recorder import Fired

        if self._recorder is None:
            self._early_firings += firings
        else:
            self._recorder.put_work(Fired(tuple(firings)))

    def _put(self, recorder: Recorder, update: Update) -> None:
        if not (update.note in MARKS or (not self._live and is_dated(update))):
            recorder.put(update)

    def close(self) -> bool:
        """Write what waits, for a second at most. Return whether everything was written."""
        return self._recorder is None or self._recorder.close(CLOSE_SECONDS)


def _without_path(trouble: str | None, path: Path) -> str | None:
    return None if trouble is None else trouble.replace(f"{path}: ", "", 1)

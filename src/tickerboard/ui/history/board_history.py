"""The history of the board that is open: what comes is recorded, and the board can be turned back."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from tickerboard.errors import TickerboardError
from tickerboard.sources.base import REPLAY
from tickerboard.ui.history.folders import with_own_times
from tickerboard.ui.history.keeper import Keeper
from tickerboard.ui.history.pasts import Pasts

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from textual.app import App

    from tickerboard.alerts.firing import Firing
    from tickerboard.board.session import Session
    from tickerboard.sources.updates import Update
    from tickerboard.ui.board.screen import BoardScreen
    from tickerboard.ui.history.keeper import HistoryPlan
    from tickerboard.ui.history.past import Past

DELAY_SECONDS = 0.2
"""How long the sessions wait after pages were stored, so that keys have the processor between the two."""
REST_SECONDS = 5.0
"""The least time between two questions for the sessions: a new one paints the table once more."""
RESTS = 20
"""The time between two questions, in times that the last one took: thousands of symbols take long."""


class BoardHistory:
    """Records updates, and shows on the screen when that is paused. All methods are for the screen's thread."""

    def __init__(
        self,
        app: App[None],
        screen: BoardScreen,
        plan: HistoryPlan,
        first: Sequence[Update],
        deliver: Callable[[Mapping[str, Session]], Awaitable[None]],
        *,
        live: bool,
    ) -> None:
        """Take the updates that were read before the screen opened, and who gets the sessions."""
        self._app, self._screen, self._live = app, screen, live
        self._deliver = deliver
        self._is_asking = self._is_wanted = False
        self._first = [self._timed(update) for update in first]
        self._pasts = Pasts(plan.path, self._first, live=live)
        self._keeper: Keeper | None = None
        if plan.records:
            self._keeper = Keeper(plan, live=live, report=self._report, notice=self._notice, stored=self._want_sessions)
        screen.find_past = self._pasts.find

    def start(self) -> None:
        """Open the history, once the board is painted."""
        if self._keeper is not None:
            self._app.run_worker(self._keeper.start(self._first), group="history")
        self._first = []
        self._want_sessions()
        self._screen.want_session()

    def take(self, update: Update) -> Update:
        """Record an update; return it as the board takes it: the pages of a dated folder have their own times."""
        update = self._timed(update)
        if self._keeper is not None:
            self._keeper.take(update)
        self._pasts.take(update)
        if update.note == REPLAY:
            self._want_sessions()
        return update

    def keep(self, firings: Sequence[Firing]) -> None:
        """Record alerts that fired."""
        if self._keeper is not None:
            self._keeper.keep(firings)

    def _timed(self, update: Update) -> Update:
        return update if self._live else with_own_times(update)

    def close(self) -> bool:
        """Write what is not on disk yet, for a second at most. Return whether everything was written."""
        self._pasts.close()
        return self._keeper is None or self._keeper.close()

    def _report(self, trouble: str | None) -> None:
        """Show why the history is paused for as long as it is."""
        self._screen.paused = trouble
        if trouble is None:
            self._notice("history resumed")

    def _notice(self, notice: str) -> None:
        self._app.notify(notice, markup=False)

    def _want_sessions(self) -> None:
        """Ask for the sessions again; while that goes on, they are asked for once more at most."""
        self._is_wanted = True
        if not self._is_asking:
            self._is_asking = True
            self._app.run_worker(self._ask(), group="sessions")

    async def _ask(self) -> None:
        while self._is_wanted:
            await asyncio.sleep(DELAY_SECONDS)
            self._is_wanted, begun = False, time.monotonic()
            with suppress(TickerboardError):  # without a history there are no sessions; the recorder reports why
                await self._deliver(await asyncio.to_thread(self._sessions))
            await asyncio.sleep(max(REST_SECONDS, RESTS * (time.monotonic() - begun)))
        self._is_asking = False

    def _sessions(self) -> Mapping[str, Session]:
        past = self._present_past()
        return {} if past is None else past.sessions(self._screen.real_now())

    def _present_past(self) -> Past | None:
        """Return the past of the board; None where what was recorded is not of its figures.

        Nothing keeps the board for as long as the past is asked: the next would need as much memory again.
        """
        board = self._screen.present
        return None if board.is_marked else self._pasts.find(board)

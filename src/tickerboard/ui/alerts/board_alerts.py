"""The alerts of the board that is open: updates are watched off the screen's thread, and what fires is shown."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from tickerboard.settings.alerts import rule_of, rules_of
from tickerboard.settings.config import AlertSettings, Config, ConfigError
from tickerboard.settings.places import alerts_path
from tickerboard.settings.reading import own_alerts, read_config
from tickerboard.settings.writing import save_alerts
from tickerboard.sources.base import MARKS
from tickerboard.table.view import groups_of
from tickerboard.ui.history.folders import is_dated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import App

    from tickerboard.alerts.firing import Firing
    from tickerboard.alerts.rule import Rule
    from tickerboard.alerts.watch import Watch
    from tickerboard.portfolio.holdings import Holdings
    from tickerboard.sources.updates import Update
    from tickerboard.ui.history.board_history import BoardHistory
    from tickerboard.ui.live_board import LiveBoard
    from tickerboard.ui.memory import Memory

MARK_SECONDS = 300.0
"""How long a row is marked after an alert fired for it."""


class Reading(NamedTuple):
    """What the board reads: the names of its sources, and the updates that were read before the screen opened.

    `is_live` is whether the sources are followed from the start, `is_real` whether this is the present, not a replay.
    """

    names: tuple[str, ...]
    first: tuple[Update, ...]
    is_live: bool
    is_real: bool


class BoardAlerts:
    """Watches the alerts of the config. All methods are for the screen's thread.

    What the sample, the simulation or a replay fires is shown; it is not kept, and no command is run. A folder of dated
    pages that is only read once is of the past, and fires nothing.
    """

    def __init__(
        self,
        app: App[None],
        live_board: LiveBoard,
        memory: Memory,
        history: BoardHistory | None,
        reading: Reading,
    ) -> None:
        self._app, self._live_board, self._memory, self._history = app, live_board, memory, history
        self._reading = reading
        self._config = Config()
        self._rules: tuple[Rule, ...] = ()
        self._watch: Watch | None = None
        self._watched: tuple[tuple[Rule, ...], Holdings] | None = None
        self._turn = asyncio.Lock()
        self._marked: dict[str, int] = {}
        self._snoozed: set[str] = set()
        self._last: dict[str, Firing] = {}

    def apply(self, config: Config) -> None:
        """Watch the alerts of a config, with the watchlist as it is."""
        self._config = config
        self.apply_watchlist()

    def apply_watchlist(self) -> None:
        """Watch the same alerts with the watchlist as it is now."""
        if self._config.alerts or self._rules:
            self._rules = rules_of(self._config, groups_of(self._config, self._memory.state.watchlist))

    async def start(self) -> None:
        """Watch the updates that were read before the screen opened."""
        first, self._reading = self._reading.first, self._reading._replace(first=())
        for update in first:
            await self.take(update)

    async def take(self, update: Update) -> None:
        """Watch an update, and show what fires."""
        if not self._rules or (not self._reading.is_live and is_dated(update)):
            return
        async with self._turn:
            firings = await asyncio.to_thread(self._take, update, asyncio.get_running_loop())
            if firings:
                await self._show(firings, is_real=self._reading.is_real and update.note not in MARKS)

    def _take(self, update: Update, loop: asyncio.AbstractEventLoop) -> list[Firing]:
        wanted = self._rules, self._live_board.board.holdings
        if self._watch is None:
            self._watch = self._begun(loop, is_real=self._reading.is_real and update.note not in MARKS)
        elif wanted != self._watched:
            self._watch.renew(*wanted)
        self._watched = wanted
        self._watch.snoozed = frozenset(self._snoozed)
        return self._watch.take(update)

    def _begun(self, loop: asyncio.AbstractEventLoop, *, is_real: bool) -> Watch:
        from tickerboard.alerts.watch import Watch, memory_path

        def report(why: str) -> None:
            with suppress(RuntimeError):  # the board has been left
                loop.call_soon_threadsafe(lambda: self._app.run_worker(self._fail(why)))

        state = self._memory.state_path
        path = None if state is None or not is_real else memory_path(state, self._reading.names)
        board = self._live_board.board
        return Watch(self._rules, board.listings, path, report, board.holdings)

    async def _fail(self, why: str) -> None:
        """Say what failed, after the alert that it is about: the later line takes the place of the one before."""
        async with self._turn:
            self._app.notify(why, severity="error", markup=False)

    async def _show(self, firings: list[Firing], *, is_real: bool) -> None:
        """Show a line, mark the rows, and ring or notify where a rule says so, once for all that fired together."""
        if is_real and self._history is not None:
            self._history.keep(firings)
        self._last |= {firing.alert: firing for firing in firings}
        if not (firings := [firing for firing in firings if firing.alert not in self._snoozed]):
            return
        self._app.notify(told(firings), severity="warning", markup=False)
        self._signal(firings, "bell", lambda _: self._app.bell())
        self._signal(firings, "notify", self._notify_desktop)
        symbols = {firing.symbol for firing in firings if firing.symbol is not None}
        for symbol in symbols:
            self._marked[symbol] = self._marked.get(symbol, 0) + 1
        self._app.set_timer(MARK_SECONDS, lambda: self._unmark(symbols))
        await self._live_board.mark(frozenset(self._marked))

    def _signal(self, firings: list[Firing], how: str, signal: Callable[[list[Firing]], None]) -> None:
        names = {rule.name for rule in self._rules if getattr(rule, how)}
        if wanted := [firing for firing in firings if firing.alert in names]:
            signal(wanted)

    def _notify_desktop(self, firings: list[Firing]) -> None:
        from tickerboard.ui.alerts.notification import notification

        if (driver := self._app._driver) is not None and not self._app.is_headless:
            driver.write(notification(told(firings), os.environ))

    async def _unmark(self, symbols: set[str]) -> None:
        for symbol in symbols:
            self._marked[symbol] -= 1
            if not self._marked[symbol]:
                del self._marked[symbol]
        await self._live_board.mark(frozenset(self._marked))

    @property
    def listed(self) -> list[tuple[Rule, Firing | None, bool]]:
        """Each alert, what it fired last on this board, and whether it is snoozed."""
        return [(rule, self._last.get(rule.name), rule.name in self._snoozed) for rule in self._rules]

    def snooze(self, name: str) -> None:
        """Deliver an alert no more until the board is left or this is asked for again; it is kept in the history."""
        self._snoozed ^= {name}

    def save(self, name: str, when: str) -> None:
        """Write an alert into the file of those that were made on the board. Raise TickerboardError."""
        self._change(lambda made: {**made, name: {**made.get(name, {}), "when": when}}, name)

    def remove(self, name: str) -> None:
        """Take an alert out of that file. Raise TickerboardError."""
        self._change(lambda made: {each: made[each] for each in made if each != name}, name)

    def _change(self, change: Callable[[dict[str, Any]], dict[str, Any]], name: str) -> None:
        path = self._memory.config_path
        if path is None:
            raise ConfigError("no place for alerts")
        made = own_alerts(path)
        if name in read_config(path, needed=False)[0].alerts and name not in made:
            raise ConfigError(f"{name} is in {path.name}; edit it there")
        after = change(made)
        groups = groups_of(self._config, self._memory.state.watchlist)
        if name in after:
            rule_of(name, AlertSettings(when=after[name]["when"]), groups)
        try:
            save_alerts(after, alerts_path(path))
        except OSError as error:
            why = (error.strerror or "cannot be written").lower()
            raise ConfigError(f"{alerts_path(path)}: {why}") from error
        self.apply(self._memory.overrides(read_config(path, needed=False)[0]))

    def close(self) -> None:
        """Save what the alerts have seen, and end their commands after a moment."""
        if self._watch is not None:
            self._watch.close()


def told(firings: Sequence[Firing]) -> str:
    """Return what fired, on one line: the first, and how many more."""
    first = firings[0]
    more = f" (+{len(firings) - 1} more)" if len(firings) > 1 else ""
    return f"alert {first.alert}: {first.words}{more}"

"""Alerts of commands without a screen: a line on standard error for each that fires, and its command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.cli.output import fail

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tickerboard.alerts.firing import Firing
    from tickerboard.alerts.watch import Watch
    from tickerboard.settings.config import Config
    from tickerboard.sources.base import Source
    from tickerboard.sources.updates import Update


class Alerting:
    """The alerts of a config while sources are followed; without alerts it does nothing."""

    def __init__(self, watch: Watch | None = None) -> None:
        self._watch = watch

    @classmethod
    def of(cls, config: Config, path: Path, sources: Sequence[Source]) -> Alerting:
        """Return the alerts of a config, whose file is `path`. Raise FilterError, ListingsError."""
        if not config.alerts:
            return cls()
        from tickerboard.alerts.watch import Watch, memory_path
        from tickerboard.board.listings import Listings, extra_path
        from tickerboard.cli.holdings import valued_by
        from tickerboard.settings.alerts import rules_of
        from tickerboard.settings.state import load_state, state_path
        from tickerboard.table.view import groups_of

        state = state_path()
        rules = rules_of(config, groups_of(config, load_state(state).watchlist))
        place = memory_path(state, [source.name for source in sources])
        return cls(Watch(rules, Listings.load(extra_path(path)), place, fail, valued_by(path)))

    def take(self, update: Update) -> list[Firing]:
        """Take an update; print a line for each alert that fires, and return them."""
        firings = [] if self._watch is None else self._watch.take(update)
        for firing in firings:
            fail(f"alert {firing.alert}: {firing.words}")
        return firings

    def close(self) -> None:
        """Wait until the commands have ended, each within its limit."""
        if self._watch is not None:
            from tickerboard.alerts.delivery import LIMITS

            self._watch.close(LIMITS.seconds)

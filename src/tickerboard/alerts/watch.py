"""Alerts while sources are followed: updates in, firings out, commands run, and all remembered for the next start."""

from __future__ import annotations

import contextlib
import fcntl
import os
import time
from typing import TYPE_CHECKING

from tickerboard.alerts import memory
from tickerboard.alerts.delivery import CLOSE_SECONDS, Deliveries
from tickerboard.alerts.engine import Engine
from tickerboard.sources.updates import Snapshots
from tickerboard.text.digests import sha256

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from tickerboard.alerts.firing import Firing
    from tickerboard.alerts.rule import Rule
    from tickerboard.board.listings import Listings
    from tickerboard.portfolio.holdings import Holdings
    from tickerboard.sources.updates import Update

SAVE_SECONDS = 5.0
"""How long what alerts have seen may stay unsaved while none fires."""


def memory_path(state: Path, sources: Iterable[str]) -> Path:
    """Return where a program that follows these sources remembers its alerts: in a folder beside the state."""
    names = "\n".join(sorted(sources))
    return state.with_name("alerts") / f"{sha256(names.encode('utf-8', 'replace')).hexdigest()[:16]}.json"


class Watch:
    """Watches the updates of some sources. Use it from one thread at a time.

    `path` is where it remembers, None for figures that no market made: then no command is run either. Of several
    programs with one `path`, the first one runs the commands, and writes. `report` gets one plain line for what fails,
    maybe in another thread.
    """

    def __init__(
        self,
        rules: Sequence[Rule],
        listings: Listings,
        path: Path | None,
        report: Callable[[str], object],
        holdings: Holdings | None = None,
    ) -> None:
        self._listings, self._path, self._report = listings, path, report
        self._engine = Engine(rules, listings, holdings)
        self._deliveries = Deliveries(report)
        self._lock: int | None = None
        self._saved = 0.0
        self._has_failed = False
        self.snoozed: frozenset[str] = frozenset()
        """The alerts whose commands are not run for now."""
        if path is not None:
            memory.load(self._engine, path)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that are watched."""
        return self._engine.rules

    def renew(self, rules: Sequence[Rule], holdings: Holdings | None = None) -> None:
        """Watch other rules, or by other lots; those whose condition is the same go on as they were."""
        given = memory.remembered(self._engine)
        self._engine = Engine(rules, self._listings, holdings)
        memory.recall(self._engine, given)

    def take(self, update: Update) -> list[Firing]:
        """Take an update; run the commands of what fires, and return it."""
        if not isinstance(update, Snapshots) or not self.rules:
            return []
        firings = self._engine.update(update)
        if self._is_first():
            rules = {rule.name: rule for rule in self.rules}
            for firing in firings:
                if firing.alert in self.snoozed:
                    continue
                self._deliveries.put(rules[firing.alert], firing)
            if firings or time.monotonic() - self._saved > SAVE_SECONDS:
                self._save()
        return firings

    def close(self, seconds: float = CLOSE_SECONDS) -> bool:
        """Save, and wait so many seconds for commands; return whether all had ended."""
        if self._lock is not None:
            self._save()
            os.close(self._lock)
            self._lock = None
        return self._deliveries.close(seconds)

    def _is_first(self) -> bool:
        """Return whether this program is the first that follows these sources; if so, it stays so."""
        if self._path is None:
            return False
        if self._lock is None:
            with contextlib.suppress(OSError):  # another program has it, or nothing can be written here
                self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                lock = os.open(self._path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    os.close(lock)
                    return False
                self._lock = lock
        return True

    def _save(self) -> None:
        if self._path is None:
            return
        self._saved = time.monotonic()
        try:
            memory.save(memory.remembered(self._engine), self._path)
        except OSError as error:
            if not self._has_failed:
                self._report(f"{self._path}: not saved: {(error.strerror or 'it cannot be written').lower()}")
            self._has_failed = True
        else:
            self._has_failed = False

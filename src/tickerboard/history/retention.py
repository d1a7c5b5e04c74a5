"""How long the history keeps snapshots. Everything is kept unless a setting says otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tickerboard.history.errors import plain_errors

if TYPE_CHECKING:
    import sqlite3

    from tickerboard.history.store import Store

_MEBIBYTE = 1024 * 1024
_DAY = 86_400
CHUNK = 20
"""The part of the snapshots, one in so many, that one transaction removes where the file is too large."""


@dataclass(slots=True)
class Retention:
    """Removes the oldest snapshots: those older than `days`, and as many as make the file smaller than `megabytes`.

    0 keeps everything. Sizes are in MiB.
    """

    days: int = 0
    megabytes: int = 0
    _next: float = 0.0

    def apply(self, store: Store, now: float) -> int:
        """Remove what is too old or too much, at most once an hour; return how many snapshots. Raise HistoryError.

        `now` is in seconds since 1970.
        """
        if not (self.days or self.megabytes) or now < self._next:
            return 0
        self._next = now + 3_600
        removed = 0
        if self.days:
            removed += remove_before(store, int((now - self.days * _DAY) * 1e6))
        while self.megabytes and _size(store) > self.megabytes * _MEBIBYTE:
            if (cut := _chunk_end(store)) is None:
                break
            if not (gone := remove_before(store, cut)):  # as many snapshots as that are of one time
                break
            removed += gone
        return removed


def remove_before(store: Store, time: int) -> int:
    """Remove the snapshots last seen before a time (microseconds), and what only they refer to; return how many.

    The space they took is returned to the system. Raise HistoryError.
    """
    with store.transaction() as connection:
        removed = connection.execute("SELECT count(*) FROM snapshot WHERE confirmed < ?", (time,)).fetchone()[0]
        if not removed:
            return 0
        for statement in _REMOVE:
            connection.execute(statement, {"time": time})
    with plain_errors(store.path):
        store.open().executescript("PRAGMA incremental_vacuum")  # `execute` would free a single page
    return int(removed)


_REMOVE = (
    "DELETE FROM appearance WHERE snapshot IN (SELECT id FROM snapshot WHERE confirmed < :time)",
    "DELETE FROM quote WHERE time < :time AND snapshot IN (SELECT id FROM snapshot WHERE confirmed < :time)",
    "DELETE FROM snapshot WHERE confirmed < :time",
    "DELETE FROM document WHERE id NOT IN (SELECT document FROM snapshot)",
    "DELETE FROM article WHERE id NOT IN (SELECT article FROM appearance)",
    "DELETE FROM page WHERE id NOT IN (SELECT page FROM snapshot)",
    "DELETE FROM series WHERE NOT EXISTS (SELECT 1 FROM quote WHERE quote.series = series.id)",
    "DELETE FROM source WHERE id NOT IN (SELECT source FROM page)",
    "DELETE FROM firing WHERE time < :time",
)


def _size(store: Store) -> int:
    connection = store.open()
    pages, free, size = (_pragma(connection, name) for name in ("page_count", "freelist_count", "page_size"))
    return (pages - free) * size


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _chunk_end(store: Store) -> int | None:
    """Return the time before which the oldest snapshots lie; None where only the newest is left."""
    connection = store.open()
    count = connection.execute("SELECT count(*) FROM snapshot").fetchone()[0]
    skipped = max(count // CHUNK, 1)
    found = connection.execute(
        "SELECT confirmed FROM snapshot ORDER BY confirmed LIMIT 1 OFFSET ?", (skipped,)
    ).fetchone()
    return int(found[0]) if found else None

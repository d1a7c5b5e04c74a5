"""Confirmations: a page that was still the same at a time, and what a snapshot from before that time does to one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tickerboard.history.names import wanted

if TYPE_CHECKING:
    import sqlite3

_BEFORE = """
SELECT id, document, time, confirmed FROM snapshot
WHERE page = ? AND time <= ? ORDER BY time DESC, id DESC LIMIT 1"""
_CONFIRM = "UPDATE snapshot SET confirmed = max(confirmed, ?) WHERE id = ?"
_CONFIRM_SOURCE = """
UPDATE snapshot SET confirmed = max(confirmed, :time) WHERE id IN (
    SELECT (
        SELECT n.id FROM snapshot n WHERE n.page = page.id AND n.time <= :time ORDER BY n.time DESC, n.id DESC LIMIT 1
    )
    FROM page JOIN source ON source.id = page.source
    WHERE source.name IN (SELECT value FROM json_each(:source))
)"""
_COPY = """
INSERT INTO snapshot (page, document, time, observed_from, fetched, confirmed, charset, content_type, problems)
SELECT page, document, confirmed, observed_from, fetched, confirmed, charset, content_type, problems
FROM snapshot WHERE id = ? RETURNING id"""
_COPY_PARTS = (
    """
    INSERT INTO quote
    SELECT series, :confirmed, :copy, last, change, percent, open, high, low, previous, volume, line, rank, description
    FROM quote
    WHERE series IN (SELECT id FROM series WHERE source = :source) AND time = :time AND snapshot = :id""",
    "INSERT INTO appearance SELECT :copy, rank, article FROM appearance WHERE snapshot = :id",
    "UPDATE snapshot SET confirmed = time WHERE id = :id",
)


class Standing(NamedTuple):
    """The snapshot of a page that stands at a time: its document, and when it was observed and last confirmed."""

    id: int
    document: int
    time: int
    confirmed: int


def standing(connection: sqlite3.Connection, page: int, time: int) -> Standing | None:
    """Return the snapshot of a page that stands at a time (microseconds); None where there is none yet."""
    found = connection.execute(_BEFORE, (page, time)).fetchone()
    return None if found is None else Standing(*found)


def confirm(connection: sqlite3.Connection, snapshot: Standing, time: int) -> None:
    """Record that a snapshot's page was still the same at a time."""
    connection.execute(_CONFIRM, (time, snapshot.id))


def confirm_source(connection: sqlite3.Connection, source: str, time: int) -> None:
    """Record that every page of a source, by any of its names, was still the same at a time."""
    connection.execute(_CONFIRM_SOURCE, {"time": time, "source": wanted([source])})


def part(connection: sqlite3.Connection, source: int, snapshot: Standing, time: int) -> None:
    """Make the last confirmation of a snapshot one of its own where it came after a time at which the page differed."""
    if snapshot.confirmed > time:
        (copy,) = connection.execute(_COPY, (snapshot.id,)).fetchone()
        for statement in _COPY_PARTS:
            connection.execute(statement, {**snapshot._asdict(), "copy": copy, "source": source})

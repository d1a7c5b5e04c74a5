"""Steps through time: the snapshot before and after, the last and next move of a symbol, and marks on a time axis."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.history import codec
from tickerboard.history.queries import chosen

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import datetime

_ALL = {
    -1: "SELECT max(time) FROM snapshot WHERE time < :time",
    1: "SELECT min(time) FROM snapshot WHERE time > :time",
}
_SOME = {
    -1: """SELECT max((SELECT max(time) FROM snapshot WHERE page = page.id AND time < :time)) FROM page
        WHERE source IN (SELECT id FROM source WHERE name IN (SELECT value FROM json_each(:sources)))""",
    1: """SELECT min((SELECT min(time) FROM snapshot WHERE page = page.id AND time > :time)) FROM page
        WHERE source IN (SELECT id FROM source WHERE name IN (SELECT value FROM json_each(:sources)))""",
}
_PRICE = "SELECT last FROM quote WHERE series = :series AND time <= :time ORDER BY time DESC, snapshot DESC LIMIT 1"
_OTHER = {
    -1: """SELECT time FROM quote WHERE series = :series AND time < :time AND CAST(last AS REAL) <> CAST(:last AS REAL)
        ORDER BY time DESC LIMIT 1""",
    1: """SELECT time FROM quote WHERE series = :series AND time > :time AND CAST(last AS REAL) <> CAST(:last AS REAL)
        ORDER BY time LIMIT 1""",
}
_AFTER = "SELECT min(time) FROM quote WHERE series = :series AND time > :time"
_CHOSEN = """
WITH chosen AS MATERIALIZED (
    SELECT page.id FROM page JOIN source ON source.id = page.source
    WHERE :all OR source.name IN (SELECT value FROM json_each(:sources)))"""
_SNAPSHOT_MARKS = f"""
{_CHOSEN} SELECT DISTINCT (time - :since) * :cells / (:until - :since)
FROM snapshot WHERE time >= :since AND time < :until AND page IN chosen"""  # noqa: S608  the parts are constants of ours
_ARTICLE_MARKS = f"""
{_CHOSEN} SELECT DISTINCT (first - :since) * :cells / (:until - :since) FROM (
    SELECT article, min(snapshot.time) AS first FROM appearance JOIN snapshot ON snapshot.id = appearance.snapshot
    WHERE appearance.article IN (
        SELECT article FROM snapshot JOIN appearance ON appearance.snapshot = snapshot.id
        WHERE snapshot.time >= :since AND snapshot.time < :until AND snapshot.page IN chosen)
    GROUP BY article)
WHERE first >= :since AND first < :until"""  # noqa: S608
_FIRING_MARKS = """
SELECT DISTINCT (time - :since) * :cells / (:until - :since) FROM firing WHERE time >= :since AND time < :until"""
_DAY = timedelta(days=1)


class Period(StrEnum):
    """How much of the past a chart shows. The session is the calendar day, in local time, of the latest quote."""

    SESSION = "session"
    DAY = "day"
    WEEK = "week"
    ALL = "all"

    def since(self, latest: datetime) -> datetime | None:
        """Return where the period begins that ends at a time (both UTC); None without a beginning."""
        match self:
            case Period.SESSION:
                midnight = latest.astimezone().replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
                return midnight.astimezone(latest.tzinfo)
            case Period.DAY:
                return latest - _DAY
            case Period.WEEK:
                return latest - 7 * _DAY
            case _:
                return None


class Marks(NamedTuple):
    """Which cells of a time axis have snapshots, and in which an article was first seen or an alert fired.

    Cells count from 0.
    """

    snapshots: frozenset[int]
    articles: frozenset[int]
    firings: frozenset[int] = frozenset()


def step(connection: sqlite3.Connection, time: datetime, by: int, sources: Sequence[str] | None) -> datetime | None:
    """Return the time of the next snapshot (`by` 1) or of the one before (`by` -1); None where there is none."""
    query = _ALL[by] if sources is None else _SOME[by]
    asked = {"time": codec.to_micros(time), **chosen(sources)}
    return _time(connection.execute(query, asked).fetchone())


def latest(connection: sqlite3.Connection) -> datetime | None:
    """Return the time of the latest snapshot; None where there is none."""
    return _time(connection.execute("SELECT max(time) FROM snapshot").fetchone())


def move(connection: sqlite3.Connection, series: int, time: datetime, by: int) -> datetime | None:
    """Return when the price of a series changes next after a time, or last changed before or at it; None where never.

    Going back from the time of a change leads to the change before that.
    """
    at = {"series": series, "time": codec.to_micros(time) - (by < 0)}
    if (price := connection.execute(_PRICE, at).fetchone()) is None:
        return _time(connection.execute(_AFTER, at).fetchone()) if by > 0 else None
    other = _time(connection.execute(_OTHER[by], {**at, "last": price[0]}).fetchone())
    if by > 0 or other is None:
        return other
    return _time(connection.execute(_AFTER, {"series": series, "time": codec.to_micros(other)}).fetchone())


def marks(
    connection: sqlite3.Connection, since: datetime, until: datetime, cells: int, sources: Sequence[str] | None
) -> Marks:
    """Return what there is on a time axis of so many cells, from `since` until before `until` (UTC)."""
    span = {"since": codec.to_micros(since), "until": codec.to_micros(until), "cells": cells, **chosen(sources)}
    if since >= until:
        return Marks(frozenset(), frozenset())
    queries = (_SNAPSHOT_MARKS, _ARTICLE_MARKS, _FIRING_MARKS)
    return Marks(*(frozenset(row[0] for row in connection.execute(query, span)) for query in queries))


def _time(row: tuple[int | None] | None) -> datetime | None:
    return None if row is None or row[0] is None else codec.from_micros(row[0])

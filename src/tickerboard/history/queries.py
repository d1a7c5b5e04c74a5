"""What the history answers about symbols: their series of figures."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from tickerboard.history import codec
from tickerboard.history.names import wanted

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence
    from datetime import datetime


class Point(NamedTuple):
    """The figures of a symbol on one snapshot. `time` is in UTC; `source` is the label of the page.

    `last` is in the page's currency or an index's points; `change` and `percent` are signed, None where the page does
    not print them.
    """

    time: datetime
    symbol: str
    last: Decimal
    change: Decimal | None
    percent: Decimal | None
    source: str


_POINTS = """
SELECT quote.time, series.symbol, quote.last, quote.change, quote.percent, page.label
FROM quote
JOIN series ON series.id = quote.series
JOIN snapshot ON snapshot.id = quote.snapshot
JOIN page ON page.id = snapshot.page
WHERE quote.series IN (SELECT value FROM json_each(?)) AND quote.time >= ? AND quote.time < ?
ORDER BY quote.time, quote.snapshot, quote.rank"""
_TIMES = "SELECT DISTINCT time FROM snapshot WHERE time >= ? AND time < ? ORDER BY time"
_SNAPSHOTS = """
SELECT snapshot.id FROM snapshot JOIN page ON page.id = snapshot.page JOIN source ON source.id = page.source
WHERE snapshot.time >= :since AND snapshot.time < :until
    AND (:all OR source.name IN (SELECT value FROM json_each(:sources)))
ORDER BY snapshot.time, snapshot.id"""
SPAN = 200
"""Times of snapshots that are read at once: whoever reads slowly must not keep writers waiting."""
_SERIES = """
SELECT series.id FROM series JOIN source ON source.id = series.source
WHERE :all OR source.name IN (SELECT value FROM json_each(:sources))"""
_EXACT = "SELECT id FROM series WHERE symbol = ?"
_ANY_CASE = "SELECT id FROM series WHERE symbol = ? COLLATE NOCASE"
ALWAYS = (-(2**62), 2**62)
"""Bounds that no time lies outside of, in microseconds."""


def series_of(connection: sqlite3.Connection, symbol: str) -> list[int]:
    """Return the series of a symbol, one a source: of exactly that spelling, else of any upper or lower case."""
    for query in (_EXACT, _ANY_CASE):
        if found := [row[0] for row in connection.execute(query, (codec.storable(symbol),))]:
            return found
    return []


def all_series(connection: sqlite3.Connection, sources: Sequence[str] | None) -> list[int]:
    """Return every series, or those of some sources."""
    return [row[0] for row in connection.execute(_SERIES, chosen(sources))]


def chosen(sources: Sequence[str] | None) -> dict[str, Any]:
    """Return the parameters `all` and `sources` of a query about all sources or some."""
    return {"all": sources is None, "sources": wanted(sources or ())}


def spans(connection: sqlite3.Connection, since: datetime | None, until: datetime | None) -> list[tuple[int, int]]:
    """Cut a time, from `since` (UTC) until before `until`, into spans of few snapshots each, oldest first."""
    times = [row[0] for row in connection.execute(_TIMES, bounds(since, until))]
    return [(part[0], part[-1] + 1) for part in (times[at : at + SPAN] for at in range(0, len(times), SPAN))]


def snapshots(
    connection: sqlite3.Connection, since: datetime | None, until: datetime | None, sources: Sequence[str] | None
) -> list[int]:
    """Return the snapshots of a time, from `since` (UTC) until before `until`, oldest first: of all sources or some."""
    start, end = bounds(since, until)
    return [row[0] for row in connection.execute(_SNAPSHOTS, {"since": start, "until": end, **chosen(sources)})]


def points(connection: sqlite3.Connection, series: Sequence[int], span: tuple[int, int]) -> list[Point]:
    """Return the figures of series in a span, oldest first."""
    return [
        Point(codec.from_micros(time), symbol, Decimal(last), codec.from_text(change), codec.from_text(percent), label)
        for time, symbol, last, change, percent, label in connection.execute(_POINTS, (json_list(series), *span))
    ]


def bounds(since: datetime | None, until: datetime | None) -> tuple[int, int]:
    """Return a span of time in microseconds; None is without a bound."""
    start = ALWAYS[0] if since is None else codec.to_micros(since)
    return start, ALWAYS[1] if until is None else codec.to_micros(until)


def json_list(numbers: Sequence[int]) -> str:
    """Return numbers as `json_each` reads them, for a query may have few parameters only."""
    return f"[{','.join(map(str, numbers))}]"


def rows_at_once(connection: sqlite3.Connection, query: str, values: Mapping[str, Any]) -> list[list[Any]]:
    """Return the rows of a query that makes one JSON array of them.

    SQLite gives up Python's lock for each row that it returns, and a thread that is busy on the screen keeps it a
    millisecond each time: thousands of rows would take seconds.
    """
    rows: list[list[Any]] = json.loads(connection.execute(query, values).fetchone()[0])
    return rows

"""The price of many symbols at many times: sparklines, and what moved."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from tickerboard.history import codec
from tickerboard.history.queries import chosen, json_list, rows_at_once

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

# CROSS JOIN keeps SQLite from scanning every quote first; a materialized list of times is parsed only once.
_AT = "WITH at (number, value) AS MATERIALIZED (SELECT key, value FROM json_each(:times))"
_SAMPLES = f"""
{_AT} SELECT series.value, at.number, quote.time, quote.last
FROM json_each(:series) series CROSS JOIN at
CROSS JOIN quote ON quote.series = series.value
    AND quote.time = (SELECT max(time) FROM quote WHERE series = series.value AND time <= at.value)
ORDER BY quote.snapshot"""  # noqa: S608
_LINES = f"""
{_AT} SELECT json_group_array(json_array(series.value, at.number, (
    SELECT last FROM quote WHERE series = series.value AND time BETWEEN :since AND at.value
    ORDER BY time DESC, snapshot DESC LIMIT 1)))
FROM json_each(:series) series CROSS JOIN at"""  # noqa: S608
_FRESHEST = """
SELECT json_group_array(json_array(latest, id, symbol)) FROM (
    SELECT series.id, symbol, (SELECT max(time) FROM quote WHERE series = series.id AND time <= :time) AS latest
    FROM series JOIN source ON source.id = series.source
    WHERE (:all OR source.name IN (SELECT value FROM json_each(:sources))) AND (:symbol IS NULL OR symbol = :symbol))
WHERE latest IS NOT NULL"""
# Of the row that has the lowest or the highest value, SQLite returns the other columns too.
_EXTREMES = """
SELECT json_group_array(json_array(series.value, (
    SELECT last FROM (
        SELECT last, min(CAST(last AS REAL)) FROM quote
        WHERE series = series.value AND time BETWEEN :since AND :until)), (
    SELECT last FROM (
        SELECT last, max(CAST(last AS REAL)) FROM quote
        WHERE series = series.value AND time BETWEEN :since AND :until))))
FROM json_each(:series) series"""
SLICE = 250
"""Series whose rows come at once: Python makes the rows of a query without a break, and keys wait meanwhile."""


class Price(NamedTuple):
    """A price and when it was observed, in microseconds."""

    time: int
    last: Decimal


def freshest(
    connection: sqlite3.Connection, time: datetime, sources: Sequence[str] | None = None, symbol: str | None = None
) -> dict[str, int]:
    """Return the series of each symbol: of all sources or of some, the one with the latest quote at a time.

    With a symbol, only its own; a symbol without a quote by then is left out.
    """
    asked = {"time": codec.to_micros(time), "symbol": symbol, **chosen(sources)}
    return {symbol: series for _, series, symbol in sorted(rows_at_once(connection, _FRESHEST, asked))}


def samples(
    connection: sqlite3.Connection, series: Sequence[int], times: Sequence[int]
) -> Mapping[int, list[Price | None]]:
    """Return the price of each series as of each time (microseconds); None where it had none yet."""
    found: dict[int, list[Price | None]] = {number: [None] * len(times) for number in series}
    for number, at, time, last in connection.execute(
        _SAMPLES, {"series": json_list(series), "times": json_list(times)}
    ):
        found[number][at] = Price(time, Decimal(last))
    return found


def sparklines(
    connection: sqlite3.Connection, since: datetime, until: datetime, count: int, sources: Sequence[str] | None
) -> dict[str, tuple[Decimal | None, ...]]:
    """Return the prices of every symbol at `count` even steps from `since` to `until` (both UTC, inclusive).

    None stands before the symbol's first quote in that time. A symbol without any is left out.
    """
    step = (until - since) / max(count - 1, 1)
    times = [codec.to_micros(since + step * at) for at in range(count - 1)] + [codec.to_micros(until)]
    latest = freshest(connection, until, sources)
    prices: dict[int, list[Decimal | None]] = {series: [None] * count for series in latest.values()}
    asked = {"times": json_list(times), "since": times[0]}
    figure = cache(codec.from_text)  # the same prices come again and again, and ten thousand lines stay in memory
    for series, at, last in _in_slices(connection, _LINES, latest.values(), asked):
        prices[series][at] = figure(last)
    lines = {symbol: tuple(prices[series]) for symbol, series in latest.items()}
    return {symbol: line for symbol, line in lines.items() if line[-1] is not None}


def extremes(
    connection: sqlite3.Connection, since: datetime, until: datetime, sources: Sequence[str] | None
) -> dict[str, tuple[Decimal, Decimal]]:
    """Return the lowest and the highest price of every symbol from `since` to `until` (both UTC, inclusive)."""
    latest = freshest(connection, until, sources)
    asked = {"since": codec.to_micros(since), "until": codec.to_micros(until)}
    found = {series: (low, high) for series, low, high in _in_slices(connection, _EXTREMES, latest.values(), asked)}
    figure = cache(Decimal)
    return {
        symbol: (figure(found[series][0]), figure(found[series][1]))
        for symbol, series in latest.items()
        if found[series][0] is not None
    }


def _in_slices(
    connection: sqlite3.Connection, query: str, series: Iterable[int], asked: Mapping[str, Any]
) -> Iterator[list[Any]]:
    """Yield the rows of a query about series, a slice of the series at a time."""
    numbers = list(series)
    for at in range(0, len(numbers), SLICE):
        yield from rows_at_once(connection, query, {**asked, "series": json_list(numbers[at : at + SLICE])})

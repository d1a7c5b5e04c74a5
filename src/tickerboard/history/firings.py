"""The alerts that fired, kept and asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tickerboard.alerts.firing import Firing
from tickerboard.history import codec
from tickerboard.history.queries import bounds

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import datetime

_INSERT = "INSERT OR IGNORE INTO firing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_SELECT = """
SELECT alert, time, symbol, last, percent, change, name, source, headline, url FROM firing
WHERE time >= ? AND time < ? ORDER BY time, rowid"""


def insert_firings(connection: sqlite3.Connection, firings: Iterable[Firing]) -> None:
    """Keep firings; one that another program kept already is ignored."""
    connection.executemany(_INSERT, map(_columns, firings))


def firings(connection: sqlite3.Connection, since: datetime | None, until: datetime | None) -> list[Firing]:
    """Return what fired in a time, from `since` until before `until` (UTC), oldest first."""
    return [_firing(*row) for row in connection.execute(_SELECT, bounds(since, until))]


def _firing(alert: str, time: int, symbol: str, *columns: Any) -> Firing:
    *texts, name, source, headline, url = columns
    last, percent, change = map(codec.from_text, texts)
    return Firing(
        alert, codec.from_micros(time), symbol or None, last, percent, change, name, source, headline, url or None
    )


def _columns(each: Firing) -> tuple[str | int | None, ...]:
    words = [None if text is None else codec.storable(text) for text in (each.name, each.source, each.headline)]
    figures = [codec.to_text(figure) for figure in (each.last, each.percent, each.change)]
    symbol = codec.optional(each.symbol)
    return (codec.storable(each.alert), codec.to_micros(each.time), symbol, *figures, *words, codec.optional(each.url))

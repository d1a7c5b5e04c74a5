"""Queries of the user's own: they can read, and nothing else, for a limited time."""

from __future__ import annotations

import sqlite3
import time
from typing import TYPE_CHECKING, Any

from tickerboard.history.errors import HistoryError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SECONDS = 10.0
"""How long a query may run until its last row."""
LONGEST = 100_000_000
"""Bytes of the longest text that a query may make."""
_STEPS = 10_000
_ALLOWED = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE)


def run_query(
    connection: sqlite3.Connection, query: str, seconds: float = SECONDS
) -> tuple[tuple[str, ...], Iterator[Sequence[Any]]]:
    """Run one SELECT; return its column names and its rows, which are read as they are asked for.

    Raise HistoryError for what is not a query that reads, and while the rows are read where it runs too long.
    """
    end = time.monotonic() + seconds
    connection.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY)
    connection.set_progress_handler(lambda: int(time.monotonic() > end), _STEPS)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    try:
        cursor = connection.execute(query)
    except (sqlite3.Error, sqlite3.Warning, UnicodeError) as error:
        raise _plain(error, seconds) from error
    if cursor.description is None:
        raise HistoryError("--sql: not a query")
    return tuple(column[0] for column in cursor.description), _rows(cursor, seconds)


def _rows(cursor: sqlite3.Cursor, seconds: float) -> Iterator[Sequence[Any]]:
    try:
        yield from cursor
    except sqlite3.Error as error:
        raise _plain(error, seconds) from error


def _plain(error: Exception, seconds: float) -> HistoryError:
    code = getattr(error, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_INTERRUPT:
        return HistoryError(f"--sql: stopped after {seconds:g} s")
    if code == sqlite3.SQLITE_AUTH:
        return HistoryError("--sql: only a query that reads is allowed")
    return HistoryError(f"--sql: {str(error).splitlines()[0] if str(error) else type(error).__name__}")

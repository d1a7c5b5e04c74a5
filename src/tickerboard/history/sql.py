"""Queries of the user's own: they can read, and nothing else, for a limited time."""

from __future__ import annotations

import sqlite3
import time
from typing import TYPE_CHECKING, Any

from tickerboard.history.errors import HistoryError

if TYPE_CHECKING:
    from collections.abc import Sequence

SECONDS = 10.0
"""How long a query may run until its last row."""
MOST = 1_000_000
"""Rows of a result. They are read before the first is returned: whoever reads slowly must not keep writers waiting."""
LONGEST = 100_000_000
"""Bytes of the longest text that a query may make."""
_STEPS = 10_000
_ALLOWED = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE)


def run_query(
    connection: sqlite3.Connection, query: str, seconds: float = SECONDS
) -> tuple[tuple[str, ...], list[Sequence[Any]]]:
    """Run one SELECT; return its column names and its rows.

    Raise HistoryError for what is not a query that reads, runs too long or has too many rows.
    """
    end = time.monotonic() + seconds
    connection.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY)
    connection.set_progress_handler(lambda: int(time.monotonic() > end), _STEPS)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    try:
        cursor = connection.execute(query)
        rows = cursor.fetchmany(MOST + 1) if cursor.description else []
    except (sqlite3.Error, sqlite3.Warning, UnicodeError) as error:
        raise _plain(error, seconds) from error
    if cursor.description is None:
        raise HistoryError("--sql: not a query")
    if len(rows) > MOST:
        raise HistoryError(f"--sql: more than {MOST:,} rows; add a LIMIT")
    return tuple(column[0] for column in cursor.description), rows


def _plain(error: Exception, seconds: float) -> HistoryError:
    code = getattr(error, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_INTERRUPT:
        return HistoryError(f"--sql: stopped after {seconds:g} s")
    if code == sqlite3.SQLITE_AUTH:
        return HistoryError("--sql: only a query that reads is allowed")
    return HistoryError(f"--sql: {str(error).splitlines()[0] if str(error) else type(error).__name__}")

"""Why the history cannot be read or written, in plain words."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tickerboard.errors import TickerboardError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class HistoryError(TickerboardError):
    """A history that cannot be read or written. The message is one plain line."""


class NoHistoryError(HistoryError):
    """There is no history file yet."""


class DamagedError(HistoryError):
    """The file is not a whole SQLite database."""


class LockedError(HistoryError):
    """Another program holds the lock for longer than we wait; it may work later."""


class RefusedError(HistoryError):
    """The file is left untouched: it belongs to another program, or to a later version of tickerboard."""


_REASONS = {
    sqlite3.SQLITE_BUSY: "locked by another program",
    sqlite3.SQLITE_LOCKED: "locked by another program",
    sqlite3.SQLITE_FULL: "no space left",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_PERM: "permission denied",
    sqlite3.SQLITE_AUTH: "only a query that reads is allowed",
    sqlite3.SQLITE_IOERR: "input/output error",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged: not a database",
}
_KINDS: dict[int, type[HistoryError]] = {
    sqlite3.SQLITE_BUSY: LockedError,
    sqlite3.SQLITE_LOCKED: LockedError,
    sqlite3.SQLITE_CORRUPT: DamagedError,
    sqlite3.SQLITE_NOTADB: DamagedError,
}


def primary_code(error: sqlite3.Error) -> int:
    """Return SQLite's primary result code of an error, 0 where Python raised it itself."""
    return (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Raise what SQLite and the system raise as HistoryError: one line that names the file."""
    try:
        yield
    except sqlite3.Error as error:
        code = primary_code(error)
        message = f"{path}: {_REASONS.get(code, str(error))}"
        raise _KINDS.get(code, HistoryError)(message) from error
    except OSError as error:
        raise HistoryError(f"{path}: {(error.strerror or 'cannot be opened').lower()}") from error

"""The history, open to read."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tickerboard.history import queries
from tickerboard.history.database import check, identity_of, open_reader
from tickerboard.history.errors import plain_errors
from tickerboard.history.sql import SECONDS, run_query

if TYPE_CHECKING:
    import os
    import sqlite3
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from typing import Self

    from tickerboard.history.queries import Point


class History:
    """A history file, open to read; any thread may use it, one at a time is served.

    Nothing is opened before the first question. Questions raise HistoryError, and NoHistoryError where there is no
    file. A file that was removed and made again meanwhile is opened again.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._connection: sqlite3.Connection | None = None
        self._identity = identity_of(self.path)
        self._turn = threading.RLock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the next question opens it again."""
        with self._turn:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def check(self) -> None:
        """Raise DamagedError unless the whole file passes SQLite's own check."""
        with self._reading() as connection:
            check(connection, self.path)

    def symbols(self) -> list[str]:
        """Return every symbol that a page had, in alphabetical order."""
        with self._reading() as connection:
            return [row[0] for row in connection.execute("SELECT DISTINCT symbol FROM series ORDER BY symbol")]

    def points(self, *symbols: str, since: datetime | None = None, until: datetime | None = None) -> Iterator[Point]:
        """Yield the figures of symbols, or of all of them, oldest first: from `since` until before `until`.

        Both are aware times. A symbol in another case is found where none has its exact spelling.
        """
        with self._reading() as connection:
            series = queries.all_series(connection)
            if symbols:
                series = [number for symbol in symbols for number in queries.series_of(connection, symbol)]
            yield from queries.points(connection, series, since, until)

    def sql(self, query: str, seconds: float = SECONDS) -> tuple[tuple[str, ...], Iterator[Sequence[Any]]]:
        """Run one SELECT over the views of docs/history.md; return its column names and its rows.

        It runs on a connection of its own that can only read, and for so many seconds at most.
        """
        with plain_errors(self.path):
            connection = open_reader(self.path)
        return run_query(connection, query, seconds)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._turn, plain_errors(self.path):
            identity = identity_of(self.path)
            if identity != self._identity:
                self.close()
            if self._connection is None:
                self._connection, self._identity = open_reader(self.path), identity
            yield self._connection

"""The history, open to read."""

from __future__ import annotations

import threading
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tickerboard.history import origin, queries, reading, samples, steps
from tickerboard.history.database import check, identity_of, open_reader, recover
from tickerboard.history.errors import plain_errors
from tickerboard.history.sql import SECONDS, run_query

if TYPE_CHECKING:
    import os
    import sqlite3
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from decimal import Decimal
    from typing import Self

    from tickerboard.alerts.firing import Firing
    from tickerboard.history.moved import Moved
    from tickerboard.history.origin import Origin
    from tickerboard.history.queries import Point
    from tickerboard.history.reading import Seen
    from tickerboard.history.revisions import Revision
    from tickerboard.history.steps import Marks
    from tickerboard.model import Article
    from tickerboard.sources.updates import Snapshots


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

    def points(
        self,
        *symbols: str,
        since: datetime | None = None,
        until: datetime | None = None,
        sources: Sequence[str] | None = None,
    ) -> Iterator[Point]:
        """Yield the figures of symbols, or of all of them, oldest first: from `since` until before `until`.

        Both are aware times. A symbol in another case is found where none has its exact spelling. `sources` are
        as they were named when they were recorded, files and folders by any path; without them, all sources count.
        """
        with self._reading() as connection:
            series = queries.all_series(connection, sources)
            if symbols:
                wanted = {number for symbol in symbols for number in queries.series_of(connection, symbol)}
                series = [number for number in series if number in wanted]
            spans = queries.spans(connection, since, until)
        for span in spans:
            with self._reading() as connection:
                found = queries.points(connection, series, span)
            yield from found

    def as_of(self, time: datetime, sources: Sequence[str] | None = None) -> tuple[Snapshots, ...]:
        """Return the updates from which `Board.of` makes the board as of a time, of all sources or of those named.

        The rows of a page come without their text; `origin` has it.
        """
        from tickerboard.history.as_of import as_of  # the parser comes with it

        with self._reading() as connection:
            return as_of(connection, time, sources)

    def updates(
        self, since: datetime | None = None, until: datetime | None = None, sources: Sequence[str] | None = None
    ) -> Iterator[Snapshots]:
        """Yield each snapshot of a time as the update that it was, oldest first: for replays, and to test alerts.

        They are of all sources, or of those named.
        """
        from tickerboard.history.as_of import snapshot_as_update

        with self._reading() as connection:
            numbers = queries.snapshots(connection, since, until, sources)
        for number in numbers:
            with self._reading() as connection:
                update = snapshot_as_update(connection, number, sources)
            if update is not None:
                yield update

    def sparklines(
        self, since: datetime, until: datetime, count: int, sources: Sequence[str] | None = None
    ) -> dict[str, tuple[Decimal | None, ...]]:
        """Return the prices of every symbol at `count` even steps from `since` to `until`, both inclusive.

        None stands before the symbol's first quote in that time. A symbol without any is left out; one of several
        sources has the prices of the source with the latest quote, among those named.
        """
        with self._reading() as connection:
            return samples.sparklines(connection, since, until, count, sources)

    def extremes(
        self, since: datetime, until: datetime, sources: Sequence[str] | None = None
    ) -> dict[str, tuple[Decimal, Decimal]]:
        """Return the lowest and the highest price of every symbol from `since` to `until`, both inclusive.

        Of several sources the one with the latest quote counts, among those named.
        """
        with self._reading() as connection:
            return samples.extremes(connection, since, until, sources)

    def step(self, time: datetime, by: int, sources: Sequence[str] | None = None) -> datetime | None:
        """Return the time of the next snapshot (`by` 1) or of the one before (`by` -1); None where there is none."""
        with self._reading() as connection:
            return steps.step(connection, time, by, sources)

    def move(self, symbol: str, time: datetime, by: int, sources: Sequence[str] | None = None) -> datetime | None:
        """Return when the price of a symbol next changes (`by` 1) or last changed (`by` -1); None where never."""
        with self._reading() as connection:
            series = samples.freshest(connection, time, sources, symbol).get(symbol)
            if series is None and by > 0:
                known = set(queries.all_series(connection, sources))
                series = next((each for each in queries.series_of(connection, symbol) if each in known), None)
            return None if series is None else steps.move(connection, series, time, by)

    def marks(self, since: datetime, until: datetime, cells: int, sources: Sequence[str] | None = None) -> Marks:
        """Return which cells of a time axis have snapshots and new articles of sources, and fired alerts."""
        with self._reading() as connection:
            return steps.marks(connection, since, until, cells, sources)

    def origin(self, symbol: str, time: datetime, sources: Sequence[str] | None = None) -> Origin | None:
        """Return the page, as text, and the line that a symbol's figures as of a time were read from."""
        with self._reading() as connection:
            series = samples.freshest(connection, time, sources, symbol).get(symbol)
            return None if series is None else origin.origin(connection, series, time)

    def articles(self, since: datetime | None = None, until: datetime | None = None) -> list[Seen]:
        """Return the articles that were first seen in a time, oldest first."""
        with self._reading() as connection:
            return list(reading.first_seen(connection, since, until))

    def firings(self, since: datetime | None = None, until: datetime | None = None) -> list[Firing]:
        """Return the alerts that fired in a time while a board or `record` ran, oldest first."""
        from tickerboard.history.firings import firings

        with self._reading() as connection:
            return firings(connection, since, until)

    def revision(self, article: Article) -> Revision | None:
        """Return how an article came from an earlier text on the same page; None where there is none."""
        from tickerboard.history.revisions import revision

        with self._reading() as connection:
            return revision(connection, article)

    def latest(self) -> datetime | None:
        """Return the time of the latest snapshot; None where there is none."""
        with self._reading() as connection:
            return steps.latest(connection)

    def moved(self, since: datetime, until: datetime) -> Moved:
        """Return what moved between two times, the most unusual move first, with the articles that name it."""
        from tickerboard.history.moved import moved  # the board comes with it

        with self._reading() as connection:
            return moved(connection, since, until)

    def sql(self, query: str, seconds: float = SECONDS) -> tuple[tuple[str, ...], list[Sequence[Any]]]:
        """Run one SELECT over the views of docs/history.md; return its column names and its rows.

        It runs on a connection of its own that can only read, and for so many seconds at most.
        """
        with plain_errors(self.path), closing(open_reader(self.path)) as connection:
            return run_query(connection, query, seconds)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._turn, plain_errors(self.path):
            identity = identity_of(self.path)
            if identity != self._identity:
                self.close()
            if self._connection is None:
                self._connection, self._identity = open_reader(self.path), identity
            recover(self._connection, self.path)
            self._connection.execute("BEGIN")  # so that a question of several queries sees one state
            try:
                yield self._connection
            finally:
                self._connection.execute("COMMIT")

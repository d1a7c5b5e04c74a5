"""A task's pages on their way to the history, in a SQLite file of their own.

The history has one writer and wants its snapshots in the order of time, so pages wait here until all tasks are done.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from typing import TYPE_CHECKING

from tickerboard.backfill.record import Rejection
from tickerboard.backfill.sieve import may_have_news
from tickerboard.backfill.workplace import Workplace
from tickerboard.history import codec
from tickerboard.history.strips import strip_of
from tickerboard.parser.wire import encode_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tickerboard.backfill.inputs import Input
    from tickerboard.backfill.reading import Parsed
    from tickerboard.backfill.tally import Tally
    from tickerboard.backfill.task import Task

ENDING = ".pages"
_TABLE = """
CREATE TABLE page (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    time INTEGER NOT NULL,      -- microseconds since 1970
    time_from TEXT,
    source TEXT NOT NULL,
    hash TEXT NOT NULL,         -- of the document
    strip TEXT NOT NULL,        -- what its quotes and rates say, '' where it has none
    url TEXT,
    charset TEXT,
    content_type TEXT,
    data BLOB NOT NULL,
    page BLOB NOT NULL          -- frames of the wire, a line each
)"""
_INSERT = "INSERT INTO page VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


class Stage:
    """Keeps every page that has a quote, a rate, an article or stories, and a time."""

    def __init__(self, task: Task) -> None:
        self._task, self._place = task, Workplace(task.folder)
        self._stack = contextlib.ExitStack()
        self._stack.enter_context(self._place.working())
        self._part = self._place.part(task.name)
        self._connection: sqlite3.Connection | None = None
        self.restart()

    @property
    def beat_path(self) -> Path | None:
        """The file for the task's progress."""
        return self._place.beat(self._task.name)

    def wanted(self, data: bytes) -> bool:
        """Return whether a document may have quotes or an article."""
        return may_have_news(data)

    def restart(self) -> None:
        """Drop everything that was taken."""
        self._disconnect()
        shutil.rmtree(self._part, ignore_errors=True)
        self._part.mkdir(parents=True)
        self._connection = sqlite3.connect(self._part / "pages", isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = OFF")  # what is not complete is thrown away whole
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.execute(_TABLE)

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def add(self, of: Input, pages: Sequence[Parsed]) -> Iterable[Rejection]:
        """Take pages; one without a time is rejected, for the history would not know where to put it."""
        rows, undated = [], []
        for each in pages:
            page = each.snapshot.page
            if not (page.quotes or page.rates or page.article or page.stories):
                continue
            if each.snapshot.observed is None:
                undated.append(Rejection(each.number, "undated", "no time; not stored in the history"))
            else:
                rows.append(_row(each))
        if self._connection is not None:
            self._connection.execute("BEGIN")
            self._connection.executemany(_INSERT, rows)
            self._connection.execute("COMMIT")
        return undated

    def reject(self, of: Input, rejection: Rejection) -> None:
        """Take a rejected record: the summary has it."""

    def commit(self, tally: Tally) -> None:
        """Give the file its name, then write the manifest: with that the pages count."""
        self._disconnect()
        (self._part / "pages").replace(self._place.done(self._task.name, ENDING))
        self._place.complete(self._task.name, self._task.identities, [], tally)

    def close(self) -> None:
        """Remove what was not committed."""
        self._disconnect()
        shutil.rmtree(self._part, ignore_errors=True)
        self._stack.close()


def _row(each: Parsed) -> tuple[object, ...]:
    shot, document = each.snapshot, each.document
    observed = shot.observed
    if observed is None:
        raise ValueError("a page without a time")
    return (
        observed.date().isoformat(),
        codec.to_micros(observed),
        shot.observed_from and shot.observed_from.value,
        each.source,
        each.page,
        strip_of(shot.page),
        shot.url,
        document.charset,
        document.content_type,
        codec.pack(document.data),
        b"\n".join(encode_page(shot.page)),
    )

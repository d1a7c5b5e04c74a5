"""A task's rows as Parquet, partitioned by day, and its problems."""

from __future__ import annotations

import contextlib
import shutil
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from tickerboard.backfill.columnar import PROBLEMS, Rows, problem_rows
from tickerboard.backfill.sieve import may_have_quotes
from tickerboard.backfill.workplace import PREFIX, Workplace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tickerboard.backfill.inputs import Input
    from tickerboard.backfill.reading import Parsed
    from tickerboard.backfill.record import Rejection
    from tickerboard.backfill.tally import Tally
    from tickerboard.backfill.task import Task

HELD = 200_000
"""Rows of all days that are held before they are written."""
PACKED = 5_000
"""Rows of a day that are held as Python objects; more are packed into a table."""
UNDATED = "unknown"


class Parts:
    """Rows by day: `day=2021-02-13/rows-NAME-0.parquet`, the next ones with a higher number."""

    def __init__(self, task: Task) -> None:
        self._task, self._place = task, Workplace(task.folder)
        self._stack = contextlib.ExitStack()
        self._stack.enter_context(self._place.working())
        self._part = self._place.part(task.name)
        self.restart()

    @property
    def beat_path(self) -> Path | None:
        """The file for the task's progress."""
        return self._place.beat(self._task.name)

    def wanted(self, data: bytes) -> bool:
        """Return whether a document may have quotes: articles have no rows here."""
        return may_have_quotes(data)

    def restart(self) -> None:
        """Drop everything that was taken."""
        shutil.rmtree(self._part, ignore_errors=True)
        self._days: dict[str, _Day] = {}
        self._held = self._flushed = 0
        self._problems: list[dict[str, object]] = []
        self._problem_tables: list[pa.Table] = []

    def add(self, of: Input, pages: Sequence[Parsed]) -> Iterable[Rejection]:
        """Take pages; every one can be kept."""
        for page in pages:
            if not (page.snapshot.page.quotes or page.snapshot.page.rates):
                continue
            observed = page.snapshot.observed
            name = observed.date().isoformat() if observed else UNDATED
            self._held += self._days.setdefault(name, _Day()).add(page)
        self._problems += problem_rows(of.name, pages, ())
        if len(self._problems) >= PACKED:
            self._pack_problems()
        if self._held >= HELD:
            self._flush()
        return ()

    def reject(self, of: Input, rejection: Rejection) -> None:
        """Take a rejected record."""
        self._problems += problem_rows(of.name, (), (rejection,))

    def _pack_problems(self) -> None:
        self._problem_tables.append(pa.Table.from_pylist(self._problems, PROBLEMS))
        self._problems = []

    def _flush(self) -> None:
        """Write the rows that are held, one file a day."""
        for name, day in self._days.items():
            folder = self._part / f"day={name}"
            folder.mkdir(parents=True, exist_ok=True)
            pq.write_table(day.table(), folder / f"{PREFIX}{self._task.name}-{self._flushed}.parquet")
        self._days, self._held = {}, 0
        self._flushed += 1

    def commit(self, tally: Tally) -> None:
        """Give the files their names, then write the manifest: with that they count."""
        if self._held:
            self._flush()
        self._pack_problems()
        files = []
        for path in sorted(self._part.glob("day=*/*")):
            to = self._place.folder / path.relative_to(self._part)
            to.parent.mkdir(exist_ok=True)
            path.replace(to)
            files.append(to.relative_to(self._place.folder).as_posix())
        pq.write_table(pa.concat_tables(self._problem_tables), self._place.done(self._task.name, ".problems"))
        self._place.complete(self._task.name, self._task.identities, files, tally)

    def close(self) -> None:
        """Remove what was not committed."""
        shutil.rmtree(self._part, ignore_errors=True)
        self._stack.close()


class _Day:
    """The rows of one day: a table of those before, and lists of the latest."""

    def __init__(self) -> None:
        self._tables: list[pa.Table] = []
        self._rows = Rows()

    def add(self, page: Parsed) -> int:
        """Add a page; return how many rows it has."""
        count = self._rows.add(page)
        if len(self._rows) >= PACKED:
            self._tables.append(self._rows.table())
        return count

    def table(self) -> pa.Table:
        """Return all rows."""
        return pa.concat_tables([*self._tables, self._rows.table()])

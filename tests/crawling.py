"""Crawls for tests: run the command, do tasks in this process, and look at what came out."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from benchmarks.crawls import Crawl, MadePage
from tickerboard.backfill.columns import Columns
from tickerboard.backfill.inputs import find_inputs
from tickerboard.backfill.outputs import FOLDER
from tickerboard.backfill.plan import tasks_of
from tickerboard.backfill.task import run
from tickerboard.backfill.workplace import Workplace

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tickerboard.backfill.tally import Tally

COMMAND = [sys.executable, "-m", "tickerboard", "backfill"]
SECONDS = 150.0
SMALL = Crawl(60, days=4, rows=6, words=30)
Truth = list[tuple[str | None, ...]]


def backfill(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    env = {**os.environ, **environment}
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False, env=env)


def do_tasks(folder: Path, *inputs: Path, columns: Columns | None = None) -> Tally:
    """Do the tasks for some inputs in this process, one after the other, into a folder."""
    from tickerboard.backfill.tally import Tally

    place, total = Workplace(folder), Tally()
    chosen = columns or Columns()
    with place.owned():
        for task in tasks_of(find_inputs([str(each) for each in inputs]), chosen, FOLDER, str(folder)):
            total.add(run(task))
    return total


def rows(folder: Path) -> list[dict[str, Any]]:
    """Every row of an output, in a stable order."""
    import pyarrow.parquet as pq

    found = [row for path in folder.glob("day=*/*.parquet") for row in pq.ParquetFile(path).read().to_pylist()]
    return sorted(found, key=str)


def problems(folder: Path) -> list[dict[str, Any]]:
    """The rows of `problems.parquet`."""
    import pyarrow.parquet as pq

    found: list[dict[str, Any]] = pq.ParquetFile(folder / "problems.parquet").read().to_pylist()
    return found


def told(found: Iterable[dict[str, Any]]) -> Truth:
    """What rows say, in a stable order."""
    return sorted(((each["symbol"], each["last"], each["change"], each["percent"]) for each in found), key=str)


def truth(pages: Iterable[MadePage]) -> Truth:
    """What the rows of pages must say."""
    return sorted(((*quote,) for page in pages for quote in page.quotes), key=str)

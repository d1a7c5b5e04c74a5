"""One task of a backfill: some inputs, read, parsed and written; it counts only once it is complete."""

from __future__ import annotations

import gc
import json
import os
import time
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from tickerboard import __version__
from tickerboard.backfill.columns import Columns
from tickerboard.backfill.errors import BackfillError, DamagedError, UnreliableError
from tickerboard.backfill.formats import read_records
from tickerboard.backfill.inputs import Input
from tickerboard.backfill.outputs import OUTPUTS
from tickerboard.backfill.reading import Parsed, read_batch
from tickerboard.backfill.record import Rejection
from tickerboard.backfill.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tickerboard.backfill.output import Output
    from tickerboard.backfill.record import Record

BATCH = 64
"""Records that are parsed, and held, at a time."""
BEAT_SECONDS = 0.5
YOUNG = 20_000
"""New objects after which Python looks for circles among them."""
COUNTED = ("inputs", "size", "pages", "quotes")
"""What the progress of a task has, by the names of a tally."""


@dataclass(frozen=True, slots=True)
class Task:
    """Inputs to read, by a name that is unique in its folder; `output` is one of `OUTPUTS`."""

    name: str
    inputs: tuple[Input, ...]
    columns: Columns
    output: str
    folder: str

    @property
    def identities(self) -> list[str]:
        """What makes the task's inputs the same as those of another run, one text an input."""
        return [identity(each, self.columns) for each in self.inputs]

    def to_json(self) -> str:
        """Return the task as text, for another process."""
        return json.dumps(asdict(self), default=datetime.isoformat)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Return the task of `to_json`."""
        given: dict[str, Any] = json.loads(text)
        inputs = []
        for each in given["inputs"]:
            changed = each["changed"] and datetime.fromisoformat(each["changed"])
            inputs.append(Input(**{**each, "changed": changed}))
        return cls(given["name"], tuple(inputs), Columns(**given["columns"]), given["output"], given["folder"])


def identity(of: Input, columns: Columns) -> str:
    """Return a text that differs where an input, or how it is read, differs."""
    return json.dumps([of.path, of.named, of.size, str(of.changed), *asdict(columns).values(), __version__])


def run(task: Task) -> Tally:
    """Do a task and return what it counted. Raise BackfillError where its output cannot be written."""
    gc.freeze()  # what is loaded stays: the many short-lived objects of pages cost half as much to look through
    gc.set_threshold(YOUNG)
    output = OUTPUTS[task.output](task)
    parent = os.getppid()
    total, beat = Tally(), _Beat(output.beat_path)
    with closing(output):
        for each in task.inputs:
            for tally in _read(each, task.columns, output):
                if os.getppid() != parent:
                    raise BackfillError("the backfill has ended")
                beat(total, tally)
            total.add(tally)
        output.commit(total)
        beat.last(total)
    return total


def _read(of: Input, columns: Columns, output: Output) -> Iterator[Tally]:
    """Read an input into the output, batch by batch; yield what was counted of it so far, at least once."""
    tally = Tally(inputs=1, size=max(of.size, 0))
    done = 0
    try:
        with of.open() as stream:
            records = read_records(stream, of, columns)
            for batch in _batches(records):
                _add(batch, of, output, tally)
                done = stream.tell() if not stream.closed else done
                tally.size = done
                yield tally
    except UnreliableError as error:
        output.restart()
        tally = Tally(inputs=1)
        _reject(of, Rejection(0, error.code, f"{error}; nothing of it is kept"), output, tally)
    except DamagedError as error:
        tally.unread += not tally.pages
        _reject(of, Rejection(0, error.code, str(error)), output, tally)
    except OSError as error:
        tally.unread += not tally.pages
        _reject(of, Rejection(0, "unreadable", (error.strerror or "cannot be read").lower()), output, tally)
    tally.size = max(of.size, 0)
    yield tally


def _batches(records: Iterator[Record | Rejection]) -> Iterator[list[Record | Rejection]]:
    """Yield records in batches; what ends them early is raised behind the last batch, which may be short."""
    batch: list[Record | Rejection] = []
    fault: DamagedError | OSError | None = None
    try:
        for each in records:
            batch.append(each)
            if len(batch) == BATCH:
                yield batch
                batch = []
    except (DamagedError, OSError) as error:
        fault = error
    if batch:
        yield batch
    if fault is not None:
        raise fault


def _add(batch: list[Record | Rejection], of: Input, output: Output, tally: Tally) -> None:
    pages: list[Parsed] = []
    for each in read_batch(batch, of, output.wanted):
        if isinstance(each, Rejection):
            _reject(of, each, output, tally)
            continue
        tally.count(each)
        if isinstance(each, Parsed):
            pages.append(each)
    for rejection in output.add(of, pages):
        tally.reject(of.name, rejection)


def _reject(of: Input, rejection: Rejection, output: Output, tally: Tally) -> None:
    tally.reject(of.name, rejection)
    output.reject(of, rejection)


class _Beat:
    """Writes what a task has counted so far to a file, now and then, for whoever shows the progress."""

    def __init__(self, path: Path | None) -> None:
        self._path, self._next = path, 0.0

    def __call__(self, total: Tally, current: Tally) -> None:
        now = time.monotonic()
        if self._path is None or now < self._next:
            return
        self._next = now + BEAT_SECONDS
        self._write({name: getattr(total, name) + getattr(current, name) for name in COUNTED})

    def last(self, total: Tally) -> None:
        """Write what the whole task has counted."""
        self._write({name: getattr(total, name) for name in COUNTED})

    def _write(self, counts: dict[str, int]) -> None:
        if self._path is not None:
            part = self._path.with_suffix(".part")
            part.write_text(json.dumps(counts), "utf-8")
            part.replace(self._path)

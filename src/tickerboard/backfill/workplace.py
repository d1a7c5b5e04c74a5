"""The folder `_backfill` of an output: which inputs are done, and what is being written.

    FOLDER/day=2021-02-13/NAME-0.parquet    rows, by day
    FOLDER/problems.parquet                 problems of pages and rejected inputs
    FOLDER/_backfill/done/NAME.json         the manifest of a complete task: its inputs, its files, its counts
    FOLDER/_backfill/done/NAME.problems     its problems, in Parquet
    FOLDER/_backfill/part/NAME/             what an incomplete task has written
    FOLDER/_backfill/beat/NAME.json         the progress of a task

A task's files get their names last but one and its manifest last. Whatever no manifest names is incomplete, and is
removed when the next run begins.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tickerboard.backfill.errors import BackfillError
from tickerboard.backfill.inputs import OWN
from tickerboard.backfill.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

_ORPHAN_SECONDS = 30.0
"""How long a new run waits for tasks of a killed one, which end with their next batch."""
PREFIX = "rows-"
"""How the names of our own files begin."""


class Manifest(NamedTuple):
    """A complete task: the identities of its inputs, its files below FOLDER, and what it counted."""

    inputs: frozenset[str]
    files: tuple[str, ...]
    tally: Tally


class Workplace:
    """The places of an output's folder."""

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.folder = Path(folder)
        self.own = self.folder / OWN

    def beat(self, name: str) -> Path:
        """Return the file for a task's progress."""
        return self.own / "beat" / f"{name}.json"

    def part(self, name: str) -> Path:
        """Return the folder for what a task is writing."""
        return self.own / "part" / name

    def done(self, name: str, ending: str = ".json") -> Path:
        """Return a file of a complete task: its manifest, or its problems."""
        return self.own / "done" / f"{name}{ending}"

    def prepare(self) -> None:
        """Create the folders. Raise BackfillError."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.own.mkdir(mode=0o700, exist_ok=True)  # pages on their way to the history are as private as that
            for name in ("beat", "part", "done"):
                (self.own / name).mkdir(exist_ok=True)
        except OSError as error:
            raise BackfillError(f"{self.folder}: {(error.strerror or 'cannot be written').lower()}") from error

    @contextmanager
    def owned(self) -> Iterator[None]:
        """Keep other runs out, and wait until the tasks of a killed one have ended. Raise BackfillError."""
        self.prepare()
        with self._lock("owner", fcntl.LOCK_EX, 0.0, "another backfill writes to it"):
            with self._lock("tasks", fcntl.LOCK_EX, _ORPHAN_SECONDS, "tasks of an earlier backfill do not end"):
                pass
            yield

    @contextmanager
    def working(self) -> Iterator[None]:
        """Keep new runs waiting while a task writes."""
        with self._lock("tasks", fcntl.LOCK_SH, _ORPHAN_SECONDS, "a new backfill has begun"):
            yield

    @contextmanager
    def _lock(self, name: str, kind: int, seconds: float, why: str) -> Iterator[None]:
        descriptor = os.open(self.own / f"{name}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            end = time.monotonic() + seconds
            while not _try_lock(descriptor, kind):
                if time.monotonic() >= end:
                    raise BackfillError(f"{self.folder}: {why}")
                time.sleep(0.05)
            yield
        finally:
            os.close(descriptor)

    def manifests(self) -> dict[str, Manifest]:
        """Return the complete tasks by name."""
        found = {}
        for path in sorted((self.own / "done").glob("*.json")):
            given: dict[str, Any] = json.loads(path.read_text("utf-8"))
            found[path.stem] = Manifest(frozenset(given["inputs"]), tuple(given["files"]), Tally.of(given["tally"]))
        return found

    def forget(self, name: str) -> None:
        """Remove the manifest of a task whose inputs have changed; its files go when the next sweep comes."""
        self.done(name).unlink(missing_ok=True)

    def sweep(self) -> None:
        """Remove what no manifest names."""
        known = self.manifests()
        kept = {file for manifest in known.values() for file in manifest.files}
        for path in self.folder.glob(f"day=*/{PREFIX}*.parquet"):
            if path.relative_to(self.folder).as_posix() not in kept:
                path.unlink()
        for path in (self.own / "done").iterdir():
            if path.stem not in known:
                path.unlink()
        for name in ("beat", "part"):
            shutil.rmtree(self.own / name, ignore_errors=True)
        self.prepare()

    def remove(self) -> None:
        """Remove the whole place."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def complete(self, name: str, inputs: list[str], files: list[str], tally: Tally) -> None:
        """Write the manifest of a task, whole or not at all: with it the task is complete."""
        part = self.done(name, ".part")
        part.write_text(json.dumps({"inputs": inputs, "files": files, "tally": tally.to_dict()}), "utf-8")
        part.replace(self.done(name))


def _try_lock(descriptor: int, kind: int) -> bool:
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True

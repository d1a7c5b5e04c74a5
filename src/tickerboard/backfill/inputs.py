"""Which files a backfill reads: paths, folders, globs, and what the engine can list in an object store."""

from __future__ import annotations

import glob
import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from tickerboard.backfill.errors import BackfillError
from tickerboard.backfill.formats import FORMATS, format_of
from tickerboard.sources.base import without_secrets
from tickerboard.text.clean import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OWN = "_backfill"
"""The folder by which the output of a backfill is known."""
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_MAGIC = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Input:
    """One file: its path or address, the INPUT that named it, its size in bytes, and when it was changed (UTC).

    The size is -1, and the time None, where a store does not tell.
    """

    path: str
    named: str
    size: int = -1
    changed: datetime | None = None

    @property
    def name(self) -> str:
        """The path as it may be printed, an address without secrets."""
        return name_of(self.path)

    def open(self) -> BinaryIO:
        """Open it to read. Raise OSError."""
        if not _SCHEME.match(self.path):
            return Path(self.path).open("rb")
        from tickerboard.backfill.engine import open_stored

        return open_stored(self.path)


def name_of(path: str) -> str:
    """Return a path or an address as it may be printed."""
    return without_secrets(path) if _SCHEME.match(path) else shown(path)


def find_inputs(given: Sequence[str]) -> list[Input]:
    """Return the files of all INPUTs, each once, in the order of their names. Raise BackfillError."""
    found: dict[str, Input] = {}
    for named in given:
        inputs = list(_stored(named) if _SCHEME.match(named) else _local(named))
        if not inputs:
            endings = ", ".join(form.endings[0] for form in FORMATS)
            raise BackfillError(f"{name_of(named)}: no file of a crawl ({endings}, …)")
        for each in inputs:
            found.setdefault(each.path, each)
    return list(found.values())


def _local(named: str) -> Iterator[Input]:
    path = Path(named)
    if path.is_dir():
        yield from _of_folder(path, named)
    elif path.exists():
        if format_of(named) is None:
            raise BackfillError(f"{shown(named)}: unknown format; known endings: {_endings()}")
        yield _file(named, named)
    elif _MAGIC.search(named):
        for each in sorted(glob.glob(named, recursive=True)):  # noqa: PTH207  a pattern may be absolute
            if format_of(each) and Path(each).is_file() and not _is_output(Path(each)):
                yield _file(each, named)
    else:
        raise BackfillError(f"{shown(named)}: no such file or folder")


def _of_folder(path: Path, named: str) -> Iterator[Input]:
    """Yield the files of a folder and of those below it, apart from what a backfill wrote."""
    for folder, below, names in os.walk(path):
        if OWN in below:
            below.clear()
            continue
        below.sort()
        for name in sorted(names):
            if not name.startswith(".") and format_of(name):
                yield _file(str(Path(folder) / name), named)


def _is_output(path: Path) -> bool:
    """Return whether a backfill wrote a file: its rows of a day, or its problems."""
    return any((folder / OWN).is_dir() for folder in (path.parent, path.parent.parent)) or OWN in path.parts


def _file(path: str, named: str) -> Input:
    try:
        status = os.stat(path)  # noqa: PTH116
    except OSError as error:
        raise BackfillError(f"{shown(path)}: {(error.strerror or 'cannot be read').lower()}") from error
    return Input(path, named, status.st_size, datetime.fromtimestamp(status.st_mtime, UTC))


def _stored(named: str) -> Iterator[Input]:
    from tickerboard.backfill.engine import list_stored

    for path, size in list_stored(named):
        if format_of(path.partition("?")[0]):
            yield Input(path, named, size)


def _endings() -> str:
    return ", ".join(ending for form in FORMATS for ending in form.endings)

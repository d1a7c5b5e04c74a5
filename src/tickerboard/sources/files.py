"""A file, and a folder of pages."""

from __future__ import annotations

import contextlib
import os
import stat
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from tickerboard.model import ObservedFrom
from tickerboard.parser.documents import Document, DocumentType, type_of
from tickerboard.parser.limits import SHORT, Stopped
from tickerboard.sources.base import Failed, Failure, Pages, SourceError
from tickerboard.text.clean import shown
from tickerboard.text.counts import counted
from tickerboard.text.times import FIRST_YEAR

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable, Iterator
    from pathlib import Path
    from threading import Event

    from tickerboard.sources.base import Fetch
    from tickerboard.sources.pace import Pace

BYTES_CAP = 100 * 1024 * 1024
INSTANT_PAGES = 100
HEAD_BYTES = 4_096
EARLIEST, LATEST = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
SUFFIXES = frozenset((".txt", ".text", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ""))
"""The endings of a folder's files that are pages."""

Fingerprint = tuple[object, ...] | None
"""What differs between two states of a path, without reading it; None where there is nothing."""


def fingerprint_of(path: Path) -> Fingerprint:
    """Return the fingerprint of a file. Size and time alone may repeat; with inode and change time they do not."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return (status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def read_page(path: Path) -> Document:
    """Read a file, refusing at once what is no regular file or no text. Raises SourceError."""
    try:
        _check(path.stat())
        # Opened without waiting and looked at once more: it may be a pipe by now.
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
            status = os.fstat(file.fileno())
            _check(status)
            data = file.read(BYTES_CAP)
    except OSError as error:
        raise SourceError((error.strerror or "cannot be read").lower()) from error
    except ValueError as error:
        raise SourceError("not a file name") from error
    return Document(shown(str(path)), data, _time(status.st_mtime), ObservedFrom.MTIME)


def _time(seconds: float) -> datetime:
    """Return a file's time in UTC. A file system's years go further than ours: they end as early or late as can be."""
    try:
        return max(datetime.fromtimestamp(seconds, UTC), EARLIEST)
    except (ValueError, OverflowError, OSError):
        return LATEST if seconds > 0 else EARLIEST


def _is_instant(paths: list[Path]) -> bool:
    """Return whether reading and parsing files takes no time that a user would notice.

    What cannot be read is instant too: reading it returns at once what is wrong.
    """
    size = 0
    for path in paths[: INSTANT_PAGES + 1]:
        with contextlib.suppress(SourceError, OSError, ValueError):
            status = path.stat()
            _check(status)
            size += status.st_size
            with path.open("rb") as file:
                if type_of(Document("", file.read(HEAD_BYTES))) is not DocumentType.TEXT:
                    return False
    return size <= SHORT and len(paths) <= INSTANT_PAGES


def _check(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise SourceError("not a regular file")
    if status.st_size > BYTES_CAP:
        raise SourceError(f"larger than {BYTES_CAP // 1024 // 1024} MiB")


class _PathSource:
    """What a file and a folder have in common: two of one class and path are equal."""

    stream: ClassVar[bool] = False

    def __init__(self, path: Path) -> None:
        self.path = path

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.path == self.path

    def __hash__(self) -> int:
        return hash(self.path)

    @property
    def name(self) -> str:
        """The path as the user gave it, printable."""
        return shown(str(self.path))


class FileSource(_PathSource):
    """One file."""

    @cached_property
    def instant(self) -> bool:
        """Whether it is short plain text, or cannot be read."""
        return _is_instant([self.path])

    def fingerprint(self, stop: Event | None = None) -> Fingerprint:
        """Return what differs between this state of the file and another."""
        return fingerprint_of(self.path)

    def read(self, stop: Event | None = None) -> Fetch:
        """Read the file; that takes too little time to be stopped."""
        try:
            return Pages(self.name, (read_page(self.path),))
        except SourceError as error:
            return Failed.of(self.name, error)

    def follow(self, pace: Pace) -> AsyncGenerator[Fetch]:
        """Read it now and whenever it changes, goes or comes back."""
        from tickerboard.sources.watching import follow_path

        return follow_path(self, self.path.parent, pace)


class FolderSource(_PathSource):
    """A folder of pages, in the order of their names."""

    @cached_property
    def instant(self) -> bool:
        """Whether it has few pages and all of them are short plain text."""
        try:
            return _is_instant(self._pages())
        except OSError:
            return True

    def _pages(self, stop: Event | None = None) -> list[Path]:
        return sorted(each for each in _until(stop, self.path.iterdir()) if _is_page(each))

    def fingerprint(self, stop: Event | None = None) -> Fingerprint:
        """Return what differs between this state of the pages and another. Raises Stopped soon after `stop` is set."""
        try:
            return tuple((path.name, fingerprint_of(path)) for path in _until(stop, self._pages(stop)))
        except OSError:
            return None

    def read(self, stop: Event | None = None) -> Fetch:
        """Read every page in the folder, not in folders below it. Raises Stopped soon after `stop` is set."""
        try:
            paths = self._pages(stop)
            if not paths and (others := self._others()):
                return Failed.of(self.name, f"no pages in it, but {others}")
            documents, failures = self._read(paths, stop)
        except OSError as error:
            return Failed.of(self.name, (error.strerror or "cannot be read").lower())
        return Pages(self.name, tuple(documents), tuple(failures))

    def _others(self) -> str:
        """Count what else is in the folder, in words; empty where there is nothing."""
        entries = list(self.path.iterdir())
        folders = sum(each.is_dir() for each in entries)
        counts = ((folders, "folder"), (len(entries) - folders, "other file"))
        return " and ".join(counted(count, what) for count, what in counts if count)

    def _read(self, pages: list[Path], stop: Event | None) -> tuple[list[Document], list[Failure]]:
        documents, failures, room = [], [], BYTES_CAP
        for path in _until(stop, pages):
            try:
                document = read_page(path)
            except SourceError as error:
                failures.append(Failure(shown(str(path)), str(error)))
                continue
            room -= len(document.data)
            if room < 0:
                failures.append(Failure(self.name, f"larger than {BYTES_CAP // 1024 // 1024} MiB in all"))
                break
            documents.append(document)
        return documents, failures

    def follow(self, pace: Pace) -> AsyncGenerator[Fetch]:
        """Read it now and whenever a page changes, comes or goes."""
        from tickerboard.sources.watching import follow_path

        return follow_path(self, self.path, pace)


def _until(stop: Event | None, paths: Iterable[Path]) -> Iterator[Path]:
    """Iterate over paths. Raises Stopped once `stop` is set."""
    for path in paths:
        if stop is not None and stop.is_set():
            raise Stopped
        yield path


def _is_page(path: Path) -> bool:
    return not path.name.startswith(".") and path.suffix.lower() in SUFFIXES and path.is_file()

"""Sources on this machine: a file, a folder of pages, standard input, a command, the bundled sample."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from typing import TYPE_CHECKING

from tickerboard.parser.clean import clean
from tickerboard.snapshot import is_binary
from tickerboard.sources.base import Document, SourceError

if TYPE_CHECKING:
    from pathlib import Path

BYTES_CAP = 100 * 1024 * 1024
COMMAND_SECONDS = 20
SUFFIXES = frozenset((".txt", ".text", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ""))
"""The endings of a folder's files that are taken for pages."""


def shown(name: str) -> str:
    """Give a name as it may be printed."""
    return clean(name.encode("utf-8", "replace").decode()).replace("\n", " ")


@dataclass(frozen=True)
class FileSource:
    """One file."""

    path: Path

    @property
    def name(self) -> str:
        """The path as the user gave it, printable."""
        return shown(str(self.path))

    def read(self) -> list[Document]:
        """Read the file, refusing at once what is no regular file or no text."""
        try:
            status = self.path.stat()
            if not stat.S_ISREG(status.st_mode):
                raise SourceError(f"{self.name}: not a regular file")
            if status.st_size > BYTES_CAP:
                raise SourceError(f"{self.name}: larger than {BYTES_CAP // 1024 // 1024} MiB")
            data = self.path.read_bytes()
        except OSError as error:
            raise SourceError(f"{self.name}: {(error.strerror or 'cannot be read').lower()}") from error
        if is_binary(data):
            raise SourceError(f"{self.name}: not a page of text")
        return [Document(self.name, data, datetime.fromtimestamp(status.st_mtime, UTC))]


@dataclass(frozen=True)
class FolderSource:
    """A folder of pages, in the order of their names."""

    path: Path

    @property
    def name(self) -> str:
        """The path as the user gave it, printable."""
        return shown(str(self.path))

    def read(self) -> list[Document]:
        """Read every page in the folder, not in folders below it."""
        try:
            paths = sorted(each for each in self.path.iterdir() if _is_page(each))
        except OSError as error:
            raise SourceError(f"{self.name}: {(error.strerror or 'cannot be read').lower()}") from error
        return [document for path in paths for document in FileSource(path).read()]


def _is_page(path: Path) -> bool:
    return not path.name.startswith(".") and path.suffix.lower() in SUFFIXES and path.is_file()


@dataclass(frozen=True)
class StdinSource:
    """Standard input, read to its end."""

    name: str = "standard input"

    def read(self) -> list[Document]:
        """Read all of it."""
        if sys.stdin is None:
            raise SourceError(f"{self.name}: closed")
        data = sys.stdin.buffer.read(BYTES_CAP)
        if is_binary(data):
            raise SourceError(f"{self.name}: not a page of text")
        return [Document(self.name, data, datetime.now(UTC))]


@dataclass(frozen=True)
class ExecSource:
    """A command, run by the shell; what it prints is the page."""

    command: str

    @property
    def name(self) -> str:
        """The command, printable."""
        return shown(self.command)

    def read(self) -> list[Document]:
        """Run the command once, for at most 20 seconds."""
        try:
            done = subprocess.run(  # noqa: S602  the user's own command line
                self.command,
                shell=True,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=COMMAND_SECONDS,
            )
        except subprocess.TimeoutExpired as error:
            raise SourceError(f"{self.name}: still running after {COMMAND_SECONDS} s") from error
        if done.returncode:
            raise SourceError(f"{self.name}: ended with status {done.returncode}")
        return [Document(self.name, done.stdout, datetime.now(UTC))]


@dataclass(frozen=True)
class SampleSource:
    """The page that comes with the program."""

    name: str = "sample page"

    def read(self) -> list[Document]:
        """Read it; nothing tells when it was observed."""
        data = files("tickerboard").joinpath("data", "sample.txt").read_bytes()
        return [Document(self.name, data, None)]


def keyboard_back() -> None:
    """Put the terminal where the pipe was, so that the board's keys work after `-` is read.

    Raises SourceError where the process has no terminal.
    """
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise SourceError("standard input was the page, and there is no terminal for the keys") from error
    os.dup2(terminal, 0)
    os.close(terminal)

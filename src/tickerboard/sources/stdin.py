"""Standard input and pipes: read to their end, or followed as they fill."""

from __future__ import annotations

import asyncio
import errno
import os
import select
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING, ClassVar

from tickerboard.model import ObservedFrom
from tickerboard.parser.documents import Document
from tickerboard.sources.base import Failed, Pages, Progress, SourceError, numbered
from tickerboard.sources.streams import fills_slowly, pages_of, split_pages
from tickerboard.text.clean import shown

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterator
    from pathlib import Path

    from tickerboard.sources.base import Fetch
    from tickerboard.sources.pace import Pace

READ_CAP = 100 * 1024 * 1024
WRITER_SECONDS = 5
"""How long a pipe may be without a byte and without a program that has opened it."""


@dataclass(frozen=True)
class StdinSource:
    """Standard input; `descriptor` is where it is read, for the keyboard may need number 0.

    `name` is another pipe's where that is read in its place.
    """

    descriptor: int = 0
    name: str = "standard input"
    instant: ClassVar[bool] = False
    stream: ClassVar[bool] = True

    def read(self) -> Fetch:
        """Read all of it, at most 100 MiB; a form feed ends a page, and further pages are numbered."""
        data = bytearray()
        try:
            while chunk := os.read(self.descriptor, 1 << 20):
                data += chunk
                if len(data) > READ_CAP:
                    return Failed.of(self.name, f"larger than {READ_CAP // 1024 // 1024} MiB")
        except OSError as error:
            return self._failed(error)
        labels = (numbered(self.name, number) for number in count(1))
        pages = split_pages(bytes(data)) or [b""]
        return Pages(self.name, tuple(self._document(page, label) for page, label in zip(pages, labels, strict=False)))

    def _document(self, data: bytes, label: str) -> Document:
        return Document(label, data, datetime.now(UTC), ObservedFrom.READ)

    def _failed(self, error: OSError) -> Fetch:
        why = "closed" if error.errno == errno.EBADF else (error.strerror or "cannot be read").lower()
        return Failed.of(self.name, why)

    async def follow(self, pace: Pace) -> AsyncGenerator[Fetch]:
        """Return the pages of the pipe as they come, each under the same label, then end with it.

        A form feed ends a page. So does a silence after which a symbol comes again; without one, what comes after a
        silence belongs to the same page.
        """
        try:
            fills = fills_slowly(self.descriptor)
        except OSError as error:
            yield self._failed(error)
            return
        if fills:
            async for page in pages_of(self.descriptor):
                yield Pages(self.name, (self._document(page, self.name),), note="reading")
            yield Progress(self.name, "ended")
            return
        fetch = await asyncio.to_thread(self.read)
        if not isinstance(fetch, Pages):
            yield fetch
            return
        for document in fetch.documents:
            yield Pages(self.name, (document._replace(label=self.name),))


@dataclass(frozen=True)
class PipeSource:
    """A named pipe, or a process substitution of the shell (`<(command)`): read once, to its end."""

    path: Path
    instant: ClassVar[bool] = False
    stream: ClassVar[bool] = True

    @property
    def name(self) -> str:
        """The path as the user wrote it, printable."""
        return shown(str(self.path))

    def read(self) -> Fetch:
        """Read all of it, at most 100 MiB. A pipe that no program opens within a few seconds is a failure."""
        try:
            with self._opened() as source:
                return source.read()
        except SourceError as error:
            return Failed.of(self.name, error)

    async def follow(self, pace: Pace) -> AsyncGenerator[Fetch]:
        """Return the pages of the pipe as they come, then end with it."""
        try:
            with self._opened() as source:
                async for fetch in source.follow(pace):
                    yield fetch
        except SourceError as error:
            yield Failed.of(self.name, error)

    @contextmanager
    def _opened(self) -> Iterator[StdinSource]:
        """Open the pipe as soon as a program writes to it. Raises SourceError."""
        try:
            descriptor = os.open(self.path, os.O_RDONLY | os.O_NONBLOCK)
        except OSError as error:
            raise SourceError((error.strerror or "cannot be read").lower()) from error
        try:
            waiting = select.poll()
            waiting.register(descriptor, select.POLLIN)
            if not waiting.poll(WRITER_SECONDS * 1_000):
                raise SourceError("no program writes to this pipe")
            os.set_blocking(descriptor, True)
            yield StdinSource(descriptor, self.name)
        finally:
            os.close(descriptor)


def keyboard_back() -> int:
    """Move standard input to another descriptor, which is returned, and put the terminal in its place.

    So the board's keys work while `-` is read. Raises SourceError where the process has no terminal.
    """
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise SourceError("standard input is the page, and there is no terminal for the keys") from error
    page = os.dup(0)
    os.dup2(terminal, 0)
    os.close(terminal)
    return page

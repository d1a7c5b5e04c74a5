"""Standard input: a pipe that ends, or one that goes on."""

from __future__ import annotations

import asyncio
import errno
import os
import select
import stat
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from tickerboard.model import ObservedFrom
from tickerboard.parser import parse_page
from tickerboard.parser.documents import Document, decode
from tickerboard.sources.base import Failed, Pages, Progress, SourceError
from tickerboard.sources.pipes import reading
from tickerboard.text.clean import shown

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterator
    from pathlib import Path

    from tickerboard.sources.base import Fetch
    from tickerboard.sources.pace import Pace

READ_CAP = 100 * 1024 * 1024
PAGE_CAP = 5 * 1024 * 1024
QUIET_SECONDS = 0.3
"""A pipe that is silent for so long has said what it had to say for now."""
BURST_SECONDS = 1.0
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
        """Read all of it, at most 100 MiB."""
        data = bytearray()
        try:
            while chunk := os.read(self.descriptor, 1 << 20):
                data += chunk
                if len(data) > READ_CAP:
                    return Failed.of(self.name, f"larger than {READ_CAP // 1024 // 1024} MiB")
        except OSError as error:
            return self._failed(error)
        return self._fetched(bytes(data))

    def _fetched(self, data: bytes, note: str | None = None) -> Fetch:
        document = Document(self.name, data, datetime.now(UTC), ObservedFrom.READ)
        return Pages(self.name, (document,), note=note)

    def _failed(self, error: OSError) -> Fetch:
        why = "closed" if error.errno == errno.EBADF else (error.strerror or "cannot be read").lower()
        return Failed.of(self.name, why)

    async def follow(self, pace: Pace) -> AsyncGenerator[Fetch]:
        """Give the pages of the pipe as they come, then end with it.

        A form feed ends a page. So does a silence after which a symbol comes again; without one, what comes after a
        silence belongs to the same page.
        """
        try:
            tells = _tells_when_it_fills(self.descriptor)
        except OSError as error:
            yield self._failed(error)
            return
        if not tells:
            yield await asyncio.to_thread(self.read)
            return
        page = _Page()
        async for burst in _bursts(self.descriptor):
            for text in await asyncio.to_thread(page.take, burst):
                yield self._fetched(text, "reading")
        yield Progress(self.name, "ended")


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


def _tells_when_it_fills(descriptor: int) -> bool:
    """Tell a pipe, a socket or a terminal from a file and from devices such as /dev/null."""
    mode = os.fstat(descriptor).st_mode
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode) or os.isatty(descriptor)


class _Page:
    """The page that is being gathered from bursts."""

    def __init__(self) -> None:
        self._data = b""
        self._symbols: set[str] = set()

    def take(self, burst: bytes) -> list[bytes]:
        """Add a burst; give the state of every page that it brought or changed."""
        *whole, rest = burst.split(b"\f")
        pages = []
        for piece in whole:
            pages.append(self._data + piece)
            self._data, self._symbols = b"", set()
        if rest.strip():
            symbols = {quote.symbol for quote in parse_page(decode(rest)).quotes}
            if symbols & self._symbols or len(self._data) + len(rest) > PAGE_CAP:
                self._data, self._symbols = b"", set()
            self._data += rest
            self._symbols |= symbols
            pages.append(self._data)
        return [page for page in pages if page.strip()]


async def _bursts(descriptor: int) -> AsyncGenerator[bytes]:
    """Give what a pipe writes between two silences, whole lines only; one that is never silent is heard each second."""
    kept = b""
    async with reading(open(descriptor, "rb", buffering=0, closefd=False)) as reader:
        while chunk := await reader.read(65_536):
            kept += chunk
            end = asyncio.get_running_loop().time() + BURST_SECONDS
            while len(kept) < PAGE_CAP and asyncio.get_running_loop().time() < end:
                if not (chunk := await _soon(reader)):
                    break
                kept += chunk
            lines = max(kept.rfind(b"\n"), kept.rfind(b"\f")) + 1
            if not lines and len(kept) >= PAGE_CAP:  # a line without an end is no reason to keep all of it
                lines = len(kept)
            if lines:
                yield kept[:lines]
                kept = kept[lines:]
        if kept:
            yield kept


async def _soon(reader: asyncio.StreamReader) -> bytes:
    """Read what comes before the silence is one; nothing where it does."""
    try:
        async with asyncio.timeout(QUIET_SECONDS):
            return await reader.read(65_536)
    except TimeoutError:
        return b""


def keyboard_back() -> int:
    """Move standard input to another descriptor, which is given, and put the terminal in its place.

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

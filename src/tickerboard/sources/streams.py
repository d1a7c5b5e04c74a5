"""Pages in a stream of bytes: where one ends and the next begins."""

from __future__ import annotations

import asyncio
import os
import re
import stat
from typing import TYPE_CHECKING

from tickerboard.parser import parse_page
from tickerboard.parser.documents import decode, is_binary
from tickerboard.sources.pipes import reading

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

PAGE_CAP = 5 * 1024 * 1024
"""Bytes that are one page at most, where nothing else ends it."""
QUIET_SECONDS = 0.3
"""A pipe that is silent for so long has written what it had to write for now."""
BURST_SECONDS = 1.0
_WHOLE = re.compile(rb"(?:\)|\d%|[A-Za-z\"')\]][.!?][\"')\]]?)[ \t]*$")
"""How the last line of a page ends that needs no more: a percentage, or a sentence."""


def split_pages(data: bytes) -> list[bytes]:
    """Return the pages of a text, each of which but the last ends with a form feed; one that repeats is left out.

    Wide encodings and data that is not text have bytes that look like form feeds: they are one page.
    """
    if b"\0" in data[:1_024] or is_binary(data):
        return [data]
    pages: list[bytes] = []
    for page in data.split(b"\f"):
        if page.strip() and (not pages or page != pages[-1]):
            pages.append(page)
    return pages


def fills_slowly(descriptor: int) -> bool:
    """Return whether it is a pipe, a socket or a terminal, not a file or a device such as /dev/null."""
    mode = os.fstat(descriptor).st_mode
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode) or os.isatty(descriptor)


async def pages_of(descriptor: int) -> AsyncGenerator[bytes]:
    """Return the pages of a pipe as they come, and each state of one that grows."""
    page, last = _Page(), b""
    async for burst in _bursts(descriptor):
        for state in await asyncio.to_thread(page.take, burst):
            if state != last:
                yield state
            last = state


class _Page:
    """The page that is being gathered from bursts."""

    def __init__(self) -> None:
        self._data = b""
        self._symbols: set[str] = set()

    def take(self, burst: bytes) -> list[bytes]:
        """Add a burst; return the state of every page that it brought or changed."""
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
    """Return what a pipe writes between two silences, whole lines only; without any silence, once a second."""
    kept = b""
    async with reading(open(descriptor, "rb", buffering=0, closefd=False)) as reader:
        while chunk := await reader.read(65_536):
            kept += chunk
            silent = False
            end = asyncio.get_running_loop().time() + BURST_SECONDS
            while len(kept) < PAGE_CAP and asyncio.get_running_loop().time() < end:
                if not (chunk := await _soon(reader)):
                    silent = True
                    break
                kept += chunk
            whole, kept = _whole_lines(kept, silent=silent)
            if whole:
                yield whole
        if kept:
            yield kept


def _whole_lines(data: bytes, *, silent: bool) -> tuple[bytes, bytes]:
    """Return the whole lines of what was written, and the rest.

    The last line of a page may lack its end: where a silence follows, one that ends as a page does is whole, so that
    the next page is not glued to it.
    """
    lines = max(data.rfind(b"\n"), data.rfind(b"\f")) + 1
    rest = data[lines:]
    if silent and rest.count(b"(") <= rest.count(b")") and _WHOLE.search(rest):
        return data + b"\n", b""
    if not lines and len(data) >= PAGE_CAP:  # a line without an end is no reason to keep all of it
        return data, b""
    return data[:lines], rest


async def _soon(reader: asyncio.StreamReader) -> bytes:
    """Read what comes before the silence is one; return nothing where it is."""
    try:
        async with asyncio.timeout(QUIET_SECONDS):
            return await reader.read(65_536)
    except TimeoutError:
        return b""

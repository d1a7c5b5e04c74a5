"""Pipes read as they fill, a piece at a time."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from io import FileIO


@asynccontextmanager
async def reading(pipe: FileIO) -> AsyncGenerator[asyncio.StreamReader]:
    """Read a pipe without holding anything up, and close it at the end, whoever still has its other side."""
    reader = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(reader)
    transport, _ = await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, pipe)
    try:
        yield reader
    finally:
        transport.close()

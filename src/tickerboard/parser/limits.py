"""What parsing one document may cost, and how it ends where it costs more."""

from __future__ import annotations

from tickerboard.errors import TickerboardError

SHORT = 512 * 1024
"""Bytes of plain text that are parsed in this process; its time is linear, and at this size well below a second."""
LARGE = 16 * 1024 * 1024
"""The same for a caller that no screen waits for, and whose signals end it at any moment."""
PAGE_SECONDS, MEBIBYTE_SECONDS = 10, 2
"""Processor time that a document may take, and what it may take longer for each MiB of it."""
PAGE_MEMORY, MEMORY_RATIO = 1024 * 1024 * 1024, 16
"""Bytes of address space that a worker may have, and what it may have more for each byte of the document."""
REPLY_RATIO, REPLY_LEAST, FRAME_CAP = 12, 1024 * 1024, 64 * 1024 * 1024
"""Bytes that the JSON of a page may have for each byte of the document; in any case; and in one frame."""
WALL_RATIO, WALL_SECONDS = 4, 20
"""What a document may take by the clock of a busy machine: so many times its processor time, and some seconds more."""


class ParsingError(TickerboardError):
    """A document that cannot be parsed within its limits. The message is the reason alone, one plain line."""


class BinaryError(ParsingError):
    """A document that is not text."""


class Stopped(Exception):  # noqa: N818  nothing failed: the caller asked for it
    """Parsing was given up because nobody waits for it any more."""

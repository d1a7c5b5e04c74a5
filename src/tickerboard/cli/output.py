"""Standard output and standard error: always UTF-8, one line for an error, no traceback when either is closed."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

from tickerboard.cli.statuses import FAILED
from tickerboard.errors import TickerboardError

if TYPE_CHECKING:
    from collections.abc import Iterable


class OutputError(TickerboardError):
    """Standard output cannot be written to, because it is closed or its disk is full."""


def prepare() -> None:
    """Write UTF-8 in every locale, and keep closed standard streams from being taken by files that are opened later."""
    for descriptor in (1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            null = os.open(os.devnull, os.O_RDWR)
            if null != descriptor:
                os.dup2(null, descriptor)
                os.close(null)
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115  it stays open
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


def write(*texts: str) -> None:
    """Write to standard output now. Raise OutputError where that fails, BrokenPipeError where nobody reads it."""
    if sys.stdout is None:
        raise OutputError("standard output is closed")
    try:
        sys.stdout.writelines(texts)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"standard output: {(error.strerror or 'cannot be written').lower()}") from error


def report(lines: Iterable[str]) -> None:
    """Write lines to standard error."""
    sys.stderr.writelines(f"{line}\n" for line in lines)


def fail(message: str, status: int = FAILED) -> int:
    """Write one line to standard error and return the exit status."""
    from tickerboard.text.clean import shown

    report([f"tickerboard: {shown(message)}"])
    return status


def discard(stream: TextIO | None) -> None:
    """Drop what a stream still holds, so that the interpreter does not try to write it when it ends."""
    if stream is not None:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)

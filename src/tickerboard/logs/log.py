"""The log: what tickerboard does and when, a line each. There is none unless a file is named for it.

Whoever has something to tell calls `record`; what writes the file is loaded only where there is one.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tickerboard.errors import TickerboardError

if TYPE_CHECKING:
    import argparse

    from tickerboard.logs.file import LogFile
    from tickerboard.sources.base import Source
    from tickerboard.sources.updates import Update

_file: LogFile | None = None


class LogError(TickerboardError):
    """A log that cannot be written; the message is one plain line."""


def start(path: str, command: str, options: argparse.Namespace) -> None:
    """Begin the log with the versions and the command line as it was understood. Raises LogError."""
    global _file
    from tickerboard.logs.file import LogFile
    from tickerboard.logs.versions import versions
    from tickerboard.text.redaction import command_line

    _file = LogFile(path)
    record("start", **versions(), command=command_line(command, options))


def record(event: str, **facts: object) -> None:
    """Write a line where there is a log; facts that are None are left out. Never raises."""
    if _file is not None:
        _file.write(event, facts)


def fetched(source: Source, update: Update, seconds: float) -> None:
    """Write what a source gave, and how long that took (seconds), or why it gave nothing and when it is tried again."""
    if _file is None:
        return
    from tickerboard.text.redaction import name_of, without_name

    fetch, pages = update.fetch, [shot.page for shot in update.snapshots or ()]
    counts: dict[str, int] = {}
    if fetch.documents is not None:
        counts = {
            "bytes": sum(len(document.data) for document in fetch.documents),
            "pages": len(pages),
            "quotes": sum(len(page.quotes) for page in pages),
            "articles": len(update.articles),
            "problems": sum(len(page.problems) for page in pages),
        }
    record(
        "failure" if fetch.failure else "fetch" if counts else "unchanged",
        source=name_of(source),
        took=None if source.stream else seconds,
        **counts,
        why=without_name(source, fetch.failure),
        note=fetch.note,
        again=fetch.again,
    )


def end(status: object) -> None:
    """Close the log with the exit status, and say where lines are missing from it."""
    global _file
    if (file := _file) is None:
        return
    number = status - 128 if isinstance(status, int) and status > 128 else None
    record("end", status=0 if status is None else status, signal=number)
    _file = None
    if failure := file.close():
        sys.stderr.write(f"tickerboard: {failure}; lines are missing from the log\n")

"""The log: what tickerboard does and when, one line each. There is no log unless the user names a file for it.

Any module above `text` may call `record`; what writes the file is loaded only where there is a log.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tickerboard.errors import TickerboardError

if TYPE_CHECKING:
    from tickerboard.logs.file import LogFile

_file: LogFile | None = None


class LogError(TickerboardError):
    """A log that cannot be written; the message is one plain line."""


def start(path: str, command: str) -> None:
    """Begin the log with the versions and the command line, which is without secrets. Raise LogError."""
    global _file
    from tickerboard.logs.file import LogFile
    from tickerboard.logs.versions import versions

    _file = LogFile(path)
    record("start", **versions(), command=command)


def record(event: str, **facts: object) -> None:
    """Write a line where there is a log; facts that are None are left out. Never raises."""
    if _file is not None:
        _file.write(event, facts)


def is_open() -> bool:
    """Return whether there is a log, for facts that are costly to gather."""
    return _file is not None


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

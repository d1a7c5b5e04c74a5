"""Exit statuses: one table for the program, its help, its man page and the docs."""

from __future__ import annotations

import signal

DONE, NOTHING, FAILED = 0, 1, 2
BY_SIGNAL = {number: 128 + number for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
"""The status of a command that one of these signals ends."""
STATUSES = (
    (str(DONE), "done; problems on a page are reported, not fatal"),
    (str(NOTHING), "nothing found, or no quote passes --where"),
    (str(FAILED), "wrong usage, or a source or file that cannot be read or written"),
    *((str(status), f"ended by {number.name}") for number, status in BY_SIGNAL.items()),
)

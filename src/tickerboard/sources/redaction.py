"""The names of sources for the eyes of strangers, in the log and in the doctor's report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.sources.command import ExecSource

if TYPE_CHECKING:
    from tickerboard.sources.base import Source

_PROGRAM = re.compile(r"(?:[\w./+-]*/)?([\w.+-]+)")


def program(command: str) -> str:
    """Return the program that a command runs and nothing else of it; only an ellipsis where that is not plain."""
    found = _PROGRAM.fullmatch((command.split() or [""])[0])
    return f"{found[1]} …" if found else "…"


def name_of(source: Source) -> str:
    """Return a source's name, in which a command is its program only."""
    return f"--exec {program(source.command)}" if isinstance(source, ExecSource) else source.name

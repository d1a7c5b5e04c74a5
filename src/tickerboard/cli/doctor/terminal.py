"""The doctor checks the terminal. It shows TERM and COLORTERM, and of other variables only whether they are set."""

from __future__ import annotations

import locale
import os
import sys
from typing import TYPE_CHECKING

from tickerboard.cli.board import COLOUR_SYSTEMS
from tickerboard.cli.doctor.findings import Finding, Grade

if TYPE_CHECKING:
    from collections.abc import Iterator

SMALLEST = (20, 5)
"""Columns and lines below which the board shows that the terminal is too small."""
NAME_LENGTH = 40
_AROUND = {"tmux": ("TMUX",), "screen": ("STY",), "ssh": ("SSH_CONNECTION", "SSH_TTY")}


def terminal() -> Iterator[Finding]:
    """Check keys, size, colours and characters."""
    yield _keys()
    yield _size()
    name = _shown("TERM")
    known = name not in {"", "dumb", "unknown"}
    words = name if known else f"{name or 'not set'}; pages are printed as text, without a board"
    yield Finding(Grade.OK if known else Grade.WARN, "TERM", words)
    yield _colours(name)
    encoding = "UTF-8" if sys.flags.utf8_mode else locale.getencoding()
    if encoding.upper().replace("-", "") == "UTF8":
        yield Finding(Grade.OK, "characters", encoding)
    else:
        yield Finding(Grade.WARN, "characters", f"the locale is {encoding}; the board writes UTF-8 anyway")
    around = [what for what, names in _AROUND.items() if any(os.environ.get(name) for name in names)]
    yield Finding(Grade.OK, "terminal multiplexer", ", ".join(around) or "none")


def _keys() -> Finding:
    if os.isatty(0):
        return Finding(Grade.OK, "standard input", "a terminal")
    return Finding(Grade.WARN, "standard input", "not a terminal; the board gets no keys from it")


def _size() -> Finding:
    if not os.isatty(1):
        return Finding(Grade.WARN, "standard output", "not a terminal; pages are printed as text, without a board")
    size = os.get_terminal_size(1)
    terminal = f"a terminal of {size.columns} by {size.lines}"
    if size.columns < SMALLEST[0] or size.lines < SMALLEST[1]:
        return Finding(Grade.WARN, "standard output", f"{terminal}; the board needs {SMALLEST[0]} by {SMALLEST[1]}")
    return Finding(Grade.OK, "standard output", terminal)


def _colours(name: str) -> Finding:
    system = _shown("TEXTUAL_COLOR_SYSTEM") or "auto"
    if system not in COLOUR_SYSTEMS:
        words = f"TEXTUAL_COLOR_SYSTEM: unknown value {system!r}; use {', '.join(COLOUR_SYSTEMS)}"
        return Finding(Grade.FAIL, "colours", words)
    if os.environ.get("NO_COLOR"):
        return Finding(Grade.OK, "colours", "none, because NO_COLOR is set")
    kind = _shown("COLORTERM")
    if kind.lower() in {"truecolor", "24bit"}:
        return Finding(Grade.OK, "colours", f"16 million (COLORTERM is {kind})")
    return Finding(Grade.OK, "colours", f"{256 if '256' in name else 16} (COLORTERM is {kind or 'not set'})")


def _shown(name: str) -> str:
    return os.environ.get(name, "")[:NAME_LENGTH]

"""Desktop notifications, which a terminal shows for a program that asks by an escape sequence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.text.clean import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE = "tickerboard"
LONGEST = 200
"""Characters of a notification."""
_BY_99 = ("kitty",)
_BY_9 = ("iterm", "wezterm", "windows", "ghostty", "conemu", "mintty")


def notification(text: str, environment: Mapping[str, str]) -> str:
    """Return the sequence by which the terminal of an environment shows a notification: OSC 99, 9 or 777.

    Within tmux it is passed through, which tmux allows where `allow-passthrough` is on.
    """
    line = shown(text).replace("\n", " ")[:LONGEST]
    terminal = " ".join(environment.get(name, "") for name in ("TERM_PROGRAM", "LC_TERMINAL", "TERM")).lower()
    terminal += " windows" if "WT_SESSION" in environment else ""
    terminal += " kitty" if "KITTY_WINDOW_ID" in environment else ""
    if any(name in terminal for name in _BY_99):
        sequence = f"\x1b]99;;{TITLE}: {line}\x1b\\"
    elif any(name in terminal for name in _BY_9):
        sequence = f"\x1b]9;{TITLE}: {line}\x1b\\"
    else:
        sequence = f"\x1b]777;notify;{TITLE};{line}\x1b\\"
    if "TMUX" in environment:
        return f"\x1bPtmux;{sequence.replace(chr(27), chr(27) * 2)}\x1b\\"
    return sequence

"""Text whose width terminals disagree about, pinned to the cells that the board counts for it.

Emoji, flags, the marks of Indian scripts, Khmer and the letters of Hangul take one cell here and two there. Whatever a
terminal draws, the text behind them must stand in its column.
"""

from __future__ import annotations

import re

from rich.cells import cell_len

# From the combining diacritics up, without what every terminal measures alike: letters, punctuation and symbols from
# Greek to Armenian, arrows, boxes, shapes, and the wide characters of Chinese, Japanese and Korean text.
_UNSURE = (
    "\u0300-\u036f\u0483-\u0489\u0590-\u1cff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\u2600-\u27bf\u2b00-\u2bff"
    "\u302a-\u302f\u3099\u309a\ua660-\uabff\ud7b0-\ud7ff\ufe20-\ufe2f\U00010000-\U0001ffff\U000e0000-\U0010ffff"
)
# With the spaces behind it: where the terminal takes more cells than the board counts, it takes them from these.
_RUN = re.compile(f"(?:[{_UNSURE}]++ *+)+")


def pinned(data: str) -> str:
    """Return terminal output in which the cursor is put where it belongs after each text of unsure width."""
    return data if data.isascii() else _RUN.sub(_pin, data)


def _pin(found: re.Match[str]) -> str:
    """Clear the cells, save the cursor, write, restore it, and go as many cells to the right as the board counts."""
    width = cell_len(found[0])
    if not width:  # marks on a letter in front of them
        return f"\x1b7{found[0]}\x1b8"
    return f"\x1b[{width}X\x1b7{found[0]}\x1b8\x1b[{width}C"

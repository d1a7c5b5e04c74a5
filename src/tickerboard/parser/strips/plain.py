"""Plain rows: a name without digits, a price, a change and a percentage with their signs, each with clear decimals.

Such a row can be read in one way only, whatever else is on the page, so that one pattern reads it.
"""

from __future__ import annotations

import re

from tickerboard.parser.figures import currencies
from tickerboard.parser.figures.style import CLEAR, clear_value
from tickerboard.parser.strips.figures import Figures, is_sound
from tickerboard.text.numbers import MINUS

_WORD = r"[A-Za-z][A-Za-z.&'-]*"
_NAME = rf"{_WORD}(?: (?:{_WORD}|&)){{0,5}}"
_SIGN = f"[{MINUS}+]"
_ROW = re.compile(rf"({_NAME}) ({CLEAR})(?: ({_SIGN})({CLEAR}))? (\()?({_SIGN})({CLEAR}) ?%(?(5)\))")
_LINES = re.compile(rf"({_NAME})\n({CLEAR})[ \n]({_SIGN})({CLEAR})[ \n](\()?({_SIGN})({CLEAR}) ?%(?(5)\))(?=\n|\Z)")
_LONGEST = 64
_NO_WORDS = currencies.WORDS | {"na", "NA", "n.a."}
"""Letters that are no word of a name."""


def read_plain(line: str) -> tuple[str, Figures] | None:
    """Return the label and the figures of a plain row; None for any other line."""
    found = _ROW.fullmatch(line)
    return _read(found) if found else None


def read_plain_lines(text: str) -> tuple[str, int, Figures] | None:
    """Return the label and the figures of a plain row with a change on lines below it, and how many these are."""
    found = _LINES.match(text)
    plain = _read(found) if found and found.end() <= _LONGEST else None
    return (plain[0], found[0].count("\n"), plain[1]) if found and plain else None


def _read(found: re.Match[str]) -> tuple[str, Figures] | None:
    label, price, sign, move, _, share_sign, share = found.groups()
    if not _NO_WORDS.isdisjoint(label.split()):
        return None
    last, percent = clear_value(price), clear_value(share)
    if sign is None:
        return label, Figures(last, None, percent, share_sign)
    change, marks = clear_value(move), sign + share_sign
    return label, Figures(last, change, percent, marks, 0, None, is_sound(last, change, percent, marks))

"""`S&P/ASX 2007,896.90` above `77.30 (0.99%)`: name and price without a space, the move on the line below.

The arithmetic shows where the name ends: of all splits only the right one adds up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser.audit import adds_up
from tickerboard.parser.figures.style import marks_of
from tickerboard.parser.figures.tokens import shape_of
from tickerboard.parser.names.labels import is_known, is_label, read_name
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.strips.rows import Row, resolve_signs
from tickerboard.text.numbers import signed, signs_of_move

if TYPE_CHECKING:
    from decimal import Decimal

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.strips.page_text import PageText

_HEAD = re.compile(r"[^\W\d_].{0,60}?[^\s.,][0-9][0-9.,]{0,14}")
_END = re.compile(r"[^\s.,][0-9.,]*[0-9][.,][0-9]{1,4}\Z")
_LONGEST = 80
_MOVES = frozenset(("sp", "np"))


class _Move(NamedTuple):
    change: Decimal
    percent: Decimal
    marks: str


def read(page: PageText) -> StripReading:
    """Read each line of a glued name and price above a line that is its change and its percent."""
    reading = StripReading()
    rows: list[Row] = []
    for (number, text), (below, figures) in zip(page.free, page.free[1:], strict=False):
        if "%" not in figures or len(text) > _LONGEST or not _END.search(text) or not _HEAD.fullmatch(text):
            continue
        move = _move(page, below)
        splits = _splits(text, move, page.style) if move and move.change else []
        known = [split for split in splits if is_known(split[0])]
        if move and len(splits) > 1 and len(known) != 1:
            reading.refuse([(number, text)], "more than one split into name and price adds up", "split")
            reading.take([below])
        elif move and splits:
            name, last = (known or splits)[0]
            rows.append(
                Row(
                    [number, below], read_name(name), last, move.change, move.percent, move.marks, f"{text} / {figures}"
                )
            )
    resolve_signs(rows, reading)
    return reading


def _move(page: PageText, number: int) -> _Move | None:
    """Return the change and the percent, without signs, that are all of a line."""
    found = page.tokens(number)
    if shape_of(found) not in _MOVES:
        return None
    change, percent = (each.amount(page.style) for each in found)
    return None if change is None or percent is None else _Move(change, percent, found[0].marks + found[1].marks)


def _splits(text: str, move: _Move, style: Style) -> list[tuple[str, Decimal]]:
    """Return every name and price of a line that add up with a move, as a rise or a fall where it has no sign."""
    signs = signs_of_move(move.marks)
    found = []
    for at in range(len(text.rstrip("0123456789., ")), len(text)):
        name, digits = text[:at], text[at:]
        if name[-1] in " .," or name.rstrip("0123456789.,")[-1] in "$€£₹" or not marks_of(digits):
            continue
        last = style.value(digits)
        is_sound = last and any(adds_up(last, signed(move.change, sign), signed(move.percent, sign)) for sign in signs)
        if last and is_sound and is_label(name):
            found.append((name, last))
    return found

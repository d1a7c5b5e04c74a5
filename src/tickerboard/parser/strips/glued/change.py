"""`Dow Jones Industrial Average46,155-44.77`: name, price and change without a space, and no percent.

No arithmetic shows where the name ends. It ends in its last letter if it is well-known, or a currency stands there, as
in `Global Index USD3,481+14.23`. A list has two such rows at least; the others in it are problems.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser import reasons
from tickerboard.parser.audit import decimals
from tickerboard.parser.figures.currencies import code_of, is_currency
from tickerboard.parser.names.labels import is_known, is_label, read_name
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.strips.rows import Row, resolve_signs
from tickerboard.text.numbers import MINUS

if TYPE_CHECKING:
    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.strips.page_text import PageText

_ROW = re.compile(
    rf"([A-Za-z][A-Za-z0-9&.'/ -]{{0,60}}[A-Za-z])([0-9][0-9.,]{{0,16}})([{MINUS}+])([0-9][0-9.,]{{0,12}})", re.ASCII
)
_LONGEST = 80
_FEWEST = 2
_MOST_OF_NAME = 4
"""Digits that a name may end in, at most."""


def read(page: PageText) -> StripReading:
    """Read the lines that are such a row each and nothing else."""
    reading = StripReading()
    found = [
        (number, piece)
        for number, text in page.free
        if text[-1].isdecimal() and len(text) <= _LONGEST and (piece := _ROW.fullmatch(text)) and is_label(piece[1])
    ]
    rows: list[Row | None] = [_row(number, piece, page.style) for number, piece in found]
    is_read = sum(row is not None for row in rows) >= _FEWEST
    if not is_read:
        found = [each for each in found if _has_decimals(each) and (len(found) > _FEWEST or is_known(each[1][1]))]
        rows = [None] * len(found)
    for (number, piece), row in zip(found, rows, strict=True):
        if row is None:
            reading.refuse([(number, piece[0])], reasons.TORN, "split")
    resolve_signs([row for row in rows if row], reading)
    return reading


def _has_decimals(found: tuple[int, re.Match[str]]) -> bool:
    """Return whether a price and a change both have decimals, as in a list of quotes."""
    return all(any(mark in found[1][part] for mark in ".,") for part in (2, 4))


def _row(number: int, piece: re.Match[str], style: Style) -> Row | None:
    """Return the row if something shows where its name ends."""
    name, digits, sign, move = piece.groups()
    last, change = style.value(digits), style.value(move)
    if last is None or change is None or change >= last or not decimals(change) or not _ends(name, digits):
        return None
    currency = code_of(name.rpartition(" ")[2])
    return Row([number], read_name(name), last, change, None, sign, piece[0], currency=currency)


def _ends(name: str, digits: str) -> bool:
    """Return whether a name ends before the digits, and not in the first of them as `Stoxx50` does."""
    if not is_known(name) and not is_currency(name.rpartition(" ")[2]):
        return False
    cuts = range(1, _MOST_OF_NAME + 1)
    return not any(is_known(name + space + digits[:cut]) for space in ("", " ") for cut in cuts)

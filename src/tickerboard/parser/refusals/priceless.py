"""`Acme Steel AG +3,01%`: lists of names and moves without prices. They are no quotes, for a quote has a price.

A page should say that it has them: each line is a problem.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from tickerboard.parser import reasons
from tickerboard.parser.names.labels import is_company, is_label, proves_itself, without_bullet
from tickerboard.parser.names.lists import bracketed
from tickerboard.parser.strips.cells import pieces_of
from tickerboard.text.numbers import ARROWS, MINUS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.strips.reading import StripReading

_ROW = re.compile(
    rf"(?:[0-9]{{1,2}}[.)] ?)?(?P<name>[^\W\d_][^:%]{{0,40}}?)(?::|(?<=[^\s:])(?= ))? ?"
    rf"[(]?[{MINUS}+{ARROWS}] ?[0-9]{{1,3}}(?:[.,][0-9]{{1,2}})? ?%[)]?[;,|]? ?"
)
_LONGEST = 240
_FEWEST = 3
"""Rows of a list."""


def report(page: PageText, reading: StripReading) -> None:
    """Report the rows of each list, lines that follow one another, most names of which are of a market."""
    for is_row, lines in groupby(page.free, key=lambda each: bool(_names(each[1]))):
        rows = list(lines) if is_row else []
        names = [name for _, text in rows for name in _names(text)]
        if len(names) >= _FEWEST and sum(map(_is_of_market, names)) * 2 >= len(names):
            for number, text in rows:
                reading.refuse([(number, text)], reasons.NO_PRICE)


def _names(text: str) -> Sequence[str]:
    """Return the names of the rows that a line is, one or several; none for any other line."""
    if "%" not in text or len(text) > _LONGEST:
        return []
    names = [found["name"].strip() for found in pieces_of(_ROW, without_bullet(text))]
    return names if all(map(is_label, names)) else []


def _is_of_market(name: str) -> bool:
    return proves_itself(name) or is_company(name) or bracketed(name) is not None

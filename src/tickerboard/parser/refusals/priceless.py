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
from tickerboard.parser.strips.directions import names_movers
from tickerboard.parser.tables.fields import MOVES, NAMES
from tickerboard.parser.tables.headers.header import field_of
from tickerboard.text.numbers import ARROWS, MINUS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.strips.reading import StripReading

_NAME = r"(?:[0-9]{1,2}[.)] ?)?(?P<name>[^\W\d_][^:%]{0,40}?)(?::|(?<=[^\s:])(?= ))? ?"
_SIGN = rf"[{MINUS}+{ARROWS}] ?"
_PERCENT = r"[0-9]{1,3}(?:[.,][0-9]{1,2})? ?(?:%|per ?cent|pct|prozent)[)]?[;,|]? ?"
_ROW = re.compile(rf"{_NAME}[(]?{_SIGN}{_PERCENT}", re.IGNORECASE)
_BARE_ROW = re.compile(rf"{_NAME}[(]?(?:{_SIGN})?{_PERCENT}", re.IGNORECASE)
"""The same below a heading such as `Top gainers`, where moves need no sign."""
_ENDS = re.compile(r"[0-9] ?(?:%|per ?cent|pct|prozent)[)]?[;,|]? ?\Z", re.IGNORECASE)
_LONGEST_END = 16
_LONGEST_HEADING = 60
_ABOVE = 2
"""Lines above a list that may head it."""
_LONGEST = 240
_FEWEST = 3
"""Rows of a list."""


def report(page: PageText, reading: StripReading) -> None:
    """Report the rows of each list, lines that follow one another, that has a heading or most names of a market."""
    place = 0
    for is_row, lines in groupby(page.free, key=lambda each: bool(_names(each[1], _BARE_ROW))):
        rows = list(lines)
        if is_row:
            above = page.free[max(0, place - _ABOVE) : place]
            is_headed = any(_heads(text) for _, text in above) and page.is_of_market
            for number, text in _headed(rows) if is_headed else _of_market(rows):
                reading.refuse([(number, text)], reasons.NO_PRICE)
        place += len(rows)


def _headed(lines: Sequence[tuple[int, str]]) -> Sequence[tuple[int, str]]:
    """Return the lines of a list below a heading, where they are enough."""
    return lines if sum(len(_names(text, _BARE_ROW)) for _, text in lines) >= _FEWEST else []


def _of_market(lines: Sequence[tuple[int, str]]) -> Sequence[tuple[int, str]]:
    """Return the lines of a list with signs, most names of which are of a market; none where it may be of anything."""
    found = [(each, _names(each[1], _ROW)) for each in lines]
    names = [name for _, of_line in found for name in of_line]
    is_list = len(names) >= _FEWEST and sum(map(_is_of_market, names)) * 2 >= len(names)
    return [each for each, of_line in found if of_line] if is_list else []


def _heads(text: str) -> bool:
    """Return whether a line is a heading of risers or fallers, or the header of a name and a move: `Name %`."""
    if len(text) > _LONGEST_HEADING:
        return False
    fields = {field_of(word) for word in text.replace("|", " ").split()}
    return names_movers(text) or not (NAMES.isdisjoint(fields) or MOVES.isdisjoint(fields))


def _names(text: str, row: re.Pattern[str]) -> Sequence[str]:
    """Return the names of the rows that a line is, one or several; none for any other line."""
    if len(text) > _LONGEST or not _ENDS.search(text[-_LONGEST_END:]):
        return []
    names = [found["name"].strip() for found in pieces_of(row, without_bullet(text))]
    return names if all(map(is_label, names)) else []


def _is_of_market(name: str) -> bool:
    return proves_itself(name) or is_company(name) or bracketed(name) is not None

"""The names of stacked rows: a symbol's line above the company's, or below it, belongs to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.names.above import is_ticker_of
from tickerboard.parser.names.labels import (
    Name,
    is_label,
    is_plain_symbol,
    is_venue,
    of_badges,
    read_name,
    without_bullet,
)
from tickerboard.parser.names.lists import read_names
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.strips.stacked.doubts import Stack

LONGEST = 64
"""Characters of a line that may be a name, or its figures, at most."""
_CODE = re.compile(r"([0-9]{4,6}|[0-9]{3}[A-Z]) [^ -~]{1,20}")


def names_of(page: PageText, found: Sequence[Stack]) -> list[Name]:
    """Return the names of the rows; a symbol's line above the company's, or below it, belongs to them.

    So it is in a list whose other rows have a note there, such as a unit: `VIX` / `Fear Index` by `Gold` / `USD/oz`.
    """
    names = read_names([each.label for each in found])
    lines = [_line_above(page, found, at) for at in range(len(found))]
    paired: list[int] = []
    pairs = sum(bool(line) and _is_pair(line, each.label) for line, each in zip(lines, found, strict=True))
    if pairs > 1:
        pairs += sum(not has_digit(page.free[each.place + 1][1]) for each in found)
    for at, (line, each) in enumerate(zip(lines, found, strict=True)):
        if line and (code := _CODE.fullmatch(each.label)):
            names[at] = Name(code[1], line)
        elif line and _is_pair(line, each.label) and (pairs * 2 > len(found) > 1 or is_ticker_of(line, each.label)):
            symbol, name = (line, each.label) if is_plain_symbol(line) else (each.label, line)
            names[at] = read_name(name) if is_venue(symbol) else Name(symbol, name)
            each.place, each.count = each.place - 1, each.count + 1
            paired.append(at)
    if badged := of_badges([names[at].symbol for at in paired], [names[at].name or "" for at in paired]):
        for at, whole in zip(paired, badged, strict=True):
            names[at] = whole
    return names


def _line_above(page: PageText, found: Sequence[Stack], at: int) -> str:
    """Return the line above a row that belongs to no other row; empty where there is none."""
    place = found[at].place - 1
    end = found[at - 1].place + found[at - 1].count if at else 0
    text = without_bullet(page.free[place][1]) if place >= end else ""
    return text if len(text) <= LONGEST else ""


def _is_pair(line: str, label: str) -> bool:
    """Return whether one of two lines is a symbol and the other a name."""
    return is_plain_symbol(line) != is_plain_symbol(label) and is_label(line)

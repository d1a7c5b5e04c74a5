"""Tables of text whose rows are plain: a name without digits, and one clear figure in each other cell.

Such a row can be read in one way only. So one pattern reads all of a table together, and no cell is looked at by
itself.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tickerboard.parser.figures.column import CLEAR_CELL
from tickerboard.parser.figures.style import clear_values
from tickerboard.parser.strips.plain import WORD
from tickerboard.parser.tables.clear import QUOTED, add_columns
from tickerboard.parser.tables.fields import FURTHER, MOVES, Field
from tickerboard.parser.tables.row_names import names_of_texts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.strips.reading import StripReading
    from tickerboard.parser.tables.layouts.layout import Fields, Layout

    Row = tuple[str, ...]

_NAMES = (Field.SYMBOL, Field.NAME)
_FIELDS = frozenset((*_NAMES, *QUOTED, *FURTHER, Field.OTHER))
_NAME = rf"({WORD}(?: (?:{WORD}|&))*)"
_FIGURE = rf"({CLEAR_CELL})"
_GROUPS = 4
"""Groups of a figure: all of it, its sign, its digits and its percent sign."""
_FEWEST, _FIRST = 2, 16
"""Rows of a table that is read here, and lines that are looked at before more."""


def plain_rows(page: PageText, place: int, layout: Layout) -> list[Row]:
    """Return what the pattern groups in each of the plain rows from a place on; none in a table of other columns."""
    fields = layout.fields
    once = [kind for kind in fields if kind is not Field.OTHER]
    is_whole = {*QUOTED} <= {*once} <= _FIELDS and not {*_NAMES}.isdisjoint(once)
    if not (layout.mark and is_whole and len({*once}) == len(once)):
        return []
    find, rows, size = _pattern(tuple(fields), layout.mark).findall, list[tuple[str, ...]](), _FIRST
    while True:
        found = find("\n".join(page.printed(place + len(rows), place + len(rows) + size)))
        whole = next((at for at, row in enumerate(found) if not row[0]), len(found))
        rows += found[:whole]
        if whole < size:
            return rows
        size *= 2


@lru_cache(64)
def _pattern(fields: Fields, mark: str) -> re.Pattern[str]:
    """Return a pattern that groups the cells of a row of some fields, and nothing in any other line."""
    cells = rf" *{re.escape(mark)} *".join([_NAME if field in _NAMES else _FIGURE for field in fields])
    edge = r"\|?" if mark == "|" else ""
    return re.compile(rf"^(?: *{edge} *{cells} *{edge} *|.*)$", re.MULTILINE)


def add_plain(numbers: Sequence[int], rows: Sequence[Row], fields: Fields, reading: StripReading) -> bool:
    """Add the quotes of a table's plain rows; return False, and add nothing, where one of them is in doubt."""
    if len(rows) < _FEWEST:
        return False
    groups = iter(zip(*rows, strict=True))
    texts: list[Sequence[str]] = []
    figures: dict[Field, tuple[Sequence[str], Sequence[Decimal]]] = {}
    for field in fields:
        texts.append(next(groups))
        if field is None or field in _NAMES:
            continue
        signs, bodies, percents = (next(groups) for _ in range(_GROUPS - 1))
        is_odd = (any(signs) and field not in MOVES) or len({*percents}) > 1
        if is_odd or (percents[0] and field is not Field.PERCENT):
            return False
        figures[field] = signs, clear_values(bodies)
    symbols, names = (texts[fields.index(kind)] if kind in fields else None for kind in _NAMES)
    rows_of_texts = list(map(" ".join, zip(*texts, strict=True)))
    return add_columns(numbers, rows_of_texts, names_of_texts(symbols, names), figures, reading)

"""`| | Dow Jones | S&P 500 |` above `| Last | 34,500.10 | 4,400.20 |`: names side by side, a figure of each in a row.

The first cell of each row says what its figures are. Most names are symbols, companies or well-known: other columns may
be quarters, models or towns.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from tickerboard.parser.names.labels import is_company, is_label, proves_itself
from tickerboard.parser.phrases.periods import names_longer_time
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.tables.fields import Field
from tickerboard.parser.tables.headers.header import field_of, fields_of
from tickerboard.parser.tables.layouts.layout import RULE, barred
from tickerboard.parser.tables.rows import Cell, Table
from tickerboard.parser.tables.table import read_table
from tickerboard.text.numbers import has_digit, has_letter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.tables.layouts.layout import Cells, Fields

_FEWEST = 3
"""Cells of a row: a word and two figures."""
_MOST_ROWS = 16


def read(page: PageText) -> StripReading:
    """Read every table whose first column names a last price and a move, and whose first row names quotes."""
    reading = StripReading()
    if not page.has_columns:
        return reading
    end = 0
    for place in _ending_in_word(page):
        if place >= end and _is_of_names(names := _cells(page, place)):
            end = _table(page, place, names, reading)
    return reading


def _cells(page: PageText, place: int) -> Cells:
    """Return the cells of a line that bars or tabs part."""
    number, text = page.free[place]
    return page.columns(number) or (barred(text) if "|" in text else [])


def _ending_in_word(page: PageText) -> list[int]:
    """Return the places of the lines whose last cell has a letter: a look at first, for a row of figures has none."""
    lines = page.printed(0, len(page.free))
    lasts = [line.rstrip("| \t").rpartition("\t" if "\t" in line else "|")[2] for line in lines]
    return [place for place, last in enumerate(lasts) if has_letter(last)]


def _is_of_names(cells: Cells) -> bool:
    """Return whether the cells of a line, but for the first one, are names, most of them of a market."""
    names = cells[1:]
    if len(cells) < _FEWEST or not has_letter(names[-1]) or has_digit(cells[0]) or names_longer_time(cells[0]):
        return False
    if not all(is_label(each) and not field_of(each) for each in names):
        return False
    return sum(proves_itself(each) or is_company(each) for each in names) * 2 > len(names)


def _table(page: PageText, place: int, names: Cells, reading: StripReading) -> int:
    """Read the rows of figures below some names; return the place behind them."""
    number = page.free[place][0]
    places = range(place + 1, min(place + _MOST_ROWS, len(page.free)))
    rows = [(at, _cells(page, at)) for at in takewhile(lambda at: _is_of_table(page, at, len(names)), places)]
    figures = [cells for at, cells in rows if not RULE.fullmatch(page.free[at][1])]
    fields = _fields([cells[0] for cells in figures])
    if fields is None:
        return place
    columns = zip(names[1:], *[cells[1:] for cells in figures], strict=True)
    table = Table([Field.NAME, *fields], [(number, [Cell(text) for text in column]) for column in columns])
    if not read_table(table, page.style, reading):
        return place
    reading.take(page.free[at][0] for at in (place, *(at for at, _ in rows)))
    return rows[-1][0] + 1


def _is_of_table(page: PageText, place: int, width: int) -> bool:
    """Return whether a line is a rule, or has as many cells as there are names, the first of them words."""
    cells = _cells(page, place)
    is_row = len(cells) == width and bool(cells[0]) and field_of(cells[0]) is not None
    return is_row or RULE.fullmatch(page.free[place][1]) is not None


def _fields(keys: Sequence[str]) -> Fields | None:
    """Return what the rows hold; None unless one is a last price and another one a move, and none stands twice."""
    fields = fields_of([*keys]) if keys else None
    return fields if fields and len({*fields}) == len(fields) else None

"""Tables without a header: which columns are last, change and percent is what adds up in every row.

`AAPL  Apple Inc  NASDAQ  178.10  180.57  +2.75  +1.55%`: bars, tabs, commas or wide gaps part the cells of two rows or
more.
Of all ways to choose a last price, a change and a percent exactly one may add up, or the rows are left alone.
"""

from __future__ import annotations

import csv
import re
from itertools import groupby, permutations
from typing import TYPE_CHECKING

from tickerboard.parser.names.labels import are_symbols, is_label, is_symbol
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.tables.arithmetic import figures_of_column, moves_of, places_of_closes, places_of_quotes
from tickerboard.parser.tables.fields import Field
from tickerboard.parser.tables.layouts.layout import FIGURE, RULE, barred
from tickerboard.parser.tables.rows import Cell, Table
from tickerboard.parser.tables.table import read_table
from tickerboard.text.numbers import FALLS, has_digit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.tables.arithmetic import Column

    Row = tuple[int, list[str]]

_GAP = re.compile(r"\s{2,}")
_FEWEST, _MOST = 3, 24
"""Cells of a row."""
_FEWEST_COMMAS = 3
"""Commas between a name and the three figures of a row."""
_FEWEST_ROWS = 2
_LONGEST = 400
_FEWEST_FALLS = 2
"""Falls with a minus that show that rises have no sign."""


def read(page: PageText) -> StripReading:
    """Read the runs of rows with the same number of cells whose columns show by their arithmetic what they are."""
    reading = StripReading()
    if not page.has_columns:
        return reading
    for size, run in groupby(_rows(page), key=lambda row: len(row[1])):
        rows = [(number, [Cell(cell) for cell in cells]) for number, cells in run] if size else []
        for part in _tables(rows, page.style) if len(rows) >= _FEWEST_ROWS else ():
            read_table(part, page.style, reading)
    reading.in_order()
    if reading.left:
        first, last = min(reading.left), max(reading.left)
        reading.take([number for number, text in page.free if first < number < last and RULE.fullmatch(text)])
    return reading


def _tables(rows: Sequence[tuple[int, list[Cell]]], style: Style) -> list[Table]:
    """Return the rows as one table, or as two side by side; none where nothing shows what their columns are."""
    count = len(rows[0][1])
    half = count // 2
    columns = _columns([cells for _, cells in rows])
    for parts in ([(0, count)], [(0, half), (half, count)]):
        tables: list[Table] = []
        for start, end in parts:
            part: list[tuple[int, Sequence[Cell]]] = [(number, cells[start:end]) for number, cells in rows]
            fields = (
                _fields([cells for _, cells in part], columns[start:end], style) if end - start >= _FEWEST else None
            )
            if fields is None:
                break
            tables.append(Table(fields, part))
        else:
            return tables
    return []


def _rows(page: PageText) -> Iterator[Row]:
    """Return the free lines as rows of cells; a line that is no row ends a run with a row of no cells.

    A row without the empty cells that end the one above it gets as many.
    """
    above: list[str] = []
    for number, text in page.free:
        if (
            above and FIGURE.search("|".join(above)) and RULE.fullmatch(text)
        ):  # Markdown takes the first row for a header
            continue
        parted = "|" in text or "  " in text or page.has_tabs or _is_listed(text)
        cells = _cells(page, number, text) if parted and len(text) <= _LONGEST else []
        if not (_FEWEST <= len(cells) <= _MOST and has_digit(text)):
            cells = []
        elif not any(above[len(cells) :]):
            cells = [*cells, *above[len(cells) :]]
        above = cells
        yield number, cells


def _cells(page: PageText, number: int, text: str) -> list[str]:
    if "|" in text:
        return barred(text)
    if _is_listed(text):
        return next(csv.reader([text]))
    return page.columns(number) or (_GAP.split(text) if "  " in text else [])


def _is_listed(text: str) -> bool:
    """Return whether commas part the cells of a line, as in `AAPL,271.49,2.10,0.78`."""
    return text.count(",") >= _FEWEST_COMMAS and ", " not in text


def fields_by_arithmetic(rows: Sequence[Sequence[Cell]], style: Style) -> list[Field | None] | None:
    """Return the fields of the columns; None where not exactly one reading adds up, or no column has names."""
    return _fields(rows, _columns(rows), style)


def _columns(rows: Sequence[Sequence[Cell]]) -> list[Column]:
    return [figures_of_column(column) for column in zip(*rows, strict=True)]


def _fields(rows: Sequence[Sequence[Cell]], columns: Sequence[Column], style: Style) -> list[Field | None] | None:
    """Return the fields of rows whose columns hold these figures."""
    figures = [at for at, column in enumerate(columns) if any(column)]
    if len(figures) != 2 and not moves_of(columns):
        return None
    fields: list[Field | None] = [None] * len(columns)
    _name(rows, [at for at in range(len(columns)) if at not in figures], fields)
    if not any(fields):
        return None
    places = places_of_quotes(columns, style)
    if len(places) == 1:
        last, change, percent = places[0]
        fields[last], fields[change], fields[percent] = Field.LAST, Field.CHANGE, Field.PERCENT
        return fields
    return None if places or len(figures) != 2 else _with_percent(columns, figures, fields)


def fields_by_closes(rows: Sequence[Sequence[Cell]], style: Style) -> list[Field | None] | None:
    """Return the fields of columns whose only reading is a last price, a previous close and a percent, or None."""
    columns = [figures_of_column(column) for column in zip(*rows, strict=True)]
    places = places_of_closes(columns, style)
    if len(places) != 1:
        return None
    fields: list[Field | None] = [None] * len(columns)
    for at, field in zip(places[0], (Field.LAST, Field.PREVIOUS, Field.PERCENT), strict=True):
        fields[at] = field
    return fields


def _with_percent(
    columns: Sequence[Column], places: Sequence[int], fields: list[Field | None]
) -> list[Field | None] | None:
    """Return the fields of names, one price and one percentage; None where the two figures are not these.

    A table of other things than quotes has neither decimals in each price nor a sign at each percentage. Rises need
    none where two falls or more have a minus.
    """
    for last, percent in permutations(places):
        prices = [each for each in columns[last] if each]
        shares = [each for each in columns[percent] if each]
        are_prices = all(each.kind == "n" and not each.body.isdecimal() for each in prices)
        if are_prices and all(each.kind == "p" for each in shares) and _show_ways(shares):
            fields[last], fields[percent] = Field.LAST, Field.PERCENT
            return fields
    return None


def _show_ways(shares: Sequence[Token]) -> bool:
    """Return whether each percentage shows its way: it has a sign or is zero, or only falls have a sign."""
    marks = [each.marks for each in shares if each.body.strip("0.,")]
    return all(marks) or (FALLS.issuperset("".join(marks)) and sum(map(bool, marks)) >= _FEWEST_FALLS)


def _name(rows: Sequence[Sequence[Cell]], texts: Sequence[int], fields: list[Field | None]) -> None:
    """Name the columns of words: symbols, names, and words such as an exchange's that stand in several rows."""
    columns = {at: [row[at].text for row in rows] for at in texts}
    plain = {at for at, cells in columns.items() if are_symbols(cells)}
    unique = [
        at
        for at, cells in columns.items()
        if len(set(cells)) == len(cells) and (at in plain or all(map(_is_name, cells)))
    ]
    symbols = [at for at in unique if at in plain or all(map(is_symbol, columns[at]))]
    names = [at for at in unique if at not in symbols]
    if names:
        fields[names[0]] = Field.NAME
    if symbols:
        fields[symbols[0]] = Field.SYMBOL


def _is_name(text: str) -> bool:
    return is_label(text) or is_symbol(text)

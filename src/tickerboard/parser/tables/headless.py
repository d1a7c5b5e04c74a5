"""Tables without a header: which columns are last, change and percent is what adds up in every row.

`AAPL  Apple Inc  NASDAQ  178.10  180.57  +2.75  +1.55%`: bars, tabs, commas or wide gaps part the cells of two rows or
more.
Of all ways to choose a last price, a change and a percent exactly one may add up, or the rows are left alone.
"""

from __future__ import annotations

import csv
import re
from itertools import groupby, permutations
from operator import methodcaller
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser.names.labels import are_symbols, is_label, is_symbol
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.tables.arithmetic import figures_of_column, moves_of, places_of_closes, places_of_quotes
from tickerboard.parser.tables.clear import QUOTED, add_columns
from tickerboard.parser.tables.fields import Field
from tickerboard.parser.tables.layouts.layout import FIGURE, RULE, barred
from tickerboard.parser.tables.row_names import names_of_texts
from tickerboard.parser.tables.rows import Cell, Table
from tickerboard.parser.tables.table import read_table
from tickerboard.text.numbers import FALLS, has_digit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tickerboard.parser.figures.column import Column
    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.strips.page_text import PageText

    Row = tuple[int, list[str]]
    Texts = Sequence[Sequence[str]]

_GAP = re.compile(r"\s{2,}")
_FEWEST, _MOST = 3, 24
"""Cells of a row."""
_UNEVEN = ("|", "\t\t", " \t", "\t ", "\n\t", "\t\n", "\n ", " \n")
"""What lines have of which a cell may be empty, or is yet to be stripped."""
_NO_DIGIT = re.compile(r"^[^\d\n]*$", re.MULTILINE)
_FEWEST_COMMAS = 3
"""Commas between a name and the three figures of a row."""
_FEWEST_ROWS = 2
_LONGEST = 400
_FEWEST_FALLS = 2
"""Falls with a minus that show that rises have no sign."""


class _Part(NamedTuple):
    """A table, or one of two side by side: what its columns are, their texts and their figures."""

    fields: list[Field | None]
    texts: Texts
    figures: Sequence[Column]


def read(page: PageText) -> StripReading:
    """Read the runs of rows with the same number of cells whose columns show by their arithmetic what they are."""
    reading = StripReading()
    if not page.has_columns:
        return reading
    for size, run in groupby(_rows(page), key=lambda row: len(row[1])):
        rows = list(run) if size else []
        if len(rows) < _FEWEST_ROWS:
            continue
        numbers = [number for number, _ in rows]
        for part in _tables(page, list(zip(*[cells for _, cells in rows], strict=True))):
            if not _add_clear(numbers, part, reading):
                read_table(_table(numbers, part), page.style, reading)
    reading.in_order()
    if reading.left:
        first, last = min(reading.left), max(reading.left)
        between = [each for each in page.free if first < each[0] < last and each[0] not in reading.left]
        reading.take([number for number, text in between if RULE.fullmatch(text)])
    return reading


def read_even(page: PageText, numbers: range, printed: Sequence[str], reading: StripReading) -> bool:
    """Read lines with as many tabs as the rows of one table; return False, and read nothing, where one is in doubt."""
    size = printed[0].count("\t") + 1
    if len({*map(methodcaller("count", "\t"), printed)}) > 1 or not _are_even(printed, size):
        return False
    cells = "\t".join(printed).split("\t")
    parts = _tables(page, [cells[at::size] for at in range(size)])
    return len(parts) == 1 and _add_clear(numbers, parts[0], reading)


def _tables(page: PageText, columns: Texts) -> list[_Part]:
    """Return columns as one table, or as two side by side; none where nothing shows what the columns are."""
    count = len(columns)
    half = count // 2
    figures = list(map(figures_of_column, columns))
    style = page.style_for(figures)
    for parts in ([(0, count)], [(0, half), (half, count)]):
        tables: list[_Part] = []
        for start, end in parts:
            part = columns[start:end], figures[start:end]
            fields = _fields(*part, style) if end - start >= _FEWEST else None
            if fields is None:
                break
            tables.append(_Part(fields, *part))
        else:
            return tables
    return []


def _add_clear(numbers: Sequence[int], part: _Part, reading: StripReading) -> bool:
    """Add the quotes of rows of which none is in doubt, by the column; return False, and add nothing, of any others."""
    fields, texts, columns = part
    figures = {
        kind: (column.marks, column.values)
        for kind, column in zip(fields, columns, strict=True)
        if kind in QUOTED and column.values
    }
    if len(figures) < len(QUOTED):
        return False
    symbols, names = (texts[fields.index(kind)] if kind in fields else None for kind in (Field.SYMBOL, Field.NAME))
    rows = list(map(" ".join, zip(*texts, strict=True)))
    if not all(map(all, texts)):
        rows = [" ".join(filter(None, row)) for row in zip(*texts, strict=True)]
    return add_columns(numbers, rows, names_of_texts(symbols, names), figures, reading)


def _table(numbers: Sequence[int], part: _Part) -> Table:
    rows = [list(map(Cell, row)) for row in zip(*part.texts, strict=True)]
    return Table(part.fields, list(zip(numbers, rows, strict=True)))


def _rows(page: PageText) -> Iterator[Row]:
    """Return the free lines as rows of cells; a line that is no row ends a run with a row of no cells.

    A row without the empty cells that end the one above it gets as many.
    """
    above: list[str] = []
    place = 0
    for tabs, run in groupby(page.printed(0, len(page.free)), key=methodcaller("count", "\t")):
        printed = list(run)
        lines = page.free[place : place + len(printed)]
        place += len(printed)
        rows = _even_rows(lines, printed, tabs + 1) if all(above) else []
        rows = rows or list(_rows_of(page, lines, above))
        above = rows[-1][1] if rows else above
        yield from rows


def _even_rows(lines: Sequence[tuple[int, str]], printed: Sequence[str], size: int) -> list[Row]:
    """Return lines with as many tabs as rows of cells; no rows where a cell is empty or a line is anything else."""
    if not _are_even(printed, size):
        return []
    return [(number, text.split("\t")) for (number, _), text in zip(lines, printed, strict=True)]


def _are_even(printed: Sequence[str], size: int) -> bool:
    """Return whether lines with as many tabs are rows of so many cells, of which none is empty."""
    whole = "\n".join(printed)
    if not _FEWEST <= size <= _MOST or whole.strip() != whole or any(map(whole.__contains__, _UNEVEN)):
        return False
    is_listed = "," in whole and any(map(_is_listed, printed))
    return not is_listed and max(map(len, printed)) <= _LONGEST and not _NO_DIGIT.search(whole)


def _rows_of(page: PageText, lines: Sequence[tuple[int, str]], above: list[str]) -> Iterator[Row]:
    """Yield lines below a row of some cells as rows, one after the other."""
    for number, text in lines:
        if above and RULE.fullmatch(text) and FIGURE.search("|".join(above)):
            continue  # Markdown takes the first row for a header
        parted = "|" in text or "  " in text or page.has_tabs or _is_listed(text)
        cells = _cells(page, number, text) if parted and len(text) <= _LONGEST else []
        if not (_FEWEST <= len(cells) <= _MOST and has_digit(text)):
            cells = []
        elif len(cells) < len(above) and not any(above[len(cells) :]):
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


def fields_by_arithmetic(texts: Texts, style: Style) -> list[Field | None] | None:
    """Return the fields of columns; None where not exactly one reading adds up, or no column has names."""
    return _fields(texts, list(map(figures_of_column, texts)), style)


def _fields(texts: Texts, columns: Sequence[Column], style: Style) -> list[Field | None] | None:
    """Return the fields of columns of texts that hold these figures."""
    figures = [at for at, column in enumerate(columns) if column]
    if len(figures) != 2 and not moves_of(columns):
        return None
    fields: list[Field | None] = [None] * len(columns)
    _name({at: column for at, column in enumerate(texts) if at not in figures}, fields)
    if not any(fields):
        return None
    places = places_of_quotes(columns, style)
    if len(places) == 1:
        last, change, percent = places[0]
        fields[last], fields[change], fields[percent] = Field.LAST, Field.CHANGE, Field.PERCENT
        return fields
    return None if places or len(figures) != 2 else _with_percent(columns, figures, fields)


def fields_by_closes(texts: Texts, style: Style) -> list[Field | None] | None:
    """Return the fields of columns whose only reading is a last price, a previous close and a percent, or None.

    The same three may follow in another currency: then the first counts.
    """
    places = places_of_closes(list(map(figures_of_column, texts)), style)
    if not places or any(min(each) <= max(places[0]) for each in places[1:]):
        return None
    fields: list[Field | None] = [None] * len(texts)
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
        if columns[last].are_prices and columns[percent].is_percent and _show_ways(columns[percent]):
            fields[last], fields[percent] = Field.LAST, Field.PERCENT
            return fields
    return None


def _show_ways(percents: Column) -> bool:
    """Return whether each percentage shows its way: it has a sign or is zero, or only falls have a sign."""
    marks = [mark for mark, body in zip(percents.marks, percents.bodies, strict=True) if body.strip("0.,")]
    return all(marks) or (FALLS.issuperset("".join(marks)) and sum(map(bool, marks)) >= _FEWEST_FALLS)


def _name(columns: Mapping[int, Sequence[str]], fields: list[Field | None]) -> None:
    """Name the columns of words: symbols, names, and words such as an exchange's that stand in several rows."""
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

"""The cells of the quote table: which columns fit, how wide they are, and the text in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from tickerboard.ui.parts import left, right

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tickerboard.board.row import Row
    from tickerboard.table.column import CellContext, Column
    from tickerboard.table.sort import Sort

Widths = dict["Column", int]
"""How many cells each column takes; a column with longer figures grows."""
WIDEST_GAP = 3
"""Cells by which columns stand further apart at most where there is room: the eye must find its way along a row."""
ASCENDING, DESCENDING = "▴", "▾"


class Cell(NamedTuple):
    """What stands at the left edge of a cell, its text, and the mark behind the text."""

    before: str
    text: str
    after: str


def least(columns: Iterable[Column]) -> Widths:
    """Return the widths of columns that hold nothing long."""
    return {column: column.width for column in columns}


def fitting(columns: Iterable[Column], widths: Mapping[Column, int], room: int) -> Widths:
    """Return the columns that fit into a width of cells, in their order on screen; text has what the others leave.

    What has no room gives way to what comes after it, so that no room is left empty.
    """
    columns = tuple(columns)
    by_priority = sorted(columns, key=lambda each: each.priority)
    kept: Widths = {}
    left_over = room - 1
    for column in by_priority:
        cells = column.least or widths[column]
        if not kept or cells <= left_over:
            kept[column] = cells
            left_over -= cells
    text = [column for column in by_priority if column.least and column in kept]
    for column, most in [*((each, usual(each, widths)) for each in text), *((each, widths[each]) for each in text)]:
        more = min(max(most - kept[column], 0), left_over)
        kept[column] += more
        left_over -= more
    return {column: kept[column] for column in columns if column in kept}


def spread(shown: Widths, room: int) -> Widths:
    """Return columns with what a width of cells leaves over as gaps between them, the same for all, none wide."""
    left_over = room - 1 - sum(shown.values())
    each, further = divmod(max(left_over, 0), max(len(shown), 1))
    if each >= WIDEST_GAP:
        each, further = WIDEST_GAP, 0
    return {column: width + each + (at < further) for at, (column, width) in enumerate(shown.items())}


def usual(column: Column, widths: Mapping[Column, int]) -> int:
    """Return how many cells a column asks for: text that can give way asks for no more than its width."""
    width = widths.get(column, column.width)
    return min(width, column.width) if column.least else width


def column_at(shown: Widths, x: int) -> Column | None:
    """Return the column under a cell of the headings."""
    edge = 0
    for column, width in shown.items():
        edge += width
        if x < edge:
            return column
    return None


def heading(column: Column, width: int, mark: str) -> str:
    """Return the heading of a column. The mark has a cell of its own, so that it moves no heading."""
    return fit(Cell("", column.title, mark), column, width)


def sort_mark(sort: Sort) -> str:
    """Return the mark of a sort's direction."""
    return DESCENDING if sort.descending else ASCENDING


def cell_of(row: Row, column: Column, context: CellContext) -> Cell:
    """Return what a column shows of a row, as long as it is."""
    return Cell(column.before(row, context), column.written(row, context), column.after(row, context))


def tail_of(text: str) -> int:
    """Return how many cells of a figure stand to the right of its units: the decimals with their point, and a `%`."""
    units = text.rpartition(".")[0] or text.rstrip("%")
    return len(text) - len(units)


def aligned(cell: Cell, tail: int) -> Cell:
    """Return a figure with room behind it, so that its point stands under the others of its column."""
    short = tail - tail_of(cell.text) if cell.text else 0
    return cell._replace(text=cell.text + " " * short) if short > 0 else cell


def on_point(texts: Sequence[str]) -> list[str]:
    """Return figures of one width, with their points below each other."""
    tail = max(map(tail_of, texts), default=0)
    padded = [text + " " * (tail - tail_of(text)) for text in texts]
    width = max(map(len, padded), default=0)
    return [f"{text:>{width}}" for text in padded]


def needed(cell: Cell, column: Column) -> int:
    """Return how many cells a column takes to show this, with the gap to its left; figures are never cut, names are."""
    length = cell_len(cell.before) + cell_len(cell.text)
    behind = cell_len(cell.after) if column.is_text else 1
    return min(length + behind + (2 if cell.before else 1), column.widest)


def fit(cell: Cell, column: Column, width: int) -> str:
    """Return a cell's text in its width.

    Text stands at the left edge and gives way to its mark. A figure stands at the right edge, before a cell for its
    mark; what stands before it is at the left edge, in a column of its own.
    """
    if column.is_text:
        room = max(width - 1 - cell_len(cell.after), 0)
        text = left(cell.text, room) if cell_len(cell.text) > room else cell.text
        return left(" " + text + cell.after, width)
    mark = cell.after or " "
    if not cell.before:
        return right(cell.text, width - 1) + mark
    return " " + cell.before + right(cell.text, width - 2 - cell_len(cell.before)) + mark

"""The cells of the quote table: which columns fit, how wide they are, and what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from tickerboard.figures import ARROWS, grouped, percent, signed
from tickerboard.model import Direction
from tickerboard.order import Column
from tickerboard.ui.paint import left, right

if TYPE_CHECKING:
    from tickerboard.board import Row
    from tickerboard.order import Sort

WIDTHS = {
    Column.PLACE: 5,
    Column.SYMBOL: 11,
    Column.LAST: 12,
    Column.CHANGE: 12,
    Column.PERCENT: 10,
    Column.PREVIOUS: 12,
}
PRIORITY = (Column.SYMBOL, Column.LAST, Column.PERCENT, Column.CHANGE, Column.PREVIOUS, Column.PLACE)
"""Which columns stay when the table is narrow, the most wanted first."""
TICKS = {Direction.UP: "↑", Direction.DOWN: "↓", Direction.UNCHANGED: " "}
DOUBTFUL, OLD = "!", "†"
"""The marks behind a symbol: its figures do not add up; the latest page has it no more."""


def fitting(width: int) -> tuple[Column, ...]:
    """Choose the columns that fit into a width of cells, in their order on screen."""
    kept: list[Column] = []
    for column in PRIORITY:
        if kept and sum(WIDTHS[each] for each in [*kept, column]) + 1 > width:
            break
        kept.append(column)
    return tuple(column for column in Column if column in kept)


def column_at(columns: tuple[Column, ...], x: int) -> Column | None:
    """Tell the column under a cell of the heading."""
    edge = 0
    for column in columns:
        edge += WIDTHS[column]
        if x < edge:
            return column
    return None


def heading(columns: tuple[Column, ...], sort: Sort) -> str:
    """Write the heading, the column of the order marked with its way."""
    text = ""
    for column in columns:
        name = column.value + (("▾" if sort.descending else "▴") if column is sort.column else "")
        text += " " + left(name, WIDTHS[column] - 1) if column is Column.SYMBOL else right(name, WIDTHS[column])
    return text


def cell(row: Row, column: Column) -> str:
    """Write one cell, as wide as its column."""
    quote, width = row.quote, WIDTHS[column]
    match column:
        case Column.SYMBOL:
            marks = DOUBTFUL * row.doubtful + OLD * row.old
            return " " + left(
                left(quote.symbol, min(cell_len(quote.symbol), width - 1 - len(marks))) + marks, width - 1
            )
        case Column.LAST:
            return right(grouped(quote.last), width - 1) + (TICKS[row.tick] if row.tick else " ")
        case Column.CHANGE:
            return "  " + ARROWS[quote.direction] + right(signed(quote.change), width - 3)
        case Column.PERCENT:
            return right(percent(quote.percent), width)
        case Column.PREVIOUS:
            return right(grouped(row.previous), width)
        case Column.PLACE:
            return right(str(row.place), width)

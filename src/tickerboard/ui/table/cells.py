"""The cells of the quote table: which columns fit, how wide they are, and what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from tickerboard.model import Direction
from tickerboard.table.columns import VALUES, Column
from tickerboard.table.figures import ARROWS, grouped, percent, signed
from tickerboard.ui.paint import left, right

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from tickerboard.board.row import Row
    from tickerboard.table.columns import Sort

WIDTHS = {
    Column.RANK: 5,
    Column.SYMBOL: 11,
    Column.NAME: 26,
    Column.SECTOR: 20,
    Column.VOLUME: 14,
} | dict.fromkeys((Column.LAST, Column.CHANGE, Column.PREVIOUS, Column.OPEN, Column.HIGH, Column.LOW), 12)
WIDTHS[Column.PERCENT] = 10
"""How many cells a column takes at least; one with longer figures grows."""
PRIORITY = (
    Column.SYMBOL,
    Column.LAST,
    Column.PERCENT,
    Column.CHANGE,
    Column.NAME,
    Column.VOLUME,
    Column.PREVIOUS,
    Column.SECTOR,
    Column.HIGH,
    Column.LOW,
    Column.OPEN,
    Column.RANK,
)
"""Which columns stay when the table is narrow, the most wanted first."""
LEFT = frozenset((Column.SYMBOL, Column.NAME, Column.SECTOR))
"""The columns of text, which stand at their left edge."""
TICKS = {Direction.UP: "↑", Direction.DOWN: "↓", Direction.UNCHANGED: " "}
DOUBTFUL, OLD, WATCHED = "!", "†", "*"
"""The marks behind a symbol: its figures do not add up; the latest page has it no more; it is on the watchlist."""


def fitting(columns: Iterable[Column], widths: Mapping[Column, int], room: int) -> tuple[Column, ...]:
    """Choose of these columns the ones that fit into a width of cells, in their order on screen."""
    columns = tuple(columns)
    kept: set[Column] = set()
    left_over = room - 1
    for column in sorted(columns, key=PRIORITY.index):
        if kept and widths[column] > left_over:
            break
        kept.add(column)
        left_over -= widths[column]
    return tuple(column for column in columns if column in kept)


def column_at(columns: Iterable[Column], widths: Mapping[Column, int], x: int) -> Column | None:
    """Tell the column under a cell of the heading."""
    edge = 0
    for column in columns:
        edge += widths[column]
        if x < edge:
            return column
    return None


def heading(column: Column, width: int, sort: Sort) -> str:
    """Write a column's heading, that of the order marked with its way."""
    text = column.heading + (("▾" if sort.descending else "▴") if column is sort.column else "")
    return " " + left(text, width - 1) if column in LEFT else right(text, width)


def fit(text: str, column: Column, width: int) -> str:
    """Give a cell's text its width: text at the left, cut where it must be; figures at the right."""
    if column is Column.CHANGE:  # the arrows stand in a column of their own
        return "  " + text[:1] + right(text[2:], width - 3)
    return " " + left(text, width - 1) if column in LEFT else right(text, width)


def cell(row: Row, column: Column, columns: Collection[Column], *, watched: bool) -> str:
    """Write what a column tells of a row, as long as it is; nothing where the page does not tell it.

    The arrow stands with the change, or with the percentage where there is no room for the change: never colour alone.
    """
    quote = row.quote
    match column:
        case Column.SYMBOL:
            return marked(quote.symbol, WATCHED * watched + DOUBTFUL * row.doubtful + OLD * row.old)
        case Column.NAME | Column.SECTOR:
            return VALUES[column](row) or ""
        case Column.LAST:
            return grouped(quote.last) + (TICKS[row.tick] if row.tick else " ")
        case Column.CHANGE:
            return "" if quote.change is None else f"{ARROWS[quote.direction]} {signed(quote.change)}"
        case Column.PERCENT:
            if quote.percent is None:
                return ""
            has_arrow = Column.CHANGE in columns and quote.change is not None
            return ("" if has_arrow else ARROWS[quote.direction] + " ") + percent(quote.percent)
        case _:
            value = VALUES[column](row)
            return "" if value is None else f"{value:,f}" if column is not Column.RANK else str(value)


def marked(symbol: str, marks: str) -> str:
    """Put marks behind a symbol, which gives way to them where there is too little room."""
    room = widest(Column.SYMBOL) - 1 - len(marks)
    return (left(symbol, room) if cell_len(symbol) > room else symbol) + marks


def widest(column: Column) -> int:
    """How many cells a column takes at most: figures are never cut, names are."""
    return {Column.SYMBOL: 22, Column.NAME: WIDTHS[Column.NAME], Column.SECTOR: WIDTHS[Column.SECTOR]}.get(column, 60)

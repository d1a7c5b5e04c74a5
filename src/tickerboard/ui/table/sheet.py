"""What the lines of the quote table show: the columns, their widths, and each row as parts with their styles."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.model import Direction, Kind
from tickerboard.table.column import CellContext
from tickerboard.table.columns import AGE, DEFAULT_COLUMNS, ESSENTIAL, MORE, TICKS
from tickerboard.ui.parts import FADED, FLASH_CLASSES, KEPT, QUOTE_CLASSES, changed, shade_of, width_of
from tickerboard.ui.table.cells import (
    Cell,
    Widths,
    aligned,
    cell_of,
    column_at,
    fit,
    fitting,
    heading,
    least,
    needed,
    sort_mark,
    spread,
    tail_of,
    usual,
)
from tickerboard.ui.table.filled import FilledColumns

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import datetime

    from tickerboard.board.row import Row
    from tickerboard.board.rows import Rows
    from tickerboard.sources.clock import Clock
    from tickerboard.table.column import Column
    from tickerboard.table.sort import Sort

MARK_CLASSES = {TICKS[way]: QUOTE_CLASSES[way] for way in (Direction.UP, Direction.DOWN)}


LEAST_WIDTH = 46
"""Cells that the title of the frame needs."""
SIDES = 3
"""The sides of the frame, and a cell for the mark of columns that do not fit."""
HEAD, KEY, DIM = "table--head", "table--key", "table--dim"


class Picture(NamedTuple):
    """A line: its parts, each with the names of its styles, and the styles of the whole of it."""

    parts: tuple[tuple[str, str], ...]
    styles: tuple[str, ...]


class LineState(NamedTuple):
    """All that the line of a row depends on, but for the widths of the columns and the cursor.

    `now` is None where no column shows an age.
    """

    row: Row
    room: int
    lit: str
    is_watched: bool
    is_dim: bool
    masked: bool
    now: datetime | None


class Wanted(NamedTuple):
    """The cells that a table asks for with its frame.

    `usual` is for its columns, and `whole` for as many that no text is cut. `least` is for the columns that have their
    room before the article has all it wants: the user's own, or a few. `used` says how many of some cells are of use.
    """

    usual: int
    least: int
    whole: int
    used: Callable[[int], int]


class Sheet:
    """The columns of a table and how its rows look in them. Columns grow to what was shown, and never shrink."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        """What ages are counted by."""
        self.chosen: tuple[Column, ...] = DEFAULT_COLUMNS
        self.labels = ""
        """The keys beside the headings, one a column from the left; empty for none."""
        self.watchlist: frozenset[str] = frozenset()
        self.dim: frozenset[str] = frozenset()
        self.masked = False
        """Whether the amounts of the user's own lots are hidden."""
        self.is_focused = False
        """Whether keys go to the table."""
        self.lit_after, self.faded = inf, 0
        self.widths: Widths = least(self.chosen)
        self.filled = FilledColumns()
        self._fitting: dict[int, Widths] = {}
        self._tails: dict[Column, int] = {}
        self._measured_to = -1
        self._pictures: dict[str, tuple[LineState, Picture]] = {}
        self.grew = False
        """Whether a column has grown since somebody put this back to False: what was drawn is too narrow."""

    def choose(self, columns: tuple[Column, ...], first: Iterable[Row]) -> None:
        """Show other columns, with room for the figures of the first rows before any is drawn."""
        self.chosen, self._measured_to = columns, -1
        self.widths = least(columns) | {each: wide for each, wide in self.widths.items() if each in columns}
        self._forget_widths()
        for row in first:
            self._measured_to = max(self._measured_to, row.serial)
            self._cells(self._state(row, sum(each.widest for each in columns)), columns)

    def measure(self, columns: tuple[Column, ...], rows: Rows, first: Iterable[Row]) -> None:
        """Choose the columns that have something to show."""
        self.filled.look(columns, rows)
        self.choose(self.filled.among(columns), first)

    def has_measured(self, columns: tuple[Column, ...], rows: Rows) -> bool:
        """Return whether it is made for these columns of these very rows."""
        return self.filled.has_looked(columns, rows) and self.chosen == self.filled.among(columns)

    def wanted(self, columns: tuple[Column, ...]) -> Wanted:
        """Return the cells that a table of these columns asks for."""
        shown = self.filled.with_awaited(columns)
        own = columns != DEFAULT_COLUMNS
        essential = [column for column in shown if own or column.priority <= ESSENTIAL]
        usual_, least_ = (max(self.width_of(each) + SIDES, LEAST_WIDTH) for each in (shown, essential))
        widths = least(shown) | self.widths

        def used(cells: int) -> int:
            return min(max(sum(fitting(shown, widths, cells - SIDES + 1).values()) + SIDES, LEAST_WIDTH), cells)

        return Wanted(usual_, least_, self.whole_width_of(shown) + SIDES, used)

    def _forget_widths(self) -> None:
        """Forget what was worked out with other widths."""
        self._fitting.clear()
        self._pictures.clear()

    def width_of(self, columns: Iterable[Column]) -> int:
        """Return how many cells columns ask for."""
        return sum(usual(column, self.widths) for column in columns)

    def whole_width_of(self, columns: Iterable[Column]) -> int:
        """Return how many cells columns take in which no text is cut."""
        return sum(self.widths.get(column, column.width) for column in columns)

    def columns(self, room: int) -> Widths:
        """Return the columns that fit into a width of cells, each with its own."""
        if room not in self._fitting:
            self._fitting[room] = spread(fitting(self.chosen, self.widths, room), room)
        return self._fitting[room]

    def column_at(self, room: int, x: int) -> Column | None:
        """Return the column under a cell of the headings."""
        return column_at(self.columns(room), x)

    def headings(self, room: int, sort: Sort) -> list[tuple[str, str]]:
        """Return the line of the headings as parts with their styles. A key beside a heading is a part of its own."""
        columns = self.columns(room)
        marks = dict(zip(columns, self.labels, strict=False)) or {sort.column: sort_mark(sort)}
        parts: list[tuple[str, str]] = []
        for column, width in columns.items():
            text = heading(column, width, marks.get(column, ""))
            if self.labels:
                at = len(text.rstrip()) - 1
                parts += [(text[:at], HEAD), (text[at], KEY), (text[at + 1 :], HEAD)]
            else:
                parts.append((text, HEAD))
        left_over = room - 1 - sum(columns.values())
        return [*parts, (" " * left_over, HEAD), (MORE, HEAD)] if len(columns) < len(self.chosen) else parts

    def grow(self, rows: Iterable[Row], room: int) -> None:
        """Make room for the figures of rows that changed before they are drawn, so that they are drawn once."""
        for row in [row for row in rows if row.serial > self._measured_to]:
            self._measured_to = max(self._measured_to, row.serial)
            self.picture(row, room, at_cursor=False)

    def _measured(self, row: Row, column: Column, context: CellContext) -> Cell:
        """Return a cell, for which its column has grown: figures are never cut."""
        cell = cell_of(row, column, context)
        if not column.is_text:
            if (tail := tail_of(cell.text)) > self._tails.get(column, 0):
                self._tails[column], self.grew = tail, True
                self._forget_widths()
            cell = aligned(cell, self._tails.get(column, 0))
        if (width := needed(cell, column)) > self.widths[column]:
            self.widths[column], self.grew = width, True
            self._forget_widths()
        return cell

    def picture(self, row: Row, room: int, *, at_cursor: bool) -> Picture:
        """Return what the line of a row shows."""
        state = self._state(row, room)
        kept = self._pictures.get(row.quote.symbol)
        if kept is None or kept[0] != state:
            kept = (state, self._made(state))
            if len(self._pictures) == KEPT:
                del self._pictures[next(iter(self._pictures))]
            self._pictures[row.quote.symbol] = kept
        return self._at_cursor(kept[1]) if at_cursor else kept[1]

    def _at_cursor(self, picture: Picture) -> Picture:
        """Return a line under the cursor; that of the focused table is never dim, which would make it hard to read."""
        if not self.is_focused:
            return picture._replace(styles=(*picture.styles, "table--cursor"))
        styles = (each for each in picture.styles if each != DIM)
        return picture._replace(styles=(*styles, "table--cursor-on"))

    def _state(self, row: Row, room: int) -> LineState:
        symbol = row.quote.symbol
        lit = FLASH_CLASSES[row.tick] + FADED[self.faded] if row.tick and row.serial > self.lit_after else ""
        now = self.clock.now() if AGE in self.columns(room) else None
        return LineState(row, room, lit, symbol in self.watchlist, symbol in self.dim, self.masked, now)

    def _cells(self, state: LineState, columns: Collection[Column]) -> dict[Column, Cell]:
        """Return what these columns show of a row, for which they have grown."""
        context = CellContext(
            [column.name for column in columns], state.is_watched, state.now or self.clock.now(), self.masked
        )
        return {column: self._measured(state.row, column, context) for column in columns}

    def _made(self, state: LineState) -> Picture:
        """Make the picture of a line without the cursor."""
        row = state.row
        parts: list[tuple[str, str]] = []
        cells = self._cells(state, self.columns(state.room))
        for column, width in self.columns(state.room).items():  # not the ones above: a column may have grown
            own = width if column.is_text else min(width, self.widths[column])
            text = fit(cells[column], column, own)
            parts += [(" " * (width - own), "")] if width > own else []
            parts += _parts(row, column, text, state.lit if column.flashes else "", masked=state.masked)
        styles = [
            *(["table--index"] if row.quote.kind is Kind.INDEX else []),
            *([DIM] if row.old or state.is_dim else []),
        ]
        return Picture(tuple(parts), tuple(styles))


def _parts(row: Row, column: Column, text: str, lit: str, *, masked: bool) -> list[tuple[str, str]]:
    """Return the text of a cell, with the mark of a price that moved as a part of its own; what is masked is plain.

    While it is lit the mark has no colour: on a ground of the same colour it could not be read.
    """
    if column.shaded:
        return [(text[:1], ""), (text[1:], shade_of(row.quote.direction, row.quote.percent))]
    way = None if masked and column.private else column.direction(row)
    classes = lit if way is None else QUOTE_CLASSES[way]
    if not (column.flashes and (mark := MARK_CLASSES.get(text[-1:]))):
        return [(text, classes)]
    return [(text[:-1], classes), (text[-1], lit or mark)]


def differing(before: Picture | None, after: Picture | None, width: int) -> tuple[int, int]:
    """Return the first cell in which two lines differ, and how many cells it is from there to the last one."""
    if before is None or after is None or before.styles != after.styles:
        return 0, width
    start, rest = changed(before.parts, after.parts)
    length = width_of(after.parts)
    return (start, length - start - rest) if width_of(before.parts) == length else (0, width)

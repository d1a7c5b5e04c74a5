"""The quote table: a line-API widget that draws only the visible rows, straight from the rows it has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView

from tickerboard.board import Column, Row, Sort
from tickerboard.figures import ARROWS, grouped, percent, signed
from tickerboard.model import Kind
from tickerboard.ui.paint import QUOTE_CLASSES, left, line, right

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip

WIDTHS = {
    Column.PLACE: 5,
    Column.SYMBOL: 10,
    Column.LAST: 12,
    Column.CHANGE: 12,
    Column.PERCENT: 10,
    Column.PREVIOUS: 12,
}
PRIORITY = (Column.SYMBOL, Column.LAST, Column.PERCENT, Column.CHANGE, Column.PREVIOUS, Column.PLACE)
"""Which columns stay when the table is narrow, the most wanted first."""


def fitting(width: int) -> tuple[Column, ...]:
    """Choose the columns that fit into a width of cells, in their order on screen."""
    kept: list[Column] = []
    for column in PRIORITY:
        if kept and sum(WIDTHS[each] for each in [*kept, column]) + 1 > width:
            break
        kept.append(column)
    return tuple(column for column in Column if column in kept)


class QuoteTable(ScrollView, can_focus=True, inherit_bindings=False):
    """Quotes as rows, one line each, under a heading that stays. The cursor stays on its symbol."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "table--head",
        "table--cursor",
        "table--index",
        *QUOTE_CLASSES.values(),
    }
    DEFAULT_CSS = """
    QuoteTable .table--head { color: $primary; text-style: bold; background: $panel; }
    QuoteTable .table--cursor { background: $panel; }
    QuoteTable:focus .table--cursor { background: $quote-cursor; text-style: bold; }
    QuoteTable:ansi .table--cursor { text-style: bold underline; }
    QuoteTable:ansi:focus .table--cursor { text-style: reverse; }
    QuoteTable .table--index { text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "down", id="table.down"),
        Binding("up,k", "move(-1)", "up", id="table.up"),
        Binding("pagedown", "page(1)", "page down", id="table.page_down"),
        Binding("pageup", "page(-1)", "page up", id="table.page_up"),
        Binding("home,g", "go(0)", "first quote", id="table.first"),
        Binding("end,G", "go(-1)", "last quote", id="table.last"),
        Binding("s", "sort_next", "sort by the next column", id="table.sort"),
        Binding("S", "sort_turn", "turn the order round", id="table.turn"),
        Binding("enter", "choose", "details of the quote", id="table.details"),
    ]

    @dataclass
    class Chosen(Message):
        """The user asked for the details of a row."""

        row: Row

    @dataclass
    class Sorted(Message):
        """The user asked for another order."""

        sort: Sort

    def __init__(self) -> None:
        super().__init__(id="table")
        self.rows: tuple[Row, ...] = ()
        self.sort = Sort()
        self.cursor = 0

    def show(self, rows: tuple[Row, ...], sort: Sort) -> None:
        """Draw these rows; the cursor and its place on screen stay with the symbol they were on."""
        symbol = self.symbol
        on_screen = self.cursor - self.scroll_offset.y
        symbols = [row.quote.symbol for row in rows]
        self.rows, self.sort = rows, sort
        self.cursor = symbols.index(symbol) if symbol in symbols else min(self.cursor, max(len(rows) - 1, 0))
        self.virtual_size = Size(self._width, len(rows) + 1)
        self.scroll_to(y=max(self.cursor - on_screen, 0), animate=False)
        self._reveal()
        self.refresh()

    @property
    def symbol(self) -> str | None:
        """The symbol under the cursor."""
        return self.rows[self.cursor].quote.symbol if self.rows else None

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that fit just now."""
        return fitting(self._width)

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    def go_to(self, symbol: str) -> None:
        """Put the cursor on a symbol, where the table has it."""
        for at, row in enumerate(self.rows):
            if row.quote.symbol == symbol:
                self.action_go(at)

    def action_move(self, by: int) -> None:
        """Move the cursor by rows."""
        self.action_go(min(max(self.cursor + by, 0), max(len(self.rows) - 1, 0)))

    def action_page(self, by: int) -> None:
        """Move the cursor by a screenful."""
        self.action_move(by * max(self.size.height - 2, 1))

    def action_go(self, at: int) -> None:
        """Put the cursor on a row; -1 is the last."""
        self.cursor = at % len(self.rows) if self.rows else 0
        self._reveal()
        self.refresh()

    def action_sort_next(self) -> None:
        """Ask for the next column's order."""
        self.post_message(self.Sorted(self.sort.next(self.columns)))

    def action_sort_turn(self) -> None:
        """Ask for the other way round."""
        self.post_message(self.Sorted(self.sort.reversed()))

    def action_choose(self) -> None:
        """Ask for the details of the row under the cursor."""
        if self.rows:
            self.post_message(self.Chosen(self.rows[self.cursor]))

    def on_resize(self) -> None:
        """Keep the cursor in view when the room changes."""
        self.virtual_size = Size(self._width, len(self.rows) + 1)
        self._reveal()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Sort by a heading or move to a row."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        if offset.y == 0:
            self._click_heading(offset.x)
        elif offset.y - 1 + self.scroll_offset.y < len(self.rows):
            self.action_go(offset.y - 1 + self.scroll_offset.y)
            if event.chain == 2:
                self.action_choose()

    def _click_heading(self, x: int) -> None:
        edge = 0
        for column in self.columns:
            edge += WIDTHS[column]
            if x < edge:
                same = column is self.sort.column
                self.post_message(self.Sorted(self.sort.reversed() if same else Sort(column)))
                return

    def _reveal(self) -> None:
        """Scroll just as far as the cursor needs; the heading takes one line."""
        height = max(self.size.height - 1, 1)
        top = self.scroll_offset.y
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False)
        elif self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False)

    def render_line(self, y: int) -> Strip:
        """Draw the heading or one row."""
        width = self.size.width
        if y == 0:
            return self._heading(width)
        at = y - 1 + self.scroll_offset.y
        if at < len(self.rows):
            return self._row(at, width)
        note = "no quotes on this page" if at == 0 else ""
        return line([(" " + note, self.get_component_rich_style("quote--flat"))], width, self.rich_style)

    def _heading(self, width: int) -> Strip:
        style = self.get_component_rich_style("table--head")
        text = ""
        for column in self.columns:
            mark = ("▾" if self.sort.descending else "▴") if column is self.sort.column else ""
            name = column.value + mark
            text += " " + left(name, WIDTHS[column] - 1) if column is Column.SYMBOL else right(name, WIDTHS[column])
        return line([(text, style)], width, self.rich_style + style)

    def _row(self, at: int, width: int) -> Strip:
        row = self.rows[at]
        ground = self.rich_style
        colour = self.get_component_rich_style(QUOTE_CLASSES[row.quote.direction], partial=True)
        plain = Style()
        if row.quote.kind is Kind.INDEX:
            plain = self.get_component_rich_style("table--index", partial=True)
        if at == self.cursor:
            ground += self.get_component_rich_style("table--cursor", partial=True)
        cells = [_cell(row, column) for column in self.columns]
        parts = [(text, colour if coloured else plain) for text, coloured in cells]
        return line(parts, width, ground)


def _cell(row: Row, column: Column) -> tuple[str, bool]:
    """One cell's text, and whether it carries the direction's colour."""
    quote, width = row.quote, WIDTHS[column]
    match column:
        case Column.SYMBOL:
            return " " + left(quote.symbol + ("!" if row.doubtful else ""), width - 1), False
        case Column.LAST:
            return right(grouped(quote.last), width), False
        case Column.CHANGE:
            return "  " + ARROWS[quote.direction] + right(signed(quote.change), width - 3), True
        case Column.PERCENT:
            return right(percent(quote.percent), width), True
        case Column.PREVIOUS:
            return right(grouped(row.previous), width), False
        case Column.PLACE:
            return right(str(row.place), width), False

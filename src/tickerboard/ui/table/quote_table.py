"""The quote table: a line-API widget that draws only the visible rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView

from tickerboard.table.columns import AGE
from tickerboard.table.sort import Sort
from tickerboard.ui.paint import FADED, FLASH_CLASSES, QUOTE_CLASSES, line
from tickerboard.ui.table.sheet import Picture, Sheet, differing, paint

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events
    from textual.strip import Strip

    from tickerboard.board.row import Row
    from tickerboard.sources.pace import Clock
    from tickerboard.table.column import Column


class QuoteTable(ScrollView, can_focus=True, inherit_bindings=False):
    """Quotes as rows, one line each, under fixed headings. The cursor stays on its symbol."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "table--head",
        "table--cursor",
        "table--index",
        "table--dim",
        *QUOTE_CLASSES.values(),
        *(name + faded for name in FLASH_CLASSES.values() for faded in FADED),
    }
    DEFAULT_CSS = """
    QuoteTable .table--head { color: $primary; text-style: bold; background: $panel; }
    QuoteTable .table--cursor { background: $panel; }
    QuoteTable:focus .table--cursor { background: $quote-cursor; text-style: bold; }
    QuoteTable:ansi .table--cursor { text-style: bold underline; }
    QuoteTable:ansi:focus .table--cursor { text-style: reverse; }
    QuoteTable .table--index { text-style: bold; }
    QuoteTable .table--dim { text-style: dim; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "down", id="table.down"),
        Binding("up,k", "move(-1)", "up", id="table.up"),
        Binding("pagedown", "page(1)", "page down", id="table.page_down"),
        Binding("pageup", "page(-1)", "page up", id="table.page_up"),
        Binding("home,g", "go(0)", "first quote", id="table.first"),
        Binding("end,G", "go(-1)", "last quote", id="table.last"),
        Binding("s", "sort_next", "sort by the next column", id="table.sort"),
        Binding("S", "sort_turn", "reverse the order", id="table.turn"),
        Binding("greater_than_sign", "sort_neighbour(1)", "sort by the column to the right", id="table.sort_right"),
        Binding("less_than_sign", "sort_neighbour(-1)", "sort by the column to the left", id="table.sort_left"),
        Binding("enter", "choose", "details of the quote", id="table.details"),
        Binding("escape", "clear", "clear the filter", id="table.clear"),
        Binding("w", "watch", "add to or remove from the watchlist", id="table.watch"),
        Binding("c", "columns", "choose the columns", id="table.columns"),
    ]

    @dataclass
    class Chosen(Message):
        """The user asked for the details of a row."""

        row: Row

    @dataclass
    class Sorted(Message):
        """The user changed the sort."""

        sort: Sort

    class Moved(Message):
        """The user moved the cursor."""

    @dataclass
    class Watched(Message):
        """The user wants to add a symbol to the watchlist or remove it."""

        symbol: str

    class FilterCleared(Message):
        """The user wants all rows again."""

    class ColumnsAsked(Message):
        """The user wants to choose the columns."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(id="table")
        self.sheet = Sheet(clock)
        self.rows: tuple[Row, ...] = ()
        self.sort = Sort()
        self.cursor = 0
        self.nothing = "no quotes on this page"
        self._drawn: dict[int, Picture | None] = {}
        self._drawn_from = 0
        self._is_due = False
        self._ground: Style | None = None
        self._eye, self._left_at = 0, (0, 0)

    def show(self, rows: tuple[Row, ...], sort: Sort) -> None:
        """Show these rows. The cursor and its line on screen stay with their symbol."""
        symbol = self.symbol
        on_screen = self.cursor - self.scroll_offset.y
        if (self.cursor, self.scroll_offset.y) == self._left_at:
            on_screen = self._eye  # an edge had moved the cursor off the line where the user left it
        self.rows = rows
        if symbol is not None and not (self.cursor < len(rows) and rows[self.cursor].quote.symbol == symbol):
            places = (at for at, row in enumerate(rows) if row.quote.symbol == symbol)
            self.cursor = next(places, min(self.cursor, max(len(rows) - 1, 0)))
        if sort != self.sort:
            self.sort = sort
            self.refresh(Region(0, 0, self.size.width, 1))
        self.virtual_size = Size(self._width, len(rows) + 1)
        if 0 <= on_screen < self.size.height - 1:  # else the eye is elsewhere
            self.scroll_to(y=max(self.cursor - on_screen, 0), animate=False)
            self._reveal()
            self._eye, self._left_at = on_screen, (self.cursor, self.scroll_offset.y)
        self._grow()
        (self._redraw if rows else self.refresh)()

    def show_columns(self, columns: tuple[Column, ...]) -> None:
        """Show the columns that fit."""
        if columns != self.sheet.chosen:
            self.sheet.choose(columns)
            self.refresh()

    def mark(self, watchlist: frozenset[str]) -> None:
        """Mark the symbols of the watchlist."""
        if watchlist != self.sheet.watchlist:
            self.sheet.watchlist = watchlist
            self._redraw()

    def flash(self, after: float, faded: int = 0) -> None:
        """Light the rows that updates after this serial changed; the light fades from 0 on."""
        self.sheet.lit_after, self.sheet.faded = after, faded
        self._redraw()

    def dim(self, symbols: frozenset[str]) -> None:
        """Dim the rows of these symbols, whose figures are not fresh, and keep the ages on screen true."""
        if symbols != self.sheet.dim or AGE in self.columns:
            self.sheet.dim = symbols
            self._redraw()

    def _grow(self) -> None:
        """Make room for the figures of the rows in view."""
        top = self.scroll_offset.y
        self.sheet.grow(self.rows[top : top + self.app.size.height], self._width or self.app.size.width)
        if self.sheet.grew:
            self.sheet.grew = False
            self.refresh()

    def _redraw(self) -> None:
        """Look for changed lines once all that is known by now has come in: each cell is asked for once a refresh."""
        if not self._is_due:
            self._is_due = True
            self.call_next(self._repaint_changes)

    def _repaint_changes(self) -> None:
        """Repaint only the cells that changed. Where the table scrolled, all lines are repainted anyway."""
        self._is_due = False
        if self.scroll_offset.y != self._drawn_from:
            return
        for y, drawn in self._drawn.items():
            if (picture := self._picture(y)) != drawn:
                start, width = differing(drawn, picture, self.size.width)
                self.refresh(Region(start, y, width, 1))

    @property
    def symbol(self) -> str | None:
        """The symbol under the cursor."""
        return self.rows[self.cursor].quote.symbol if self.rows else None

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that fit at the current width."""
        return tuple(self.sheet.columns(self._width))

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    def go_to(self, symbol: str) -> None:
        """Move the cursor to a symbol, if the table has it."""
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
        """Move the cursor to a row; -1 is the last."""
        self.cursor = at % len(self.rows) if self.rows else 0
        self.post_message(self.Moved())
        self._reveal()
        self._redraw()

    def action_sort_next(self) -> None:
        """Ask for a sort by the next column."""
        self.post_message(self.Sorted(self.sort.next(self.columns)))

    def action_sort_neighbour(self, by: int) -> None:
        """Ask for a sort by the column to the right or left of the current one; figures start with the highest."""
        self.post_message(self.Sorted(self.sort.directly_by(self.sort.neighbour(self.columns, by))))

    def action_sort_turn(self) -> None:
        """Ask for the reverse order."""
        self.post_message(self.Sorted(self.sort.reversed()))

    def action_choose(self) -> None:
        """Ask for the details of the row under the cursor."""
        if self.rows:
            self.post_message(self.Chosen(self.rows[self.cursor]))

    def action_clear(self) -> None:
        """Ask for all rows."""
        self.post_message(self.FilterCleared())

    def action_watch(self) -> None:
        """Ask to add the row's symbol to the watchlist or to remove it."""
        if self.symbol is not None:
            self.post_message(self.Watched(self.symbol))

    def action_columns(self) -> None:
        """Ask for the choice of columns."""
        self.post_message(self.ColumnsAsked())

    def on_resize(self) -> None:
        """Keep the cursor visible when the size changes."""
        self._drawn.clear()
        self.virtual_size = Size(self._width, len(self.rows) + 1)
        self._reveal()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Sort by the clicked heading, or move to the clicked row."""
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
        if (column := self.sheet.column_at(self._width, x)) is not None:
            same = column is self.sort.column
            self.post_message(self.Sorted(self.sort.reversed() if same else self.sort.by(column)))

    def _reveal(self) -> None:
        """Scroll just far enough to show the cursor; the headings take one line."""
        height = max(self.size.height - 1, 1)
        top = self.scroll_offset.y
        if not top <= self.cursor < top + height:
            self.scroll_to(y=self.cursor - (height - 1) * (self.cursor >= top), animate=False)

    def notify_style_update(self) -> None:
        """Forget the background style, which is cached because it takes as long as the rest of a line."""
        super().notify_style_update()
        self._ground = None

    def render_line(self, y: int) -> Strip:
        """Draw the headings or one row."""
        width = self.size.width
        ground = self._ground = self._ground or self.rich_style
        if y == 0:
            style = self.get_component_rich_style("table--head")
            return line([(self.sheet.headings(self._width, self.sort), style)], width, ground + style)
        if self.scroll_offset.y != self._drawn_from:
            self._drawn.clear()
            self._drawn_from = self.scroll_offset.y
        picture = self._drawn[y] = self._picture(y)
        if picture is not None:
            return paint(self, picture, ground)
        note = "" if self.rows else "".join(self.nothing.split("\n")[y - 1 : y])
        return line([(" " + note, self.get_component_rich_style("quote--flat"))], width, ground)

    def _picture(self, y: int) -> Picture | None:
        """Return what a line shows; equal pictures need no repaint."""
        at = y - 1 + self.scroll_offset.y
        if at >= len(self.rows):
            return None
        picture = self.sheet.picture(self.rows[at], self._width, at_cursor=at == self.cursor)
        if self.sheet.grew:
            self.sheet.grew = False
            self.call_after_refresh(self.refresh)
        return picture

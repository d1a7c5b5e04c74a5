"""The quote table: what keys and clicks do with its rows."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tickerboard.board.rows import symbols_of
from tickerboard.ui.table.row_lines import RowLines

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from textual import events

    from tickerboard.board.row import Row
    from tickerboard.table.column import Column
    from tickerboard.table.sort import Sort


SORT_KEYS = string.digits[1:] + string.ascii_lowercase
"""The keys beside the headings, from the left."""


class QuoteTable(RowLines, can_focus=True, inherit_bindings=False):
    """Quotes as rows, one line each, under fixed headings. The cursor stays on its symbol."""

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
        Binding("O", "sort_ask", "sort by any column, by a key beside it", id="table.sort_by"),
        Binding("enter", "choose", "details of the quote", id="table.details"),
        Binding("escape", "clear", "clear the filter", id="table.clear"),
        Binding("w", "watch", "add to or remove from the watchlist", id="table.watch"),
        Binding("c", "columns", "choose the columns", id="table.columns"),
    ]

    class Chosen(Message):
        """The user asked for the details of a row."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    class Sorted(Message):
        """The user changed the sort."""

        def __init__(self, sort: Sort) -> None:
            super().__init__()
            self.sort = sort

    class Moved(Message):
        """The user moved the cursor."""

    class Watched(Message):
        """The user wants to add a symbol to the watchlist or remove it."""

        def __init__(self, symbol: str) -> None:
            super().__init__()
            self.symbol = symbol

    class FilterCleared(Message):
        """The user wants all rows again."""

    class Asking(Message):
        """The table waits for a key, or with an empty text for none any more."""

        def __init__(self, what: str) -> None:
            super().__init__()
            self.what = what

    class ColumnsAsked(Message):
        """The user wants to choose the columns."""

    class ColumnsChosen(Message):
        """The user chose the columns."""

        def __init__(self, added: Collection[Column]) -> None:
            """Take the columns that were not among those before."""
            super().__init__()
            self.added = added

    def go_to(self, symbol: str) -> None:
        """Move the cursor to a symbol, if the table has it."""
        if symbol in (symbols := symbols_of(self.rows)):
            self.action_go(symbols.index(symbol))

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

    def passing(self, every: Sequence[Row]) -> Sequence[Row]:
        """Return those of a board's rows that the table shows, in the order of the board."""
        if len(every) == len(self.rows):
            return every
        symbols = set(symbols_of(self.rows))
        return tuple(row for row in every if row.quote.symbol in symbols)

    def action_sort_next(self) -> None:
        """Ask for a sort by the next column."""
        self.post_message(self.Sorted(self.sort.next(self.columns)))

    def action_sort_neighbour(self, by: int) -> None:
        """Ask for a sort by the column to the right or left of the current one; figures start with the highest."""
        self.post_message(self.Sorted(self.sort.directly_by(self.sort.neighbour(self.columns, by))))

    def action_sort_ask(self) -> None:
        """Show a key beside each heading; the next key sorts by its column."""
        self.label(SORT_KEYS[: len(self.columns)])

    def label(self, keys: str) -> None:
        """Show a key beside each heading and ask for one of them, or with an empty text neither."""
        if keys != self.sheet.labels:
            self.post_message(self.Asking("press a heading's key" if keys else ""))
        super().label(keys)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Return whether a key is for the headings; Ctrl+C and Ctrl+P never are."""
        return bool(self.sheet.labels) and not key.startswith("ctrl+")

    def on_key(self, event: events.Key) -> None:
        """Sort by the column of a key, while there are keys beside the headings; any other key takes them away."""
        if not self.sheet.labels:
            return
        event.stop()
        event.prevent_default()
        at = self.sheet.labels.find(event.character or " ")
        self.label("")
        if at >= 0:
            self._sort_by(self.columns[at])

    def on_blur(self) -> None:
        """Take the keys away."""
        self.label("")

    def _sort_by(self, column: Column) -> None:
        """Ask for a sort by a column, figures with the highest first; or for the reverse order of the same column."""
        same = column is self.sort.column
        self.post_message(self.Sorted(self.sort.reversed() if same else self.sort.directly_by(column)))

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
            self.label("")
            self._sort_by(column)

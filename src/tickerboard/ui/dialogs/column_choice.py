"""The dialog that chooses the columns of the table and their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tickerboard.table.column import Column
from tickerboard.table.columns import COLUMNS
from tickerboard.ui.dialogs.lists import ListDialog

if TYPE_CHECKING:
    from tickerboard.ui.dialogs.base import Keys


class ColumnChoice(ListDialog[tuple[Column, ...]]):
    """Which columns the table has, and in which order."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "done", "done", id="columns.done", priority=True),
        Binding("space", "turn", "show or hide the column", id="columns.turn", priority=True),
        Binding("down,j", "cursor('cursor_down')", "down", id="columns.next"),
        Binding("up,k", "cursor('cursor_up')", "up", id="columns.previous"),
        Binding("home,g", "cursor('first')", "first column", id="columns.first"),
        Binding("end,G", "cursor('last')", "last column", id="columns.last"),
        Binding("J,shift+down", "move(1)", "move the column right", id="columns.right"),
        Binding("K,shift+up", "move(-1)", "move the column left", id="columns.left"),
    ]

    KEYS: ClassVar[Keys] = (
        ("columns.turn", "show or hide"),
        ("columns.right", "move right"),
        ("columns.left", "left"),
        ("columns.done", "done"),
    )

    def __init__(self, columns: tuple[Column, ...], fitting: tuple[Column, ...]) -> None:
        """Take the chosen columns, and those of them that fit on screen just now."""
        super().__init__()
        self._shown = set(columns)
        self._hidden = self._shown - set(fitting)
        every = (COLUMNS.known(name) for name in COLUMNS.names())
        self._order = [*columns, *(column for column in every if column and column not in self._shown)]

    def on_mount(self) -> None:
        """Fill the list."""
        self._fill(0)
        self.entitle("Columns")

    def _fill(self, at: int) -> None:
        width = max(len(column.name) for column in self._order)
        self.listing.set_options(self._entry(column, width) for column in self._order)
        self.listing.highlighted = at

    def _entry(self, column: Column, width: int) -> Content:
        shown = column in self._shown
        text = "no room" if shown and column in self._hidden else column.help
        return self.described(Content(f"{'■' if shown else '□'} {column.name:<{width}}  "), text)

    @property
    def _at(self) -> int:
        return self.listing.highlighted or 0

    def action_turn(self) -> None:
        """Show or hide the column; at least one stays."""
        column = self._order[self._at]
        if self._shown != {column}:
            self._shown ^= {column}
            self._fill(self._at)

    def action_move(self, by: int) -> None:
        """Move the column in the order."""
        at, to = self._at, min(max(self._at + by, 0), len(self._order) - 1)
        self._order.insert(to, self._order.pop(at))
        self._fill(to)

    def action_done(self) -> None:
        """Return the columns that are shown."""
        self.dismiss(tuple(column for column in self._order if column in self._shown))

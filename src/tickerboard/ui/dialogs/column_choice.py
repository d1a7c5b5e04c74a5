"""The dialog that chooses the columns of the table and their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tickerboard.table.column import Column
from tickerboard.table.columns import COLUMNS
from tickerboard.ui.dialogs.lists import ListDialog
from tickerboard.ui.dialogs.wrapping import hung
from tickerboard.ui.presence import has_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual import events
    from textual.widgets import OptionList

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

    ABOUT: ClassVar[str] = "The columns of the table, the leftmost first."
    KEYS: ClassVar[Keys] = (
        ("columns.turn", "show or hide"),
        ("columns.right", "move right"),
        ("columns.left", "left"),
        ("columns.done", "done"),
    )

    def __init__(self, columns: tuple[Column, ...], hidden: Callable[[], Mapping[Column, str]]) -> None:
        """Take the chosen columns, and what returns those that the table does not show, each with the reason."""
        super().__init__()
        self._shown = set(columns)
        self._at = 0
        self._hidden = hidden
        every = (COLUMNS.known(name) for name in COLUMNS.names())
        self._order = [*columns, *(column for column in every if column and column not in self._shown)]

    def on_mount(self) -> None:
        """Fill the list."""
        self.fill()
        self.entitle("Columns")

    def on_resize(self, event: events.Resize) -> None:
        """List the columns again once the table has its new width."""
        self.app.screen_stack[0].call_after_refresh(self._fill_again)

    def _fill_again(self) -> None:
        if has_parts(self):
            self.fill()

    def fill(self) -> None:
        """List the columns."""
        at = self._at
        self.listing.set_options(self._entry(each) for each in range(len(self._order)))
        self.listing.highlighted = at

    def _entry(self, at: int) -> Content:
        """Return a column with its help beside it, or, where that has no room, below the one under the cursor."""
        column = self._order[at]
        width = max(len(each.name) for each in self._order)
        shown = column in self._shown
        hidden = self._hidden().get(column) if shown else None
        mark = ("■" if shown else "□", "bold $primary" if shown and hidden is None else "$quote-flat")
        lead = Content.assemble(mark, f" {column.name:<{width}}  ")
        text = hidden or column.help
        entry = self.described(lead, text)
        if entry is not lead or at != self._at:
            return entry
        return hung(Content.assemble(lead, ("\n  " + text, "$quote-flat")), self.room)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Move what is said below a column to the one under the cursor."""
        before, self._at = self._at, event.option_index
        for at in {before, self._at}:
            self.listing.replace_option_prompt_at_index(at, self._entry(at))
        self.call_after_refresh(self.listing.scroll_to_highlight)

    def action_turn(self) -> None:
        """Show or hide the column; at least one stays."""
        column = self._order[self._at]
        if self._shown != {column}:
            self._shown ^= {column}
            self.fill()

    def action_move(self, by: int) -> None:
        """Move the column in the order."""
        at, to = self._at, min(max(self._at + by, 0), len(self._order) - 1)
        self._order.insert(to, self._order.pop(at))
        self._at = to
        self.fill()

    def action_done(self) -> None:
        """Return the columns that are shown."""
        self.dismiss(tuple(column for column in self._order if column in self._shown))

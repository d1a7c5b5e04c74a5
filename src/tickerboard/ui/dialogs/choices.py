"""Dialogs in which one thing of several is chosen, or several are put in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tickerboard.table.column import Column
from tickerboard.table.columns import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

_BOX = """
    {name} {{ align: center middle; }}
    {name} OptionList {{ width: 80%; max-width: 100; height: auto; max-height: 80%; background: $panel;
        border: round $primary; padding: 0 1; }}
    {name} Static {{ width: 80%; max-width: 100; padding: 0 2; background: $panel; }}
"""


class Choice(ModalScreen[int | None], inherit_bindings=False):
    """A list of which one line is chosen: its place is the answer, None for none."""

    DEFAULT_CSS = _BOX.format(name="Choice")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "back", "back", id="choice.back"),
        Binding("j", "down", "down", id="choice.down"),
        Binding("k", "up", "up", id="choice.up"),
    ]

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self._title, self.lines = title, lines

    def compose(self) -> ComposeResult:
        """The title and the lines; both may be text from outside."""
        yield Static(Content(self._title))
        yield OptionList(*(Option(Content(line)) for line in self.lines))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the place of the line."""
        self.dismiss(event.option_index)

    def action_back(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)

    def action_down(self) -> None:
        """Move down."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """Move up."""
        self.query_one(OptionList).action_cursor_up()


class ColumnChoice(ModalScreen[tuple[Column, ...]], inherit_bindings=False):
    """Which columns the table has, and in which order."""

    DEFAULT_CSS = _BOX.format(name="ColumnChoice")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "done", "done", id="columns.done", priority=True),
        Binding("space", "turn", "show or hide the column", id="columns.turn", priority=True),
        Binding("j", "down", "down", id="columns.next"),
        Binding("k", "up", "up", id="columns.previous"),
        Binding("J,shift+down", "move(1)", "move the column right", id="columns.right"),
        Binding("K,shift+up", "move(-1)", "move the column left", id="columns.left"),
    ]

    def __init__(self, columns: tuple[Column, ...]) -> None:
        super().__init__()
        self._shown = set(columns)
        self._order = [*columns, *(column for column in _choice() if column not in columns)]

    def compose(self) -> ComposeResult:
        """The columns that are shown, then the others."""
        yield Static(Content("Columns: Space shows or hides, J and K move, Enter is done"))
        yield OptionList()

    def on_mount(self) -> None:
        """Fill the list."""
        self._fill(0)

    def _fill(self, at: int) -> None:
        listing = self.query_one(OptionList)
        listing.clear_options()
        width = max(len(column.name) for column in self._order)
        listing.add_options(Option(Content(self._line(column, width))) for column in self._order)
        listing.highlighted = at

    def _line(self, column: Column, width: int) -> str:
        return f"{'■' if column in self._shown else '□'} {column.name:<{width}}  {column.help}"

    @property
    def _at(self) -> int:
        return self.query_one(OptionList).highlighted or 0

    def action_turn(self) -> None:
        """Show the column, or hide it; one always stays."""
        column = self._order[self._at]
        if self._shown != {column}:
            self._shown ^= {column}
            self._fill(self._at)

    def action_move(self, by: int) -> None:
        """Move the column in the order."""
        at, to = self._at, min(max(self._at + by, 0), len(self._order) - 1)
        self._order.insert(to, self._order.pop(at))
        self._fill(to)

    def action_down(self) -> None:
        """Go to the next column."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """Go to the column before."""
        self.query_one(OptionList).action_cursor_up()

    def action_done(self) -> None:
        """Answer with the columns that are shown."""
        self.dismiss(tuple(column for column in self._order if column in self._shown))


def _choice() -> list[Column]:
    """Return every column that can be shown; a plugin that cannot be loaded is left out."""
    return [column for name in COLUMNS.names() if (column := COLUMNS.known(name))]

"""The table with its filter prompt: the view is chosen here."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tickerboard.table.filter import FilterError, compile_filter, refuse_misspelled
from tickerboard.table.view import WATCHLIST, View, groups_of
from tickerboard.ui.frame import FramedPane
from tickerboard.ui.table.caption import caption_of, nothing_passes
from tickerboard.ui.table.quote_table import QuoteTable

if TYPE_CHECKING:
    from datetime import datetime

    from textual.app import ComposeResult
    from textual.widget import Widget

    from tickerboard.board.board import Board
    from tickerboard.settings.config import Config
    from tickerboard.settings.state import State
    from tickerboard.sources.clock import Clock
    from tickerboard.table.column import Column
    from tickerboard.table.expression import Groups
    from tickerboard.table.filter import Test
    from tickerboard.ui.table.filter_prompt import FilterPrompt
    from tickerboard.ui.table.sheet import Sheet, Wanted


class TablePane(FramedPane):
    """Rows of the board, filtered and sorted. The view stays across refreshes."""

    JUMP: ClassVar[str] = "pane.table"
    DEFAULT_CSS = "TablePane FilterPrompt { border-left: none; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        # With priority the focus is in the prompt before the next key comes, however fast they are typed.
        Binding("slash", "filter", "filter the rows", id="table.filter", priority=True),
        Binding("o", "hold", "hold or release the order", id="table.hold"),
    ]

    class Looked(Message):
        """The view or the watchlist changed."""

    def __init__(self, config: Config, state: State, clock: Clock, sheet: Sheet) -> None:
        """Take the real clock; that of the sheet may stand in the past."""
        super().__init__(id="quotes")
        self._config, self._clock = config, clock
        self.table = QuoteTable(sheet)
        self.watchlist = state.watchlist
        self.chosen_columns: tuple[str, ...] = state.columns
        self.view = View.restored(config, state)
        self.order_held = False
        self._moved: datetime | None = None
        self._board: Board | None = None
        self._room = 0
        """The cells that the table asked for when a board was shown last."""
        self._prompt: FilterPrompt | None = None
        self._left: Widget | None = None
        """What had the focus before the prompt."""
        self._compiled: tuple[tuple[str, Groups], Test] | None = None

    def compose(self) -> ComposeResult:
        """Yield the table. The prompt is mounted below it when it is first opened."""
        yield from self.compose_framed(self.table)

    @property
    def wanted(self) -> Wanted:
        """The cells that the table asks for."""
        return self.table.sheet.wanted(self.view.columns)

    def await_recorded(self) -> None:
        """Keep room for the columns that the history is about to fill."""
        self.table.sheet.filled.awaits_recorded = True

    @property
    def shown_columns(self) -> tuple[Column, ...]:
        """The columns of the view, without the optional ones that have had nothing to show."""
        return self.table.sheet.filled.among(self.view.columns)

    def _say(self) -> None:
        """Show in the frame how many rows there are, in which order, what hides the others, and where the cursor is."""
        views = self._config.views
        self.set_caption(caption_of(self.table, self._board, self.view, views, held=self.order_held))

    @property
    def groups(self) -> dict[str, frozenset[str]]:
        """The groups that filters know."""
        return groups_of(self._config, self.watchlist)

    def apply_config(self, config: Config) -> None:
        """Apply new settings. The view stays, unless its own settings changed."""
        before, self._config = View.first(self._config), config
        after = View.first(config)
        changed = {
            name: getattr(after, name) for name in ("sort", "columns") if getattr(after, name) != getattr(before, name)
        }
        self.take(self.view._replace(**changed))

    def measure(self, board: Board, lines: int) -> None:
        """Make room for the first lines of a board before anything is drawn, so that it is laid out once."""
        sheet, columns = self.table.sheet, self.view.columns
        if not sheet.has_measured(columns, board.rows):
            sheet.measure(columns, board.rows, self.view.sort.apply(board.rows)[:lines])
        self._room = self.wanted.usual

    def show(self, board: Board) -> None:
        """Show a board in the current view."""
        self._board = board
        table = self.table
        self.prepare(board)
        table.mark(frozenset(self.watchlist))
        before = table.rows if self._holds else None
        rows = self.view.apply(board.rows, self._test(self.view.filter), before)
        table.show_columns(self.shown_columns, rows)
        if board.rows and not rows:
            table.nothing = nothing_passes(self.screen, self.view.filter)
        table.show(rows, self.view.sort)
        self._say()
        if self._room != self.wanted.usual:
            self._room = self.wanted.usual
            self.post_message(self.Looked())

    def prepare(self, board: Board) -> None:
        """Find the columns of a board. For any thread: where it is done before, the screen need not wait for it."""
        self.table.sheet.filled.look(self.view.columns, board.rows)

    def take(self, look: View) -> None:
        """Change the view. Raises FilterError, and changes nothing, for an invalid filter."""
        self._test(look.filter)
        self.view, self.order_held, self._moved = look, False, None
        self._show_again()

    def _test(self, text: str) -> Test:
        """Return the test of a filter, compiled once for as long as text and groups stay. Raises FilterError."""
        key = (text.strip(), self.groups)
        if self._compiled is None or self._compiled[0] != key:
            self._compiled = (key, compile_filter(*key))
        return self._compiled[1]

    def _show_again(self) -> None:
        if self._board is not None:
            self.show(self._board)
        self.post_message(self.Looked())

    @property
    def _holds(self) -> bool:
        """Whether the order is held: the user wants it, or is moving in the table."""
        if self.order_held:
            return True
        recent = timedelta(seconds=self._config.hold)
        return self._moved is not None and self._clock.now() - self._moved < recent

    def action_hold(self) -> None:
        """Hold the order while the figures change, or release it."""
        self.order_held, self._moved = not self.order_held, None
        self._show_again()

    @property
    def chosen_sort(self) -> str:
        """The sort if it was chosen on screen, as the config writes it; empty for the view's own."""
        own = self._named(self.view.view).sort
        return "" if self.view.sort == own else str(self.view.sort)

    def _named(self, name: str) -> View:
        """Return a view by its name, as the config has it; all rows for an unknown name."""
        view = self._config.views.get(name)
        return View.of(name, view) if view else View.first(self._config)

    def sort_by(self, column: Column) -> None:
        """Sort directly by a column; figures start with the highest."""
        self.take(self.view._replace(sort=self.view.sort.directly_by(column)))

    def next_view(self) -> None:
        """Go to the next view, with all rows before the first; without views nothing changes."""
        names = ["", *self._config.views]
        at = names.index(self.view.view) if self.view.view in names else 0
        if len(names) > 1:
            self.take_view(names[(at + 1) % len(names)])
        else:
            self.notify("no views: add [views.NAME] tables to the config", markup=False)

    def nth_view(self, at: int) -> None:
        """Go to a view by its place in the config, from 1; 0 is all rows. A missing view changes nothing."""
        names = ["", *self._config.views]
        if at < len(names):
            self.take_view(names[at])
        else:
            self.notify(f"no view {at}: the config has {len(names) - 1}", markup=False)

    def take_view(self, name: str) -> None:
        """Go to a view by its name; the empty name is all rows."""
        self.take(self._named(name))

    def on_quote_table_moved(self, message: QuoteTable.Moved) -> None:
        """Hold the order while the user moves in the table."""
        message.stop()
        self._moved = self._clock.now()
        self._say()

    def on_quote_table_sorted(self, message: QuoteTable.Sorted) -> None:
        """Apply the sort."""
        message.stop()
        self.take(self.view._replace(sort=message.sort))

    def on_quote_table_watched(self, message: QuoteTable.Watched) -> None:
        """Add a symbol to the watchlist, or remove it."""
        message.stop()
        rest = tuple(symbol for symbol in self.watchlist if symbol != message.symbol)
        self.watchlist = rest if len(rest) < len(self.watchlist) else (*rest, message.symbol)
        self._show_again()

    def on_quote_table_columns_asked(self, message: QuoteTable.ColumnsAsked) -> None:
        """Open the choice of columns."""
        from tickerboard.ui.dialogs.column_choice import ColumnChoice

        message.stop()
        self.app.push_screen(ColumnChoice(self.view.columns, self._hidden_columns), self._take_columns)

    def _hidden_columns(self) -> dict[Column, str]:
        """Return the columns of the view that are not on screen, each with the reason."""
        filled = self.shown_columns
        empty = {column: f"no values; {column.help}" for column in self.view.columns if column not in filled}
        return empty | {column: "no room" for column in filled if column not in self.table.columns}

    def _take_columns(self, columns: tuple[Column, ...] | None) -> None:
        if columns and columns != (before := self.view.columns):
            self.chosen_columns = tuple(column.name for column in columns)
            self.take(self.view._replace(columns=columns))
            self.post_message(QuoteTable.ColumnsChosen(set(columns).difference(before)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let `/` open the prompt from the table only."""
        return action != "filter" or self.table.has_focus

    async def action_filter(self) -> None:
        """Open the prompt; when it is closed, the focus goes back to where it is now."""
        self._left = self.screen.focused
        if self._prompt is None:
            from tickerboard.ui.table.filter_prompt import FilterPrompt

            self._prompt = FilterPrompt()
            await self.mount(self._prompt, after=self.table)
        self._prompt.open(self.view.filter)
        self._tell()

    def on_quote_table_filter_cleared(self, message: QuoteTable.FilterCleared) -> None:
        """Show all rows again."""
        message.stop()
        self._filter("")

    def on_filter_prompt_changed(self, message: FilterPrompt.Changed) -> None:
        """Filter as the user types; an invalid or incomplete filter leaves the last valid one in force."""
        message.stop()
        self._try(message.text)

    def on_filter_prompt_done(self, message: FilterPrompt.Done) -> None:
        """Go back to the table, or stay in the prompt while the filter is invalid."""
        message.stop()
        if self._try(message.text):
            self._close_prompt()

    def _try(self, text: str) -> bool:
        """Filter by a text and show the number of rows, or else what is wrong; return whether it is valid."""
        if self._prompt is None:
            return False
        try:
            refuse_misspelled(text, self._test(text), self._board.rows if self._board else ())
            self._filter(text)
        except FilterError as error:
            self._prompt.say(str(error), wrong=True)
            return False
        self._tell()
        return True

    def on_filter_prompt_cancelled(self, message: FilterPrompt.Cancelled) -> None:
        """Return to the table and all rows."""
        message.stop()
        self._filter("")
        self._close_prompt()

    def _close_prompt(self) -> None:
        if self._prompt is not None:
            self._prompt.close()
        (self._left or self.table).focus()

    def _filter(self, text: str) -> None:
        self.take(self.view._replace(filter=text.strip()))

    def _tell(self) -> None:
        total = len(self._board.rows) if self._board else 0
        names = ", ".join(name for name in self.groups if name != WATCHLIST)
        groups = f"   groups: {names}" if names else ""
        if self._prompt is not None:
            self._prompt.say(f"{len(self.table.rows)} of {total} rows{groups}", wrong=False)

"""The board screen: the only place where tape, table and reader meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tickerboard.board import Board, Sort
from tickerboard.ui.dialogs import details
from tickerboard.ui.lines import IndexLine, StatusLine
from tickerboard.ui.quote_table import QuoteTable
from tickerboard.ui.reader import Reader
from tickerboard.ui.tape import Tape

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from tickerboard.config import Config

SIDE_BY_SIDE = 100
ONE_PANE = (60, 18)
TOO_SMALL = (20, 5)


class BoardScreen(Screen[None], inherit_bindings=False):
    """Indices, tape, table, reader and status, laid out for the room there is."""

    CSS_PATH = "board_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "pane('table')", "quote table", id="pane.table"),
        Binding("2", "pane('reader')", "article reader", id="pane.reader"),
        Binding("3", "pane('tape')", "tape", id="pane.tape"),
        Binding("tab", "app.focus_next", "next pane", id="pane.next"),
        Binding("shift+tab", "app.focus_previous", "pane before", id="pane.previous"),
        Binding("z", "zoom", "the focused pane alone, and back", id="pane.zoom"),
        Binding("n", "article(1)", "next article", id="article.next"),
        Binding("p", "article(-1)", "article before", id="article.previous"),
        Binding("space", "pause", "tape stops and goes on", id="tape.pause_anywhere"),
        Binding("plus,equals_sign", "speed(2)", "tape faster", id="tape.faster"),
        Binding("minus", "speed(-2)", "tape slower", id="tape.slower"),
    ]
    AUTO_FOCUS = "#table"

    def __init__(self, board: Board, config: Config) -> None:
        super().__init__()
        self.board = board
        self._config = config
        self._sort = Sort()
        self._article = 0

    def compose(self) -> ComposeResult:
        """Put the parts in their places."""
        yield IndexLine()
        with Container(id="panes"):
            yield QuoteTable()
            yield Reader(measure=self._config.reader_width)
        yield Tape(motion=self._config.motion, speed=self._config.tape_speed)
        yield StatusLine()
        yield Static(Content("too small for a board"), id="small")

    def on_mount(self) -> None:
        """Hand the first board to the widgets."""
        self.show(self.board)

    def show(self, board: Board) -> None:
        """Hand a board to the widgets; cursor, order and article stay where they are."""
        self.board = board
        self._article = min(self._article, max(len(board.articles) - 1, 0))
        self.query_one(IndexLine).show(board)
        self.query_one(StatusLine).show(board)
        self.query_one(Tape).show(board.rows)
        self._show_rows()
        self._show_article()

    def _show_rows(self) -> None:
        self.query_one(QuoteTable).show(self._sort.apply(self.board.rows), self._sort)

    def _show_article(self) -> None:
        articles = self.board.articles
        self.query_one(Reader).show(articles[self._article] if articles else None)

    def on_resize(self, event: events.Resize) -> None:
        """Choose the layout for the room there is."""
        width, height = event.size
        small = width < TOO_SMALL[0] or height < TOO_SMALL[1]
        self.set_class(small, "-small")
        self.set_class(not small and (width < ONE_PANE[0] or height < ONE_PANE[1]), "-single")
        self.set_class(width >= SIDE_BY_SIDE, "-wide")
        if not small and self.focused is None:
            self.call_after_refresh(self.action_pane, "table")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """With room for one pane, show the one that has the focus."""
        if event.widget.id in {"table", "reader"}:
            self.set_class(event.widget.id == "reader", "-reading")

    def on_quote_table_chosen(self, message: QuoteTable.Chosen) -> None:
        """Show a quote's details."""
        self.app.push_screen(details(message.row))

    def on_quote_table_sorted(self, message: QuoteTable.Sorted) -> None:
        """Take another order."""
        self._sort = message.sort
        self._show_rows()

    def on_tape_chosen(self, message: Tape.Chosen) -> None:
        """Go to the row of a symbol on the tape."""
        self.action_pane("table")
        self.query_one(QuoteTable).go_to(message.symbol)

    def action_pane(self, name: str) -> None:
        """Focus a pane; one that is hidden for want of room comes to the front."""
        if name in {"table", "reader"}:
            self.set_class(name == "reader", "-reading")
        self.query_one(f"#{name}").focus()

    def action_zoom(self) -> None:
        """Show the focused pane alone, or all again."""
        self.toggle_class("-zoomed")

    def action_article(self, by: int) -> None:
        """Go to another article."""
        if self.board.articles:
            self._article = (self._article + by) % len(self.board.articles)
            self._show_article()

    def action_pause(self) -> None:
        """Stop the tape, or let it go on."""
        self.query_one(Tape).action_pause()

    def action_speed(self, by: int) -> None:
        """Make the tape faster or slower."""
        tape = self.query_one(Tape)
        tape.set_speed(tape.speed + by)

"""The board screen: the only place where tape, table and reader meet."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Static

from tickerboard import status
from tickerboard.order import Sort, held
from tickerboard.reading import Reading
from tickerboard.ui.dialogs import details
from tickerboard.ui.lines import IndexLine, StatusLine
from tickerboard.ui.quote_table import QuoteTable
from tickerboard.ui.reader import Reader
from tickerboard.ui.reader_pane import ReaderPane
from tickerboard.ui.tape import Tape

if TYPE_CHECKING:
    from datetime import datetime

    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer

    from tickerboard.board import Board
    from tickerboard.config import Config
    from tickerboard.model import Article
    from tickerboard.sources.pace import Clock

SIDE_BY_SIDE = 100
ONE_PANE = (60, 18)
TOO_SMALL = (20, 5)
FLASH_SECONDS = 0.8


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
        Binding("u", "unread", "next unread article", id="article.unread"),
        Binding("o", "hold", "hold the order, and let it go", id="table.hold"),
        Binding("space", "pause", "tape stops and goes on", id="tape.pause"),
        Binding("plus,equals_sign", "speed(2)", "tape faster", id="tape.faster"),
        Binding("minus", "speed(-2)", "tape slower", id="tape.slower"),
    ]
    AUTO_FOCUS = "#table"
    live = reactive(False)

    def __init__(self, board: Board, config: Config, clock: Clock) -> None:
        super().__init__()
        self.board = board
        self._config, self._clock = config, clock
        self._sort = Sort()
        self._order_held = False
        self._moved: datetime | None = None
        self._reading = Reading()
        self._lights: Timer | None = None

    def compose(self) -> ComposeResult:
        """Put the parts in their places."""
        yield IndexLine()
        with Container(id="panes"):
            yield QuoteTable()
            yield ReaderPane(measure=self._config.reader_width)
        yield Tape(motion=self._config.motion, speed=self._config.tape_speed)
        yield StatusLine()
        yield Static(Content("too small for a board"), id="small")

    def on_mount(self) -> None:
        """Hand the first board to the widgets."""
        self._show_rows()
        self._show_article()
        self._tick()

    def _tick(self) -> None:
        """Say the age anew, for one that stands still would be a lie: each second while seconds are told."""
        self._show_state()
        observed = self.board.observed
        young = observed is not None and self._clock.now() - observed < timedelta(minutes=1)
        self.set_timer(1 if self.live or young else 10, self._tick)

    def show(self, board: Board) -> None:
        """Hand a board to the widgets; cursor, order and article stay where they are, what changed lights up."""
        self.board = board
        if not self.is_mounted:
            return
        self._show_rows()
        self._show_article()
        self._flash(board.serial)
        if self._lights is not None:
            self._lights.stop()
        self._lights = self.set_timer(FLASH_SECONDS, lambda: self._flash(None))

    def _flash(self, serial: int | None) -> None:
        self.query_one(QuoteTable).flash(serial)
        self.query_one(Tape).flash(serial)

    def _show_rows(self) -> None:
        table = self.query_one(QuoteTable)
        rows = self.board.rows
        table.show(held(rows, table.rows) if self._holds else self._sort.apply(rows), self._sort)
        self.query_one(Tape).show(rows)
        self._show_state()

    @property
    def _holds(self) -> bool:
        """Whether the order stands just now: the user wants it to, or is moving in the table."""
        if self._order_held:
            return True
        recent = timedelta(seconds=self._config.hold)
        return self._moved is not None and self._clock.now() - self._moved < recent

    def _show_state(self) -> None:
        """Say how the board is; dim what is old in live mode."""
        board, now, width = self.board, self._clock.now(), self.size.width
        self.query_one(IndexLine).show(board, width)
        facts = status.facts(board, now, live=self.live)
        if self._order_held:
            facts.insert(1, "order held")
        late = self._config.stale_after if self.live else float("inf")
        self.query_one(StatusLine).show(status.faults(board, now, late), facts, width)
        since = now - timedelta(seconds=self._config.dim_after)
        old = (row.quote.symbol for row in board.rows if self.live and row.seen and row.seen < since)
        self.query_one(QuoteTable).dim(frozenset(old))

    def watch_live(self) -> None:
        """Say so at once."""
        if self.is_mounted:
            self._show_state()

    def _show_article(self) -> None:
        self._reading.take(self.board.articles)
        self.query_one(ReaderPane).show(self._reading.standing, (row.quote for row in self.board.rows))

    def read(self, article: Article) -> None:
        """Put the article in hand away and open another."""
        self._put_away()
        self._reading.open(article)
        self._show_article()

    def _put_away(self) -> None:
        """Note how far the article in hand was read; one that is hidden for want of room was not."""
        reader = self.query_one(Reader)
        if reader.is_on_screen:
            self._reading.leave(reader.spot)

    def on_resize(self, event: events.Resize) -> None:
        """Choose the layout for the room there is."""
        width, height = event.size
        small = width < TOO_SMALL[0] or height < TOO_SMALL[1]
        self.set_class(small, "-small")
        self.set_class(not small and (width < ONE_PANE[0] or height < ONE_PANE[1]), "-single")
        self.set_class(width >= SIDE_BY_SIDE, "-wide")
        self._show_state()
        if not small and self.focused is None:
            self.call_after_refresh(self.action_pane, "table")

    def on_screen_suspend(self) -> None:
        """Nothing moves under a dialog."""
        self.query_one(Tape).drive()

    def on_screen_resume(self) -> None:
        """Move again."""
        self.query_one(Tape).drive()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """With room for one pane, show the one that has the focus."""
        if event.widget.id in {"table", "reader"}:
            self.set_class(event.widget.id == "reader", "-reading")

    def on_quote_table_chosen(self, message: QuoteTable.Chosen) -> None:
        """Show a quote's details."""
        self.app.push_screen(details(message.row))

    def on_quote_table_moved(self, message: QuoteTable.Moved) -> None:
        """Remember that the user moves in the table: the order stands meanwhile."""
        self._moved = self._clock.now()

    def on_quote_table_sorted(self, message: QuoteTable.Sorted) -> None:
        """Take another order."""
        self._sort, self._moved, self._order_held = message.sort, None, False
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
        self._put_away()
        self._reading.step(by)
        self._show_article()

    def action_unread(self) -> None:
        """Go to the next unread article."""
        self._put_away()
        if not self._reading.next_unread():
            self.notify("no other article is unread", markup=False)
        self._show_article()

    def on_reader_pane_finished(self, message: ReaderPane.Finished) -> None:
        """Mark the article in hand as read."""
        self._reading.finish()
        self._show_article()

    def on_reader_symbol_chosen(self, message: Reader.SymbolChosen) -> None:
        """Go to the row of a quote that the article names."""
        self.action_pane("table")
        self.query_one(QuoteTable).go_to(message.symbol)

    def action_hold(self) -> None:
        """Let the order stand whatever the figures do, or follow them again."""
        self._order_held = not self._order_held
        self._moved = None
        self._show_rows()

    def action_pause(self) -> None:
        """Stop the tape, or let it go on."""
        tape = self.query_one(Tape)
        tape.paused = not tape.paused

    def action_speed(self, by: int) -> None:
        """Make the tape faster or slower."""
        tape = self.query_one(Tape)
        tape.set_speed(tape.speed + by)

"""The board screen: the only place where tape, table and reader meet.

What is not on it at launch (dialogs, the heat map) is imported when it is first wanted.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from math import inf
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from tickerboard.board import status
from tickerboard.board.mentions import MentionCounts
from tickerboard.board.reading_list import ReadingList
from tickerboard.ui.board.panes import PanedScreen
from tickerboard.ui.board.status_line import IndexLine, StatusLine
from tickerboard.ui.reader.pane import ReaderPane
from tickerboard.ui.reader.reader import Reader
from tickerboard.ui.table.pane import TablePane
from tickerboard.ui.table.quote_table import QuoteTable
from tickerboard.ui.tape import Tape

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer

    from tickerboard.board.board import Board
    from tickerboard.model import Article
    from tickerboard.settings.config import Config
    from tickerboard.settings.state import State
    from tickerboard.sources.pace import Clock

FLASH_SECONDS = 0.8


class BoardScreen(PanedScreen):
    """Indices, tape, table, reader and status."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "article(1)", "next article", id="article.next"),
        Binding("p", "article(-1)", "article before", id="article.previous"),
        Binding("a", "articles", "list of the articles", id="article.list"),
        Binding("u", "unread", "next unread article", id="article.unread"),
        Binding("v", "view", "next view", id="view.next"),
        *(Binding(f"f{at}", f"nth_view({at - 1})", f"view {at - 1}", id=f"view.{at - 1}") for at in range(2, 10)),
        Binding("f1", "nth_view(0)", "all rows", id="view.0"),
        Binding("t", "tape_rows", "tape: watchlist or all", id="tape.rows"),
        Binding("m", "heat", "heat map of the sectors", id="board.heat"),
        Binding("exclamation_mark", "problems", "problems of the pages", id="board.problems"),
        Binding("e", "export", "export what the table shows", id="board.export"),
        Binding("space", "pause", "tape stops and goes on", id="tape.pause"),
        Binding("plus,equals_sign", "speed(2)", "tape faster", id="tape.faster"),
        Binding("minus", "speed(-2)", "tape slower", id="tape.slower"),
    ]
    AUTO_FOCUS = "#table"

    class Remember(Message):
        """What the board remembers has changed."""

    live = reactive(False)

    def __init__(self, board: Board, config: Config, state: State, clock: Clock) -> None:
        super().__init__()
        self.board = board
        self._config, self._clock = config, clock
        self._remembered = state
        self.pane = TablePane(config, state, clock)
        self._tape_watchlist = config.tape_watchlist
        self._reading = ReadingList()
        self._mentions = MentionCounts()
        self._lights: Timer | None = None

    def compose(self) -> ComposeResult:
        """Put the parts in their places, for the room there is: so their styles are worked out once."""
        self.fit(self.app.size)
        yield IndexLine()
        with Container(id="panes"):
            yield self.pane
            yield ReaderPane(measure=self._config.reader_width)
        yield Tape(motion=self._config.motion, back=self._config.tape_back, speed=self._config.tape_speed)
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
        before, self.board = self.board, board
        if not self.is_mounted:
            return
        self._show_rows()
        self._show_article()
        self._flash(before.serial)
        if self._lights is not None:
            self._lights.stop()
        self._lights = self.set_timer(FLASH_SECONDS, lambda: self._flash(inf))

    def _flash(self, after: float) -> None:
        self.query_one(QuoteTable).flash(after)
        self.query_one(Tape).flash(after)

    def _show_rows(self) -> None:
        self.pane.show(self.board)
        self._show_tape()
        self._show_state()

    def _show_tape(self) -> None:
        rows = self.board.rows
        if self._tape_watchlist:
            rows = tuple(row for row in rows if row.quote.symbol in self.pane.watchlist)
        self.query_one(Tape).show(rows)

    def _show_state(self) -> None:
        """Say how the board is; dim what is old in live mode."""
        board, now, width = self.board, self._clock.now(), self.app.size.width
        self.query_one(IndexLine).show(board, width)
        facts = status.facts(board, now, live=self.live)
        facts[1:1] = self.pane.facts
        late = self._config.stale_after if self.live else float("inf")
        self.query_one(StatusLine).show(status.faults(board, now, late), facts, width)
        since = now - timedelta(seconds=self._config.dim_after)
        rows = board.rows if self.live else ()
        self.query_one(QuoteTable).dim(frozenset(row.quote.symbol for row in rows if row.seen and row.seen < since))

    def watch_live(self) -> None:
        """Say so at once."""
        if self.is_mounted:
            self._show_state()

    def _show_article(self) -> None:
        self._reading.take(self.board.articles)
        self.query_one(ReaderPane).show(self._reading.standing, self.board)

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
        """Say as much as there is room for."""
        self._show_state()

    def on_screen_suspend(self) -> None:
        """Nothing moves under a dialog."""
        self.query_one(Tape).drive()

    def on_screen_resume(self) -> None:
        """Move again."""
        self.query_one(Tape).drive()

    def on_quote_table_chosen(self, message: QuoteTable.Chosen) -> None:
        """Show a quote's details."""
        from tickerboard.ui.dialogs.details import details

        self.app.push_screen(details(message.row, self.board, self._mentions.of(self.board.articles, self.board.names)))

    def on_table_pane_looked(self, message: TablePane.Looked) -> None:
        """Say how the rows are looked at, and keep it for the next time."""
        if self._tape_watchlist:
            self._show_tape()
        self.share_width()
        self._show_state()
        self.post_message(self.Remember())

    def on_tape_chosen(self, message: Tape.Chosen) -> None:
        """Go to the row of a symbol on the tape."""
        self.go_to(message.symbol)

    @property
    def views(self) -> tuple[str, ...]:
        """The names of the views."""
        return tuple(self._config.views)

    @property
    def state(self) -> State:
        """What is to be remembered."""
        look = self.pane.view
        return replace(
            self._remembered, watchlist=self.pane.watchlist, view=look.view, columns=self.pane.chosen_columns
        )

    def apply_config(self, config: Config) -> None:
        """Take other settings while the board runs; where the eye is stays."""
        self._config, self._tape_watchlist = config, config.tape_watchlist
        tape = self.query_one(Tape)
        tape.set_motion(motion=config.motion, back=config.tape_back)
        tape.set_speed(config.tape_speed)
        self.query_one(Reader).set_measure(config.reader_width)
        self.pane.apply_config(config)
        self._show_rows()

    def go_to(self, symbol: str) -> None:
        """Put the table's cursor on a symbol; a filter that hides it goes."""
        self.action_pane("table")
        if symbol not in {row.quote.symbol for row in self.pane.table.rows}:
            self.pane.take(replace(self.pane.view, filter="", view=""))
        self.pane.table.go_to(symbol)

    def action_view(self) -> None:
        """Go to the next view."""
        self.pane.next_view()

    def action_nth_view(self, at: int) -> None:
        """Go to a view by its place in the config; 0 is all rows."""
        names = ["", *self._config.views]
        if at < len(names):
            self.pane.take_view(names[at])

    def action_tape_rows(self) -> None:
        """Put the watchlist on the tape, or all again."""
        self._tape_watchlist = not self._tape_watchlist
        self._show_tape()

    def action_heat(self) -> None:
        """Show the heat map."""
        from tickerboard.board.sectors import by_sector
        from tickerboard.ui.dialogs.heat_map import HeatScreen

        self.app.push_screen(HeatScreen(by_sector(self.board.rows)))

    def action_problems(self) -> None:
        """List the problems of the pages; Enter shows the place."""
        from tickerboard.ui.dialogs.problems import offer_problems

        offer_problems(self, self.board)

    def action_export(self) -> None:
        """Write what the table shows to a file, or to the clipboard."""
        from tickerboard.ui.dialogs.exports import offer_export

        offer_export(self, self.pane.table.rows, self.pane.view.columns)

    def action_article(self, by: int) -> None:
        """Go to another article."""
        self._put_away()
        self._reading.step(by)
        self._show_article()

    def action_articles(self) -> None:
        """List the articles; Enter opens one."""
        from tickerboard.ui.dialogs.articles import offer_articles

        offer_articles(self, self.board.articles, self._reading, self._open_article)

    def _open_article(self, article: Article) -> None:
        self.read(article)
        self.action_pane("reader")

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
        self.go_to(message.symbol)

    def action_pause(self) -> None:
        """Stop the tape, or let it go on."""
        tape = self.query_one(Tape)
        tape.paused = not tape.paused

    def action_speed(self, by: int) -> None:
        """Make the tape faster or slower."""
        tape = self.query_one(Tape)
        tape.set_speed(tape.speed + by)

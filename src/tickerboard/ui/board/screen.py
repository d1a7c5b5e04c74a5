"""The board screen: the only place where tape, table and reader meet.

Whatever is not on it at launch (dialogs, the heat map) is imported when it is first opened.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tickerboard.board.rows import symbols_of
from tickerboard.board.status import Following, Moment, status_of
from tickerboard.ui.board.key_line import KeyLine
from tickerboard.ui.board.lights import Lights
from tickerboard.ui.board.room import split_of
from tickerboard.ui.board.status_line import StatusLine
from tickerboard.ui.board.tape_keys import TapeScreen
from tickerboard.ui.frame import Divider, Panes
from tickerboard.ui.presence import has_parts
from tickerboard.ui.reader.pane import ReaderPane
from tickerboard.ui.reader.reader import Reader
from tickerboard.ui.table.caption import nothing_came
from tickerboard.ui.table.pane import TablePane
from tickerboard.ui.table.quote_table import QuoteTable
from tickerboard.ui.table.sheet import Sheet
from tickerboard.ui.tape import Tape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from tickerboard.board.board import Board
    from tickerboard.board.row import Row
    from tickerboard.settings.config import Config
    from tickerboard.settings.state import State
    from tickerboard.sources.clock import Clock
    from tickerboard.ui.board.panes import PanedScreen
    from tickerboard.ui.frame import FramedPane
    from tickerboard.ui.heat.heat_map import HeatMap

MOST_VIEWS = 8
"""How many views have a key of their own."""
TOO_SMALL_TEXT = Content("Too small for a board. Enlarge the window, or press q.")


class BoardScreen(TapeScreen):
    """Status, table, reader, tape and keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "view", "next view", id="view.next"),
        *(Binding(f"f{at + 1}", f"nth_view({at})", f"view {at}", id=f"view.{at}") for at in range(1, MOST_VIEWS + 1)),
        Binding("f1", "nth_view(0)", "all rows", id="view.0"),
        Binding("m", "heat", "heat map of the sectors", id="board.heat"),
        Binding("x", "sources", "sources", id="board.sources"),
        Binding("exclamation_mark", "problems", "problems", id="board.problems"),
        Binding("e", "export", "export what the table shows", id="board.export"),
    ]
    AUTO_FOCUS = ".first .body"

    def __init__(self, board: Board, config: Config, state: State, clock: Clock, sheet: Sheet | None = None) -> None:
        """Take the sheet that the first picture was made with, where there was one."""
        super().__init__(board, state.read, clock)
        self._remembered, self.used = state, state.used
        self.split = split_of(state.split)
        self._config = config
        sheet = sheet or Sheet(clock)
        sheet.clock = self._clock
        self.pane = TablePane(config, state, clock, sheet)
        self.reading = ReaderPane(measure=config.reader_width)
        (self.reading if board.is_article_only else self.pane).add_class("first")
        self.side_shows = config.side
        self._tape_watchlist = config.tape_watchlist
        self._lights = Lights(self, self._flash)

    def compose(self) -> ComposeResult:
        """Put the parts in their places for the room there is, so that their styles are worked out once."""
        self.pane.measure(self.board, self.app.size.height)
        self.fit(self.app.size)
        yield StatusLine()
        with Panes():
            yield self.pane
            yield Divider()
            yield self.reading
            yield from self.extra_panes()
        yield Tape(motion=self._config.motion, back=self._config.tape_back, speed=self._config.tape_speed)
        yield KeyLine()
        yield Static(TOO_SMALL_TEXT, id="small")

    @property
    def _panes(self) -> tuple[FramedPane, ...]:
        return self.pane, self.reading, *(each for each in (self.side, self.heat) if each is not None)

    def on_mount(self) -> None:
        """Hand the first board to the widgets."""
        self._show_rows()
        self.show_article()
        self._tick()

    def _tick(self) -> None:
        """Keep ages true: each second while seconds are shown, else every ten."""
        self._show_status()
        newest = self.board.newest
        young = newest is not None and self._clock.now() - newest < timedelta(minutes=1)
        self.set_timer(1 if self.following is Following.LIVE or young else 10, self._tick)

    def show(self, board: Board) -> None:
        """Hand a board to the widgets. Cursor, order and article stay where they are; what changed lights up."""
        before, self.board = self.board, board
        if not (self.is_mounted and has_parts(self)):
            return
        if board.serial == before.serial:  # only the sessions are new: what lights up goes on
            self._show_rows()
            return
        self._lights.light(before.serial, moves=self._config.motion and self.app.animation_level != "none")
        self._show_rows()
        self.show_article()

    def turn_to(self, board: Board) -> None:
        """Show a board of another time; nothing lights up, because nothing has changed just now."""
        self.board = board.with_holdings(self.present.holdings)
        if has_parts(self):
            self._lights.put_out()
            self._show_rows()
            self.show_article()

    @property
    def row_symbol(self) -> str | None:
        """The symbol of the row under the cursor."""
        return self.pane.table.symbol

    def _flash(self, after: float, faded: int) -> None:
        """Show the light as it is; on the tape it does not fade, because a tape is painted whole."""
        self.query_one(QuoteTable).flash(after, faded)
        if not faded:
            self.query_one(Tape).flash(after)

    def _show_rows(self) -> None:
        if not self.board.rows:
            self.pane.table.nothing = nothing_came(self, self.board, self._remembered.opened)
        self.pane.table.flash(self._lights.after)
        self.pane.show(self.board)
        self.call_next(self.show_side)
        self._show_tape()
        self._show_status()

    def _show_tape(self) -> None:
        rows: Sequence[Row] = self.board.rows
        if self._tape_watchlist:
            rows = tuple(row for row in rows if row.quote.symbol in self.pane.watchlist)
        self.query_one(Tape).show(rows, self._lights.after)

    @property
    def _present_moment(self) -> Moment:
        return Moment(self.following, self._clock.real_now(), self._config.stale_after, self.paused)

    @property
    def _moment(self) -> Moment:
        following = Following.STATIC if self.stop else self.following
        return Moment(following, self._clock.now(), self._config.stale_after, self.paused)

    def _show_status(self) -> None:
        """Show how the board is, and dim rows that nothing has refreshed for a while in live mode."""
        moment, stop = self._moment, self.stop
        self.set_class(stop is not None, "-then")
        then = () if stop is None else self.show_axis(stop)
        self.query_one(StatusLine).show(status_of(self.board, moment), self.board, then)
        since = moment.now - timedelta(seconds=self._config.dim_after)
        late = self.board.unseen_since(since) if moment.following is Following.LIVE else frozenset()
        self.query_one(QuoteTable).dim(late)

    def on_resize(self, event: events.Resize) -> None:
        """Fit the scrubber to the new width."""
        self._show_status()

    def on_screen_suspend(self) -> None:
        """Stop the tape under a dialog."""
        self.query_one(Tape).drive()

    def on_screen_resume(self) -> None:
        """Resume the tape."""
        self.query_one(Tape).drive()

    def on_paned_screen_split(self, message: PanedScreen.Split) -> None:
        """Remember where the border between the panes is."""
        self.post_message(self.Remember())

    def on_table_pane_looked(self, message: TablePane.Looked) -> None:
        """Show the new view, and remember it."""
        if self._tape_watchlist:
            self._show_tape()
        self.share_width()
        self.show_keys()
        self.call_next(self.show_side)
        self._show_status()
        self.post_message(self.Remember())

    def on_tape_chosen(self, message: Tape.Chosen) -> None:
        """Go to the row of a symbol on the tape."""
        self.go_to(message.symbol)

    @property
    def idle(self) -> frozenset[str]:
        """The ids of keys that have nothing to act on, those of views that the config does not have among them."""
        count = len(self._config.views)
        none = frozenset() if count else frozenset(("view.next", "view.0"))
        return super().idle | none | {f"view.{at}" for at in range(count + 1, MOST_VIEWS + 1)}

    @property
    def views(self) -> tuple[str, ...]:
        """The names of the views."""
        return tuple(self._config.views)

    @property
    def state(self) -> State:
        """What to remember for the next run."""
        look = self.pane.view
        return self._remembered._replace(
            watchlist=self.pane.watchlist,
            view=look.view,
            columns=self.pane.chosen_columns,
            sort=self.pane.chosen_sort,
            read=self._reading.marks,
            split="" if self.split is None else str(self.split),
            used=self.used,
        )

    def apply_config(self, config: Config) -> None:
        """Apply changed settings. Cursor, scroll and article stay where they are."""
        self._config, self._tape_watchlist = config, config.tape_watchlist
        tape = self.query_one(Tape)
        tape.set_motion(motion=config.motion, back=config.tape_back)
        tape.set_speed(config.tape_speed)
        self.query_one(Reader).set_measure(config.reader_width)
        self.pane.apply_config(config)
        self.look_for_unused()
        self.show_keys()
        self._show_rows()

    def go_to(self, symbol: str) -> None:
        """Put the table's cursor on a symbol, and clear a filter that hides it."""
        self.action_pane("table")
        if symbol not in symbols_of(self.pane.table.rows):
            self.pane.take(self.pane.view._replace(filter="", view=""))
        self.pane.table.go_to(symbol)

    def action_view(self) -> None:
        """Go to the next view."""
        self.pane.next_view()

    def action_nth_view(self, at: int) -> None:
        """Go to a view by its place in the config; 0 is all rows."""
        self.pane.nth_view(at)

    def action_heat(self) -> None:
        """Show the heat map."""
        from tickerboard.ui.heat.heat_screen import HeatScreen, Shown

        def take_filter(text: str) -> None:
            self.pane.take(self.pane.view._replace(filter=text.strip()))

        self.app.push_screen(HeatScreen(lambda: Shown(self.pane.table.rows, self.pane.view.filter), take_filter))

    def on_heat_map_chosen(self, message: HeatMap.Chosen) -> None:
        """Show the details of a quote of the heat map."""
        self.app.push_screen(self._details(message.row))

    def action_sources(self) -> None:
        """Show every source: how it is, when it is read next, and why it fails."""
        from tickerboard.ui.dialogs.sources import SourcesScreen

        self.app.push_screen(SourcesScreen(lambda: (self.present, self._present_moment)))

    def action_problems(self) -> None:
        """List the problems of the pages; Enter shows the place."""
        from tickerboard.ui.dialogs.problems import offer_problems

        offer_problems(self, self.board)

    def action_export(self) -> None:
        """Write what the table shows to a file, or to the clipboard."""
        from tickerboard.ui.dialogs.exports import offer_export

        offer_export(self, self.pane.table.rows, self.pane.shown_columns)

    def on_reader_symbol_chosen(self, message: Reader.SymbolChosen) -> None:
        """Go to the row of a quote that the article names."""
        self.go_to(message.symbol)

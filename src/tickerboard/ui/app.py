"""The application: themes, quitting, help, and where the sources meet the board; the board screen does the rest."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.theme import BUILTIN_THEMES

from tickerboard.board.status import Following
from tickerboard.errors import TickerboardError
from tickerboard.portfolio.holdings import Holdings
from tickerboard.sources import open_source
from tickerboard.sources.clock import SystemClock
from tickerboard.sources.updates import articles_of
from tickerboard.ui.alerts.board_alerts import BoardAlerts, Reading
from tickerboard.ui.board.screen import BoardScreen
from tickerboard.ui.garbage import begin_to_collect
from tickerboard.ui.heap import share_heap
from tickerboard.ui.history.board_history import BoardHistory
from tickerboard.ui.live_board import LiveBoard
from tickerboard.ui.memory import Memory
from tickerboard.ui.refresher import Refresher
from tickerboard.ui.table.filled import is_recorded
from tickerboard.ui.terminal.driver import BoardDriver
from tickerboard.ui.themed import ThemedApp
from tickerboard.ui.themes import NAMES, PLAIN_THEMES, THEMES, own_themes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.command import Provider
    from textual.theme import Theme

    from tickerboard.board.board import Board
    from tickerboard.portfolio.lots import Lot
    from tickerboard.settings.config import Config
    from tickerboard.sources.base import Source
    from tickerboard.sources.clock import Clock
    from tickerboard.sources.updates import Update
    from tickerboard.ui.dialogs.sources import SourcesScreen
    from tickerboard.ui.history.keeper import HistoryPlan
    from tickerboard.ui.history.replay import Replay
    from tickerboard.ui.history.timeline import Stop
    from tickerboard.ui.reader.pane import ReaderPane
    from tickerboard.ui.table.sheet import Sheet


def _commands() -> type[Provider]:
    """Return what the palette offers; it is loaded when the palette is first opened."""
    from tickerboard.ui.dialogs.palette import BoardCommands

    return BoardCommands


class TickerboardApp(ThemedApp, inherit_bindings=False):
    """The ticker board."""

    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}

    # Textual does not load the CSS of a screen that is there from the start, and looks for it beside a subclass.
    CSS_PATH = str(Path(__file__).with_name("board") / "screen.tcss")
    TITLE = "tickerboard"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit", "quit", id="app.quit"),
        Binding("ctrl+c", "back_or_quit", "back, or quit", id="app.interrupt", priority=True),
        Binding("question_mark", "help", "help, and back", id="app.help"),
        Binding("ctrl+p", "command_palette", "command palette", id="app.palette", priority=True, show=False),
        Binding("T", "theme", "change the theme", id="app.theme"),
        Binding("r", "refresh", "refresh now", id="app.refresh"),
        Binding("A", "alerts", "alerts", id="app.alerts"),
        Binding("L", "live", "live, or paused", id="app.live"),
        Binding("ctrl+z", "suspend_process", "to the shell; fg comes back", id="app.suspend"),
    ]

    def __init__(
        self,
        board: Board,
        sources: Sequence[Source],
        config: Config,
        *,
        live: bool = False,
        clock: Clock | None = None,
        memory: Memory | None = None,
        history: HistoryPlan | None = None,
        first: Sequence[Update] = (),
        stop: Stop | None = None,
        replay: Replay | None = None,
        sheet: Sheet | None = None,
    ) -> None:
        """Take the first board, the updates that it was made from, and the time at which the screen opens.

        `sheet` is that of the first picture: what it has measured and made need not be made again.
        """
        # Textual still writes greys under NO_COLOR, unless the colours are the terminal's own.
        super().__init__(driver_class=BoardDriver, ansi_color=True if os.environ.get("NO_COLOR") else None)
        clock = clock or SystemClock()
        self._live = live
        self._config = config
        self._memory = memory or Memory()
        self._board_screen = BoardScreen(board, config, self._memory.state, clock, sheet)
        if stop is not None:
            self._board_screen.open_at(stop)
        self._live_board = LiveBoard(self, board, self._board_screen.pane.prepare, self._board_screen.take)
        self._history: BoardHistory | None = None
        if history is not None:
            self._history = BoardHistory(
                self, self._board_screen, history, first, self._live_board.take_sessions, live=live
            )
            if is_recorded(board, config, live=live):
                self._board_screen.pane.await_recorded()
        reading = Reading(tuple(source.name for source in sources), tuple(first), live, replay is None)
        self._alerts = BoardAlerts(self, self._live_board, self._memory, self._history, reading)
        self._pending = {source.name for source in sources if not source.instant}
        self._opening: set[str] = set()
        self._replay = replay
        self._refresher = Refresher(self, sources, self._take, every=config.every or None, clock=clock)
        few_colours = self.console.color_system in {None, "standard", "windows"}
        for theme in PLAIN_THEMES if few_colours else THEMES:
            self.register_theme(theme)
        self.apply(config)

    @classmethod
    def check(cls, config: Config) -> list[Theme]:
        """Return the user's themes. Raise ValueError for a theme, a colour or a key that cannot be used."""
        themes = own_themes(config.themes)
        if config.keys:
            from tickerboard.ui.keymap import check_keys

            check_keys(cls, config.keys)
        names = [*NAMES, *config.themes]
        if config.theme not in {*names, *BUILTIN_THEMES}:
            raise ValueError(f"unknown theme {config.theme!r}; known themes: {', '.join(names)}")
        return themes

    def apply(self, config: Config) -> None:
        """Put settings in force. Raise ValueError, and change nothing, if they cannot be used."""
        themes = self.check(config)
        for theme in themes:
            self.register_theme(theme)
        self._config = config
        self._take_theme(config.theme)
        self.set_keymap(dict(config.keys))
        if self._board_screen.is_mounted:
            self._board_screen.apply_config(config)
        self._alerts.apply(config)

    def _take_theme(self, name: str) -> None:
        """Put a theme in force. Textual would parse all styles twice for one that is assigned before it runs."""
        if self.is_running or self.available_themes[name].ansi:
            self.theme = name
        else:
            self.set_reactive(App.theme, name)
            self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> BoardScreen:
        """Open with the board, without a blank screen below it that nobody would see."""
        return self._board_screen

    @property
    def board(self) -> Board:
        """The latest board, which may not be on screen yet."""
        return self._live_board.board

    def on_mount(self) -> None:
        """Show whether the sources are followed."""
        self._board_screen.following = Following.LIVE if self._live else Following.STATIC

    def on_painted_screen_opened(self, message: BoardScreen.Opened) -> None:
        """Start what takes longer once the board is painted: a source that ends at once would end it half made."""
        share_heap()
        self._refresher.start(live=self._live)
        self._follow_config()
        if self._history is not None:
            self._history.start()
        self.run_worker(self._alerts.start(), group="alerts")
        begin_to_collect()
        if self._replay is not None:
            self.run_worker(self._play(self._replay), group="replay")

    async def _play(self, replay: Replay) -> None:
        """Show the snapshots of a replay as they come."""
        try:
            async for update in replay.updates():
                await self._take(update)
        except TickerboardError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            self.notify("replay ended", markup=False)

    def remember_look(self) -> None:
        """Remember that the board was left."""
        self._memory.leave(self._board_screen.state, self.board)

    def close_history(self) -> bool:
        """Write what is not on disk yet, for a second at most. Return whether everything was written."""
        self._alerts.close()
        return self._history is None or self._history.close()

    async def _take(self, update: Update) -> None:
        """Take an update in; quit where it is the last to come of every source and there is no board to show."""
        if self._history is not None:
            update = self._history.take(update)
        opened = articles_of(update) if update.source in self._opening else ()
        await self._live_board.take(update, forget=self._config.forget, at_once=bool(opened))
        await self._alerts.take(update)
        was_pending = update.source in self._pending
        self._pending.discard(update.source)
        if opened:
            self._opening.discard(update.source)
            self._board_screen.read(opened[0])
        board = self.board
        if was_pending and not (self._pending or self._refresher.live) and board.is_empty:
            self.exit(return_code=2 if any(source.failures for source in board.sources) else 1)

    def _follow_config(self) -> None:
        """Follow the config once the board is painted: what watches files takes a while to load."""
        if (path := self._memory.config_path) is not None:
            from tickerboard.settings.places import lots_path
            from tickerboard.ui.config_watch import follow_files

            def apply(config: Config) -> None:
                self.apply(self._memory.overrides(config))

            self.run_worker(follow_files(self, path, lots_path(path), apply, self._take_lots), group="config")

    async def _take_lots(self, lots: tuple[Lot, ...]) -> None:
        await self._live_board.take_holdings(Holdings(lots, self._config.pages_in or None))

    def on_reading_screen_remember(self, message: BoardScreen.Remember) -> None:
        """Save the watchlist and the view for the next run; report a failure once."""
        if failure := self._memory.keep(self._board_screen.state):
            self.notify(failure, severity="error", markup=False)
        self._alerts.apply_watchlist()

    def on_reader_pane_source_wanted(self, message: ReaderPane.SourceWanted) -> None:
        """Add a link as a source, and open its article when it comes."""
        source = self._refresher.add(open_source(message.url))
        self._opening.add(source.name)
        self.notify(f"opening {source.name}", markup=False)

    def on_sources_screen_refresh_wanted(self, message: SourcesScreen.RefreshWanted) -> None:
        """Read one source now."""
        self._refresher.refresh(message.source)

    def on_sources_screen_removal_wanted(self, message: SourcesScreen.RemovalWanted) -> None:
        """Stop reading a source and take it off the board."""
        self._refresher.remove(message.source)
        self._opening.discard(message.source)
        self._pending.discard(message.source)
        self.run_worker(self._live_board.remove(message.source), group="removal")

    def action_refresh(self) -> None:
        """Read the sources now, off the screen's thread."""
        self._refresher.refresh()

    def action_live(self) -> None:
        """Follow the sources, or play, or pause either."""
        if self._replay is not None:
            self._replay.clock.toggle()
            live = self._replay.clock.is_running
        else:
            self._refresher.toggle()
            live = self._refresher.live
        self._board_screen.following = Following.LIVE if live else Following.PAUSED

    def action_back_or_quit(self) -> None:
        """Leave a dialog, or else the board."""
        if isinstance(self.screen, ModalScreen):
            self.screen.dismiss()
        else:
            self.exit()

    def action_alerts(self) -> None:
        """List the alerts; make one for the row under the cursor, snooze, edit or remove one."""
        from tickerboard.ui.dialogs.alerts import AlertsScreen

        self.push_screen(AlertsScreen(self._alerts, self._board_screen.row_symbol))

    def action_help(self) -> None:
        """Open or close the help of the screen in front."""
        from tickerboard.ui.dialogs.help import open_or_close_help

        open_or_close_help(self)

    def action_command_palette(self) -> None:
        """Open the command palette."""
        from tickerboard.ui.dialogs.palette import open_palette

        open_palette(self)

    def action_theme(self) -> None:
        """List the themes, with a preview."""
        from tickerboard.ui.dialogs.theme_choice import offer_themes

        offer_themes(self)

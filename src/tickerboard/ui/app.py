"""The application: themes, quitting, help, and the refresher; the board screen does the rest."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tickerboard.logs import log
from tickerboard.settings.config import ConfigError, read_config
from tickerboard.sources import open_source
from tickerboard.sources.files import FileSource, fingerprint_of
from tickerboard.sources.pace import Pace, SystemClock
from tickerboard.sources.updates import articles_of
from tickerboard.ui.board.screen import BoardScreen
from tickerboard.ui.memory import Memory
from tickerboard.ui.refresher import Refresher
from tickerboard.ui.terminal.driver import BoardDriver
from tickerboard.ui.terminal.guard import GuardedApp
from tickerboard.ui.themes import NAMES, THEMES, own_themes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.command import Provider
    from textual.timer import Timer

    from tickerboard.board.board import Board
    from tickerboard.settings.config import Config
    from tickerboard.sources.base import Source
    from tickerboard.sources.pace import Clock
    from tickerboard.sources.updates import Update
    from tickerboard.ui.reader.pane import ReaderPane

REST_SECONDS = 0.1
"""The board is shown ten times a second at most, however fast its quotes come."""
SWITCH_SECONDS = 0.001
"""How long a thread that parses may keep the screen's thread waiting; Python's own 5 ms add up to a key that lags."""


def _begin_to_collect() -> None:
    """Collect garbage from now on, and not in what start-up made: it stays, and would hold the keys up for 90 ms."""
    gc.freeze()
    gc.enable()


def _commands() -> type[Provider]:
    """Give what the palette offers; it is loaded when the palette is first opened."""
    from tickerboard.ui.dialogs.palette import BoardCommands

    return BoardCommands


class TickerboardApp(GuardedApp, inherit_bindings=False):
    """The ticker board."""

    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}

    # Textual does not load that of a screen which is there from the start, and looks beside a subclass, not here.
    CSS_PATH = str(Path(__file__).with_name("board") / "screen.tcss")
    TITLE = "tickerboard"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit", "quit", id="app.quit"),
        Binding("ctrl+c", "back_or_quit", "back, or quit", id="app.interrupt", priority=True),
        Binding("question_mark", "help", "this help", id="app.help"),
        Binding("r", "refresh", "refresh now", id="app.refresh"),
        Binding("L", "live", "live on and off", id="app.live"),
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
    ) -> None:
        # Textual still writes greys under NO_COLOR, unless the colours are the terminal's own.
        super().__init__(driver_class=BoardDriver, ansi_color=True if os.environ.get("NO_COLOR") else None)
        clock = clock or SystemClock()
        self._live = live
        self._config = config
        self._memory = memory or Memory()
        self._board = board
        self._board_screen = BoardScreen(board, config, self._memory.state, clock)
        self._pending = {source.name for source in sources if not source.instant}
        self._opening: set[str] = set()
        self._taking = asyncio.Lock()
        self._resting: Timer | None = None
        self._refresher = Refresher(self, sources, self._take, every=config.every or None, clock=clock)
        for theme in THEMES:
            self.register_theme(theme)
        self.apply(config)

    def get_css_variables(self) -> dict[str, str]:
        """Give every theme the quote colours, so that a foreign theme works too."""
        variables = super().get_css_variables()
        base = {
            "quote-up": variables["success"],
            "quote-down": variables["error"],
            "quote-flat": variables["foreground"],
            "quote-cursor": variables["primary-muted"],
        }
        return base | variables

    def apply(self, config: Config) -> None:
        """Put settings in force. Raises ValueError, and changes nothing, where they cannot be."""
        themes = own_themes(config.themes)
        if config.keys:
            from tickerboard.ui.keymap import check_keys

            check_keys(type(self), config.keys)
        if config.theme not in {*self.available_themes, *(theme.name for theme in themes)}:
            raise ValueError(f"no theme {config.theme!r}; there are {', '.join([*NAMES, *config.themes])}")
        for theme in themes:
            self.register_theme(theme)
        self._config = config
        self.theme = config.theme
        self.set_keymap(dict(config.keys))
        if self._board_screen.is_mounted:
            self._board_screen.apply_config(config)

    def get_default_screen(self) -> BoardScreen:
        """Open with the board: no blank screen below it, to be laid out and painted for nobody."""
        return self._board_screen

    def on_mount(self) -> None:
        """Begin to follow the sources once the board is there: one that ends at once would end it half made."""
        self._board_screen.live = self._live
        self.call_after_refresh(self._refresher.start, live=self._live)
        self.call_after_refresh(self._begin_to_follow_config)
        self.call_after_refresh(_begin_to_collect)

    async def _take(self, update: Update) -> None:
        """Take in what a source gave; without any board to show there is nothing to stay for.

        Thousands of rows take a while, so the board is made off the screen's thread, from one update at a time.
        """
        async with self._taking:
            board = await asyncio.to_thread(self._board.updated, update, forget=self._config.forget)
            self._board = board
        self._pending.discard(update.source)
        opened = articles_of(update) if update.source in self._opening else ()
        if self._resting is None or opened:
            self._show()
        if opened:
            self._opening.discard(update.source)
            self._board_screen.read(opened[0])
        if not (self._pending or self._refresher.live or board.rows or board.articles):
            self.exit(return_code=2 if board.failures else 1)

    def _show(self) -> None:
        """Show the board, then rest: who changes faster than ten times a second is not followed by any eye."""
        self._board_screen.show(self._board)
        self._resting = self._resting or self.set_timer(REST_SECONDS, self._rested)

    def _rested(self) -> None:
        self._resting = None
        if self._board_screen.board is not self._board:
            self._show()

    def _begin_to_follow_config(self) -> None:
        """Follow the config once the board is painted: what watches files takes a while to load."""
        if self._memory.config_path is not None:
            self.run_worker(self._follow_config(self._memory.config_path), group="config")

    async def _follow_config(self, path: Path) -> None:
        """Put an edited config in force while the board runs; a bad one is told and ignored."""
        seen = fingerprint_of(path)
        async with aclosing(FileSource(path).follow(Pace())) as changes:
            async for _ in changes:
                if fingerprint_of(path) == seen:
                    continue
                seen = fingerprint_of(path)
                try:
                    config, _ = read_config(path, needed=False)
                    self.apply(self._memory.overrides(config))
                except (ConfigError, ValueError) as error:
                    log.record("config", path=path, refused=True)
                    self.notify(f"{error}; the settings stay as they were", severity="error", markup=False)
                else:
                    log.record("config", path=path)
                    self.notify("the settings were read again", markup=False)

    def on_board_screen_remember(self, message: BoardScreen.Remember) -> None:
        """Save the watchlist and the view for the next run; report a failure once."""
        if failure := self._memory.keep(self._board_screen.state):
            self.notify(failure, severity="error", markup=False)

    def on_reader_pane_source_wanted(self, message: ReaderPane.SourceWanted) -> None:
        """Take a link in as a further source, to be read once it is here."""
        source = self._refresher.add(open_source(message.url))
        self._opening.add(source.name)
        self.notify(f"opening {source.name}", markup=False)

    def action_refresh(self) -> None:
        """Read the sources now, off the screen's thread."""
        self._refresher.ask()

    def action_live(self) -> None:
        """Follow the sources, or stand still."""
        self._refresher.turn()
        self._board_screen.live = self._refresher.live

    def action_back_or_quit(self) -> None:
        """Leave a dialog, or else the board."""
        if isinstance(self.screen, ModalScreen):
            self.screen.dismiss()
        else:
            self.exit()

    def action_help(self) -> None:
        """List the keys that work here, from the live keymap."""
        from tickerboard.ui.dialogs.dialog import Dialog

        facts: dict[str, list[str]] = {}
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            if enabled and binding.id and not binding.system:
                facts.setdefault(binding.description, []).append(self.get_key_display(binding))
        self.push_screen(Dialog("Keys", [(" ".join(keys), what) for what, keys in facts.items()]))

    @property
    def last_words(self) -> str | None:
        """What to say on standard error after a board that never came."""
        if self._board.failures:
            return self._board.failures[0][0]
        return f"{', '.join(part.source for part in self._board.parts)}: no quote and no article found"


def run_board(app: TickerboardApp) -> int:
    """Run the board until it is left and return the exit status, which Textual leaves at 0 after a fault."""
    sys.setswitchinterval(SWITCH_SECONDS)
    app.run()
    if app.fault:
        log.record("fault", what=app.fault)
        sys.stderr.write(f"tickerboard: {app.fault}\n")
        return 2
    if app.return_code in {1, 2}:
        sys.stderr.write(f"tickerboard: {app.last_words}\n")
    return app.return_code or 0

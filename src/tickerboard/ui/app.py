"""The application: themes, quitting, help, and the refresher; the board screen does the rest."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import aclosing
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tickerboard.config import ConfigError, read_config
from tickerboard.sources import open_source
from tickerboard.sources.files import FileSource, look_at
from tickerboard.sources.pace import Pace, SystemClock
from tickerboard.ui.board_screen import BoardScreen
from tickerboard.ui.driver import BoardDriver
from tickerboard.ui.guard import GuardedApp
from tickerboard.ui.memory import Memory
from tickerboard.ui.refresher import Refresher
from tickerboard.ui.themes import NAMES, THEMES, own_themes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from textual.command import Provider

    from tickerboard.board import Board
    from tickerboard.config import Config
    from tickerboard.sources.base import Source
    from tickerboard.sources.pace import Clock
    from tickerboard.ui.reader_pane import ReaderPane
    from tickerboard.update import Update


def _commands() -> type[Provider]:
    """Give what the palette offers; it is loaded when the palette is first opened."""
    from tickerboard.ui.palette import BoardCommands

    return BoardCommands


class TickerboardApp(GuardedApp, inherit_bindings=False):
    """The ticker board."""

    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}

    CSS_PATH = "board_screen.tcss"  # Textual does not load that of a screen which is there from the start
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
        super().__init__(driver_class=BoardDriver, ansi_color=True if os.environ.get("NO_COLOR") else None)
        clock = clock or SystemClock()
        self._live = live
        self._config = config
        self._memory = memory or Memory()
        self._board_screen = BoardScreen(board, config, self._memory.state, clock)
        self._pending = {source.name for source in sources if not source.instant}
        self._opening: set[str] = set()
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
        # What start-up made stays for good: to look through it for garbage would hold the keys up for 90 ms.
        self.call_after_refresh(gc.freeze)

    def _take(self, update: Update) -> None:
        """Hand what a source gave to the board; without any board to show there is nothing to stay for."""
        screen = self._board_screen
        screen.show(screen.board.updated(update, forget=self._config.forget))
        self._pending.discard(update.fetch.source)
        if update.fetch.source in self._opening and (articles := update.articles):
            self._opening.discard(update.fetch.source)
            screen.read(articles[0])
        board = screen.board
        if not (self._pending or self._refresher.live or board.rows or board.articles):
            self.exit(return_code=2 if board.failures else 1)

    def _begin_to_follow_config(self) -> None:
        """Follow the config once the board is painted: what watches files takes a while to load."""
        if self._memory.config_path is not None:
            self.run_worker(self._follow_config(self._memory.config_path), group="config")

    async def _follow_config(self, path: Path) -> None:
        """Put an edited config in force while the board runs; a bad one is told and ignored."""
        seen = look_at(path)
        async with aclosing(FileSource(path).follow(Pace())) as changes:
            async for _ in changes:
                if look_at(path) == seen:
                    continue
                seen = look_at(path)
                try:
                    config, _ = read_config(path, needed=False)
                    self.apply(self._memory.overrides(config))
                except (ConfigError, ValueError) as error:
                    self.notify(f"{error}; the settings stay as they were", severity="error", markup=False)
                else:
                    self.notify("the settings were read again", markup=False)

    def on_board_screen_remember(self, message: BoardScreen.Remember) -> None:
        """Keep the watchlist and the way the table is looked at for the next time."""
        self._memory.keep(self._board_screen.state)

    def on_reader_pane_source_wanted(self, message: ReaderPane.SourceWanted) -> None:
        """Take a link in as a further source, to be read once it is here."""
        source = open_source(message.url)
        self._opening.add(source.name)
        self._refresher.add(source)
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
        from tickerboard.ui.dialogs import Dialog

        facts: dict[str, list[str]] = {}
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            if enabled and binding.id and not binding.system:
                facts.setdefault(binding.description, []).append(self.get_key_display(binding))
        self.push_screen(Dialog("Keys", [(" ".join(keys), what) for what, keys in facts.items()]))

    @property
    def last_words(self) -> str | None:
        """What to say on standard error after a board that never came."""
        board = self._board_screen.board
        if board.failures:
            return board.failures[0][0]
        return f"{', '.join(part.source for part in board.parts)}: no quote and no article found"


def run_board(app: TickerboardApp) -> int:
    """Run the board until it is left and return the exit status."""
    app.run()
    if app.fault:
        sys.stderr.write(f"tickerboard: {app.fault}\n")
        return 2
    if app.return_code in {1, 2}:
        sys.stderr.write(f"tickerboard: {app.last_words}\n")
    return app.return_code or 0

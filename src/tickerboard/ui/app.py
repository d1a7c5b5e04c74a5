"""The application: themes, quitting, help, and the refresher; the board screen does the rest."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tickerboard.sources.pace import SystemClock
from tickerboard.ui.board_screen import BoardScreen
from tickerboard.ui.dialogs import Dialog
from tickerboard.ui.driver import BoardDriver
from tickerboard.ui.guard import GuardedApp
from tickerboard.ui.refresher import Refresher
from tickerboard.ui.themes import DEFAULT, THEMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.board import Board
    from tickerboard.config import Config
    from tickerboard.sources.base import Source
    from tickerboard.sources.pace import Clock
    from tickerboard.update import Update


class TickerboardApp(GuardedApp, inherit_bindings=False):
    """The ticker board."""

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
    ) -> None:
        super().__init__(driver_class=BoardDriver, ansi_color=True if os.environ.get("NO_COLOR") else None)
        clock = clock or SystemClock()
        self._live = live
        self._config = config
        self._board_screen = BoardScreen(board, config, clock)
        self._pending = {source.name for source in sources if not (source.instant or source.stream)}
        self._refresher = Refresher(self, sources, self._take, every=config.every or None, clock=clock)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = config.theme if config.theme in self.available_themes else DEFAULT

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

    def on_mount(self) -> None:
        """Open the board and begin to follow its sources."""
        self.push_screen(self._board_screen)
        self._refresher.start(live=self._live)
        self._board_screen.live = self._refresher.live

    def _take(self, update: Update) -> None:
        """Hand what a source gave to the board; without any board to show there is nothing to stay for."""
        screen = self._board_screen
        screen.show(screen.board.updated(update, forget=self._config.forget))
        self._pending.discard(update.fetch.source)
        board = screen.board
        if not (self._pending or self._refresher.live or board.rows or board.articles):
            self.exit(return_code=2 if board.failures else 1)

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

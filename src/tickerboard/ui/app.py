"""The application: themes, quitting, help; the board screen does the rest."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tickerboard.board import Board
from tickerboard.ui.board_screen import BoardScreen
from tickerboard.ui.dialogs import Dialog
from tickerboard.ui.themes import DEFAULT, THEMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from tickerboard.config import Config
    from tickerboard.model import Snapshot

    Reread = Callable[[], tuple[list[Snapshot], list[str]]]


class TickerboardApp(App[None], inherit_bindings=False):
    """The ticker board."""

    TITLE = "tickerboard"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit", "quit", id="app.quit"),
        Binding("ctrl+c", "back_or_quit", "back, or quit", id="app.interrupt", priority=True),
        Binding("question_mark", "help", "this help", id="app.help"),
        Binding("r", "refresh", "refresh now", id="app.refresh"),
    ]

    def __init__(self, board: Board, reread: Reread, config: Config) -> None:
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self._first, self._reread, self._config = board, reread, config
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
        """Open the board."""
        self.push_screen(BoardScreen(self._first, self._config))

    def action_back_or_quit(self) -> None:
        """Leave a dialog, or else the board."""
        if isinstance(self.screen, ModalScreen):
            self.screen.dismiss()
        else:
            self.exit()

    def action_refresh(self) -> None:
        """Read the sources again, off the screen's thread."""
        self.run_worker(self._refresh, thread=True, exclusive=True, group="refresh")

    def _refresh(self) -> None:
        snapshots, failures = self._reread()
        self.call_from_thread(self._show, snapshots, failures)

    def _show(self, snapshots: list[Snapshot], failures: list[str]) -> None:
        screen = next(each for each in self.screen_stack if isinstance(each, BoardScreen))
        fresh = Board.of(snapshots, failures)
        screen.show(fresh if snapshots else screen.board.with_failures(failures))

    def action_help(self) -> None:
        """List the keys that work here, from the live keymap."""
        facts: dict[str, list[str]] = {}
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            if enabled and binding.id and not binding.system:
                facts.setdefault(binding.description, []).append(self.get_key_display(binding))
        self.push_screen(Dialog("Keys", [(" ".join(keys), what) for what, keys in facts.items()]))


def run_board(snapshots: list[Snapshot], *, failures: list[str], reread: Reread, config: Config) -> int:
    """Open the board on these snapshots and return the exit status."""
    app = TickerboardApp(Board.of(snapshots, failures), reread, config)
    app.run()
    return app.return_code or 0

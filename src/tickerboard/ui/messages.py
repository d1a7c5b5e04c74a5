"""Messages: on the status line of the board, or above a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.ui.board.panes import PanedScreen
from tickerboard.ui.terminal.sparing import SparingApp

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel


class MessagesApp(SparingApp, inherit_bindings=False):
    """An application whose messages do not cover the board."""

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Show a message on the status line; above the screen where it does not fit or a dialog is open."""
        board = self.screen if self.is_running else None
        if not (isinstance(board, PanedScreen) and board.tell(message, severity)):
            super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

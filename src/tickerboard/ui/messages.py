"""Messages: on the status line of the board or in the frame of a dialog, and all of them in a list."""

from __future__ import annotations

from collections import deque
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tickerboard.ui.telling import TellingScreen, Told
from tickerboard.ui.terminal.sparing import SparingApp

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

KEPT = 100
"""How many messages are kept, the last ones."""


class MessagesApp(SparingApp, inherit_bindings=False):
    """An application whose messages do not cover the board."""

    _told: deque[Told] | None = None

    @property
    def told(self) -> tuple[Told, ...]:
        """The messages so far, the oldest first."""
        return tuple(self._told or ())

    def uncover(self, screen: TellingScreen) -> None:
        """Let a screen that has come to the front say on its own line what would cover a part of it."""
        if covering := [*self._notifications]:
            self.clear_notifications()
            for behind in self.screen_stack:  # Textual clears the screen in front only
                behind.query("ToastHolder").remove()
            screen.tell(covering[-1].message, covering[-1].severity)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Show a message on the line that the screen in front has for it; above a screen that has none."""
        self._told = self._told or deque(maxlen=KEPT)
        self._told.append(Told(datetime.now(UTC), message))
        screen: object = self.screen if self.is_running else None
        if not (isinstance(screen, TellingScreen) and screen.tell(message, severity)):
            super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

"""Screens that show messages on a line of their own, so that no message covers what is on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from textual.notifications import SeverityLevel

MESSAGE_SECONDS = 5.0
"""How long a message is shown."""


class Told(NamedTuple):
    """A message, and when it came (UTC)."""

    at: datetime
    text: str


class TellingScreen:
    """A screen with a line for messages."""

    def tell(self, message: str, severity: SeverityLevel) -> bool:
        """Show a message for a while, cut to the room that there is; return False where there is none."""
        raise NotImplementedError

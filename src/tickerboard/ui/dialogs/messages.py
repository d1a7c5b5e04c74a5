"""The list of the messages that the board has shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.text.times import clock_time
from tickerboard.ui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from tickerboard.ui.messages import MessagesApp

NOTHING = "no message since the board was opened"


def open_messages(app: MessagesApp) -> None:
    """Show the messages with their times, the last one first, each with its whole text."""
    facts = [(clock_time(each.at), each.text) for each in reversed(app.told)]
    app.push_screen(Dialog("Messages", facts or [("", NOTHING)]))

"""The prompt that asks for the words to find in an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message
from textual.widgets import Input

if TYPE_CHECKING:
    from textual import events


class FindPrompt(Input):
    """One line that asks for the words to find."""

    DEFAULT_CSS = """
    FindPrompt, FindPrompt:focus {
        display: none; width: 1fr; height: 1; padding: 0 1; background: $panel;
        border: none; border-right: solid $accent;
    }
    """

    class Left(Message):
        """The prompt lost the focus; the matches stay."""

    def __init__(self) -> None:
        super().__init__(placeholder="find in the article", select_on_focus=False, id="find")

    def on_blur(self, event: events.Blur) -> None:
        """Report the lost focus, unless only the terminal lost it: then it comes back here."""
        if self.app.app_focus:
            self.post_message(self.Left())

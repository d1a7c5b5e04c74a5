"""The prompt under the table for a filter, with an error or the number of rows below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static
from textual.widgets.input import Selection

if TYPE_CHECKING:
    from textual.app import ComposeResult


class FilterPrompt(Vertical):
    """Posts each change of the text, and when the user is done."""

    DEFAULT_CSS = """
    FilterPrompt {
        height: auto; display: none; background: $panel; border-left: solid $accent; border-right: solid $accent;
    }
    FilterPrompt.-open { display: block; }
    FilterPrompt Input.-textual-compact { padding: 0 1; background: $panel; }
    FilterPrompt Input > .input--selection { color: $foreground; background: $quote-cursor; }
    FilterPrompt Input:ansi > .input--selection { text-style: reverse; }
    FilterPrompt Static { height: auto; max-height: 3; padding: 0 1; color: $text-muted; }
    FilterPrompt.-wrong Static { color: $chip-failed; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "keep the filter", id="filter.keep", priority=True),
        Binding("escape", "cancel", "clear the filter", id="filter.clear", priority=True),
    ]

    class Changed(Message):
        """The text changed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Done(Message):
        """The user pressed Enter."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Cancelled(Message):
        """The user pressed Escape."""

    def compose(self) -> ComposeResult:
        """Yield a line to type in, and a line for an error or the number of rows."""
        yield Input(
            placeholder="filter: text in symbol or name, or: percent > 2 and sector ~ cement",
            compact=True,
            select_on_focus=False,
            id="filter",
        )
        yield Static()

    def open(self, text: str) -> None:
        """Show the prompt with the current filter, selected: typing replaces it, and the arrow keys keep it."""
        self.add_class("-open")
        prompt = self.query_one(Input)
        with prompt.prevent(Input.Changed):
            prompt.value = text
        prompt.selection = Selection(0, len(text))
        prompt.focus()

    def close(self) -> None:
        """Hide the prompt."""
        self.remove_class("-open")

    def say(self, text: str, *, wrong: bool) -> None:
        """Show an error, or the number of rows."""
        self.set_class(wrong, "-wrong")
        self.query_one(Static).update(Content(text))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass the text on."""
        event.stop()
        self.post_message(self.Changed(event.value))

    def action_keep(self) -> None:
        """Pass on that the user is done."""
        self.post_message(self.Done(self.query_one(Input).value))

    def action_cancel(self) -> None:
        """Pass on that the user gave up."""
        self.post_message(self.Cancelled())

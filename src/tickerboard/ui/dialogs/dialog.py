"""The dialogs: a quote's details, and the help made from the live keymap."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Dialog(ModalScreen[None], inherit_bindings=False):
    """A box of lines in front of the board; q, Esc or Enter goes back."""

    DEFAULT_CSS = """
    Dialog { align: center middle; }
    Dialog VerticalScroll { width: auto; max-width: 90%; height: auto; max-height: 90%; padding: 1 2;
        background: $panel; border: round $primary; }
    Dialog Static { width: auto; max-width: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", "back", id="dialog.back"),
        Binding("j", "scroll_down", "down", id="dialog.down"),
        Binding("k", "scroll_up", "up", id="dialog.up"),
    ]

    def __init__(self, title: str, facts: list[tuple[str, str]]) -> None:
        super().__init__()
        self._title, self.facts = title, facts

    def compose(self) -> ComposeResult:
        """Lay the facts out in two columns."""
        width = max((len(name) for name, _ in self.facts), default=0)
        lines = [self._title, "", *(f"{name:<{width}}  {value}" for name, value in self.facts)]
        with VerticalScroll():
            yield Static(Content("\n".join(lines)))

    def action_scroll_down(self) -> None:
        """Scroll the box down."""
        self.query_one(VerticalScroll).scroll_down(animate=False)

    def action_scroll_up(self) -> None:
        """Scroll the box up."""
        self.query_one(VerticalScroll).scroll_up(animate=False)

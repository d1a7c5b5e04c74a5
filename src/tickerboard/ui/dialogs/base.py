"""What all dialogs share: a frame with the title above and the keys below, and the keys that work in every one."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from tickerboard.ui.hints import hint_pairs

R = TypeVar("R")
Keys = tuple[tuple[str, str], ...]
"""Ids of bindings, each with what it does in a word or two."""
CORNERS = 6
"""The cells of a frame's line that hold no text: two corners, and a cell and a space at either end."""
BETWEEN = " · "


class Box(Vertical):
    """The frame of a dialog."""

    DEFAULT_CSS = """
    Box {
        width: 90%; max-width: 100; height: auto; max-height: 95%; padding: 0 1; background: $surface;
        border: round $accent; border-title-color: $accent; border-title-style: bold;
        border-subtitle-color: $quote-flat;
    }
    Box ScrollView, Box VerticalScroll {
        scrollbar-size-vertical: 1; scrollbar-color: $accent; scrollbar-color-hover: $accent;
        scrollbar-color-active: $accent; scrollbar-background: $surface; scrollbar-background-hover: $surface;
        scrollbar-background-active: $surface;
    }
    Box Input { height: 1; border: none; padding: 0; background: $surface; }
    """

    def on_resize(self) -> None:
        """Show the keys for which there is room."""
        if isinstance(self.screen, BoardDialog):
            self.border_subtitle = self.screen.key_hints(self.outer_size.width)


class BoardDialog(ModalScreen[R], inherit_bindings=False):
    """A screen in front of the board."""

    DEFAULT_CSS = "BoardDialog { align: center middle; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "app.help", "help, and back", id="app.help"),
        Binding("ctrl+p", "app.command_palette", "command palette", id="app.palette"),
    ]
    KEYS: ClassVar[Keys] = ()
    """The ids of bindings to show in the frame, each with what it does, the most important first.

    The last one, which leads back, is always shown.
    """

    @property
    def keys(self) -> Keys:
        """The keys to show now."""
        return self.KEYS

    def entitle(self, title: str) -> None:
        """Show a title, which may be untrusted text, and the keys."""
        self.query_one(Box).border_title = Content(title)
        self.show_keys()

    def show_keys(self) -> None:
        """Show as many keys as there is room for."""
        box = self.query_one(Box)
        box.border_subtitle = self.key_hints(box.outer_size.width or min(self.app.size.width * 9 // 10, 100))

    def key_hints(self, room: int) -> Content:
        """Return the keys as the user mapped them, as many as fit into the line of a frame of so many cells."""
        pairs = [Content.assemble((key, "bold $primary"), f" {what}") for key, what in hint_pairs(self, *self.keys)]
        while (line := Content(BETWEEN).join(pairs)).cell_length > room - CORNERS and len(pairs) > 1:
            del pairs[-2]
        return line

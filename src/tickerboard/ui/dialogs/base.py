"""What all dialogs share: a frame with the title above and the keys below, and the keys that work in every one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from tickerboard.ui.dialogs.dimmed import dimmed
from tickerboard.ui.hints import hint_pairs
from tickerboard.ui.telling import MESSAGE_SECONDS, TellingScreen

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.geometry import Size
    from textual.notifications import SeverityLevel
    from textual.timer import Timer

    from tickerboard.ui.messages import MessagesApp

R = TypeVar("R")
Keys = tuple[tuple[str, str], ...]
"""Ids of bindings, each with what it does in a word or two."""
WIDEST = 100
"""Cells of the widest dialog of lines, with its frame."""
SIDES = 6
"""Cells beside the lines of a dialog: the frame, its padding, the scrollbar and one before that."""
CORNERS = 6
"""The cells of a frame's line that hold no text: two corners, and a cell and a space at either end."""
BETWEEN = " · "


def box_width(size: Size) -> int:
    """Return the cells of a dialog of lines, with its frame, in a window of a size."""
    return min(size.width * 9 // 10, WIDEST)


def key_hint(pair: tuple[str, str]) -> Content:
    """Return a key and what it does."""
    key, what = pair
    return Content.assemble((key, "bold $primary"), f" {what}")


class Box(Vertical):
    """The frame of a dialog."""

    DEFAULT_CSS = f"""
    Box {{
        width: 90%; max-width: {WIDEST}; height: auto; max-height: 95%; padding: 0 1; background: $surface;
        border: round $accent; border-title-color: $accent; border-title-style: bold;
        border-subtitle-color: $quote-flat;
    }}
    Box ScrollView, Box VerticalScroll {{
        scrollbar-size-vertical: 1; scrollbar-color: $accent; scrollbar-color-hover: $accent;
        scrollbar-color-active: $accent; scrollbar-background: $surface; scrollbar-background-hover: $surface;
        scrollbar-background-active: $surface;
    }}
    Box Input {{ height: 1; border: none; padding: 0; background: $surface; }}
    """

    def on_resize(self) -> None:
        """Show the keys for which there is room."""
        if isinstance(self.screen, BoardDialog):
            self.border_subtitle = self.screen.key_hints(self.outer_size.width)


class BoardDialog(ModalScreen[R], TellingScreen, inherit_bindings=False):
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
    ABOUT: ClassVar[str] = ""
    """What the dialog is for, in a sentence of its help; empty where its title says it."""
    _told: Content | None = None
    _ending: Timer | None = None

    def on_screen_resume(self) -> None:
        """Say in the frame what a message above the board says, unless the dialog is closed meanwhile."""
        if self.is_current:
            cast("MessagesApp", self.app).uncover(self)

    def render(self) -> RenderableType:
        """Return the board, dimmed."""
        return dimmed(super().render())

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
        box.border_subtitle = self.key_hints(box.outer_size.width or box_width(self.app.size))

    def tell(self, message: str, severity: SeverityLevel) -> bool:
        """Show a message for a while in the place of the keys."""
        style = "bold $accent" if severity == "information" else "bold $chip-failed"
        self._show_told(Content.styled(message.replace("\n", " "), style))
        if self._ending is not None:
            self._ending.stop()
        self._ending = self.set_timer(MESSAGE_SECONDS, lambda: self._show_told(None))
        return True

    def _show_told(self, told: Content | None) -> None:
        self._told = told
        self.show_keys()

    def key_hints(self, room: int) -> Content:
        """Return what the line of a frame of so many cells says: the keys that fit, as the user mapped them.

        A message takes their place.
        """
        if self._told is not None:
            return self._told.truncate(room - CORNERS, ellipsis=True)
        pairs = [*map(key_hint, hint_pairs(self, *self.keys))]
        while (line := Content(BETWEEN).join(pairs)).cell_length > room - CORNERS and len(pairs) > 1:
            del pairs[-2]
        return line

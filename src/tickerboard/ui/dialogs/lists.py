"""A dialog with a list of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tickerboard.ui.dialogs.base import SIDES, BoardDialog, Box, R, box_width
from tickerboard.ui.dialogs.wrapping import beside, hung
from tickerboard.ui.frame import InnerBar

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from tickerboard.ui.dialogs.base import Keys


DESCRIBED = 20
"""Cells in which a description is wrapped; where fewer are left for a longer one, it is left out."""


class Lines(OptionList, inherit_bindings=False):
    """The lines of a list. The keys are those of its dialog, so that each has an id and can be remapped."""

    DEFAULT_CSS = """
    Lines, Lines:focus { border: none; padding: 0; height: auto; max-height: 80vh; background: $surface;
        background-tint: $surface 0%; scrollbar-size-vertical: 1; }
    Lines > .option-list--option-highlighted, Lines:focus > .option-list--option-highlighted {
        color: $foreground; background: $quote-cursor; text-style: bold; }
    Lines > .option-list--option-disabled { color: $quote-flat; }
    Lines:ansi > .option-list--option-highlighted, Lines:ansi:focus > .option-list--option-highlighted {
        text-style: bold reverse; }
    """

    def on_mount(self) -> None:
        """Draw the scrollbar as the other dialogs do."""
        self.vertical_scrollbar.renderer = InnerBar  # type: ignore[misc]  # Textual documents this

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """Return a style with its `reverse`, which Textual drops: without colours nothing else shows the cursor."""
        style = super().get_visual_style(*component_classes, partial=partial)
        is_reverse = any(self.get_component_styles(name).text_style.reverse for name in component_classes)
        return style + Style(reverse=True) if is_reverse else style

    def render_line(self, y: int) -> Strip:
        """Draw a line; what is reversed is of one colour, because that of a part would be a background."""
        strip = super().render_line(y)
        if not self.app.native_ansi_color:
            return strip
        return Strip(
            [Segment(text, style.without_color if style and style.reverse else style) for text, style, _ in strip],
            strip.cell_length,
        )


class Prompt(Input):
    """A line to type in above the lines of a list; the dialog closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "done with what is typed", id="prompt.done"),
        Binding("escape", "screen.back", "stop typing", id="prompt.back"),
    ]

    def __init__(self, text: str = "", *, placeholder: str = "") -> None:
        super().__init__(text, placeholder=placeholder, compact=True, select_on_focus=False)

    def on_resize(self) -> None:
        """Show the place where the user types, however long the text is."""
        at = cell_len(self.value[: self.cursor_position])
        self.scroll_to_region(Region(at, 0, 1, 1), animate=False)


def empty(text: str) -> Option:
    """Return what a list says that has no lines."""
    return Option(Content.styled(text, "$quote-flat"), disabled=True)


class ListDialog(BoardDialog[R]):
    """A list in a frame."""

    PROMPT_KEYS: ClassVar[Keys] = (("prompt.done", "choose"), ("prompt.back", "all lines"))
    """The keys to show while the user types in a prompt."""

    _wrapped_to = 0
    """The cells to which the lines are wrapped."""

    def fill(self) -> None:
        """List the lines, wrapped to the room that there is; the cursor stays where it is."""
        raise NotImplementedError

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the lines for the new width."""
        if self.room != self._wrapped_to:
            self._wrapped_to = self.room
            self.fill()
            self.call_after_refresh(self.listing.scroll_to_highlight)

    @property
    def keys(self) -> Keys:
        """The keys of the prompt while the user types, else those of the list."""
        return self.PROMPT_KEYS if isinstance(self.focused, Prompt) else self.KEYS

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys of the list or the prompt."""
        self.show_keys()

    def compose(self) -> ComposeResult:
        """Yield the list; it is filled later."""
        self._wrapped_to = self.room
        with Box():
            yield Lines()

    @property
    def listing(self) -> Lines:
        """The list."""
        return self.query_one(Lines)

    @property
    def room(self) -> int:
        """The cells of a line."""
        return box_width(self.app.size) - SIDES

    def option(self, entry: Content) -> Option:
        """Return an entry as the list takes it, its further lines indented."""
        return Option(hung(entry, self.room))

    def described(self, lead: Content, text: str) -> Content:
        """Return an entry with a quiet description, which is wrapped beside it."""
        left_over = self.room - lead.cell_length
        if left_over < min(cell_len(text), DESCRIBED):
            return lead
        return Content("\n").join(beside(lead, Content.styled(text, "$quote-flat"), self.room))

    def action_cursor(self, move: str) -> None:
        """Move the cursor by the action of the list that is named `move`, such as `page_down`."""
        getattr(self.listing, f"action_{move}")()

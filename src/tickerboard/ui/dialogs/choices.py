"""A list from which one line is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tickerboard.ui.dialogs.base import Box
from tickerboard.ui.dialogs.lists import ListDialog, Prompt, empty
from tickerboard.ui.dialogs.matching import has_words, shortened
from tickerboard.ui.parts import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.widgets import Input, OptionList

    from tickerboard.ui.dialogs.base import Keys


NO_MATCH = "no line has these words"
LISTED = 1_000
"""How many lines are listed at most, because the layout of many more would delay the keys."""


class Choice(ListDialog[int | None]):
    """A list from which one line is chosen; the result is its index, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "back", "back", id="choice.back"),
        Binding("enter", "choose", "choose the line", id="choice.choose"),
        Binding("down,j", "cursor('cursor_down')", "down", id="choice.down"),
        Binding("up,k", "cursor('cursor_up')", "up", id="choice.up"),
        Binding("pagedown", "cursor('page_down')", "page down", id="choice.page_down"),
        Binding("pageup", "cursor('page_up')", "page up", id="choice.page_up"),
        Binding("home,g", "cursor('first')", "first line", id="choice.first"),
        Binding("end,G", "cursor('last')", "last line", id="choice.last"),
        Binding("slash", "filter", "filter the lines", id="choice.filter"),
    ]

    KEYS: ClassVar[Keys] = (
        ("choice.choose", "choose"),
        ("choice.filter", "filter"),
        ("choice.back", "back"),
    )

    def __init__(self, title: str, lines: Sequence[str], *, at: int = 0, nothing: str = NO_MATCH) -> None:
        """Take a title, the lines, both may be untrusted text, and the index of the line to start on.

        `nothing` is what the list says without lines.
        """
        super().__init__()
        self._nothing = nothing
        self._title, self.lines, self._at = title, [shortened(line) for line in lines], at
        self._listed: list[int] = []

    @property
    def keys(self) -> Keys:
        """The keys to show now: without lines there is nothing to choose or filter."""
        return super().keys if self.lines else self.KEYS[-1:]

    def on_mount(self) -> None:
        """List the lines."""
        self._list("", self._at)
        self.call_after_refresh(self.listing.scroll_to_highlight)

    def fill(self) -> None:
        """List the lines that have the words of the filter."""
        prompts = self.query(Prompt)
        self._list(prompts.first().value if prompts else "", self.listing.highlighted or 0)

    def _list(self, words: str, at: int = 0) -> None:
        """List the lines that have these words; the others keep their index."""
        found = [index for index, line in enumerate(self.lines) if has_words(words, line)]
        self._listed = found[:LISTED]
        self.listing.set_options(self.option(self.shown(index)) for index in self._listed)
        if not self._listed:
            self.listing.add_option(empty(NO_MATCH if self.lines else self._nothing))
        self.listing.highlighted = min(at, len(self._listed) - 1) if self._listed else None
        counts = [f"{len(found)} of {len(self.lines)}"] if words else []
        counts += [f"the first {LISTED:,} are listed"] if len(found) > LISTED else []
        self.entitle(SEPARATOR.join([self._title, *counts]))

    def shown(self, index: int) -> Content:
        """Return a line as the list shows it."""
        return Content(self.lines[index])

    def look_at(self, at: int) -> None:
        """Do something for the line under the cursor, such as a preview; nothing by default."""

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Preview the line under the cursor."""
        if event.option_index < len(self._listed):
            self.look_at(self._listed[event.option_index])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return the line that was clicked."""
        self.dismiss(self._listed[event.option_index])

    def action_choose(self) -> None:
        """Return the line under the cursor."""
        if self.listing.highlighted is not None:
            self.dismiss(self._listed[self.listing.highlighted])

    def action_back(self) -> None:
        """Close the filter, or else the dialog, with no result."""
        if prompts := self.query(Prompt):
            prompts.first().remove()
            self._list("")
            self.listing.focus()
        else:
            self.dismiss(None)

    async def action_filter(self) -> None:
        """Open a prompt that filters the lines as the user types."""
        if not self.query(Prompt):
            await self.query_one(Box).mount(Prompt(placeholder="filter"), before=self.listing)
        self.query_one(Prompt).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter the lines."""
        self._list(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return the line under the cursor."""
        self.action_choose()

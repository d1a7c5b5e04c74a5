"""A line of styled parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.widget import Widget

from tickerboard.ui.flat_lines import FlatLines
from tickerboard.ui.paint import line
from tickerboard.ui.parts import changed

if TYPE_CHECKING:
    from rich.style import Style
    from textual.strip import Strip


class Line(Widget):
    """One line of styled parts, repainted only when it says something else."""

    _parts: tuple[tuple[str, str], ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self._styles_cache = FlatLines()

    def say(self, *parts: tuple[str, str]) -> None:
        """Show these texts, each in the style of a component class."""
        before, self._parts = self._parts, parts
        if parts == before:
            return
        start, rest = changed(before, parts)
        self.refresh(Region(start, 0, max(self.size.width - start - rest, 1), 1))

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        ground = self.rich_style
        styled: list[tuple[str, Style]] = [
            (text, self.get_component_rich_style(name, partial=True)) for text, name in self._parts
        ]
        return line(styled, self.size.width, ground)

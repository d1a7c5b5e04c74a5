"""A line of styled parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.widget import Widget

from tickerboard.ui.flat_lines import FlatLines
from tickerboard.ui.ground import Grounded
from tickerboard.ui.paint import line, styles_for
from tickerboard.ui.parts import changed

if TYPE_CHECKING:
    from textual.strip import Strip


class Line(Grounded, Widget):
    """One line of styled parts, repainted only when it says something else."""

    _parts: tuple[tuple[str, str], ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self._styles_cache = FlatLines()

    def say(self, *parts: tuple[str, str]) -> None:
        """Show these texts, each in the style of that name."""
        before, self._parts = self._parts, parts
        if parts == before:
            return
        start, rest = changed(before, parts)
        self.refresh(Region(start, 0, max(self.size.width - start - rest, 1), 1))

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        styles = styles_for(self)
        return line([(text, styles[name]) for text, name in self._parts], self.size.width, self.ground)

"""The screen behind a dialog: dimmed, of the same hues where the terminal has 256 colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.renderables.background_screen import BackgroundScreen

from tickerboard.ui.colours import in_256_colours

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.color import Color as RichColor
    from rich.console import Console, ConsoleOptions, RenderableType


DIM = Style(dim=True)
"""How all of it looks where the colours are the terminal's own, which cannot be mixed."""


class Dimmed(BackgroundScreen):
    """The screen behind a dialog. Of 256 colours Rich would take grey for a dim red, and blue for a dim grey."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        """Yield the texts in colours that the terminal has."""
        segments = self.process_segments(console.render(self.screen._compositor, options), self.color)
        if self.screen.app.native_ansi_color:
            segments = (Segment(text, DIM, control) for text, _, control in segments)
        yield from map(_in_256_colours, segments) if console.color_system == "256" else segments


def dimmed(behind: RenderableType) -> RenderableType:
    """Return what a dialog has behind it, as the terminal can show it."""
    return Dimmed(behind.screen, behind.color) if isinstance(behind, BackgroundScreen) else behind


def _in_256_colours(segment: Segment) -> Segment:
    text, style, control = segment
    if style is None:
        return segment
    return Segment(text, style + Style.from_color(_nearest(style.color), _nearest(style.bgcolor)), control)


def _nearest(colour: RichColor | None) -> RichColor | None:
    """Return the colour to show, None to leave it as it is: one of the terminal's own, or none."""
    if colour is None or colour.triplet is None:
        return None
    return in_256_colours(Color.from_rich_color(colour)).rich_color

"""Cells of text for the line-API widgets: data goes to the screen as segments, never as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip

from tickerboard.model import Direction

if TYPE_CHECKING:
    from rich.style import Style

FLASH_CLASSES = {Direction.UP: "flash--up", Direction.DOWN: "flash--down", Direction.UNCHANGED: "flash--flat"}
"""The component class of a quote that has just moved that way."""
QUOTE_CLASSES = {Direction.UP: "quote--up", Direction.DOWN: "quote--down", Direction.UNCHANGED: "quote--flat"}
"""The component class that colours a direction; each widget that paints quotes carries them."""


def left(text: str, width: int) -> str:
    """Fit text into a width of cells, at the left edge, with an ellipsis where it is cut."""
    if cell_len(text) > width > 0:
        text = set_cell_size(text, width - 1).rstrip() + "…"
    return set_cell_size(text, max(width, 0))


def right(text: str, width: int) -> str:
    """Fit text into a width of cells, at the right edge."""
    gap = width - cell_len(text)
    return " " * gap + text if gap >= 0 else left(text, width)


def line(parts: list[tuple[str, Style]], width: int, ground: Style) -> Strip:
    """Make one screen line of styled parts, cut or filled to the width."""
    return Strip([Segment(text, ground + style) for text, style in parts]).crop_extend(0, width, ground)

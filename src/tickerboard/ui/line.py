"""Lines of styled parts, and the choice of what fits on one."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from textual.geometry import Region
from textual.widget import Widget

from tickerboard.ui.paint import left, line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual.strip import Strip

SEPARATOR = " · "
LEAST_CUT = 8
"""Cells below which a cut text says nothing."""
Parts = list[tuple[str, str]]
"""Texts, each with the component class that styles it."""


class Line(Widget):
    """One line of styled parts, repainted only when it says something else."""

    _parts: tuple[tuple[str, str], ...] = ()

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


class Piece(NamedTuple):
    """Something that a line says: its forms, the longest first, and the class that styles it.

    The shortest form may be cut where `cut` is set. A `kept` piece has its place at any width.
    """

    forms: tuple[str, ...]
    style: str = "line--plain"
    cut: bool = False
    kept: bool = False


def fitted(pieces: Sequence[Piece], room: int) -> list[tuple[str, Piece]]:
    """Choose the form of each piece that fits into a width of cells, the first pieces first; others are left out."""
    chosen: list[tuple[str, Piece]] = []
    kept = sum(cell_len(piece.forms[-1]) + len(SEPARATOR) for piece in pieces if piece.kept)
    for piece in pieces:
        if piece.kept:
            kept -= cell_len(piece.forms[-1]) + len(SEPARATOR)
        free = room - kept - (len(SEPARATOR) if chosen else 0)
        text = next((form for form in piece.forms if cell_len(form) <= free), "")
        if not text and piece.kept:
            text = piece.forms[-1]
        elif not text and piece.cut and free >= LEAST_CUT:
            text = left(piece.forms[-1], free)
        if text:
            chosen.append((text, piece))
            room -= cell_len(text) + (len(SEPARATOR) if len(chosen) > 1 else 0)
    return chosen


def changed(before: Sequence[tuple[str, str]], after: Sequence[tuple[str, str]]) -> tuple[int, int]:
    """Return how many cells at the start of a line and at its end are as before."""
    start = width_of(_same(before, after))
    same_width = width_of(before) == width_of(after)
    return start, width_of(_same(before[::-1], after[::-1])) if same_width else 0


def _same(before: Sequence[tuple[str, str]], after: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))
    return [part for part, _ in pairs]


def width_of(parts: Sequence[tuple[str, str]]) -> int:
    """Return how many cells parts take."""
    return sum(cell_len(text) for text, _ in parts)

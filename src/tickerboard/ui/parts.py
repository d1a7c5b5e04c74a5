"""Texts with the names of their styles, and the choice of what fits on a line; Textual is not needed."""

from __future__ import annotations

from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from rich.cells import cell_len, set_cell_size

from tickerboard.model import Direction

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")
SEPARATOR = " · "
LEAST_CUT = 8
"""Cells below which a cut text says nothing."""
KEPT = 256
"""Lines that are kept, some screens of them: a key that jumps, or a refresh, finds most of what it shows among them."""
Parts = list[tuple[str, str]]
"""Texts, each with the name of its style, see `text_styles`; empty for that of the ground."""

FLASH_CLASSES = {Direction.UP: "flash--up", Direction.DOWN: "flash--down", Direction.UNCHANGED: "flash--flat"}
"""The style of the background of a quote that has just moved that way."""
FADED = ("", "-faint", "-fainter")
"""How its name ends as the light fades, the brightest first."""
QUOTE_CLASSES = {Direction.UP: "quote--up", Direction.DOWN: "quote--down", Direction.UNCHANGED: "quote--flat"}
"""The style of a direction."""
QUOTE_STYLES = {Direction.UP: "$quote-up", Direction.DOWN: "$quote-down", Direction.UNCHANGED: "$quote-flat"}
"""The style of a direction in a `Content`."""


SHADES = (Decimal("0.5"), 1, 2, 4)
"""The moves, in percent, from which a background is one shade stronger."""
STRENGTHS = range(1, len(SHADES) + 2)
SHADE = "shade"


def shade_of(way: Direction, percent: Decimal | None) -> str:
    """Return the style of a background for a move; `style_of` and `shaded` know its colours."""
    return f"{SHADE} {way.value} {1 + sum(abs(percent or Decimal(0)) >= edge for edge in SHADES)}"


GRADE = "grade"
GRADES = 8
"""How many grades a colour has, from a quiet one to the full one."""


def grade_of(way: Direction, strength: float) -> str:
    """Return the style of a graph in the colour of a direction, the fuller the nearer a strength is to 1."""
    return f"{GRADE} {way.value} {round(strength * (GRADES - 1))}"


def way_and_strength(style: str) -> tuple[str, int]:
    """Return the style of the direction that a shade or a grade is of, and how strong it is."""
    _, way, strength = style.split()
    return QUOTE_CLASSES[Direction(way)], int(strength)


class Piece(NamedTuple):
    """Something that a line says: its forms, the longest first, and the name of its style.

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


def changed(before: Sequence[tuple[str, T]], after: Sequence[tuple[str, T]]) -> tuple[int, int]:
    """Return how many cells at the start of a line and at its end are as before."""
    start = width_of(_same(before, after))
    same_width = width_of(before) == width_of(after)
    return start, width_of(_same(before[::-1], after[::-1])) if same_width else 0


def _same(before: Sequence[tuple[str, T]], after: Sequence[tuple[str, T]]) -> list[tuple[str, T]]:
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))
    return [part for part, _ in pairs]


def width_of(parts: Sequence[tuple[str, object]]) -> int:
    """Return how many cells parts take."""
    return sum(cell_len(text) for text, _ in parts)


def key_parts(pairs: Sequence[tuple[str, str]], between: str) -> Parts:
    """Return keys, each with what it does, and something between two of them."""
    parts: Parts = []
    for key, what in pairs:
        parts += [(between, "line--plain")] if parts else []
        parts += [(key, "line--key"), (f" {what}", "line--plain")]
    return parts


def left(text: str, width: int) -> str:
    """Return text that fills a width of cells from the left edge, cut with an ellipsis."""
    if cell_len(text) > width > 0:
        text = set_cell_size(text, width - 1).rstrip() + "…"
    return set_cell_size(text, max(width, 0))


def centred(text: str, width: int) -> str:
    """Return a text in the middle of a width of cells."""
    return left(" " * ((width - cell_len(text)) // 2) + text, width)


def right(text: str, width: int) -> str:
    """Return text that fills a width of cells up to the right edge."""
    gap = width - cell_len(text)
    return " " * gap + text if gap >= 0 else left(text, width)

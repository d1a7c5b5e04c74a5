"""A squarified treemap in whole cells: rectangles that fill an area, each about as large as its weight.

The method is that of Bruls, Huizing and van Wijk (2000): strips along the shorter side, each filled for as long as its
worst rectangle becomes squarer. A cell of a terminal is about twice as high as it is wide, so heights count double.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TALL = 2
"""How many times as high as wide a cell is."""


class Size(NamedTuple):
    """A width and a height in cells."""

    width: int
    height: int


class Rect(NamedTuple):
    """A rectangle of cells; `x` and `y` are those of its upper left cell."""

    x: int
    y: int
    width: int
    height: int

    @property
    def cells(self) -> int:
        """How many cells it has."""
        return self.width * self.height

    def room_for(self, least: Size) -> int:
        """Return how many rectangles of a size fit side by side and one above another."""
        return (self.width // least.width) * (self.height // least.height)

    @property
    def turned(self) -> Rect:
        """The same rectangle with its axes swapped."""
        return Rect(self.y, self.x, self.height, self.width)


class _Strip(NamedTuple):
    """A column of rectangles at the left edge of what is free: its width, their heights, the worst of their ratios."""

    width: int
    heights: list[int]
    worst: float


def squarified(weights: Sequence[float], area: Rect, least: Size) -> list[Rect]:
    """Return a rectangle for each weight, in their order. Together they fill the area, and none overlaps another.

    None is smaller than `least`, whatever its weight; a weight below zero counts as zero. Raises ValueError where not
    as many rectangles fit.
    """
    if area.room_for(least) < len(weights):
        raise ValueError("too many rectangles for the area")
    order = sorted(range(len(weights)), key=lambda at: -weights[at])
    placed = _placed([max(weights[at], 0.0) for at in order], area, least)
    return [rect for _, rect in sorted(zip(order, placed, strict=True))]


def _placed(weights: list[float], free: Rect, least: Size) -> Iterator[Rect]:
    """Go through the rectangles of weights that fall: columns at the left, or else the same with the axes swapped."""
    while weights:
        is_row = free.width < TALL * free.height
        if is_row:
            strip = _strip(weights, free.turned, Size(least.height, least.width), 1 / TALL)
        else:
            strip = _strip(weights, free, least, TALL)
        column = free.turned if is_row else free
        y = column.y
        for height in strip.heights:
            rect = Rect(column.x, y, strip.width, height)
            yield rect.turned if is_row else rect
            y += height
        rest = column._replace(x=column.x + strip.width, width=column.width - strip.width)
        free = rest.turned if is_row else rest
        weights = weights[len(strip.heights) :]


def _strip(weights: list[float], free: Rect, least: Size, tall: float) -> _Strip:
    """Return the column whose worst rectangle is the squarest; a cell is `tall` times as high as wide."""
    best: _Strip | None = None
    longest = min(len(weights), free.height // least.height)
    for count in range(1, longest + 1):
        width = _width(weights, count, free, least)
        if width is None or (count < longest and free.width * _share(weights, count) < least.width):
            continue
        heights = _parts(weights[:count], free.height, least.height)
        worst = max(max(width / (tall * height), tall * height / width) for height in heights)
        if best is not None and worst >= best.worst:
            break
        best = _Strip(width, heights, worst)
    if best is None:
        raise ValueError("too many rectangles for the area")
    return best


def _width(weights: list[float], count: int, free: Rect, least: Size) -> int | None:
    """Return the width of a column of the first weights; None where the others would not fit beside it."""
    if count == len(weights):
        return free.width
    columns = ceil((len(weights) - count) / (free.height // least.height))
    most = free.width - columns * least.width
    return max(min(round(free.width * _share(weights, count)), most), least.width) if most >= least.width else None


def _share(weights: list[float], count: int) -> float:
    total = sum(weights)
    return sum(weights[:count]) / total if total else count / len(weights)


def _parts(weights: list[float], length: int, least: int) -> list[int]:
    """Divide a length in proportion to weights into whole cells, at least so many for each."""
    parts = []
    total = sum(weights)
    for at, weight in enumerate(weights):
        others = len(weights) - at - 1
        share = weight / total if total > 0 else 1 / (others + 1)
        parts.append(max(min(round(length * share), length - others * least), least) if others else length)
        length -= parts[-1]
        total -= weight
    return parts

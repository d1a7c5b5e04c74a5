"""A line of prices drawn with braille characters: two columns and four rows of dots in each cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    Level = tuple[float, float] | None
    """The lowest and the highest value of a column of dots; None where there is none."""

_BLANK = 0x2800
_BITS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
"""The bits of a cell's dots, by column and row, as Unicode numbers them."""


def levels(places: Sequence[float], values: Sequence[float], columns: int) -> list[Level]:
    """Return the lowest and highest value of each of so many columns; a value holds until the next one.

    Places are from 0 to 1, in ascending order.
    """
    found: list[Level] = [None] * columns
    last: float | None = None
    at = 0
    for place, value in zip(places, values, strict=True):
        column = min(int(place * columns), columns - 1)
        if last is not None:
            for between in range(at + 1, column + 1):
                found[between] = (last, last)
        here = found[column] or (value, value)
        found[column] = (min(here[0], value), max(here[1], value))
        last, at = value, column
    return found


def draw(columns: Sequence[Level], height: int, low: float, high: float, dotted: float | None = None) -> list[str]:
    """Return the lines of a plot, two columns a cell, from `low` at the bottom to `high` at the top.

    `dotted` is a value at which a dotted line runs behind.
    """
    rows = 4 * height
    cells = [[0] * ((len(columns) + 1) // 2) for _ in range(height)]

    def row_of(value: float) -> int:
        share = 0.5 if high == low else (high - value) / (high - low)
        return max(0, min(round(share * (rows - 1)), rows - 1))

    def dot(column: int, row: int) -> None:
        cells[row // 4][column // 2] |= _BITS[column % 2][row % 4]

    for column, level in enumerate(columns):
        if dotted is not None and column % 4 == 0:
            dot(column, row_of(dotted))
        if level is not None:
            for row in range(row_of(level[1]), row_of(level[0]) + 1):
                dot(column, row)
    return ["".join(chr(_BLANK + cell) for cell in line) for line in cells]

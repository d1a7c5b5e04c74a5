"""Prices drawn with braille characters as an area: two columns and four rows of dots in each cell."""

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


def row_in(height: int, low: float, high: float, value: float) -> int:
    """Return the row of dots of a value in a plot that is so many lines high."""
    rows = 4 * height
    share = 0.5 if high == low else (high - value) / (high - low)
    return max(0, min(round(share * (rows - 1)), rows - 1))


def strengths(height: int, low: float, high: float, base: float | None = None) -> list[float]:
    """Return for each line of a plot how far it is from the base: from 0 beside it to 1 for the farthest one."""
    start = 4 * height - 1 if base is None else row_in(height, low, high, base)
    distances = [abs(4 * line + 1.5 - start) for line in range(height)]
    return [distance / (max(distances) or 1) for distance in distances]


def draw(columns: Sequence[Level], height: int, low: float, high: float, base: float | None = None) -> list[str]:
    """Return the lines of a plot, two columns a cell, from `low` at the bottom to `high` at the top.

    What is between the values and the base is filled; the base is the bottom, or else a value with a dotted line.
    """
    cells = [[0] * ((len(columns) + 1) // 2) for _ in range(height)]

    def row_of(value: float) -> int:
        return row_in(height, low, high, value)

    def dot(column: int, row: int) -> None:
        cells[row // 4][column // 2] |= _BITS[column % 2][row % 4]

    for column, level in enumerate(columns):
        if base is not None and column % 4 == 0:
            dot(column, row_of(base))
        if level is not None:
            start = 4 * height - 1 if base is None else row_of(base)
            for row in range(min(row_of(level[1]), start), max(row_of(level[0]), start) + 1):
                dot(column, row)
    return ["".join(chr(_BLANK + cell) for cell in line) for line in cells]

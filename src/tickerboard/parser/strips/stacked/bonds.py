"""`US 10 Year` / `4.234%` / `-0.021`: a government bond above its yield, its move, and perhaps the move in percent."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from tickerboard.parser.figures.tokens import shape_of
from tickerboard.parser.strips.figures import read_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.strips.figures import Figures

_WHOLE, _PAIR = 3, 2
"""Figures of a row with the percent of its move, and of one without."""


def bond_below(label: str, below: Sequence[list[Token]], style: Style) -> tuple[int, Figures] | None:
    """Return how many of the lines below a bond are its row, and the figures; None where they are none.

    A percent below the move that it contradicts makes it none.
    """
    found = [each for line in below for each in line][:_WHOLE]
    size = _WHOLE if shape_of(found)[_PAIR:] == "p" else _PAIR
    figures = read_figures(found[:size], style, label)
    ends = accumulate(map(len, below))
    return next(((count, figures) for count, end in enumerate(ends, 1) if end == size), None) if figures else None

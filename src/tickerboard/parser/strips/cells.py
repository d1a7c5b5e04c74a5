"""Lines of cells: semicolons part them in `日経平均;53023.88;-309.66`, bars, tabs and wide gaps elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.figures.grouping import joined
from tickerboard.parser.figures.style import DECIMALS_OF_FRACTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from tickerboard.parser.figures.tokens import Token

_NO_DIGIT = re.compile(r"[^0-9]")
_GAP = re.compile(" {2,}")
# Right behind a figure begins the name of another row; a unit such as `M` is one letter.
_SEAM = re.compile(r"(?<=[0-9%)])(?=[^\W\d_]{2})")


def rows_of_cells(text: str) -> list[list[str]]:
    """Return the cells of each row; of one row where those that seem to be on the line differ in their cells."""
    rows = [row.split(";") for row in _SEAM.split(text)]
    return rows if len({len(row) for row in rows}) == 1 else [text.split(";")]


def gapped(text: str) -> list[str]:
    """Return the cells of a line that gaps of two spaces or more part; nothing for a line without gaps."""
    return _GAP.split(text) if "  " in text else []


def pieces_of(shape: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """Return the matches that a text is, one right behind the other; none for any other text."""
    pieces: list[re.Match[str]] = []
    at = 0
    while at < len(text):
        found = shape.match(text, at)
        if found is None:
            return []
        pieces.append(found)
        at = found.end()
    return pieces


def stands_in_cell(amount: Decimal, cells: Iterable[Sequence[Token]]) -> bool:
    """Return whether the digits of an amount stand in one cell: 4195.20 is not in those of `4` and `195.20`."""
    digits = _digits(str(amount))
    return any(_digits(each.body) == digits for cell in cells for each in (*cell, *(joined(cell) or ())))


def _digits(figure: str) -> str:
    """Return the digits of a figure without the zeros at either end, which its unit may add."""
    return _NO_DIGIT.sub("", figure.translate(DECIMALS_OF_FRACTIONS)).strip("0")

"""A table as its cells: what a header names, and the rows below it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.model import maker
from tickerboard.parser.figures.style import CLEAR
from tickerboard.parser.figures.tokens import Token, tokens
from tickerboard.text.numbers import MINUS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.tables.fields import Field


CLEAR_CELL = rf"([{MINUS}+]?)({CLEAR})(%?)"
"""A cell that is one clear figure: groups of its sign, its digits and its percent sign."""
_CLEAR_CELL = re.compile(CLEAR_CELL)
_CELLS = re.compile(rf"^(?:{CLEAR_CELL}|.*)$", re.MULTILINE)


class ClearFigure(NamedTuple):
    """The sign, the digits and the percent sign of a cell that is one clear figure; three empty texts for any other."""

    sign: str
    body: str
    percent: str

    @property
    def token(self) -> Token:
        """The one token of the cell."""
        kind = "p" if self.percent else "s" if self.sign else "n"
        return Token(kind, "".join(self), self.body, self.sign)


_clear, _token = maker(ClearFigure), maker(Token)
_UNCLEAR = ClearFigure("", "", "")


@dataclass(slots=True)
class Cell:
    """A cell: its text, and what its markup tells beside it.

    `value` is the plain number that a table is sorted by (`data-order` and the like), `symbol` that of a cell with a
    symbol and a name, whose text is then the name, `arrow` the way that an icon shows beside a figure without a sign,
    `look` the classes and colours of a move without either, where those of other rows differ.
    """

    text: str
    value: str = ""
    symbol: str = ""
    arrow: str = ""
    look: str = ""
    _tokens: list[Token] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def tokens(self) -> list[Token]:
        """The tokens of the text, which are read once."""
        if self._tokens is None:
            self._tokens = tokens(self.text)
        return self._tokens


@dataclass(slots=True)
class Table:
    """A header's fields and the rows below: the number of a row's line, its cells, one for each field.

    `arrow` is the way that a heading such as `Top losers` says the rows moved, both ways below the buttons of two
    lists; empty where none does. `may_lack_names` is whether the header may have lost one, as in a dump of a page.
    """

    fields: Sequence[Field | None]
    rows: list[tuple[int, Sequence[Cell]]] = field(default_factory=list)
    arrow: str = ""
    may_lack_names: bool = False
    _clear: dict[int, list[ClearFigure]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def clear(self, at: int) -> list[ClearFigure]:
        """Return the clear figures of a column, read once, when all rows are there."""
        if at not in self._clear:
            self._clear[at] = clear_figures([cells[at] for _, cells in self.rows])
        return self._clear[at]


def texts_of(cells: Sequence[Cell]) -> list[str]:
    """Return the texts of some cells, empty ones for those of which the markup says more."""
    return [cell.text if not (cell.value or cell.arrow or cell.look) else "" for cell in cells]


def clear_figures(cells: Sequence[Cell]) -> list[ClearFigure]:
    """Return what each cell is where it is one clear figure and its markup says nothing more; one pattern reads all."""
    found = _CELLS.findall("\n".join(texts_of(cells)))
    return list(map(_clear, found)) if len(found) == len(cells) else [_UNCLEAR] * len(cells)


def clear_tokens(texts: Sequence[str]) -> list[Token] | None:
    """Return the one token of each text where all are clear figures; None for any others."""
    if not _CLEAR_CELL.fullmatch(texts[0]):
        return None
    found = _CELLS.findall("\n".join(texts))
    signs, bodies, percents = zip(*found, strict=True)
    if len(found) != len(texts) or not all(bodies):
        return None
    kinds = ["p" if percent else "s" if sign else "n" for sign, percent in zip(signs, percents, strict=True)]
    return list(map(_token, zip(kinds, texts, bodies, signs, repeat(0), repeat(None), strict=False)))

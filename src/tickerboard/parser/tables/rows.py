"""A table as its cells: what a header names, and the rows below it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tickerboard.parser.figures.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.tables.fields import Field


@dataclass(slots=True)
class Cell:
    """A cell: its text, and what its markup tells beside it.

    `value` is the plain number that a table is sorted by (`data-order` and the like), `symbol` that of a cell with a
    symbol and a name, whose text is then the name, `arrow` the way that an icon shows beside a figure without a sign.
    """

    text: str
    value: str = ""
    symbol: str = ""
    arrow: str = ""
    _tokens: list[Token] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def tokens(self) -> list[Token]:
        """The tokens of the text, which are read once."""
        if self._tokens is None:
            self._tokens = tokens(self.text)
        return self._tokens


@dataclass(slots=True)
class Table:
    """A header's fields and the rows below: the number of a row's line, its cells, one for each field."""

    fields: Sequence[Field | None]
    rows: list[tuple[int, Sequence[Cell]]] = field(default_factory=list)

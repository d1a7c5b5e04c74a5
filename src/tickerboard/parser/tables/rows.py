"""A table as its cells: what a header names, and the rows below it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.model import maker
from tickerboard.parser.figures.column import clear_parts
from tickerboard.parser.figures.tokens import Token, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.tables.fields import Field


class ClearFigure(NamedTuple):
    """The sign, the digits and the percent sign of a cell that is one clear figure; three empty texts for any other."""

    sign: str
    body: str
    percent: str


_clear = maker(ClearFigure)


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
        """Return the clear figures of a column, of whose cells the markup says nothing more.

        They are read once, when all rows are there.
        """
        if at not in self._clear:
            cells = [row[at] for _, row in self.rows]
            texts = [cell.text if not (cell.value or cell.arrow or cell.look) else "" for cell in cells]
            self._clear[at] = list(map(_clear, clear_parts(texts)))
        return self._clear[at]

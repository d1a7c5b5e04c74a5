"""The figures of a table's row, and the rows whose cells are all clear: a whole column of them is read at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tickerboard.parser.figures.style import clear_value
from tickerboard.parser.tables.fields import FIGURES, Field

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from tickerboard.parser.tables.rows import ClearFigure, Table

FURTHER = (Field.OPEN, Field.HIGH, Field.LOW, Field.PREVIOUS, Field.VOLUME)
"""The figures of a row beside last, change and percent."""


@dataclass(slots=True)
class RowFigures:
    """A row's figures without signs; None for a cell that is empty or holds a dash."""

    last: Decimal | None = None
    change: Decimal | None = None
    percent: Decimal | None = None
    marks: str = ""
    currency: str | None = None
    further: dict[Field, Decimal] = field(default_factory=dict)

    @property
    def is_move(self) -> bool:
        """Whether there is a last price and a move."""
        return self.last is not None and (self.change is not None or self.percent is not None)


def clear_rows(table: Table) -> list[RowFigures | None]:
    """Return the figures of each row whose cells of figures are all clear; None for any other."""
    places = {at: kind for at, kind in enumerate(table.fields) if kind in FIGURES}
    if len(set(places.values())) < len(places) or Field.DAY in table.fields:
        return [None] * len(table.rows)
    columns = [table.clear(at) for at in places]
    kinds = [kind for kind in places.values() if kind]
    return [_row(kinds, figures) for figures in zip(*columns, strict=True)] or [None] * len(table.rows)


def _row(kinds: Sequence[Field], figures: Sequence[ClearFigure]) -> RowFigures | None:
    found = RowFigures()
    for kind, (sign, body, percent) in zip(kinds, figures, strict=True):
        if not body or (percent and kind is not Field.PERCENT) or (sign and kind is Field.LAST):
            return None
        if kind is Field.LAST:
            found.last = clear_value(body)
        elif kind is Field.CHANGE:
            found.change = clear_value(body)
            found.marks += sign
        elif kind is Field.PERCENT:
            found.percent = clear_value(body)
            found.marks += sign
        elif not sign:
            found.further[kind] = clear_value(body)
    return found

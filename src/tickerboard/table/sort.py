"""The order of rows: by values, either way, missing values last."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tickerboard.board.rows import symbols_of
from tickerboard.table.columns import COLUMNS, RANK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.board.row import Row
    from tickerboard.table.column import Column

REMEMBERED = 3
"""How many columns a sort goes by: the last one chosen, and the previous ones where rows are equal in it."""


class Sort(NamedTuple):
    """A column and a direction, then the columns that were chosen before it."""

    column: Column = RANK
    descending: bool = False
    then: tuple[tuple[Column, bool], ...] = ()

    @classmethod
    def parse(cls, text: str) -> Sort:
        """Read `percent desc, symbol`. Raises ValueError with one plain line."""
        keys: list[tuple[Column, bool]] = []
        for part in text.split(","):
            name, *way = part.split() or [""]
            if not name:
                raise ValueError(f"empty sort in {text!r}; write a column, then asc or desc")
            if way not in ([], ["asc"], ["desc"]):
                raise ValueError(f"invalid sort {part.strip()!r}; write a column, then asc or desc")
            keys.append((COLUMNS.find(name), way == ["desc"]))
        return cls(*keys[0], tuple(keys[1:]))

    def __str__(self) -> str:
        return ", ".join(f"{column.name} desc" if descending else column.name for column, descending in self.keys)

    @property
    def keys(self) -> tuple[tuple[Column, bool], ...]:
        """The columns with their directions, the first one first; True is descending."""
        return ((self.column, self.descending), *self.then)

    def by(self, column: Column) -> Sort:
        """Sort by a column, ascending, then as before."""
        rest = [key for key in self.keys if key[0] not in {column, RANK}]
        return Sort(column, then=tuple(rest[: REMEMBERED - 1]))

    def directly_by(self, column: Column) -> Sort:
        """Sort by a column, then as before; figures start with the highest."""
        sort = self.by(column)
        return sort.reversed() if column.descends_first else sort

    def next(self, columns: Sequence[Column]) -> Sort:
        """Sort by the column after this one among those shown."""
        return self.by(self.neighbour(columns, 1))

    def neighbour(self, columns: Sequence[Column], by: int) -> Column:
        """Return the column that many places to the right of this one among those shown, and round again."""
        at = columns.index(self.column) if self.column in columns else -(by > 0)
        return columns[(at + by) % len(columns)]

    def reversed(self) -> Sort:
        """Reverse the order of the first column."""
        return Sort(self.column, not self.descending, self.then)

    def apply(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Return rows of the page's order in this one; those that are equal in all columns stay in the page's."""
        if self == PAGE_ORDER:
            return rows
        ordered = tuple(rows)
        for column, descending in reversed(self.keys):
            value = column.value
            present = [row for row in ordered if value(row) is not None]
            missing = [row for row in ordered if value(row) is None] if len(present) < len(ordered) else []
            ordered = (*sorted(present, key=value, reverse=descending), *missing)
        return ordered


PAGE_ORDER = Sort()


def held(rows: Sequence[Row], before: Sequence[Row]) -> Sequence[Row]:
    """Return the rows in the order that they had before, new ones last."""
    symbols = symbols_of(before)
    if symbols == symbols_of(rows):
        return rows
    places = {symbol: at for at, symbol in enumerate(symbols)}
    return tuple(sorted(rows, key=lambda row: places.get(row.quote.symbol, len(places))))

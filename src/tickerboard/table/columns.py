"""The columns of the board, and the order of rows: by values, either way, missing values last."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tickerboard.board.row import Row

REMEMBERED = 3
"""How many columns an order goes by: the last one chosen, and those before it where it is equal."""


class Column(StrEnum):
    """What a row tells, by the names of the config and of filters."""

    RANK = "rank"
    SYMBOL = "symbol"
    NAME = "name"
    SECTOR = "sector"
    LAST = "last"
    CHANGE = "change"
    PERCENT = "percent"
    PREVIOUS = "previous"
    OPEN = "open"
    HIGH = "high"
    LOW = "low"
    VOLUME = "volume"

    @property
    def heading(self) -> str:
        """What stands above the column."""
        return "#" if self is Column.RANK else self.value.capitalize()


DEFAULT_COLUMNS = (Column.RANK, Column.SYMBOL, Column.LAST, Column.CHANGE, Column.PERCENT, Column.PREVIOUS)

VALUES: dict[Column, Callable[[Row], Any]] = {
    Column.RANK: lambda row: row.rank,
    Column.SYMBOL: lambda row: row.quote.symbol,
    Column.NAME: lambda row: row.name,
    Column.SECTOR: lambda row: row.sector,
    Column.LAST: lambda row: row.quote.last,
    Column.CHANGE: lambda row: row.quote.change,
    Column.PERCENT: lambda row: row.quote.percent,
    Column.PREVIOUS: lambda row: row.previous,
    Column.OPEN: lambda row: row.quote.open,
    Column.HIGH: lambda row: row.quote.high,
    Column.LOW: lambda row: row.quote.low,
    Column.VOLUME: lambda row: row.quote.volume,
}
"""How each column's value is read off a row; None where the page does not tell it."""


@dataclass(frozen=True, slots=True)
class Sort:
    """An order of rows: by a column and which way, then by the columns that were chosen before it."""

    column: Column = Column.RANK
    descending: bool = False
    then: tuple[tuple[Column, bool], ...] = ()

    @classmethod
    def parse(cls, text: str) -> Sort:
        """Read `percent desc, symbol`. Raises ValueError with a plain message."""
        keys: list[tuple[Column, bool]] = []
        for part in text.split(","):
            name, *way = part.split() or [""]
            if name not in set(Column) or way not in ([], ["asc"], ["desc"]):
                raise ValueError(f"{part.strip()!r} is no order; write a column, then asc or desc")
            keys.append((Column(name), way == ["desc"]))
        return cls(*keys[0], tuple(keys[1:]))

    def __str__(self) -> str:
        return ", ".join(f"{column} desc" if descending else column for column, descending in self.keys)

    @property
    def keys(self) -> tuple[tuple[Column, bool], ...]:
        """The columns and ways, the first one first."""
        return ((self.column, self.descending), *self.then)

    def by(self, column: Column) -> Sort:
        """Sort by a column, then as before."""
        rest = [key for key in self.keys if key[0] not in {column, Column.RANK}]
        return Sort(column, then=tuple(rest[: REMEMBERED - 1]))

    def next(self, columns: tuple[Column, ...]) -> Sort:
        """Sort by the column after this one among those shown."""
        at = columns.index(self.column) if self.column in columns else -1
        return self.by(columns[(at + 1) % len(columns)])

    def reversed(self) -> Sort:
        """Turn the order round."""
        return Sort(self.column, not self.descending, self.then)

    def apply(self, rows: Iterable[Row]) -> tuple[Row, ...]:
        """Give the rows in this order, by value; rows that are equal in all keep the page's order."""
        ordered = tuple(rows)
        for column, descending in reversed(self.keys):
            value = VALUES[column]
            present = [row for row in ordered if value(row) is not None]
            missing = [row for row in ordered if value(row) is None] if len(present) < len(ordered) else []
            ordered = (*sorted(present, key=value, reverse=descending), *missing)
        return ordered


def held(rows: Iterable[Row], before: Iterable[Row]) -> tuple[Row, ...]:
    """Give the rows in the order that they had before, new ones last."""
    places = {row.quote.symbol: at for at, row in enumerate(before)}
    return tuple(sorted(rows, key=lambda row: places.get(row.quote.symbol, len(places))))

"""The order of rows: by a column's values, either way, missing values last."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tickerboard.board import Row


class Column(StrEnum):
    """What a row can be sorted by; the values are the headings."""

    PLACE = "#"
    SYMBOL = "Symbol"
    LAST = "Last"
    CHANGE = "Change"
    PERCENT = "Percent"
    PREVIOUS = "Previous"


@dataclass(frozen=True, slots=True)
class Sort:
    """An order of rows: by a column, and which way."""

    column: Column = Column.PLACE
    descending: bool = False

    def next(self, columns: tuple[Column, ...]) -> Sort:
        """Sort by the column after this one among those shown."""
        at = columns.index(self.column) if self.column in columns else -1
        return Sort(columns[(at + 1) % len(columns)])

    def reversed(self) -> Sort:
        """Turn the order round."""
        return Sort(self.column, not self.descending)

    def apply(self, rows: Iterable[Row]) -> tuple[Row, ...]:
        """Give the rows in this order, by value; equal rows keep the page's order, missing values are last."""
        valued = [(value_of(row, self.column), row) for row in rows]
        present = sorted((each for each in valued if each[0] is not None), key=_first, reverse=self.descending)
        return (*(row for _, row in present), *(row for value, row in valued if value is None))


def _first(pair: tuple[Any, Row]) -> Any:
    return pair[0]


def held(rows: Iterable[Row], before: Iterable[Row]) -> tuple[Row, ...]:
    """Give the rows in the order that they had before, new ones last."""
    places = {row.quote.symbol: at for at, row in enumerate(before)}
    return tuple(sorted(rows, key=lambda row: places.get(row.quote.symbol, len(places))))


def value_of(row: Row, column: Column) -> Any:
    """Give what a row is sorted by; None where the page does not tell it."""
    quote = row.quote
    match column:
        case Column.SYMBOL:
            return quote.symbol
        case Column.LAST:
            return quote.last
        case Column.CHANGE:
            return quote.change
        case Column.PERCENT:
            return quote.percent
        case Column.PREVIOUS:
            return row.previous
        case Column.PLACE:
            return row.place

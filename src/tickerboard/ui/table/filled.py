"""The optional columns that have something to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tickerboard.board.row import Row
    from tickerboard.table.column import Column


def _has_value(column: Column, rows: tuple[Row, ...]) -> bool:
    return any(True for value in map(column.value, rows) if value is not None)


class FilledColumns:
    """The optional columns that have had something to show: they stay, so that the table does not jump."""

    def __init__(self) -> None:
        self._filled: set[Column] = set()
        self._looked: tuple[tuple[Column, ...], tuple[Row, ...]] = ((), ())

    def look(self, columns: tuple[Column, ...], rows: tuple[Row, ...]) -> None:
        """Look through rows, once. For any thread: ten thousand rows without a value take a while."""
        if self._looked[0] == columns and self._looked[1] is rows:
            return
        empty = [column for column in columns if column.optional and column not in self._filled]
        self._filled.update(column for column in empty if _has_value(column, rows))
        self._looked = columns, rows

    def among(self, columns: tuple[Column, ...]) -> tuple[Column, ...]:
        """Return these columns without the optional ones that have had nothing to show."""
        return tuple(column for column in columns if not column.optional or column in self._filled)

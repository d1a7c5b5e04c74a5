"""The optional columns that have something to show, or will have."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tickerboard.board.board import Board
    from tickerboard.board.rows import Rows
    from tickerboard.settings.config import Config
    from tickerboard.table.column import Column


def is_recorded(board: Board, config: Config, *, live: bool) -> bool:
    """Return whether quotes of a board are recorded again and again, so that they will have a session."""
    return live and config.history and not board.is_marked


class FilledColumns:
    """The optional columns that have had something to show: they stay, so that the table does not jump."""

    def __init__(self) -> None:
        self._filled: set[Column] = set()
        self.awaits_recorded = False
        """Whether columns will have values from the history before long."""
        self._looked: tuple[tuple[Column, ...], Rows | None] = ((), None)

    def look(self, columns: tuple[Column, ...], rows: Rows) -> None:
        """Look through rows, once. For any thread: ten thousand rows without a value take a while."""
        if self.has_looked(columns, rows):
            return
        empty = [column for column in columns if column.optional and column not in self._filled]
        parts = {path for path in {path for column in empty for path in column.needs} if rows.have(path)}
        hopeful = [column for column in empty if not column.needs or not parts.isdisjoint(column.needs)]
        self._filled.update(column for column in hopeful if any(column.value(row) is not None for row in rows))
        self._looked = columns, rows

    def has_looked(self, columns: tuple[Column, ...], rows: Rows) -> bool:
        """Return whether these very rows were the last that were looked through, for these columns."""
        return self._looked[0] == columns and self._looked[1] is rows

    def among(self, columns: tuple[Column, ...]) -> tuple[Column, ...]:
        """Return these columns without the optional ones that have had nothing to show."""
        return tuple(column for column in columns if not column.optional or column in self._filled)

    def with_awaited(self, columns: tuple[Column, ...]) -> tuple[Column, ...]:
        """Return the columns for which room is kept, so that table and article do not move when they are filled."""
        shown = self.among(columns)
        return tuple(column for column in columns if column in shown or (self.awaits_recorded and column.recorded))

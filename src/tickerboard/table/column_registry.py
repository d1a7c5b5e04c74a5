"""The registry of columns, in which a column of another package cannot break the board."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tickerboard.errors import TickerboardError
from tickerboard.registry import PluginError, Registry
from tickerboard.table.column import CellContext, Column
from tickerboard.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from tickerboard.board.row import Row


class UnknownColumnError(TickerboardError, ValueError):
    """No column has this name, or a plugin cannot be loaded. The message is one plain line."""


class ColumnRegistry(Registry[Column]):
    """The columns by name. A plugin's column cannot break the board: see `guarded`."""

    def __init__(self) -> None:
        super().__init__("tickerboard.columns", Column)
        self._guarded: dict[str, Column] | None = None

    def plugins(self) -> dict[str, Column]:
        """Return the columns of other packages. Raises PluginError."""
        if self._guarded is None:
            self._guarded = {name: guarded(column) for name, column in super().plugins().items()}
        return self._guarded

    def names(self) -> tuple[str, ...]:
        """Return every name. Where a plugin cannot be loaded, only ours: `find` reports the plugin."""
        try:
            return tuple(self.all())
        except PluginError:
            return tuple(column.name for column in self)

    def known(self, name: str) -> Column | None:
        """Return the column of a name, or None also where a plugin cannot be loaded."""
        try:
            return self.get(name)
        except PluginError:
            return None

    def find(self, name: str) -> Column:
        """Return the column of a name. Raises UnknownColumnError, with the nearest name."""
        try:
            if column := self.get(name):
                return column
            import difflib

            near = difflib.get_close_matches(name.lower(), self.all(), 1)
        except PluginError as error:
            raise UnknownColumnError(str(error)) from error
        raise UnknownColumnError(f"unknown column {name!r}" + (f"; did you mean {near[0]}?" if near else ""))


def guarded(column: Column) -> Column:
    """Return a plugin's column so that whatever it raises or returns becomes an empty cell or clean text."""
    return replace(
        column,
        value=_guarded_value(column),
        text=_guarded_text(column.text) if column.text else None,
        before=_guarded_text(column.before),
        after=_guarded_text(column.after),
    )


def _guarded_value(column: Column) -> Callable[[Row], Any]:
    def value(row: Row) -> Any:
        try:
            found = column.value(row)
            if column.is_text:
                return None if found is None else clean(str(found)).replace("\n", " ")
            number = None if found is None or isinstance(found, bool) else Decimal(str(found))
        except Exception:  # noqa: BLE001  a plugin may raise anything, and its cell is then empty
            return None
        return number if number is not None and number.is_finite() else None

    return value


def _guarded_text(text: Callable[[Row, CellContext], str]) -> Callable[[Row, CellContext], str]:
    def write(row: Row, context: CellContext) -> str:
        try:
            return clean(str(text(row, context))).replace("\n", " ")
        except Exception:  # noqa: BLE001  as above
            return ""

    return write

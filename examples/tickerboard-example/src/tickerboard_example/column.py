"""The column `gap`: how far the first price of the day is from the previous close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.table.column import Column

if TYPE_CHECKING:
    from decimal import Decimal

    from tickerboard.board.row import Row


def gap(row: Row) -> Decimal | None:
    """Return open - previous in the unit of `last`; None where the page does not print both."""
    if row.quote.open is None or row.previous is None:
        return None
    return row.quote.open - row.previous


GAP = Column("gap", gap, "first price of the day less the previous close", priority=20)

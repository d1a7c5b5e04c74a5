"""The column of the change below a header that is not known: the arithmetic shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.audit import adds_up
from tickerboard.parser.tables.fields import Field
from tickerboard.parser.tables.rows import Table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.tables.rows import Cell

_FEWEST = 2
"""Rows that show it."""


def with_change(table: Table, style: Style) -> Table:
    """Return a table without a change with the one unknown column named that adds up as it, in two rows at least."""
    fields = list(table.fields)
    if None not in fields or Field.CHANGE in fields or not {Field.LAST, Field.PERCENT} <= {*fields}:
        return table
    last, percent = fields.index(Field.LAST), fields.index(Field.PERCENT)
    places = [at for at, kind in enumerate(fields) if kind is None and _adds_up(table, (last, at, percent), style)]
    if len(places) == 1:
        fields[places[0]] = Field.CHANGE
    return Table(fields, table.rows)


def _adds_up(table: Table, places: tuple[int, int, int], style: Style) -> bool:
    """Return whether the figures of three columns add up in every row that has all of them and moved."""
    found = [tuple(_amount(cells[at], style) for at in places) for _, cells in table.rows]
    whole = [(last, change, percent) for last, change, percent in found if last and change and percent]
    return len(whole) >= _FEWEST and all(map(_is_sound, whole))


def _is_sound(figures: Sequence[Decimal]) -> bool:
    last, change, percent = figures
    return adds_up(last, change, percent) or adds_up(last, -change, -percent)


def _amount(cell: Cell, style: Style) -> Decimal | None:
    """Return the figure of a cell without its sign; None where it has none or several."""
    found = cell.tokens
    return found[0].amount(style) if len(found) == 1 and found[0].body else None

"""Headers of two rows, the upper of which names groups of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.figures.currencies import is_currency
from tickerboard.parser.tables.fields import MOVES, Field
from tickerboard.parser.tables.headers.header import field_of, fields_of, is_of_period

if TYPE_CHECKING:
    from collections.abc import Sequence


def grouped_fields(above: Sequence[str], below: Sequence[str]) -> list[Field | None] | None:
    """Return the fields of a header of two rows, whose upper cells each stand above one column or several.

    What stands below `Year to date` is a move of that time. None for no header of quotes.
    """
    groups: list[str] = []
    for upper, lower in zip(above, below, strict=True):
        groups.append(groups[-1] if groups and lower and not upper else upper)
    fields = fields_of([_named(upper, lower) for upper, lower in zip(groups, below, strict=True)])
    if fields is None:
        return None
    return [
        Field.PERIOD if field in MOVES and is_of_period(group) else field
        for group, field in zip(groups, fields, strict=True)
    ]


def _named(upper: str, lower: str) -> str:
    """Return what names a column of two rows: the lower cell, or the upper one where that says its unit or nothing."""
    is_unit = field_of(lower) in (None, Field.CURRENCY) or is_currency(lower)
    return upper if lower and is_unit and field_of(upper) is Field.LAST else lower or upper

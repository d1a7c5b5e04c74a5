"""Headers of two rows, the upper of which names groups of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.tables.fields import MOVES, Field
from tickerboard.parser.tables.header import fields_of, is_of_period

if TYPE_CHECKING:
    from collections.abc import Sequence


def grouped_fields(above: Sequence[str], below: Sequence[str]) -> list[Field | None] | None:
    """Return the fields of a header of two rows, whose upper cells each stand above one column or several.

    What stands below `Year to date` is a move of that time. None for no header of quotes.
    """
    groups: list[str] = []
    for upper, lower in zip(above, below, strict=True):
        groups.append(groups[-1] if groups and lower and not upper else upper)
    fields = fields_of([lower or upper for upper, lower in zip(groups, below, strict=True)])
    if fields is None:
        return None
    return [
        Field.PERIOD if field in MOVES and is_of_period(group) else field
        for group, field in zip(groups, fields, strict=True)
    ]

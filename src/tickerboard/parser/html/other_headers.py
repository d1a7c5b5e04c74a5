"""Headers of tables of the markup whose moves are of something else than a quote's day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.figures.tokens import tokens
from tickerboard.parser.tables.fields import MOVES, Field
from tickerboard.parser.tables.header import field_of, lacks_price

if TYPE_CHECKING:
    from collections.abc import Sequence


def other_fields(names: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Field | None] | None:
    """Return the fields of a header, of which some rows are below, whose rows are no quotes; None for any other.

    Its moves are of something else, it names no price, or its only percentages, such as those below `Premium`, are of
    something unknown: these count as those of a longer time.
    """
    fields = [field_of(name) for name in names]
    if not MOVES.isdisjoint(fields):
        return fields if Field.FOREIGN in fields or lacks_price(fields) else None
    if Field.LAST not in fields or {Field.NAME, Field.SYMBOL}.isdisjoint(fields):
        return None
    wide = [row for row in rows if len(row) == len(names)]
    unknown = [at for at, name in enumerate(names) if _is_unknown(fields[at], name)]
    other = [at for at in unknown if wide and all(_is_percent(row[at]) for row in wide)]
    return [Field.PERIOD if at in other else kind for at, kind in enumerate(fields)] if other else None


def _is_unknown(field: Field | None, name: str) -> bool:
    """Return whether a header's word is of something else than a quote's figures, such as `Premium` or `Yield`."""
    return field is Field.OTHER or (field is None and name.replace(" ", "").isalpha())


def _is_percent(text: str) -> bool:
    return [each.kind for each in tokens(text)] == ["p"]

"""The rows of a table whose cells are all clear: a whole column of them is read at once."""

from __future__ import annotations

from itertools import repeat
from operator import add, eq, sub
from typing import TYPE_CHECKING

from tickerboard.parser.figures.style import clear_value, clear_values
from tickerboard.parser.kinds import is_bond
from tickerboard.parser.problems import TEXT_CAP
from tickerboard.parser.strips.clear import Columns, put_quotes, with_signs
from tickerboard.parser.tables.fields import FIGURES, FURTHER, MOVES, Field
from tickerboard.parser.tables.row_figures import RowFigures
from tickerboard.parser.tables.row_names import names_of
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from tickerboard.parser.names.labels import Name
    from tickerboard.parser.strips.reading import StripReading
    from tickerboard.parser.tables.rows import ClearFigure, Table

    Signed = tuple[Sequence[str], Sequence[Decimal]]

QUOTED = (Field.LAST, Field.CHANGE, Field.PERCENT)
"""The figures of a whole quote."""
_WORDED = frozenset((Field.DAY, Field.SECTOR, Field.CURRENCY))


def clear_rows(table: Table) -> list[RowFigures | None]:
    """Return the figures of each row whose cells of figures are all clear; None for any other."""
    places = {at: kind for at, kind in enumerate(table.fields) if kind in FIGURES}
    if len(set(places.values())) < len(places) or Field.DAY in table.fields:
        return [None] * len(table.rows)
    columns = [table.clear(at) for at in places]
    kinds = [kind for kind in places.values() if kind]
    return [_row(kinds, figures) for figures in zip(*columns, strict=True)] or [None] * len(table.rows)


def add_clear(table: Table, reading: StripReading) -> bool:
    """Add the quotes of a table of which every row is clear, by the column; return False, and add nothing, else.

    Each row has a name, all its figures are clear and add up, and their signs show one direction.
    """
    figures = _clear_columns(table)
    if figures is None:
        return False
    texts = [" ".join([cell.text for cell in cells if cell.text]) for _, cells in table.rows]
    return add_columns([number for number, _ in table.rows], texts, names_of(table), figures, reading)


def add_columns(
    numbers: Sequence[int],
    texts: Sequence[str],
    names: Sequence[Name | None],
    figures: Mapping[Field, Signed],
    reading: StripReading,
) -> bool:
    """Add the quotes of rows by the column; return False, and add nothing, where a row is in doubt.

    `figures` are the signs and the values of clear figures by their fields, last, change and percent among them.
    """
    values = {kind: amounts for kind, (_, amounts) in figures.items()}
    lasts, sizes, shares = (values[kind] for kind in QUOTED)
    moves = with_signs(lasts, sizes, shares, map(add, figures[Field.CHANGE][0], figures[Field.PERCENT][0]))
    if moves is None or not _lead(values.get(Field.PREVIOUS), lasts, moves[0]):
        return False
    known = list(filter(None, names))
    if has_digit("\n".join([name.label or name.symbol for name in known])):
        known = [name for name in known if not is_bond(name.label or name.symbol)]
    if len(known) < len(lasts):
        return False
    further = [values.get(kind, repeat(None)) for kind in FURTHER]
    reading.take(numbers)
    put_quotes(Columns(numbers, [text[:TEXT_CAP] for text in texts], known, lasts, *moves, further), reading)
    return True


def _lead(previous: Sequence[Decimal] | None, lasts: Sequence[Decimal], changes: Sequence[Decimal]) -> bool:
    """Return whether the changes lead from the previous closes, where the table has a column of these."""
    return previous is None or all(map(eq, map(sub, lasts, changes), previous))


def _clear_columns(table: Table) -> dict[Field, Signed] | None:
    """Return the signs and the values of the figures in each column; None where a cell is not clear."""
    kinds = [kind for kind in table.fields if kind in FIGURES]
    if (
        not table.rows
        or len({*kinds}) < len(kinds)
        or not {*QUOTED} <= {*kinds}
        or not _WORDED.isdisjoint(table.fields)
    ):
        return None
    found: dict[Field, Signed] = {}
    for at, kind in enumerate(table.fields):
        if kind is None or kind not in FIGURES:
            continue
        signs, bodies, percents = zip(*table.clear(at), strict=True)
        is_odd = (any(signs) and kind not in MOVES) or (any(percents) and kind is not Field.PERCENT)
        if is_odd or not all(bodies):
            return None
        found[kind] = signs, clear_values(bodies)
    return found


def _row(kinds: Sequence[Field], figures: Sequence[ClearFigure]) -> RowFigures | None:
    found = RowFigures(is_bare=True)
    for kind, (sign, body, percent) in zip(kinds, figures, strict=True):
        if not body or (percent and kind is not Field.PERCENT) or (sign and kind is Field.LAST):
            return None
        if kind is Field.LAST:
            found.last = clear_value(body)
        elif kind is Field.CHANGE:
            found.change = clear_value(body)
            found.marks += sign
        elif kind is Field.PERCENT:
            found.percent = clear_value(body)
            found.marks += sign
        elif not sign:
            found.further[kind] = clear_value(body)
    return found

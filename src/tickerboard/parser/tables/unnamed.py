"""Columns whose header is not known, or in doubt: the arithmetic shows the change, and the previous close."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from tickerboard.parser.audit import adds_up, decimals, own_half_unit
from tickerboard.parser.tables.fields import MOVES, Field
from tickerboard.parser.tables.keyed import fitting
from tickerboard.parser.tables.rows import Table
from tickerboard.text.numbers import signed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.tables.rows import Cell

_FEWEST = 2
"""Rows that show it."""
_FEWEST_UNITS = 10
"""Units of its last place of a change that is known to a twentieth."""


def with_unnamed(table: Table, style: Style) -> Table:
    """Return the table with the unknown column behind its only move named: one of both has percent signs throughout.

    Below `Change` a percent and a figure that is no change of the price, such as a score, are not named.
    """
    fields = list(table.fields)
    moves = [at for at, field in enumerate(fields) if field in MOVES]
    at = moves[-1] + 1 if len(moves) == 1 else len(fields)
    if at == len(fields) or fields[at] is not None:
        return table
    named, unnamed = kinds_of(table, moves[0]), kinds_of(table, at)
    if unnamed == {"p"} != named and fields[moves[0]] is Field.CHANGE:
        fields[at] = Field.PERCENT
    elif named == {"p"} and unnamed == {"s"} and _may_add_up(table, at, moves[0], style):
        fields[moves[0] : at + 1] = Field.PERCENT, Field.CHANGE
    return Table(fields, table.rows)


def _may_add_up(table: Table, change: int, percent: int, style: Style) -> bool:
    """Return whether a change and a percent add up with the last price, or too few rows moved to show it."""
    if Field.LAST not in table.fields:
        return True
    places = table.fields.index(Field.LAST), change, percent
    found = _amounts(table, places, style)
    return sum(map(all, found)) < _FEWEST or _adds_up(table, places, style)


def kinds_of(table: Table, at: int) -> set[str]:
    """Return the kinds of the figures of a column."""
    return {each.kind for _, cells in table.rows for each in cells[at].tokens}


def with_price(table: Table, style: Style) -> Table | None:
    """Return a table with one last price, where its header names several: `Kurs`, `Cena`, `Zmiana %`.

    The one that adds up with the move is the last price; without a change, another of them may be it. None where
    several do, or none, and the prices differ.
    """
    lasts = [at for at, field in enumerate(table.fields) if field is Field.LAST]
    if len(lasts) < _FEWEST:
        return table
    fields: list[Field | None] = [None if field is Field.LAST else field for field in table.fields]
    moves = [at for at, field in enumerate(fields) if field in MOVES]
    percents = [at for at in moves if fields[at] is Field.PERCENT or kinds_of(table, at) == {"p"}][:1]
    changes = [at for at in moves if at not in percents] or lasts
    places = [(last, at, percent) for percent in percents for last, at in product(lasts, changes) if last != at]
    found = [each for each in places if _adds_up(table, each, style)]
    if len(found) == 1:
        for at, field in zip(found[0], (Field.LAST, Field.CHANGE, Field.PERCENT), strict=True):
            fields[at] = field
    elif all(len({cells[at].text for at in lasts}) == 1 for _, cells in table.rows):
        fields[lasts[0]] = Field.LAST
    else:
        return None
    return Table(fields, table.rows)


def with_moves(table: Table, style: Style) -> Table:
    """Return a table with the unknown columns named that add up as the change, and as the percent, that it lacks."""
    return _with_percent(_with_change(table, style), style)


def _with_change(table: Table, style: Style) -> Table:
    """Return a table without a change with the one unknown column named that adds up as it, in two rows at least.

    So is a gain right before the percent: what adds up with the day's percent is the day's.
    """
    fields = list(table.fields)
    if Field.CHANGE in fields or not {Field.LAST, Field.PERCENT} <= {*fields}:
        return table
    last, percent = fields.index(Field.LAST), fields.index(Field.PERCENT)
    unnamed = [at for at, kind in enumerate(fields) if kind is None or (kind is Field.PERIOD and at + 1 == percent)]
    places = [at for at in unnamed if _adds_up(table, (last, at, percent), style)]
    if len(places) == 1:
        fields[places[0]] = Field.CHANGE
    return Table(fields, table.rows)


def _with_percent(table: Table, style: Style) -> Table:
    """Return a table without a percent with the one unknown column behind its change named that adds up as it.

    So `Change` stands above a change, an arrow and a percent without its sign. A change of few units of its last place
    adds up with nearly anything, and does not count.
    """
    fields = list(table.fields)
    if (
        None not in fields
        or fields.count(Field.CHANGE) != 1
        or Field.LAST not in fields
        or not MOVES.isdisjoint({*fields} - {Field.CHANGE})
    ):
        return table
    last, change = fields.index(Field.LAST), fields.index(Field.CHANGE)
    places = [at for at in range(change + 1, len(fields)) if fields[at] is None]
    found = [at for at in places if _is_percent(table, (last, change, at), style)]
    if len(found) == 1:
        fields[found[0]] = Field.PERCENT
    return Table(fields, table.rows)


def with_previous(table: Table, style: Style) -> Table:
    """Return a table with its close named the previous one, if the change of each row leads from it to the price.

    A close beside a price may as well be the day's own.
    """
    fields = list(table.fields)
    if fields.count(Field.CLOSE) != 1 or Field.PREVIOUS in fields or not {Field.LAST, Field.CHANGE} <= {*fields}:
        return table
    at = fields.index(Field.CLOSE)
    places = fields.index(Field.LAST), fields.index(Field.CHANGE), at
    found = _amounts(table, places, style)
    whole = [(last, change, close) for last, change, close in found if last and change and close]
    if len(whole) >= _FEWEST and all(map(_leads, whole)):
        fields[at] = Field.PREVIOUS
    return Table(fields, table.rows)


def without_gains(table: Table, style: Style) -> Table:
    """Return a table without the moves that lead from a price that was paid to the last one in each row.

    They are the gain of a holding, not the day's; what leads from no such price may be the day's. So it is with the
    moves from a high of a longer time, and those to or from a target.
    """
    if not {Field.LAST, Field.COST} <= {*table.fields}:
        return table
    last = table.fields.index(Field.LAST)
    costs = [at for at, field in enumerate(table.fields) if field is Field.COST]
    fields = [
        Field.PERIOD if field in MOVES and any(_is_gain(table, (last, cost, at), style) for cost in costs) else field
        for at, field in enumerate(table.fields)
    ]
    return Table(fields, table.rows)


def _is_gain(table: Table, places: tuple[int, int, int], style: Style) -> bool:
    """Return whether the move of each row is what lies between another price and its last, or that in percent."""
    found = _amounts(table, places, style)
    whole = [(last, other, move) for last, other, move in found if last and other and move]
    return bool(whole) and (
        all(abs(last - other) == move for last, other, move in whole)
        or all(_is_way(other, last, move) for last, other, move in whole)
        or all(_is_way(last, other, move) for last, other, move in whole)
    )


def _is_way(start: Decimal, end: Decimal, percent: Decimal) -> bool:
    """Return whether a percent without its sign is the way from one price to another."""
    gain = end - start
    return adds_up(end, gain, signed(percent, 1 if gain > 0 else -1), own_half_unit(percent))


def _leads(figures: Sequence[Decimal]) -> bool:
    last, change, close = figures
    return last != close and Field.PREVIOUS in fitting({Field.PREVIOUS: close}, last, change, None)


def _adds_up(table: Table, places: tuple[int, int, int], style: Style) -> bool:
    """Return whether the figures of three columns add up in every row that has all of them and moved."""
    found = _amounts(table, places, style)
    whole = [(last, change, percent) for last, change, percent in found if last and change and percent]
    return len(whole) >= _FEWEST and all(map(_is_sound, whole))


def _is_percent(table: Table, places: tuple[int, int, int], style: Style) -> bool:
    """Return whether a column is the percent of a change: it adds up, in enough rows with a change of many units."""
    if not _adds_up(table, places, style):
        return False
    _, change, percent = places
    found = [(_amount(cells[change], style), _amount(cells[percent], style)) for _, cells in table.rows]
    clear = [each for each, share in found if each and share and each.scaleb(decimals(each)) >= _FEWEST_UNITS]
    return len(clear) > _FEWEST


def _is_sound(figures: Sequence[Decimal]) -> bool:
    last, change, percent = figures
    return adds_up(last, change, percent) or adds_up(last, -change, -percent)


def _amounts(table: Table, places: Sequence[int], style: Style) -> list[tuple[Decimal | None, ...]]:
    """Return the figures of some columns without their signs, row by row."""
    return [tuple(_amount(cells[at], style) for at in places) for _, cells in table.rows]


def _amount(cell: Cell, style: Style) -> Decimal | None:
    """Return the figure of a cell without its sign; None where it has none or several."""
    found = cell.tokens
    return found[0].amount(style) if len(found) == 1 and found[0].body else None

"""A header with one name more or less than the rows below it have cells: what fits, and what adds up, shows which.

Dumps of a page lose the cell of an image, or the name that spans several columns; what stands behind it moves.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tickerboard.parser.audit import adds_up_either_way
from tickerboard.parser.tables.fields import FIGURES, MOVES, NAMES, Field
from tickerboard.parser.tables.keyed import fitting, is_part
from tickerboard.parser.tables.layouts.layout import end_of
from tickerboard.parser.tables.row_figures import figures_of, styles_of
from tickerboard.parser.tables.row_names import names_of
from tickerboard.parser.tables.rows import Table
from tickerboard.parser.tables.unnamed import kinds_of, with_unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.tables.row_figures import RowFigures
    from tickerboard.parser.tables.rows import Cell

    Fields = Sequence[Field | None]
    Rows = list[tuple[int, Sequence[Cell]]]

_MOST_SHIFTED = 3
"""Columns that the header has more or less than the rows."""
_MOST_ROWS = 12
"""Rows that are looked at."""
_MOST_DAMAGED = 5
"""One row of so many may be damaged."""
_PROVEN = 4
_DECIMAL = re.compile(r"\A\W*[0-9][0-9., ]*[.,][0-9]+\W*\Z|[0-9] ?%\Z")
_WORDED = {Field.SECTOR, Field.CURRENCY, Field.TEXT}
_NO_PERCENTS = {None} | (FIGURES - MOVES)


def aligned(table: Table, style: Style) -> Table | None:
    """Return a table with its names above their cells; None where they can be placed in several ways.

    The names stay where they are if all fits there, unless figures add up in another place only.
    """
    named = end_of([field is not Field.UNNAMED for field in table.fields])
    filled = end_of([any(cells[at].text for _, cells in table.rows) for at in range(len(table.fields))])
    is_named = Field.UNNAMED not in table.fields
    fields = [None if field is Field.UNNAMED else field for field in table.fields]
    table = replace(table, fields=fields)
    gap = filled - named
    if not gap or abs(gap) > _MOST_SHIFTED or (gap > 0 and not table.may_lack_names) or not table.rows:
        return table
    rows = table.rows[:_MOST_ROWS]
    styles = styles_of(Table([Field.LAST] * len(fields), rows), style)
    best = _fitness(rows, styles, fields, style)
    if best >= _PROVEN:
        return table
    found: list[Fields] = [fields] if best >= 0 else []
    for way in _ways(fields, named, filled):
        fitness = _fitness(rows, styles, way, style)
        if fitness > best:
            best, found = fitness, [way]
        elif fitness == best >= 0 and not (is_named and found[0] is fields):
            found.append(way)
    if not found:
        return table
    agreed = [_agreed({*kinds}) for kinds in zip(*found, strict=True)]
    return replace(table, fields=agreed) if _is_whole(agreed) or not _is_whole(fields) else None


def _ways(fields: Fields, named: int, filled: int) -> Iterator[Fields]:
    """Return the ways to leave out names, or to leave columns without one, side by side."""
    gap = abs(named - filled)
    for at in range(named - gap + 1 if named > filled else named):
        kept = [*fields[:at], *fields[at + gap : named]]
        moved = [*fields[:at], *[None] * gap, *fields[at:named]]
        way = kept if named > filled else moved
        yield [*way, *[None] * (len(fields) - len(way))]


def _is_whole(fields: Fields) -> bool:
    """Return whether fields name a row, its last price and its move."""
    return Field.LAST in fields and not MOVES.isdisjoint(fields) and not NAMES.isdisjoint(fields)


def _agreed(kinds: set[Field | None]) -> Field | None:
    """Return what a column is in all ways that fit; the symbol where it is a symbol or a name."""
    if len(kinds) == 1:
        return kinds.pop()
    return Field.SYMBOL if kinds == NAMES else None


def _fitness(rows: Rows, styles: Sequence[Style], fields: Fields, style: Style) -> int:
    """Return how well fields fit the cells below: what the figures prove; -1 where they do not fit."""
    table = Table([Field.PREVIOUS if field is Field.CLOSE else field for field in fields], rows)
    if NAMES.isdisjoint(fields) or _leaves_percents(table):
        return -1
    sample = with_unnamed(table, style)
    fields = sample.fields
    odd = 0
    proofs: dict[int, bool] = {}
    for (_, cells), name in zip(rows, names_of(sample), strict=True):
        figures = figures_of(fields, cells, styles)
        if name is None or figures is None or _is_odd(fields, cells, figures):
            odd += 1
            if odd * _MOST_DAMAGED > len(rows):
                return -1
        else:
            for weight, is_proven in _proofs(figures):
                proofs[weight] = is_proven and proofs.get(weight, True)
    return sum(weight for weight, is_proven in proofs.items() if is_proven)


def _leaves_percents(table: Table) -> bool:
    """Return whether the move of a table is a change and a column of percents has no name."""
    unnamed = [at for at, field in enumerate(table.fields) if field is None]
    are_percents = any(kinds_of(table, at) == {"p"} for at in unnamed)
    return are_percents and not any(
        "p" in kinds_of(table, at) for at, field in enumerate(table.fields) if field in MOVES
    )


def _is_odd(fields: Fields, cells: Sequence[Cell], figures: RowFigures) -> bool:
    """Return whether a row has a figure that its column has not: decimals of a volume, a change above the price."""
    last, change, volume = figures.last, figures.change, figures.further.get(Field.VOLUME)
    is_lost = last is not None and change is not None and not -last < change < last
    is_contrary = figures.is_move and bool(last and change and figures.percent) and not _adds_up(figures)
    kinds = {field for field, cell in zip(fields, cells, strict=True) if "%" in cell.text}
    has_percent = not kinds.isdisjoint(_NO_PERCENTS) and (Field.PERCENT in fields and kinds.isdisjoint(MOVES))
    is_figure = any(field in _WORDED and _DECIMAL.search(cell.text) for field, cell in zip(fields, cells, strict=True))
    return is_figure or is_lost or is_contrary or has_percent or (volume is not None and is_part(volume))


def _adds_up(figures: RowFigures) -> bool:
    last, change, percent = figures.last, figures.change, figures.percent
    return bool(last and change and percent and adds_up_either_way(last, change, percent))


def _proofs(figures: RowFigures) -> Iterator[tuple[int, bool]]:
    """Return what the figures of a row bear out, with its weight: the percent, the previous close, the day's range."""
    if figures.last is None:
        return
    if figures.change and figures.percent:
        yield _PROVEN, True
    kept = fitting(figures.further, figures.last, figures.change, figures.percent)
    for weight, kinds in ((2, {Field.PREVIOUS}), (1, {Field.LOW, Field.HIGH})):
        if kinds <= figures.further.keys():
            yield weight, kinds <= kept.keys()

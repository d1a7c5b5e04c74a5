"""The moves of a table that have no sign: what the markup of all rows together shows of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser.html.ways.arrows import EITHER
from tickerboard.parser.html.ways.looks import arrows_of_looks, differing, look_of
from tickerboard.parser.tables.fields import MOVES
from tickerboard.parser.tables.rows import Cell, Table
from tickerboard.text.numbers import UP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tickerboard.parser.html.tables.slots import Slot
    from tickerboard.parser.html.ways.looks import Look
    from tickerboard.parser.tables.fields import Field

SIGN = re.compile(r"[+\u2212\u2013▲▼-]")
_MOVED = re.compile(r"[1-9]")


class _Bare(NamedTuple):
    """A row whose moves have neither a sign nor an arrow: its place, and that of each of its moves."""

    at: int
    moves: list[int]


def with_bare_moves(table: Table, shown: Sequence[Sequence[Slot]], *, with_colours: bool) -> Table:
    """Return a table with what shows of its moves without a sign, `shown` are the cells of its rows.

    Where falls alone have a sign, all others are rises, whatever their colour. Else they have the arrows that the looks
    of all rows show together, or the looks themselves where these differ.
    """
    moves = [at for at, kind in enumerate(table.fields) if kind in MOVES]
    if any(all(SIGN.search(cells[at].text) for _, cells in table.rows) for at in moves):
        return table
    if falls_alone_have_signs(cells[at].text for _, cells in table.rows for at in moves):
        return _without_doubt(table) if _arrows(table, moves) & {EITHER} else table
    bare = [each for at in range(len(table.rows)) if (each := _bare(table, at, moves))]
    if not bare:
        return table
    looks = [_look(table.fields, shown[each.at]) for each in bare]
    arrows = arrows_of_looks(looks, with_colours=with_colours)
    texts = differing(looks) if UP not in _arrows(table, moves) else [" ".join(sorted(look)) for look in looks]
    for each, arrow, look in zip(bare, arrows, texts, strict=True):
        for at in each.moves if arrow or look else ():
            table.rows[each.at][1][at].arrow = arrow
            table.rows[each.at][1][at].look = "" if arrow else look
    return table


def falls_alone_have_signs(texts: Iterable[str]) -> bool:
    """Return whether the signs of some moves are those of falls, and there is one: then all others are rises."""
    marks = set(SIGN.findall("\n".join(texts)))
    return bool(marks) and "+" not in marks and UP not in marks


def _arrows(table: Table, moves: Sequence[int]) -> set[str]:
    return {cells[at].arrow for _, cells in table.rows for at in moves}


def _bare(table: Table, place: int, moves: Sequence[int]) -> _Bare | None:
    """Return a row that moved, and shows not which way."""
    cells = table.rows[place][1]
    if any(cells[at].arrow or SIGN.search(cells[at].text) for at in moves):
        return None
    moved = [at for at in moves if _MOVED.search(cells[at].text)]
    return _Bare(place, moved) if moved else None


def _look(fields: Sequence[Field | None], slots: Sequence[Slot]) -> Look:
    """Return the look of a row's moves; of all cells behind the first where some hold two fields."""
    is_whole = len(fields) == len(slots)
    nodes = [slot.node for at, slot in enumerate(slots) if slot.node and (fields[at] in MOVES if is_whole else at)]
    return look_of(nodes, slots[0].node)


def _without_doubt(table: Table) -> Table:
    """Return a table without the arrows of colours that show no direction."""
    rows: list[tuple[int, Sequence[Cell]]] = [
        (number, [replace(cell, arrow="") if cell.arrow == EITHER else cell for cell in cells])
        for number, cells in table.rows
    ]
    return Table(table.fields, rows)

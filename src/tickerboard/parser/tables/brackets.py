"""Moves in round brackets, as accounts print a fall: the column shows what its brackets mean, not the cell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser.tables.fields import MOVES
from tickerboard.text.numbers import DOWN, FALLS, UP

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.tables.rows import Cell, Table

_MOST = 2
"""Figures of a move in one cell."""


class _Column(NamedTuple):
    """What the cells of a column show.

    `arrow` is that of a move in brackets and without a sign, empty where nothing shows it; `sizes` are the numbers of
    figures in cells without brackets that are not zero.
    """

    arrow: str
    sizes: frozenset[int]


def with_arrows(table: Table) -> Table:
    """Return the table with the arrow that their brackets mean at moves without a sign.

    Brackets are a minus where other cells of the column have neither brackets nor a minus, and where a change and its
    percent each have their own; but only where all moves of the row are in brackets. They are none where a cell of the
    column has a minus within them; then a move without one is a rise. Around one of a row's moves, `0.40 (0.22%)`, they
    are none; where the same move of another row has no brackets, the row gets both arrows: its direction is in doubt.
    Other moves in brackets are left without an arrow.
    """
    places = [at for at, kind in enumerate(table.fields) if kind in MOVES]
    if not any("(" in cells[at].text for _, cells in table.rows for at in places):
        return table
    columns = {at: _column([_moves(cells[at]) for _, cells in table.rows]) for at in places}
    return replace(table, rows=[(number, _marked(cells, columns)) for number, cells in table.rows])


def _moves(cell: Cell) -> list[Token]:
    return [each for each in cell.tokens if each.kind in "nsp"][:_MOST]


def _column(cells: Sequence[Sequence[Token]]) -> _Column:
    within = "".join(each.marks for moves in cells for each in moves if each.is_bracketed)
    bare = [moves for moves in cells if not any(each.is_bracketed for each in moves)]
    sizes = frozenset(len(moves) for moves in bare if any(each.body.strip("0.,") for each in moves))
    if within:
        return _Column(UP if FALLS.issuperset(within) else "", sizes)
    marks = [each.marks for moves in bare for each in moves]
    return _Column(DOWN if marks and FALLS.isdisjoint("".join(marks)) else "", sizes)


def _marked(cells: Sequence[Cell], columns: Mapping[int, _Column]) -> Sequence[Cell]:
    moves = [each for at in columns for each in _moves(cells[at])]
    if any(each.marks for each in moves) or any(cells[at].arrow for at in columns):
        return cells
    if not all(each.is_bracketed for each in moves):
        arrows = {at: _doubt(_moves(cells[at]), column) for at, column in columns.items()}
    elif len(moves) > 1 and all(column.arrow != UP for column in columns.values()):
        arrows = dict.fromkeys(columns, DOWN)
    else:
        arrows = {at: column.arrow for at, column in columns.items()}
    return [
        replace(cell, arrow=arrows[at]) if at in columns and any(each.is_bracketed for each in _moves(cell)) else cell
        for at, cell in enumerate(cells)
    ]


def _doubt(moves: Sequence[Token], column: _Column) -> str:
    """Return the arrow of a cell in a row of which only some moves are in brackets: both arrows where in doubt."""
    if column.arrow != DOWN:
        return column.arrow
    return UP + DOWN if len(moves) in column.sizes else ""

"""Moves in round brackets, as accounts print a fall: the column shows what its brackets mean, not the cell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tickerboard.parser.tables.fields import MOVES
from tickerboard.text.numbers import DOWN_ARROWS, MINUS, UP_ARROWS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.tables.rows import Cell, Table

_FALLS = frozenset(MINUS + DOWN_ARROWS)
_UP, _DOWN = UP_ARROWS[0], DOWN_ARROWS[0]
_MOST = 2
"""Figures of a move in one cell."""


def with_arrows(table: Table) -> Table:
    """Return the table with the arrow that their brackets mean at moves without a sign.

    Brackets are a minus where other cells of the column have neither brackets nor a minus, and where a change and its
    percent each have their own; but only where all moves of the row are in brackets. They are none where a cell of the
    column has a minus within them; then a move without one is a rise. They are none around a figure behind another in
    its cell: `0.40 (0.22%)`. A row of which they are around one of two cells, where the column says that they are a
    minus, gets both arrows: its direction is in doubt. Other moves in brackets are left without an arrow.
    """
    places = [at for at, kind in enumerate(table.fields) if kind in MOVES]
    if not any("(" in cells[at].text for _, cells in table.rows for at in places):
        return table
    ways = {at: _way([_moves(cells[at]) for _, cells in table.rows]) for at in places}
    return replace(table, rows=[(number, _marked(cells, ways)) for number, cells in table.rows])


def _moves(cell: Cell) -> list[Token]:
    return [each for each in cell.tokens if each.kind in "nsp"][:_MOST]


def _way(column: Sequence[Sequence[Token]]) -> str:
    """Return the arrow of a move of a column in brackets and without a sign; empty where nothing shows it."""
    within = "".join(each.marks for moves in column for each in moves if each.is_bracketed)
    if within:
        return _UP if _FALLS.issuperset(within) else ""
    bare = [each for moves in column if not any(move.is_bracketed for move in moves) for each in moves]
    return _DOWN if bare and all(_FALLS.isdisjoint(each.marks) for each in bare) else ""


def _marked(cells: Sequence[Cell], ways: Mapping[int, str]) -> Sequence[Cell]:
    moves = [each for at in ways for each in _moves(cells[at])]
    if any(each.marks for each in moves) or any(cells[at].arrow for at in ways):
        return cells
    is_whole = all(each.is_bracketed for each in moves)
    is_account = is_whole and len(moves) > 1 and _UP not in ways.values()
    arrows = {at: _DOWN if is_account else way if is_whole or way != _DOWN else _UP + _DOWN for at, way in ways.items()}
    return [
        replace(cell, arrow=arrows[at]) if at in ways and _is_in_brackets(_moves(cell)) else cell
        for at, cell in enumerate(cells)
    ]


def _is_in_brackets(moves: Sequence[Token]) -> bool:
    """Return whether the moves of a cell are all in brackets."""
    return bool(moves) and all(each.is_bracketed for each in moves)

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
    percent each have their own. They are none where a cell of the column has a minus within them; then a move without
    one is a rise. Other moves in brackets are left without an arrow.
    """
    places = [at for at, kind in enumerate(table.fields) if kind in MOVES]
    if not any("(" in cells[at].text for _, cells in table.rows for at in places):
        return table
    ways = {at: _way([each for _, cells in table.rows for each in _moves(cells[at])]) for at in places}
    return replace(table, rows=[(number, _marked(cells, ways)) for number, cells in table.rows])


def _moves(cell: Cell) -> list[Token]:
    return [each for each in cell.tokens if each.kind in "nsp"][:_MOST]


def _way(moves: Sequence[Token]) -> str:
    """Return the arrow of a move of a column in brackets and without a sign; empty where nothing shows it."""
    within = "".join(each.marks for each in moves if each.is_bracketed)
    if within:
        return _UP if _FALLS.issuperset(within) else ""
    bare = [each for each in moves if not each.is_bracketed]
    return _DOWN if bare and all(_FALLS.isdisjoint(each.marks) for each in bare) else ""


def _marked(cells: Sequence[Cell], ways: Mapping[int, str]) -> Sequence[Cell]:
    moves = [each for at in ways for each in _moves(cells[at])]
    if any(each.marks for each in moves) or any(cells[at].arrow for at in ways):
        return cells
    is_account = len(moves) > 1 and all(each.is_bracketed for each in moves) and _UP not in ways.values()
    return [
        replace(cell, arrow=_DOWN if is_account else ways[at])
        if at in ways and any(each.is_bracketed for each in _moves(cell))
        else cell
        for at, cell in enumerate(cells)
    ]

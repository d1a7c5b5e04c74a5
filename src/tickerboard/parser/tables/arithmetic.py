"""Which columns of a table are last, change and percent: those with which every row adds up."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations, repeat
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser.audit import HALF_PERCENT_UNIT, are_exact, decimals, half_units, is_exact
from tickerboard.parser.figures.column import Column
from tickerboard.parser.figures.grouping import joined
from tickerboard.parser.figures.tokens import tokens
from tickerboard.text.numbers import all_signed, sign_of_move, signed, signs_of_move

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.figures.tokens import Token

    Amounts = Sequence[Decimal | None]
    Places = tuple[int, int, int]

_FEWEST_MOVES, _FEWEST_COARSE_MOVES = 2, 3
"""Rows with a move that prove a reading, and one of percents with few decimals; without one every reading adds up."""

_FIRST, _LOOSEST = 20, Decimal("0.5")
"""Rows that are looked at first, and half a unit of a percent without decimals: no percent is rounded more."""


class _Moves(NamedTuple):
    """The signs of the moves of some rows, and three columns of their figures."""

    marks: Sequence[str]
    lasts: Amounts
    changes: Amounts
    percents: Amounts


def figures_of_column(texts: Sequence[str]) -> Column:
    """Return the figures of a column of texts, none for an empty text or a dash; no figures in a column of others."""
    if clear := Column.of_clear(texts):
        return clear
    found: list[Token | None] = []
    for text in texts:
        whole = tokens(text)
        figures = [each for each in joined(whole) or whole if each.kind not in "ca"]
        if len(figures) > 1 or (figures and figures[0].kind not in "nspd"):
            return Column.of([None] * len(texts))
        found.append(figures[0] if figures and figures[0].kind != "d" else None)
    return Column.of(found)


def places_of_quotes(columns: Sequence[Column], style: Style) -> list[Places]:
    """Return the places of last, change and percent with which every row adds up."""
    pairs = moves_of(columns)
    lasts = [at for at, column in enumerate(columns) if column and not column.has_move]
    if not (pairs and lasts):
        return []
    figures = {at: column.own_amounts(style) for at, column in enumerate(columns) if column}
    places = [(last, change, percent) for change, percent in pairs for last in lasts if last != change]
    found = [each for each in places if _add_up([columns[at].marks for at in each[1:]], [figures[at] for at in each])]
    return _without_repeats(found, figures)


def moves_of(columns: Sequence[Column]) -> list[tuple[int, int]]:
    """Return the places that change and percent may have: a percentage is the percent, or else what has a sign."""
    figures = [at for at, column in enumerate(columns) if column]
    percents = [at for at in figures if columns[at].has_percent]
    shares = percents or [at for at in figures if columns[at].has_move]
    return [(change, share) for change, share in permutations(figures, 2) if share in shares and change not in percents]


def places_of_closes(columns: Sequence[Column], style: Style) -> list[Places]:
    """Return the places of last, previous close and percent with which every row adds up; the percents have signs."""
    figures = {at: column.own_amounts(style) for at, column in enumerate(columns) if column}
    signed_ones = [at for at in figures if any(columns[at].marks)]
    prices = [at for at in figures if at not in signed_ones and {*columns[at].kinds} == {"n"}]
    return [
        (last, previous, percent)
        for percent in signed_ones
        for last, previous in permutations(prices, 2)
        if _are_closes(figures[last], figures[previous], columns[percent].marks, figures[percent])
    ]


def _without_repeats(places: Sequence[Places], figures: Mapping[int, Sequence[Decimal | None]]) -> list[Places]:
    """Return the places but those of a price that stands in two columns, as in `367.00p 367`: the finer one counts."""
    if len(places) < 2:
        return list(places)
    found: dict[object, Places] = {}
    for each in places:
        last, *move = each
        key = (*move, *figures[last])
        if key not in found or _fineness(figures[last]) > _fineness(figures[found[key][0]]):
            found[key] = each
    return list(found.values())


def _fineness(amounts: Sequence[Decimal | None]) -> int:
    return sum(decimals(each) for each in amounts if each is not None)


def _add_up(marks: Sequence[Sequence[str]], amounts: Sequence[Amounts]) -> bool:
    """Return whether the figures agree in every row that has all of them, and enough rows have a move."""
    first = _Moves(list(map(add, *(each[:_FIRST] for each in marks))), *(each[:_FIRST] for each in amounts))
    if _moves(first, repeat(_LOOSEST)) is None:  # as nearly all choices of columns do
        return False
    whole = _Moves(list(map(add, *marks)), *amounts)
    halves = half_units(list(zip(*amounts, strict=True)))
    moved = _clear_moves(whole) if max(halves) == HALF_PERCENT_UNIT else None
    moved = _moves(whole, halves) if moved is None else moved
    return moved is not None and moved >= _fewest(halves)


def _clear_moves(rows: _Moves) -> int | None:
    """Return how many rows have a move, by the column; None where one lacks a figure or a sign, or does not agree."""
    marks, *amounts = rows
    prices, moves, parts = ([each for each in column if each is not None] for column in amounts)
    if not all(marks) or not len(marks) == len(prices) == len(moves) == len(parts):
        return None
    ways = {mark: sign_of_move(mark) for mark in {*marks}}
    signs = [ways[mark] for mark in marks]
    is_sound = min(prices) > 0 and all(are_exact(prices, all_signed(moves, signs), all_signed(parts, signs)))
    return sum(1 for move, part in zip(moves, parts, strict=True) if move and part) if is_sound else None


def _moves(rows: _Moves, halves: Iterable[Decimal]) -> int | None:
    """Return how many rows have a move; None where the figures of one do not agree."""
    moved = 0
    for marks, last, change, percent, half in zip(*rows, halves, strict=False):
        if last is None or change is None or percent is None:
            continue
        signs = signs_of_move(marks)
        if last <= 0 or not any(is_exact(last, signed(change, sign), signed(percent, sign), half) for sign in signs):
            return None
        moved += bool(change and percent)
    return moved


def _fewest(halves: Sequence[Decimal]) -> int:
    return _FEWEST_MOVES if max(halves) <= HALF_PERCENT_UNIT else _FEWEST_COARSE_MOVES


def _are_closes(
    lasts: Sequence[Decimal | None],
    previous: Sequence[Decimal | None],
    marks: Sequence[str],
    percents: Sequence[Decimal | None],
) -> bool:
    """Return whether each percent, with its sign, is the move from one price to the other."""
    moved = 0
    halves = half_units([(None, None, percent) for percent in percents])
    for last, before, mark, percent, half in zip(lasts, previous, marks, percents, halves, strict=True):
        if not last or not before or percent is None:
            return False
        if not is_exact(last, last - before, signed(percent, sign_of_move(mark)), half):
            return False
        moved += last != before
    return moved >= _FEWEST_COARSE_MOVES

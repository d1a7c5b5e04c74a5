"""Which columns of a table are last, change and percent: those with which every row adds up."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations, repeat
from typing import TYPE_CHECKING

from tickerboard.parser.audit import HALF_PERCENT_UNIT, are_exact, decimals, half_units, is_exact
from tickerboard.parser.figures.grouping import joined
from tickerboard.parser.figures.style import Style, decide
from tickerboard.parser.figures.tokens import clear_amounts
from tickerboard.parser.tables.rows import Cell, clear_figures, clear_tokens, texts_of
from tickerboard.text.numbers import sign_of_move, signed, signs_of_move

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tickerboard.parser.figures.tokens import Token

    Column = Sequence[Token | None]
    Amounts = Sequence[Decimal | None]
    Places = tuple[int, int, int]

_FEWEST_MOVES, _FEWEST_COARSE_MOVES = 2, 3
"""Rows with a move that prove a reading, and one of percents with few decimals; without one every reading adds up."""

_FIRST, _LOOSEST = 20, Decimal("0.5")
"""Rows that are looked at first, and half a unit of a percent without decimals: no percent is rounded more."""


def figures_of_column(cells: Sequence[Cell]) -> Column:
    """Return the figure of each cell of a column of figures, None for an empty one; nothing but None for any other."""
    if whole_column := clear_tokens(texts_of(cells)):
        return whole_column
    shown = clear_figures(cells)
    found: list[Token | None] = []
    for cell, clear in zip(cells, shown, strict=True):
        if clear.body:
            found.append(clear.token)
            continue
        whole = cell.tokens
        figures = [each for each in joined(whole) or whole if each.kind not in "ca"]
        if len(figures) > 1 or (figures and figures[0].kind not in "nspd"):
            return [None] * len(cells)
        found.append(figures[0] if figures and figures[0].kind != "d" else None)
    return found


def places_of_quotes(columns: Sequence[Column], style: Style) -> list[Places]:
    """Return the places of last, change and percent with which every row adds up."""
    pairs = moves_of(columns)
    lasts = [at for at, column in enumerate(columns) if any(column) and not _has_move(column)]
    if not (pairs and lasts):
        return []
    figures = {at: amounts_of_column(column, style) for at, column in enumerate(columns) if any(column)}
    found = [
        (last, change, percent)
        for change, percent in pairs
        for last in lasts
        if last != change and _add_up([(columns[at], figures[at]) for at in (last, change, percent)])
    ]
    return _without_repeats(found, figures)


def moves_of(columns: Sequence[Column]) -> list[tuple[int, int]]:
    """Return the places that change and percent may have: a percentage is the percent, or else what has a sign."""
    figures = [at for at, column in enumerate(columns) if any(column)]
    percents = [at for at in figures if _has_percent(columns[at])]
    shares = percents or [at for at in figures if _has_move(columns[at])]
    return [(change, share) for change, share in permutations(figures, 2) if share in shares and change not in percents]


def _has_percent(column: Column) -> bool:
    return any(each and each.kind == "p" for each in column)


def _has_move(column: Column) -> bool:
    """Return whether one of the figures of a column has a percent sign, or a mark."""
    return any(each and (each.kind == "p" or each.marks) for each in column)


def places_of_closes(columns: Sequence[Column], style: Style) -> list[Places]:
    """Return the places of last, previous close and percent with which every row adds up; the percents have signs."""
    figures = {at: amounts_of_column(column, style) for at, column in enumerate(columns) if any(column)}
    signed_ones = [at for at in figures if any(each and each.marks for each in columns[at])]
    prices = [at for at in figures if at not in signed_ones and all(each and each.kind == "n" for each in columns[at])]
    return [
        (last, previous, percent)
        for percent in signed_ones
        for last, previous in permutations(prices, 2)
        if _are_closes(figures[last], figures[previous], columns[percent], figures[percent])
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


def amounts_of_column(column: Column, style: Style) -> Amounts:
    """Return the amounts of a column in its own number style."""
    if clear := clear_amounts(column):
        return clear
    own = decide([each.body for each in column if each], otherwise=style)
    return [each.amount(own) if each else None for each in column]


def _add_up(chosen: Sequence[tuple[Column, Amounts]]) -> bool:
    """Return whether the figures agree in every row that has all of them, and enough rows have a move."""
    first = [(column[:_FIRST], amounts[:_FIRST]) for column, amounts in chosen]
    if _moves(first, repeat(_LOOSEST)) is None:  # as nearly all choices of columns do
        return False
    halves = half_units(list(zip(*[amounts for _, amounts in chosen], strict=True)))
    moved = _clear_moves(chosen) if max(halves) == HALF_PERCENT_UNIT else None
    moved = _moves(chosen, halves) if moved is None else moved
    return moved is not None and moved >= _fewest(halves)


def _clear_moves(chosen: Sequence[tuple[Column, Amounts]]) -> int | None:
    """Return how many rows have a move, by the column; None where one lacks a figure or a sign, or does not agree."""
    (_, lasts), (changes, amounts), (percents, shares) = chosen
    marks = [
        change.marks + percent.marks if change and percent else ""
        for change, percent in zip(changes, percents, strict=True)
    ]
    prices, moves, parts = ([each for each in column if each is not None] for column in (lasts, amounts, shares))
    if not all(marks) or not len(marks) == len(prices) == len(moves) == len(parts):
        return None
    ways = {mark: sign_of_move(mark) for mark in {*marks}}
    signs = [ways[mark] for mark in marks]
    is_sound = min(prices) > 0 and all(
        are_exact(prices, list(map(signed, moves, signs)), list(map(signed, parts, signs)))
    )
    return sum(1 for move, part in zip(moves, parts, strict=True) if move and part) if is_sound else None


def _moves(chosen: Sequence[tuple[Column, Amounts]], halves: Iterable[Decimal]) -> int | None:
    """Return how many rows have a move; None where the figures of one do not agree."""
    moved = 0
    (_, lasts), (changes, amounts), (percents, shares) = chosen
    for last, change, amount, percent, share, half in zip(
        lasts, changes, amounts, percents, shares, halves, strict=False
    ):
        if last is None or change is None or amount is None or percent is None or share is None:
            continue
        signs = signs_of_move(change.marks + percent.marks)
        if last <= 0 or not any(is_exact(last, signed(amount, sign), signed(share, sign), half) for sign in signs):
            return None
        moved += bool(amount and share)
    return moved


def _fewest(halves: Sequence[Decimal]) -> int:
    return _FEWEST_MOVES if max(halves) <= HALF_PERCENT_UNIT else _FEWEST_COARSE_MOVES


def _are_closes(
    lasts: Sequence[Decimal | None],
    previous: Sequence[Decimal | None],
    percents: Column,
    shares: Sequence[Decimal | None],
) -> bool:
    """Return whether each percent, with its sign, is the move from one price to the other."""
    moved = 0
    halves = half_units([(None, None, share) for share in shares])
    for last, before, percent, share, half in zip(lasts, previous, percents, shares, halves, strict=True):
        if not last or not before or percent is None or share is None:
            return False
        percent_of = signed(share, sign_of_move(percent.marks))
        if not is_exact(last, last - before, percent_of, half):
            return False
        moved += last != before
    return moved >= _FEWEST_COARSE_MOVES

"""Which figures of a list's items are last, change and percent: what labels say, what adds up, or what is alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser.audit import adds_up_either_way, decimals, may_be_percent
from tickerboard.parser.figures.column import MISSING
from tickerboard.parser.phrases.other_figures import names_other_price
from tickerboard.parser.tables.arithmetic import places_of_quotes
from tickerboard.parser.tables.fields import MOVES, Field
from tickerboard.text.numbers import FALLS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.column import Column
    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.strips.items.columns import FigureColumn


class Choice(NamedTuple):
    """The columns of last, change and percent."""

    last: Column
    change: Column | None
    percent: Column | None


_OPEN = (None, Field.LAST, *MOVES)
"""Fields of the figures among which the quote's are looked for."""
_WHOLE = 100
"""Percents are seldom as large."""
_PERCENT_DECIMALS = 2
_PAIR = 2


def chosen(columns: Sequence[FigureColumn], style: Style, *, has_currency: bool) -> Choice | None:
    """Return which columns are last, change and percent; None where nothing shows it, or they show no direction."""
    if are_of_other_price(columns, style):
        return None
    choice = _labelled(columns) or _exact(columns, style) or _alone(columns, style, has_currency=has_currency)
    return choice if choice and _has_ways(choice) else None


def without_amounts(columns: Sequence[FigureColumn]) -> Sequence[FigureColumn]:
    """Return the columns without those that are zero in several items that moved: no price is, nor a holding."""
    moves = [each.found for each in columns if each.is_marked]
    return [each for each in columns if each.is_marked or not _are_zero(each.found, moves)] if moves else columns


def _are_zero(found: Column, moves: Sequence[Column]) -> bool:
    moved = zip(found.kinds, _are_filled([found]), _are_filled(moves), strict=True)
    return sum(kind != MISSING and not is_filled and has_moved for kind, is_filled, has_moved in moved) > 1


def are_of_other_price(columns: Sequence[FigureColumn], style: Style) -> bool:
    """Return whether a holding stands beside the move of a list, or its only percent leads to or from a named price."""
    if any(names_other_price(each.beside) for each in columns):
        return True
    percents = [each.found for each in columns if each.found.is_percent and each.is_marked]
    prices = [each.found for each in columns if each.are_prices and each.field is None]
    others = [each.found for each in columns if each.are_prices and each.field is Field.OTHER]
    if not len(percents) == len(prices) == 1:
        return False
    return any(_leads(prices[0], other, percents[0], style) for other in others)


def _leads(price: Column, other: Column, percent: Column, style: Style) -> bool:
    """Return whether a percent is the way from a price to another one, or back, in all items."""
    rows = zip(*(column.amounts(style) for column in (price, other, percent)), strict=True)
    whole = [(near, far, move) for near, far, move in rows if near and far and move]
    return bool(whole) and all(
        adds_up_either_way(far, abs(far - near), move) or adds_up_either_way(near, abs(far - near), move)
        for near, far, move in whole
    )


def are_of_longer_time(columns: Sequence[FigureColumn]) -> bool:
    """Return whether a list has a price with decimals, and moves of another time than the day alone."""
    moves = [each for each in columns if each.is_marked]
    is_of_other = bool(moves) and all(each.field is Field.PERIOD for each in moves)
    return is_of_other and any(each.are_prices for each in columns)


def have_moves(columns: Sequence[FigureColumn]) -> bool:
    """Return whether a list has a price with decimals, and percents or a change, of which one may be the day's."""
    moves = [each for each in columns if each.is_marked]
    are_many = len(moves) > 1 and all(each.found.is_percent for each in moves)
    is_one = len(moves) == 1 and not moves[0].found.is_percent
    return (are_many or is_one) and any(each.are_prices for each in columns)


def are_of_unknown_price(columns: Sequence[FigureColumn]) -> bool:
    """Return whether a list has one percent, and before it a price beside unknown words or behind a count."""
    moves = [each for each in columns if each.is_marked]
    prices = [each for each in columns if each.are_prices and each.field in _OPEN]
    if len(moves) != 1 or not moves[0].found.is_percent or moves[0].field not in _OPEN or len(prices) != 1:
        return False
    is_unknown = prices[0].has_label and prices[0].beside != "" and prices[0].field is None
    return is_unknown or (columns[0].field is None and len(columns) > _PAIR and columns[1] is prices[0])


def _labelled(columns: Sequence[FigureColumn]) -> Choice | None:
    """Return the columns as their labels name them: a last price and a move, each once."""
    named: dict[Field, Column] = {}
    for each in columns:
        kind = each.field
        if kind in MOVES and (kind is Field.DAY or each.found.is_percent):
            kind = Field.PERCENT if each.found.is_percent else None
        if kind in named:
            return None
        if kind:
            named[kind] = each.found
    last, change, percent = (named.get(kind) for kind in (Field.LAST, Field.CHANGE, Field.PERCENT))
    return Choice(last, change, percent) if last and (change or percent) else None


def _exact(columns: Sequence[FigureColumn], style: Style) -> Choice | None:
    """Return the only columns that add up in every item."""
    found = [each.found for each in columns if each.field in _OPEN]
    places = places_of_quotes(found, style)
    if len(places) != 1:
        return None
    last, change, percent = places[0]
    return Choice(found[last], found[change], found[percent])


def _alone(columns: Sequence[FigureColumn], style: Style, *, has_currency: bool) -> Choice | None:
    """Return the only price and the only move. A count before the price may be a number of shares: then it is none."""
    open_ones = [each for each in columns if each.field in _OPEN]
    moves = [each for each in open_ones if each.is_marked or each.found.is_percent]
    others = [each for each in open_ones if each not in moves]
    prices = [each for each in others if not _are_counts(each.found, style)] or (others if has_currency else [])
    if len(moves) != 1 or len(prices) != 1 or others[0] is not prices[0]:
        return None
    (move,), (price,) = moves, prices
    is_unknown = any(each.has_label and each.field is None for each in (move, price))
    if is_unknown or not (has_currency or price.field or price.are_prices):
        return None
    return Choice(price.found, None, move.found) if move.found.is_percent else _unmarked(price.found, move.found, style)


def _unmarked(price: Column, move: Column, style: Style) -> Choice | None:
    """Return a price and a move without a percent sign, if the moves of all items are changes or all are percents.

    Too small for a change in one item and too large for one in another, they are percents. With as many decimals as
    their prices, and not two, or with hundreds, they are changes.
    """
    rows = zip(price.amounts(style), move.amounts(style), strict=True)
    pairs = [(last, amount) for last, amount in rows if last and amount]
    most = max((amount for _, amount in pairs), default=_WHOLE)
    if any(may_be_percent(last, amount) for last, amount in pairs):
        is_percent = most < _WHOLE and any(amount * 2 > last for last, amount in pairs)
        return Choice(price, None, move) if is_percent else None
    are_alike = all(decimals(last) == decimals(amount) for last, amount in pairs)
    is_change = most >= _WHOLE or any(decimals(amount) != _PERCENT_DECIMALS for _, amount in pairs)
    return Choice(price, move, None) if are_alike and is_change else None


def _are_counts(found: Column, style: Style) -> bool:
    """Return whether figures are counts or sums: without decimals, or with a unit such as millions."""
    return found.has_unit or all(amount is None or not decimals(amount) for amount in found.amounts(style))


def _has_ways(choice: Choice) -> bool:
    """Return whether each move has a sign, or falls alone have one; a move of zero has none."""
    columns = [column for column in (choice.change, choice.percent) if column]
    marks = ["".join(row) for row in zip(*(column.marks for column in columns), strict=True)]
    if all(marks) or not any(moved and not mark for moved, mark in zip(_are_filled(columns), marks, strict=True)):
        return any(marks)
    return not FALLS.isdisjoint("".join(marks)) and FALLS.issuperset("".join(marks))


def _are_filled(columns: Sequence[Column]) -> list[bool]:
    """Return of each item whether a figure of some columns is not zero."""
    bodies = zip(*(column.bodies for column in columns), strict=True)
    return [any(body.strip("0.,") for body in row) for row in bodies]

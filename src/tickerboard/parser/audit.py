"""Does a quote add up? percent = change / (last - change) x 100, as far as the printed digits tell."""

from __future__ import annotations

from decimal import Decimal
from itertools import repeat
from operator import le, mul, sub
from typing import TYPE_CHECKING

from tickerboard.text.numbers import signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tickerboard.model import Quote

HALF_PERCENT_UNIT = Decimal("0.005")
"""Percents are rounded to two decimals, whether or not their trailing zeros are printed."""
CUT_PERCENT_UNIT = HALF_PERCENT_UNIT * 2
"""What a percent may lose that is cut."""
_HALF, _ONE, _ZERO = Decimal("0.5"), Decimal(1), Decimal(0)
_HUNDRED, _ALL_LOST = Decimal(100), Decimal(-100)
_LARGEST_PRICE = Decimal(10) ** 12
_LARGEST_PERCENT = Decimal(1000)
LEAST_LEVEL, _HIGHEST_LEVEL = 1_000, 200_000
"""Points of most indices, at least and at most."""
HIGHEST_YIELD = 20
"""Percent of the yield of a government's bond, at most."""
_SMALLEST = 20_000
"""A change is seldom a smaller part of its price."""
_SMALL = 2_000
"""Most changes are a greater part of their prices."""
_FEWEST_COARSE = 3
_FULL = 2
"""Decimals of most percents."""


def half_unit(percents: Iterable[Decimal | None]) -> Decimal:
    """Return half a unit of the last place to which the percents of one list are rounded.

    That is a tenth where three or more have no second decimal. Fewer may have lost a trailing zero.
    """
    known = [each for each in percents if each is not None]
    is_coarse = len(known) >= _FEWEST_COARSE and all(decimals(each) <= 1 for each in known)
    return HALF_PERCENT_UNIT * 10 if is_coarse else HALF_PERCENT_UNIT


def own_half_unit(percent: Decimal) -> Decimal:
    """Return half a unit of the last place that a percent prints."""
    return _HALF.scaleb(-decimals(percent))


def half_units(rows: Sequence[tuple[Decimal | None, Decimal | None, Decimal | None]]) -> list[Decimal]:
    """Return half a unit of the percent of each row of a list, a last price, a change and a percent each.

    Where all three figures of a row have the same decimals, in every row with a move of three or more, and not all rows
    have as many, each percent is rounded to its own: `27203 +36 +0` beside `7934.42 +9.25 +0.12`.
    """
    half = half_unit([row[2] for row in rows])
    if _are_full([row[0] for row in rows]):
        return [half] * len(rows)
    moved = [{decimals(each) for each in row if each is not None} for row in rows if any(row[1:])]
    own = {each for places in moved for each in places}
    if len(moved) < _FEWEST_COARSE or any(len(places) > 1 for places in moved) or len(own) == 1 or min(own) >= _FULL:
        return [half] * len(rows)
    return [half if percent is None else own_half_unit(percent) for *_, percent in rows]


def are_cut(rows: Sequence[tuple[Decimal | None, Decimal | None, Decimal | None]]) -> bool:
    """Return whether the percents of rows, unsigned figures as above, are cut behind their second decimal, not rounded.

    Those of all three or more are, and the printed figures of two would be rounded to another one.
    """
    moved = [(last, change, percent) for last, change, percent in rows if last and change and percent]
    if len(moved) < _FEWEST_COARSE or not all(_is_cut(*row) for row in moved):
        return False
    return sum(not any(is_exact(row[0], signed(row[1], by), signed(row[2], by)) for by in (1, -1)) for row in moved) > 1


def _is_cut(last: Decimal, change: Decimal, percent: Decimal) -> bool:
    """Return whether a percent may be the one of a rise or of a fall without what stands behind its second decimal."""
    slack = _HUNDRED * _unit(change) * _HALF + percent * (_unit(last) + _unit(change)) * _HALF
    closes = [last - signed(change, by) for by in (1, -1)]
    return any(-slack <= _HUNDRED * change - percent * each < CUT_PERCENT_UNIT * each + slack for each in closes)


def _are_full(lasts: Sequence[Decimal | None]) -> bool:
    """Return whether all prices have as many decimals as most percents; it looks at one where all have as many."""
    known = [last for last in lasts if last is not None]
    if len(known) < len(lasts):
        return False
    are_alike = all(map(Decimal.same_quantum, known, repeat(known[0]))) if known else False
    return all(decimals(last) >= _FULL for last in (known[:1] if are_alike else known))


def check_figures(
    last: Decimal, change: Decimal | None, percent: Decimal | None, half: Decimal = HALF_PERCENT_UNIT
) -> tuple[str, str] | None:
    """Return what is wrong with the figures of a quote, as a problem's code and message; None if nothing is.

    A figure that the page does not print is None: then only the ranges of the others are checked.
    """
    if change is None or percent is None:
        out_of_range = not _ZERO <= last < _LARGEST_PRICE or not _ALL_LOST < (percent or _ZERO) <= _LARGEST_PERCENT
        if out_of_range or (change is not None and last - change <= _ZERO):
            return "range", "figures that no quote has"
        return None
    previous = last - change
    if previous <= _ZERO and (last or change or percent):
        return "range", "previous close is not positive"
    if last >= _LARGEST_PRICE or not _ALL_LOST < percent <= _LARGEST_PERCENT or (change and not last):
        return "range", "figures that no quote has"
    if not adds_up(last, change, percent, half):
        return "arithmetic", "percent is not change / (last - change)"
    return None


def adds_up(last: Decimal, change: Decimal, percent: Decimal, half: Decimal = HALF_PERCENT_UNIT) -> bool:
    """Return whether the three figures agree, within half a unit of each one's last printed place.

    A price without decimals may be cut as well as rounded (index values are), so it is known to one whole unit.
    """
    previous = last - change
    error = abs(percent * previous - _HUNDRED * change)
    if error <= half * previous:  # the printed figures themselves agree, as they do on nearly all pages
        return True
    change_slack = _unit(change) * _HALF
    last_slack = max(_unit(last) * (_HALF if decimals(last) else _ONE), _ZERO)
    slack = last_slack + change_slack
    return error <= half * (previous + slack) + _HUNDRED * change_slack + abs(percent) * slack


def adds_up_either_way(last: Decimal, change: Decimal, percent: Decimal, half: Decimal = HALF_PERCENT_UNIT) -> bool:
    """Return whether unsigned figures add up as a rise or as a fall."""
    return any(adds_up(last, signed(change, sign), signed(percent, sign), half) for sign in (1, -1))


def add_up(lasts: Sequence[Decimal], changes: Sequence[Decimal], percents: Sequence[Decimal]) -> list[bool]:
    """Return of each row of three columns whether its figures agree, as `adds_up` does."""
    exact = are_exact(lasts, changes, percents)
    if all(exact):
        return exact
    return [each or adds_up(*row) for each, *row in zip(exact, lasts, changes, percents, strict=True)]


def are_exact(lasts: Sequence[Decimal], changes: Sequence[Decimal], percents: Sequence[Decimal]) -> list[bool]:
    """Return of each row of three columns whether its printed figures agree, as `is_exact` does."""
    previous = list(map(sub, lasts, changes))
    errors = map(abs, map(Decimal.fma, changes, repeat(-_HUNDRED), map(mul, percents, previous)))
    return list(map(le, errors, map(mul, previous, repeat(HALF_PERCENT_UNIT))))


def are_in_range(lasts: Sequence[Decimal], changes: Sequence[Decimal], percents: Sequence[Decimal]) -> bool:
    """Return whether all figures of three columns are such as a quote has, as `check_figures` asks of one row."""
    return (
        min(lasts) > _ZERO
        and max(lasts) < _LARGEST_PRICE
        and min(map(sub, lasts, changes)) > _ZERO
        and min(percents) > _ALL_LOST
        and max(percents) <= _LARGEST_PERCENT
    )


def is_exact(last: Decimal, change: Decimal, percent: Decimal, half: Decimal = HALF_PERCENT_UNIT) -> bool:
    """Return whether the printed figures themselves agree, as if none of last and change were rounded."""
    previous = last - change
    return abs(percent * previous - _HUNDRED * change) <= half * previous


def is_level(points: Decimal, percent: Decimal | None) -> bool:
    """Return whether a figure in points beside a percent is an index's, and not its change: none is so high then."""
    return bool(percent) and points >= LEAST_LEVEL and points * _HUNDRED > abs(percent or _ZERO) * _HIGHEST_LEVEL


def decimals(number: Decimal) -> int:
    """Return how many decimals a figure prints."""
    text = str(number)
    if "E" in text:
        return -int(number.as_tuple().exponent)
    return len(text) - text.find(".") - 1 if "." in text else 0


def previous_close(quote: Quote) -> Decimal | None:
    """Return the previous close of a quote, in the unit of `last`: the page's own figure, or else last - change.

    None where the page has neither a previous close nor a change, and where the change may be in another unit: a
    price of 4.90 dollars that is down 7 was at 4.97. Then it has fewer decimals than the price, and no percent.
    """
    if quote.previous is not None or quote.change is None:
        return quote.previous
    if quote.percent is None and quote.change and decimals(quote.change) < decimals(quote.last):
        return None
    return quote.last - quote.change


def _unit(number: Decimal) -> Decimal:
    """Return one unit in the last printed place."""
    return _ONE.scaleb(-decimals(number))


def may_be_percent(last: Decimal, change: Decimal | None) -> bool:
    """Return whether a change is so small that it may be a percent without its sign: `Dow 46,912.30 +0.24`."""
    return bool(change) and last > (change or 0) * _SMALLEST


def may_be_percents(moves: Sequence[tuple[Decimal, Decimal]]) -> bool:
    """Return whether the changes of a column may be percents: one is too small for its price, and most are small."""
    small = sum(last > change * _SMALL for last, change in moves)
    return small * 2 > len(moves) and any(may_be_percent(*each) for each in moves)

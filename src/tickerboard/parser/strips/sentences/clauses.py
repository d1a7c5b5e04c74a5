"""One row in words: `Gold Futures (Dec) at $1,992.00, down 0.12%` or `Dubai: the index lost 2.4% to 1682 points`.

A row is a name, then a price and its move in either order, each with the words that may stand around it, and nothing
else to the end of the line. So a forecast, a sum, a time or any other word makes it no row.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser.audit import LEAST_LEVEL, adds_up, adds_up_either_way, is_level, own_half_unit
from tickerboard.parser.figures.style import marks_of
from tickerboard.parser.kinds import is_bond
from tickerboard.parser.strips.sentences.doubts import (
    FORECAST,
    NUMBER_OF_NAME,
    OTHER_PRICE,
    TARGET,
    YEAR,
    is_forecast,
    may_be_of_name,
    may_be_target,
    may_be_year,
)
from tickerboard.parser.strips.sentences.items import parts_of, read_items
from tickerboard.parser.strips.sentences.words import Part
from tickerboard.text.numbers import sign_of_move, signed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.strips.sentences.items import Item

# The shapes of a row behind its name, in the letters of its parts. A move is one figure or two, its way before or
# behind them.
_MOVE = r"\(?v*(?:a?(?:uu?|dd?)j?)?[vb]*(?P<one>[pcmnq])(?:(?:j|\()j*[ud]?b*(?P<two>[pcmnq])\)?)?j*v*[ud]?\)?"
_AT = r"[vud]*a[vab]*(?P<last>[cmnp])"
_ONE = r"\(?v*(?:a?(?:uu?|dd?)j?)?[vb]*(?P<one>[pcmnq])j*v*[ud]?\)?"
_FROM = r"(?:j*[ud]?r(?P<previous>[cmnp]))?"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"k?v*[ud][vb]*{_AT}(?:j?r|\()(?P<previous>[cmn])\)?v*",
        rf"k?\(?{_MOVE}[jk]*{_AT}{_FROM}\)?[av]*",
        rf"k?{_AT}{_FROM}[jk]*{_MOVE}",
        rf"k?\(?v*(?P<bare>[cmnp])[jk]*{_MOVE}",
        rf"k?{_MOVE}j(?P<paid>n)\)?",
        rf"(?=\(){_MOVE}(?P<paid>n)\)",
        rf"k?{_MOVE}\((?P<paid>n)\)",
        rf"k{_MOVE}j(?P<points>c)",
        rf"k?{_ONE}[jk]*{_AT}[jk]*\(?[jv]*[ud]?b*(?P<two>[pcmnq])v*[ud]?\)?",
        rf"k?{_MOVE}v*(?P<behind>[nc])",
        rf"k?v*r(?P<previous>[cmn])[jk]*{_AT}[jk]*{_MOVE}",
        rf"k?{_MOVE}[jk]*v*[ud]?r(?P<previous>[cmn]){_AT}",
        rf"k?v*f[vj]*{_AT}",
        rf"k?{_AT}j?v*f",
    )
)
_COLON_AND_WAY = re.compile("k.*[ud]")
_WAYS = {Part.RISE: "+", Part.FALL: "-"}
_FIGURES = (Part.PERCENT, Part.POINTS, Part.CENTS, Part.NUMBER, Part.BASIS)
_LONGEST_INTEGER = 3
"""Digits of a bare figure behind words that may be a part of the name: `Area 51`, `S&P 500`."""


class Clause(NamedTuple):
    """A row in words: its name as printed, and its figures without signs; `marks` are those of its move.

    `last` is a price, or the yield of a bond in percent. Neither `change` nor `percent` stands where the row says that
    nothing moved. `in_points` is whether one of the figures is, `is_bare` whether it has no change and no unit.
    `doubt` is why the row is no quote.
    """

    name: str
    last: Decimal
    change: Decimal | None
    percent: Decimal | None
    previous: Decimal | None
    marks: str
    currency: str | None
    in_points: bool
    is_bare: bool = False
    doubt: str | None = None

    @property
    def has_move(self) -> bool:
        """Whether the row prints a change or a percent."""
        return self.change is not None or self.percent is not None

    @property
    def adds_up(self) -> bool:
        """Whether the row has a change and a percent that prove each other."""
        if not (self.change and self.percent):
            return False
        sign = sign_of_move(self.marks)
        return adds_up(self.last, signed(self.change, sign), signed(self.percent, sign))


def read_clause(line: str, style: Style) -> Clause | None:
    """Return the row that a line without notes is; None for any other line."""
    items = read_items(line, spaced=bool(style.spaced))
    letters = parts_of(items)
    first = letters.rfind(Part.UNKNOWN) + 1
    for start in range(first, len(items)):
        if _COLON_AND_WAY.search(letters, first, start):
            break  # `Acme: Surging` is no name
        for shape in _SHAPES:
            found = shape.fullmatch(letters, start)
            if found and (clause := _clause(line[: items[start].start].strip(), items, found, style)):
                return clause
    return None


def is_nearly_clause(line: str) -> bool:
    """Return whether a line has two figures and a way behind its name, as a row has."""
    letters = parts_of(read_items(line, spaced=False))
    tail = letters[letters.rfind(Part.UNKNOWN) + 1 :]
    return _has_way(tail) and sum(map(tail.count, _FIGURES)) > 1


def _clause(name: str, items: Sequence[Item], found: re.Match[str], style: Style) -> Clause | None:
    """Return the row of a name and the figures in their places; None where one of them cannot be what it is there."""
    places = {role: items[found.start(role)] for role in found.re.groupindex if found[role]}
    price = next(places[role] for role in ("last", "bare", "paid", "points", "behind") if role in places)
    moves = [places[role] for role in ("one", "two") if role in places]
    percents = [each for each in moves if each.part is Part.PERCENT]
    others = [each for each in moves if each.part is not Part.PERCENT]
    marks = "".join([each.sign for each in moves] + [sign for way, sign in _WAYS.items() if way in found[0]])
    if price.sign or len(percents) > 1 or len(others) > 1 or not _fits(name, price, moves):
        return None
    if others and not (marks or percents):
        return None  # `closed at 5,250.10 in 2024`
    last = style.value(price.body)
    percent = style.value(percents[0].body) if percents else None
    change = _change(others[0], price, percent, style) if others else None
    previous = style.value(places["previous"].body) if "previous" in places else None
    if last is None or (price.part is Part.POINTS and last < LEAST_LEVEL and len(marks_of(price.body)) > 1):
        return None  # `25.000 Punkte` on a page of decimal points
    if (others and change is None) or (percents and percent is None):
        return None
    in_points = any(each.part is Part.POINTS for each in (price, *moves))
    is_bare = price.part is Part.NUMBER and not price.has_money and change is None
    row = Clause(name, last, change, percent, previous, marks, price.currency, in_points, is_bare)
    if not _are_in_place(places, row, found[0]):
        return None
    if previous is not None and "open" in items[found.start("previous") - 1].body:
        row = row._replace(previous=None)  # the price of the opening shows the move, but may be another one
    return row._replace(doubt=_doubt(row, items, found, style))


def _are_in_place(places: Mapping[str, Item], row: Clause, letters: str) -> bool:
    """Return whether the figures of a row can be what they are by their places."""
    bare, paid = places.get("bare"), places.get("paid")
    if bare and not (_is_price(bare) and (_has_way(letters) or (row.marks and _may_move(bare, letters)))):
        return False
    if paid and not (row.marks and paid.has_money):
        return False
    if (_is_apart(places) or "behind" in places) and not row.adds_up:
        return False
    if "points" in places and not is_level(row.last, row.percent):
        return False
    return "previous" not in places or _bears_out(row)


def _may_move(bare: Item, letters: str) -> bool:
    """Return whether a sign alone may show the move of a figure right behind a name: a percent's is in basis points."""
    return bare.part is not Part.PERCENT or Part.BASIS in letters


def _is_apart(places: Mapping[str, Item]) -> bool:
    """Return whether the price stands between a change and a percent: `up 0.5% at 7,600 (+38 points)`."""
    return "two" in places and "last" in places and places["one"].start < places["last"].start < places["two"].start


def _doubt(row: Clause, items: Sequence[Item], found: re.Match[str], style: Style) -> str | None:
    """Return why a row is no quote; None where nothing speaks against it."""
    groups = found.groupdict()
    is_bare = groups.get("bare") is not None
    price = found.start("bare" if is_bare else "last") if is_bare or groups.get("last") else None
    if price is not None and may_be_year(items, price, is_bare=is_bare) and not row.adds_up:
        return YEAR
    if groups.get("one") and may_be_of_name(items, found.start("one"), found.start(), style) and not row.adds_up:
        return NUMBER_OF_NAME
    if groups.get("one") and price is not None and _may_be_price(row, items[found.start("one")], items[price]):
        return OTHER_PRICE
    if groups.get("previous") and price is not None and not row.has_move and may_be_target(items, price):
        return TARGET
    return FORECAST if is_forecast(items, found.start()) else None


def _may_be_price(row: Clause, move: Item, price: Item) -> bool:
    """Return whether a change alone may be a price as the other one is: `up at $2,391.22 ($2,376.93)`."""
    return move.has_money and price.has_money and row.percent is None and (row.change or 0) * 2 >= row.last


def _has_way(letters: str) -> bool:
    return not _WAYS.keys().isdisjoint(letters)


def _fits(name: str, price: Item, moves: Sequence[Item]) -> bool:
    """Return whether a yield is a bond's, and its move in points of it; basis points are of nothing else."""
    parts = {each.part for each in moves}
    if price.part is Part.PERCENT:
        return is_bond(name.rstrip(": ")) and parts <= {Part.NUMBER, Part.BASIS}
    return Part.BASIS not in parts


def _change(move: Item, price: Item, percent: Decimal | None, style: Style) -> Decimal | None:
    """Return a change in the unit of its price; None where the two do not go together."""
    value = style.value(move.body)
    if value is None or move.part in (Part.NUMBER, Part.POINTS):
        is_major = move.has_money and price.part is Part.CENTS
        return None if is_major else value and _in_unit_of(price, move, value, percent, style)
    if move.part is Part.CENTS and price.part is Part.CENTS:
        return value
    if move.part is Part.BASIS:
        return value.scaleb(-2)
    return _of_cents(price, value, percent, style) if price.has_money else None


def _in_unit_of(price: Item, move: Item, change: Decimal, percent: Decimal | None, style: Style) -> Decimal:
    """Return a change in the unit of its price: in cents where the percent proves it: `97, or 1%, at $92`."""
    last = style.value(price.body)
    if not (percent and last and price.has_money) or move.has_money or move.part is Part.POINTS:
        return change
    half = own_half_unit(percent)
    in_cents = change.scaleb(-2)
    is_proven = adds_up_either_way(last, in_cents, percent, half) and not adds_up_either_way(
        last, change, percent, half
    )
    return in_cents if is_proven else change


def _of_cents(price: Item, change: Decimal, percent: Decimal | None, style: Style) -> Decimal:
    """Return a change in cents in the unit of its price; `0.05 kobo` is in it already where the percent proves it."""
    last, in_cents = style.value(price.body), change.scaleb(-2)
    if not (percent and last):
        return in_cents
    half = own_half_unit(percent)
    is_whole = adds_up_either_way(last, change, percent, half) and not adds_up_either_way(last, in_cents, percent, half)
    return change if is_whole else in_cents


def _is_price(figure: Item) -> bool:
    """Return whether a figure right behind a name is a price, and no part of the name."""
    return figure.has_money or not figure.body.isdecimal() or len(figure.body) > _LONGEST_INTEGER


def _bears_out(row: Clause) -> bool:
    """Return whether the previous close and the last price show the move that the row prints."""
    if row.previous is None:
        return False
    sign = sign_of_move(row.marks)
    moved = row.last - row.previous
    if row.change is None and row.percent is None:
        return moved * sign > 0 and not (row.is_bare or row.in_points)  # `up at 12 from 10` may be of anything
    if row.change is not None and moved != signed(row.change, sign):
        return False
    return row.percent is None or adds_up(row.last, moved, signed(row.percent, sign))

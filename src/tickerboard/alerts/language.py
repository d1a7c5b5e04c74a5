"""The language of alerts: that of filters, with what changes from one snapshot to the next.

    factor     = … | event                   factor { "for" number "pages" | "within" number unit }
    comparison = … | operand "crosses" value
    event      = "new" | "vanished" | "mentioned"        unit = "s" | "min" | "h" | "d"

`crosses` is true where a number was below the value on the symbol's snapshot before and is not any more, or was above
it. `new` is true for a symbol that was on no page before, `vanished` for one that has left its page, `mentioned` for
one that a new article names. `for` asks for that many snapshots of the symbol in a row, `within` for one snapshot in
that time. Both belong to the condition before them. The fields of articles are about new articles that name the symbol.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from tickerboard.alerts.fields import ARTICLE_FIELDS, ArticleField
from tickerboard.table.column_registry import UnknownColumnError
from tickerboard.table.columns import COLUMNS, TREND
from tickerboard.table.expression import (
    And,
    Comparison,
    ExpressionReader,
    Groups,
    Membership,
    Node,
    Not,
    Operand,
    Or,
    number_of,
)
from tickerboard.table.filter_error import FilterError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tickerboard.table.expression import Field

NEW, VANISHED, MENTIONED = "new", "vanished", "mentioned"
EVENTS = {
    NEW: "the symbol was on no page before",
    VANISHED: "the symbol has left its page",
    MENTIONED: "a new article names the symbol",
}
MOST_PAGES = 1_000
LONGEST = 31 * 86_400
"""The longest time of `within`, in seconds."""
_UNITS = {"s": 1, "min": 60, "h": 3_600, "d": 86_400}
_LONG_UNITS = {"second": "s", "sec": "s", "minute": "min", "hour": "h", "day": "d"}


@dataclass(frozen=True, slots=True)
class Crosses:
    """A number that passes a value, either way."""

    operand: Operand
    value: Decimal


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened with this snapshot: one of `EVENTS`."""

    name: str


@dataclass(frozen=True, slots=True)
class Lasting:
    """A condition that has been true on so many snapshots of the symbol in a row."""

    inner: Node
    pages: int


@dataclass(frozen=True, slots=True)
class Within:
    """A condition that was true on a snapshot of the symbol at most so many seconds ago."""

    inner: Node
    seconds: int


class _AlertReader(ExpressionReader):
    """Reads the rules that alerts have beside those of filters."""

    def _factor(self) -> Node:
        node = super()._factor()
        while True:
            if self._takes("for"):
                node = Lasting(node, self._pages())
            elif self._takes("within"):
                node = Within(node, self._seconds())
            else:
                return node

    def _comparison(self) -> Node:
        for name in EVENTS:
            if self._takes(name):
                return Event(name)
        at = self._at
        operand = self._operand()
        if not self._takes("crosses"):
            self._at = at
            return super()._comparison()
        value = self._next("a value")[1]
        number = self._value(operand, "=", value) if not operand.field.is_text else None
        if not isinstance(number, Decimal):
            raise FilterError(f"{operand} is text; crosses is for numbers")
        return Crosses(operand, number)

    def _pages(self) -> int:
        pages = self._whole_number("a number of pages", MOST_PAGES)
        if not (self._takes("pages") or self._takes("page")):
            raise FilterError("write for 2 pages, or within 10 min")
        return pages

    def _seconds(self) -> int:
        count = self._whole_number("a time", LONGEST)
        word = self._next("a unit: s, min, h or d")[1].lower()
        unit = _LONG_UNITS.get(word.removesuffix("s"), word)
        if unit not in _UNITS:
            raise FilterError(f"unknown unit {word!r}; use s, min, h or d")
        if count * _UNITS[unit] > LONGEST:
            raise FilterError("the longest time is 31 d")
        return count * _UNITS[unit]

    def _whole_number(self, wanted: str, most: int) -> int:
        word = self._next(wanted)[1]
        number = number_of(word)
        if number is None or number != int(number) or not 1 <= number <= most:
            raise FilterError(f"{word!r} is not a whole number from 1 to {most:,}")
        return int(number)

    def _names(self) -> tuple[str, ...]:
        return (*COLUMNS.names(), *(each.name for each in ARTICLE_FIELDS), *EVENTS)

    def _find(self, name: str) -> Field:
        try:
            if name == TREND.name:
                raise FilterError("trend is of the table only; use a field such as percent")
            return ARTICLE_FIELDS.get(name) or COLUMNS.find(name)
        except UnknownColumnError as error:
            near = difflib.get_close_matches(name, self._names(), 1)
            words = f"unknown field {name!r}" + (f"; did you mean {near[0]}?" if near else "")
            raise FilterError(words) from error


def read_condition(text: str, groups: Groups) -> Node:
    """Return the tree of an alert's condition. Raise FilterError, also for plain text."""
    if not text.strip():
        raise FilterError("a condition is missing, such as percent < -3")
    return _AlertReader(text, groups).whole()


def nodes_of(node: Node) -> Iterator[Node]:
    """Go through a condition and all that it consists of."""
    yield node
    match node:
        case Not(inner) | Lasting(inner, _) | Within(inner, _):
            yield from nodes_of(inner)
        case And(parts) | Or(parts):
            for part in parts:
                yield from nodes_of(part)


def is_of_articles(node: Node) -> bool:
    """Return whether a condition is about articles alone, whatever symbol they name."""
    leaves = [each for each in nodes_of(node) if isinstance(each, Comparison | Crosses | Event | Membership)]
    return all(isinstance(each, Comparison) and isinstance(each.operand.field, ArticleField) for each in leaves)


def reads_articles(node: Node) -> bool:
    """Return whether a condition asks for anything of articles."""
    return any(
        each == Event(MENTIONED) or (isinstance(each, Comparison) and isinstance(each.operand.field, ArticleField))
        for each in nodes_of(node)
    )


def loosened(node: Node, by: Decimal) -> Node:
    """Return the condition that is also true where its numbers are short of it by less than `by`.

    An alert arms again once that is false. What lasts loses its duration: the number itself has to go back.
    """
    match node:
        case Comparison(operand, sign, value) if isinstance(value, Decimal):
            return _loose_comparison(operand, sign, value, by)
        case Crosses(operand, value) if by > 0:
            return Or((node, _between(operand, value, by)))
        case Not(inner):
            return Not(loosened(inner, -by))
        case And(parts):
            return And(tuple(loosened(part, by) for part in parts))
        case Or(parts):
            return Or(tuple(loosened(part, by) for part in parts))
        case Lasting(inner, _):
            return loosened(inner, by)
        case Within(inner, seconds):
            return Within(loosened(inner, by), seconds)
    return node


def _loose_comparison(operand: Operand, sign: str, value: Decimal, by: Decimal) -> Node:
    if by and sign[0] in "<>":  # so that a number that is back by exactly `by` arms the alert
        sign = sign[0] + "=" * (by < 0)
        return Comparison(operand, sign, value + (by if sign[0] == "<" else -by))
    node = Comparison(operand, sign, value)
    return Or((node, _between(operand, value, by))) if sign in {"=", "=="} and by > 0 else node


def _between(operand: Operand, value: Decimal, by: Decimal) -> Node:
    """Return the condition that a number is less than `by` away from a value."""
    return And((Comparison(operand, ">", value - by), Comparison(operand, "<", value + by)))

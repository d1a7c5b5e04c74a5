"""Filter expressions, shared by the screen, the command line and views.

    expression = term { "or" term }          term = factor { "and" factor }
    factor     = "not" factor | "(" expression ")" | comparison
    comparison = field ("=" | "!=" | "<" | "<=" | ">" | ">=" | "~") value | field "in" group

A field is the name of a column. Text compares without regard to case; `~` means contains. A number may have thousands
commas and end in k, M or B. A missing value equals nothing, and is neither less nor greater. Text without an operator
that does not begin as a field is plain text, which is searched for in symbol and name; so is any text in quotes.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tickerboard.errors import TickerboardError
from tickerboard.table.columns import COLUMNS, SYMBOL, UnknownColumnError

if TYPE_CHECKING:
    from tickerboard.board.row import Row
    from tickerboard.table.column import Column

Test = Callable[["Row"], bool]
Groups = Mapping[str, frozenset[str]]

DEEPEST = 50
"""The most levels of parentheses and nots."""
_TOKEN = re.compile(
    r'\s*+(?:(?P<text>"[^"]*+"|\'[^\']*+\')|(?P<sign><=|>=|!=|==|[=<>~()])|(?P<word>[^\s=<>~()!"\']++)|(?P<bad>\S))'
)
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,8})?[kKmMbB%]?")
_OPERATOR = re.compile(r"""[=<>~()!"']|(?:^|\s)in\s""")
_QUOTED = re.compile(r"""("[^"]*+"|'[^']*+')""")
_UNITS = {"k": 1_000, "m": 1_000_000, "b": 1_000_000_000}
_SIGNS: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "~": operator.contains,
}


class FilterError(TickerboardError, ValueError):
    """An invalid filter. The message is one plain line."""


def compile_filter(text: str, groups: Groups) -> Test:
    """Return a test of rows. Raises FilterError; the test itself never raises.

    Text with an operator, or that begins as a field, is an expression and never plain text.
    """
    wanted = text.strip()
    if _QUOTED.fullmatch(wanted):
        return _plain(wanted[1:-1])
    return _plain(wanted) if _is_plain(wanted) else _Reader(wanted, groups).whole()


def misspelled_field(text: str) -> str | None:
    """Return the field that plain text seems to begin with, such as `percent` for `percnt`, else None."""
    words = text.lower().split()
    if not words or not _is_plain(text.strip()):
        return None
    import difflib

    return next(iter(difflib.get_close_matches(words[0], COLUMNS.names(), 1, cutoff=0.75)), None)


def _is_plain(text: str) -> bool:
    return not text or (not _OPERATOR.search(text) and not _begins_as_field(text))


def _begins_as_field(text: str) -> bool:
    """Return whether the first word is a field or `not`, or the only word is the beginning of one."""
    words = text.lower().split()
    starts = (*COLUMNS.names(), "not")
    if len(words) == 1:
        return any(each.startswith(words[0]) for each in starts)
    return bool(words) and words[0] in starts


def _plain(text: str) -> Test:
    wanted = text.lower()
    return lambda row: wanted in row.quote.symbol.lower() or wanted in (row.name or "").lower()


class _Reader:
    """Reads an expression from left to right, with one method for each rule of the grammar."""

    def __init__(self, text: str, groups: Groups) -> None:
        self._groups = groups
        self._tokens: list[tuple[str, str]] = []
        self._at = 0
        self._depth = 0
        for found in _TOKEN.finditer(text):
            kind = found.lastgroup or "bad"
            if kind == "bad":
                raise FilterError(f"unexpected character {found['bad']!r}")
            self._tokens.append((kind, found[kind]))

    def whole(self) -> Test:
        test = self._expression()
        if self._at < len(self._tokens):
            raise FilterError(f"unexpected token {self._peek()!r}")
        return test

    def _peek(self) -> str:
        return self._tokens[self._at][1] if self._at < len(self._tokens) else ""

    def _next(self, wanted: str) -> tuple[str, str]:
        if self._at >= len(self._tokens):
            raise FilterError(f"{wanted} is missing at the end")
        self._at += 1
        return self._tokens[self._at - 1]

    def _takes(self, word: str) -> bool:
        taken = self._peek().lower() == word
        self._at += taken
        return taken

    def _expression(self) -> Test:
        tests = [self._term()]
        while self._takes("or"):
            tests.append(self._term())
        return tests[0] if len(tests) == 1 else lambda row: any(test(row) for test in tests)

    def _term(self) -> Test:
        tests = [self._factor()]
        while self._takes("and"):
            tests.append(self._factor())
        return tests[0] if len(tests) == 1 else lambda row: all(test(row) for test in tests)

    def _factor(self) -> Test:
        self._depth += 1
        if self._depth > DEEPEST:
            raise FilterError("nested too deeply")
        try:
            if self._takes("not"):
                test = self._factor()
                return lambda row: not test(row)
            if self._takes("("):
                inner = self._expression()
                if not self._takes(")"):
                    raise FilterError("a ) is missing")
                return inner
            return self._comparison()
        finally:
            self._depth -= 1

    def _comparison(self) -> Test:
        column = self._field()
        if self._takes("in"):
            return self._membership(column)
        sign = self._next("a comparison such as = or <")[1]
        if sign not in _SIGNS:
            raise FilterError(f"{sign!r} is not a comparison; use = != < <= > >= ~ or in")
        kind, value = self._next("a value")
        value = value[1:-1] if kind == "text" else value
        return _text_test(column, sign, value) if column.is_text else _number_test(column, sign, value)

    def _field(self) -> Column:
        name = self._next("a field")[1].lower()
        longer = [each for each in COLUMNS.names() if each.startswith(name)] if len(self._tokens) == 1 else []
        if longer and name not in longer:
            raise FilterError(f'incomplete expression; did you mean {longer[0]}? To find text, write "{name}"')
        try:
            return COLUMNS.find(name)
        except UnknownColumnError as error:
            raise FilterError(str(error).replace("unknown column", "unknown field")) from error

    def _membership(self, column: Column) -> Test:
        name = self._next("a group")[1]
        if column is not SYMBOL:
            raise FilterError("only symbol can be in a group")
        if name not in self._groups:
            raise FilterError(f"unknown group {name!r}; known groups: {', '.join(self._groups)}")
        members = self._groups[name]
        return lambda row: row.quote.symbol in members


def _text_test(column: Column, sign: str, value: str) -> Test:
    read, compare, wanted = column.value, _SIGNS[sign], value.lower()
    if sign not in {"=", "==", "!=", "~"}:
        raise FilterError(f"{column.name} is text; use = != or ~")
    return lambda row: compare((read(row) or "").lower(), wanted)


def _number_test(column: Column, sign: str, value: str) -> Test:
    plain = value.replace(",", "")
    if not _NUMBER.fullmatch(plain):
        raise FilterError(f"{column.name} is a number; {value!r} is not")
    if sign == "~":
        raise FilterError(f"{column.name} is a number; ~ is for text")
    number = Decimal(plain.rstrip("kKmMbB%")) * _UNITS.get(plain[-1].lower(), 1)
    read, compare = column.value, _SIGNS[sign]

    def test(row: Row) -> bool:
        known = read(row)
        return bool(compare(known, number)) if known is not None else sign == "!="

    return test

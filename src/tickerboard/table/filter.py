"""Filter expressions, shared by the screen, the command line and views.

    expression = term { "or" term }          term = factor { "and" factor }
    factor     = "not" factor | "(" expression ")" | comparison
    comparison = field ("=" | "!=" | "<" | "<=" | ">" | ">=" | "~") value | field "in" group

Text compares without regard to case, `~` means contains. A number may have thousands commas and end in k, M or B. A
field that the page does not tell is equal to nothing, and neither less nor greater. What is no expression at all is
plain text, to be found in symbol or name.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tickerboard.errors import TickerboardError
from tickerboard.table.columns import VALUES, Column

if TYPE_CHECKING:
    from tickerboard.board.row import Row

Test = Callable[["Row"], bool]
Groups = Mapping[str, frozenset[str]]

DEEPEST = 50
"""How deep parentheses and nots may nest."""
_TOKEN = re.compile(
    r'\s*+(?:(?P<text>"[^"]*+"|\'[^\']*+\')|(?P<sign><=|>=|!=|==|[=<>~()])|(?P<word>[^\s=<>~()!"\']++)|(?P<bad>\S))'
)
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,8})?[kKmMbB%]?")
_EXPRESSION = re.compile(r"""[=<>~()!"']|(?:^|\s)in\s""")
_UNITS = {"k": 1_000, "m": 1_000_000, "b": 1_000_000_000}
_TEXTS: dict[str, Callable[[Row], Any]] = {
    "symbol": VALUES[Column.SYMBOL],
    "name": VALUES[Column.NAME],
    "sector": VALUES[Column.SECTOR],
    "kind": lambda row: row.quote.kind.value,
    "direction": lambda row: row.quote.direction.value,
    "source": lambda row: row.source,
}
_NUMBERS = {column.value: VALUES[column] for column in Column if column.value not in _TEXTS}
FIELDS = (*_TEXTS, *_NUMBERS)
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
    """An expression that cannot be read; the message is one plain line."""


def compile_filter(text: str, groups: Groups) -> Test:
    """Make a test of rows. Raises FilterError; the test itself never raises."""
    wanted = text.strip().lower()
    if not _EXPRESSION.search(text) and wanted not in FIELDS:  # a field alone is an expression not yet whole
        return _plain(wanted)
    return _Reader(text, groups).whole()


def begins_expression(text: str) -> bool:
    """Tell a text that may be the beginning of an expression that is still being typed."""
    words = text.lower().split()
    return len(words) == 1 and any(field.startswith(words[0]) for field in (*FIELDS, "not"))


def _plain(wanted: str) -> Test:
    return lambda row: wanted in row.quote.symbol.lower() or wanted in (row.name or "").lower()


class _Reader:
    """Reads an expression from left to right; each rule takes what is its own."""

    def __init__(self, text: str, groups: Groups) -> None:
        self._groups = groups
        self._tokens: list[tuple[str, str]] = []
        self._at = 0
        self._depth = 0
        for found in _TOKEN.finditer(text):
            kind = found.lastgroup or "bad"
            if kind == "bad":
                raise FilterError(f"{found['bad']!r} is not understood")
            self._tokens.append((kind, found[kind]))

    def whole(self) -> Test:
        test = self._expression()
        if self._at < len(self._tokens):
            raise FilterError(f"{self._peek()!r} is one thing too many")
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
        field = self._next("a field")[1].lower()
        if field not in FIELDS:
            raise FilterError(f"no field {field!r}; there are {', '.join(FIELDS)}")
        if self._takes("in"):
            return self._membership(field)
        sign = self._next("a comparison such as = or <")[1]
        if sign not in _SIGNS:
            raise FilterError(f"{sign!r} does not compare; use = != < <= > >= ~ or in")
        kind, value = self._next("a value")
        value = value[1:-1] if kind == "text" else value
        return _text_test(field, sign, value) if field in _TEXTS else _number_test(field, sign, value)

    def _membership(self, field: str) -> Test:
        name = self._next("a group")[1]
        if field != "symbol":
            raise FilterError("only symbol can be in a group")
        if name not in self._groups:
            raise FilterError(f"no group {name!r}; there are {', '.join(self._groups)}")
        members = self._groups[name]
        return lambda row: row.quote.symbol in members


def _text_test(field: str, sign: str, value: str) -> Test:
    read, compare, wanted = _TEXTS[field], _SIGNS[sign], value.lower()
    if sign not in {"=", "==", "!=", "~"}:
        raise FilterError(f"{field} is text; use = != or ~")
    return lambda row: compare((read(row) or "").lower(), wanted)


def _number_test(field: str, sign: str, value: str) -> Test:
    plain = value.replace(",", "")
    if not _NUMBER.fullmatch(plain):
        raise FilterError(f"{field} is a number, {value!r} is none")
    if sign == "~":
        raise FilterError(f"{field} is a number; ~ is for text")
    number = Decimal(plain.rstrip("kKmMbB%")) * _UNITS.get(plain[-1].lower(), 1)
    read, compare = _NUMBERS[field], _SIGNS[sign]

    def test(row: Row) -> bool:
        known = read(row)
        return bool(compare(known, number)) if known is not None else sign == "!="

    return test

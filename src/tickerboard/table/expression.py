"""The language of filters, read into a tree; `filter.py` and the alerts make tests of it.

    expression = term { "or" term }          term = factor { "and" factor }
    factor     = "not" factor | "(" expression ")" | comparison
    comparison = operand ("=" | "!=" | "<" | "<=" | ">" | ">=" | "~") value | field "in" group
    operand    = field | "abs" "(" field ")"

A field is the name of a column. Text compares without regard to case; `~` means contains. A number may have thousands
commas and end in k, M or B. A missing value equals nothing, and is neither less nor greater.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias

from tickerboard.table.column_registry import UnknownColumnError
from tickerboard.table.columns import COLUMNS, SYMBOL
from tickerboard.table.filter_error import FilterError
from tickerboard.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Groups = Mapping[str, frozenset[str]]

DEEPEST = 50
"""The most levels of parentheses and nots."""
SIGNS = ("=", "==", "!=", "<", "<=", ">", ">=", "~")
TEXT_SIGNS = ("=", "==", "!=", "~")
_TOKEN = pattern(
    r'\s*+(?:(?P<text>"[^"]*+"|\'[^\']*+\')|(?P<sign><=|>=|!=|==|[=<>~()])|(?P<word>[^\s=<>~()!"\']++)|(?P<bad>\S))'
)
_NUMBER = pattern(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,8})?[kKmMbB%]?")
_UNITS = {"k": 1_000, "m": 1_000_000, "b": 1_000_000_000}


class Field(Protocol):
    """What a condition may ask for: a column, or a field of another room."""

    @property
    def name(self) -> str:
        """Its name in conditions."""
        ...

    @property
    def is_text(self) -> bool:
        """Whether it holds text; otherwise numbers."""
        ...

    @property
    def value(self) -> Callable[[Any], Any]:
        """Returns the value of a row, or of what else has the field; None where it is missing."""
        ...


class Operand(NamedTuple):
    """A field, or with `absolute` the number in it without its sign."""

    field: Field
    absolute: bool = False

    def __str__(self) -> str:
        return f"abs({self.field.name})" if self.absolute else self.field.name

    def read(self, of: Any) -> Any:
        """Return its value; None where it is missing."""
        value = self.field.value(of)
        return abs(value) if self.absolute and value is not None else value


@dataclass(frozen=True, slots=True)
class Comparison:
    """A value compared by one of `SIGNS`: with a Decimal, or with text in lower case."""

    operand: Operand
    sign: str
    value: Decimal | str


@dataclass(frozen=True, slots=True)
class Membership:
    """Whether the symbol is in a group."""

    members: frozenset[str]


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition."""

    inner: Node


@dataclass(frozen=True, slots=True)
class And:
    """All of several conditions."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of several conditions."""

    parts: tuple[Node, ...]


Node: TypeAlias = Any
"""A condition: one of the classes above, or of a language that has more."""


class ExpressionReader:
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

    def whole(self) -> Node:
        """Return the tree of the whole text. Raise FilterError."""
        node = self._expression()
        if self._at < len(self._tokens):
            raise FilterError(f"unexpected token {self._peek()!r}")
        return node

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

    def _expression(self) -> Node:
        parts = [self._term()]
        while self._takes("or"):
            parts.append(self._term())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _term(self) -> Node:
        parts = [self._factor()]
        while self._takes("and"):
            parts.append(self._factor())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _factor(self) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            raise FilterError("nested too deeply")
        try:
            if self._takes("not"):
                return Not(self._factor())
            if self._takes("("):
                inner = self._expression()
                self._close()
                return inner
            return self._comparison()
        finally:
            self._depth -= 1

    def _close(self) -> None:
        if not self._takes(")"):
            raise FilterError("a ) is missing")

    def _comparison(self) -> Node:
        operand = self._operand()
        if self._takes("in"):
            return self._membership(operand)
        sign = self._next("a comparison such as = or <")[1]
        if sign not in SIGNS:
            raise FilterError(f"{sign!r} is not a comparison; use = != < <= > >= ~ or in")
        kind, value = self._next("a value")
        value = value[1:-1] if kind == "text" else value
        return Comparison(operand, sign, self._value(operand, sign, value))

    def _value(self, operand: Operand, sign: str, value: str) -> Decimal | str:
        """Return what an operand is compared with. Raise FilterError where the two do not compare."""
        if operand.field.is_text:
            if sign not in TEXT_SIGNS:
                raise FilterError(f"{operand} is text; use = != or ~")
            return value.lower()
        number = number_of(value)
        if number is None:
            raise FilterError(f"{operand} is a number; {value!r} is not")
        if sign == "~":
            raise FilterError(f"{operand} is a number; ~ is for text")
        return number

    def _operand(self) -> Operand:
        name = self._next("a field")[1].lower()
        if name != "abs" or self._peek() != "(":
            return Operand(self._field(name))
        self._at += 1
        field = self._field(self._next("a field")[1].lower())
        self._close()
        if field.is_text:
            raise FilterError(f"{field.name} is text; abs() is for numbers")
        return Operand(field, absolute=True)

    def _field(self, name: str) -> Field:
        longer = [each for each in self._names() if each.startswith(name)] if len(self._tokens) == 1 else []
        if longer and name not in longer:
            raise FilterError(f'incomplete expression; did you mean {longer[0]}? To find text, write "{name}"')
        return self._find(name)

    def _names(self) -> Sequence[str]:
        """Return the names of the fields."""
        return COLUMNS.names()

    def _find(self, name: str) -> Field:
        """Return the field of a name. Raise FilterError, with the nearest name."""
        try:
            return COLUMNS.find(name)
        except UnknownColumnError as error:
            raise FilterError(str(error).replace("unknown column", "unknown field")) from error

    def _membership(self, operand: Operand) -> Membership:
        name = self._next("a group")[1]
        if operand.field is not SYMBOL:
            raise FilterError("only symbol can be in a group")
        if name not in self._groups:
            raise FilterError(f"unknown group {name!r}; known groups: {', '.join(self._groups)}")
        return Membership(self._groups[name])


def number_of(text: str) -> Decimal | None:
    """Return a number as a condition has it, `1,500` or `1.5k`; None for what is not a number."""
    plain = text.replace(",", "")
    if not _NUMBER.fullmatch(plain):
        return None
    return Decimal(plain.rstrip("kKmMbB%")) * _UNITS.get(plain[-1].lower(), 1)

"""Filters, shared by the screen, the command line and views: an expression, or plain text.

Text without an operator that does not begin as a field is plain text, which is searched for in symbol and name; so is
any text in quotes. `expression.py` has the grammar of the rest.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tickerboard.table.columns import COLUMNS
from tickerboard.table.expression import (
    And,
    Comparison,
    ExpressionReader,
    FilterError,
    Groups,
    Membership,
    Node,
    Not,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tickerboard.board.row import Row

__all__ = ["FilterError", "Groups", "Test", "compile_filter", "refuse_misspelled"]

Test = Callable[["Row"], bool]

_OPERATOR = re.compile(r"""[=<>~()!"']|(?:^|\s)in\s""")
_QUOTED = re.compile(r"""("[^"]*+"|'[^']*+')""")
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


def compile_filter(text: str, groups: Groups) -> Test:
    """Return a test of rows. Raises FilterError; the test itself never raises.

    Text with an operator, or that begins as a field, is an expression and never plain text.
    """
    wanted = text.strip()
    if _QUOTED.fullmatch(wanted):
        return _plain(wanted[1:-1])
    return _plain(wanted) if _is_plain(wanted) else _test(ExpressionReader(wanted, groups).whole())


def refuse_misspelled(text: str, test: Test, rows: Iterable[Row]) -> None:
    """Raise FilterError for plain text that finds nothing and is probably a misspelled field."""
    near = _misspelled_field(text)
    if near and not any(test(row) for row in rows):
        raise FilterError(f"no symbol or name contains {text.strip()!r}; did you mean {near}?")


def _misspelled_field(text: str) -> str | None:
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


def _test(node: Node) -> Test:
    """Return the test of a tree."""
    match node:
        case Comparison():
            return _text_test(node) if node.operand.field.is_text else _number_test(node)
        case Membership(members):
            return lambda row: row.quote.symbol in members
        case Not(inner):
            test = _test(inner)
            return lambda row: not test(row)
        case And(parts):
            tests = [_test(part) for part in parts]
            return lambda row: all(test(row) for test in tests)
    tests = [_test(part) for part in node.parts]
    return lambda row: any(test(row) for test in tests)


def _text_test(node: Comparison) -> Test:
    read, compare, wanted = node.operand.field.value, _SIGNS[node.sign], node.value
    return lambda row: compare((read(row) or "").lower(), wanted)


def _number_test(node: Comparison) -> Test:
    read = node.operand.read if node.operand.absolute else node.operand.field.value
    compare, number, is_other = _SIGNS[node.sign], node.value, node.sign == "!="

    def test(row: Row) -> bool:
        known = read(row)
        return bool(compare(known, number)) if known is not None else is_other

    return test

"""Tests of rows, made of the expressions of filters."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any

from tickerboard.table.expression import And, Comparison, ExpressionReader, Membership, Not

if TYPE_CHECKING:
    from collections.abc import Callable

    from tickerboard.board.row import Row
    from tickerboard.table.expression import Groups, Node

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


def test_of(text: str, groups: Groups) -> Callable[[Row], bool]:
    """Return the test of an expression, which never raises itself. Raise FilterError for an invalid one."""
    return _test(ExpressionReader(text, groups).whole())


def _test(node: Node) -> Callable[[Row], bool]:
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


def _text_test(node: Comparison) -> Callable[[Row], bool]:
    read, compare, wanted = node.operand.field.value, _SIGNS[node.sign], node.value
    return lambda row: compare((read(row) or "").lower(), wanted)


def _number_test(node: Comparison) -> Callable[[Row], bool]:
    read = node.operand.read if node.operand.absolute else node.operand.field.value
    compare, number, is_other = _SIGNS[node.sign], node.value, node.sign == "!="

    def test(row: Row) -> bool:
        known = read(row)
        return bool(compare(known, number)) if known is not None else is_other

    return test

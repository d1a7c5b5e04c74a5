"""Filters, shared by the screen, the command line and views: an expression, or plain text.

Text without an operator that does not begin as a field is plain text, which is searched for in symbol and name; so is
any text in quotes. `expression.py` has the grammar of the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tickerboard.table.columns import COLUMNS
from tickerboard.table.filter_error import FilterError
from tickerboard.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tickerboard.board.row import Row
    from tickerboard.table.expression import Groups

__all__ = ["FilterError", "Test", "compile_filter", "refuse_misspelled"]

Test = Callable[["Row"], bool]

_OPERATOR = pattern(r"""[=<>~()!"']|(?:^|\s)in\s""")
_QUOTED = pattern(r"""("[^"]*+"|'[^']*+')""")


def compile_filter(text: str, groups: Groups) -> Test:
    """Return a test of rows. Raises FilterError; the test itself never raises.

    Text with an operator, or that begins as a field, is an expression and never plain text.
    """
    wanted = text.strip()
    if _QUOTED.fullmatch(wanted):
        return _plain(wanted[1:-1])
    if _is_plain(wanted):
        return _plain(wanted)
    from tickerboard.table.evaluation import test_of  # a board opens without an expression

    return test_of(wanted, groups)


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

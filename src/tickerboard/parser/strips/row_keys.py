"""Keys and dashes between the name and the figures of one line: without them the line is a plain row."""

from __future__ import annotations

import re

from tickerboard.parser.strips.keys import key_field
from tickerboard.parser.tables.fields import MOVES, Field
from tickerboard.text.numbers import ARROW

_KEY = r"(?:[A-Z][A-Za-z]{1,9}(?: [A-Za-z%]{1,8})?|24 ?h|1 ?d)"
_VALUE = r"[^\n:|]{1,40}?"
_SUM = r"[0-9][0-9.,]*"
_MONEY = rf"(?:(?:[A-Z]{{0,3}}[$€£¥₹]|[A-Z]{{3}}) ?)?{_SUM}"
_NAME = r"^ *(?:[-*•] )?[^\W\d_][^\n|%:;\u2013\u2014]{1,60}?"
KEYED = re.compile(rf"^ *{_KEY}: ?{_VALUE}(?:[ ,;|]+{_KEY}: ?{_VALUE}){{2,4}} *$", re.MULTILINE)
"""A line of three to five keys, each with a colon and a value."""
_PAIR = re.compile(rf"(?:\A *|[ ,;|]+)({_KEY}): ?(.*?)(?=[ ,;|]+{_KEY}:| *\Z)")
HAS_KEYED_MOVE = re.compile(r":(?<=[a-zA-Z%]:) ?[+\u2212-][0-9]")
KEYED_MOVE = re.compile(
    rf"({_NAME}:? {_MONEY}) ?[|,;]? ?(\(?)({_KEY}): ?([+\u2212-]{_SUM} ?%\)?)"
    r"(?: ?[|,;] ?[0-9A-Za-z][A-Za-z ]{1,11}: ?[$€£+\u2212-]?[0-9][0-9.,]* ?[%KMBT]?)* *$",
    re.MULTILINE,
)
"""A name, its price, a percent behind its key, and perhaps others: `Acme (ACM): $1.10 | 24h: +0.80% | 7d: +1.00%`."""
DASHED = re.compile(rf"({_NAME}) [\u2013\u2014] ({_MONEY}) [\u2013\u2014] (?={_SUM} ?% ?{ARROW}$)", re.MULTILINE)
"""A name, its price and a percent with its arrow behind it, so that the dash before it is no minus."""


def without_keys(found: re.Match[str]) -> str:
    """Return the values of a line that has no others than a symbol or a name, a price, and moves of the day."""
    pairs = _PAIR.findall(found[0])
    fields = [key_field(key) for key, _ in pairs]
    names = [each for each in fields if each in (Field.SYMBOL, Field.NAME)]
    figures = fields[len(names) :]
    is_row = names and fields[: len(names)] == names and len(set(fields)) == len(fields)
    if is_row and figures[:1] == [Field.LAST] and figures[1:] and MOVES.issuperset(figures[1:]):
        return " ".join([value for _, value in pairs])
    return found[0]


def without_key(found: re.Match[str]) -> str:
    """Return a row without the key before its percent, where that is the day's move."""
    return f"{found[1]} {found[2]}{found[4]}" if key_field(found[3]) in MOVES else found[0]

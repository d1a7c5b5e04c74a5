"""Two closes below their dates: the later one is the last price, and the earlier one the previous close.

`Closing Value 17th April 2025 | Closing Value 25th April 2025 | Variation`: only rows whose move leads from one close
to the other are read.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from tickerboard.parser.audit import adds_up
from tickerboard.parser.figures.currencies import is_currency
from tickerboard.parser.figures.tokens import lone_amount, tokens
from tickerboard.parser.tables.fields import MOVES, Field
from tickerboard.parser.tables.headers.header import field_of
from tickerboard.text.numbers import MINUS, signed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.tables.layouts.layout import Cells, Fields

_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
DATE = re.compile(
    rf"{_WEEKDAY}(?:(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)? (?P<month>{_MONTH}),?"
    rf"|(?P<month2>{_MONTH}) (?P<day2>[0-3]?[0-9])(?:st|nd|rd|th)?,?) (?P<year>20[0-9]{{2}})\b"
    r"|\b(?P<iso>20[0-9]{2}(?P<mark>[/-])[01]?[0-9](?P=mark)[0-3]?[0-9])\b",
    re.IGNORECASE,
)
"""A day with its month in letters, or behind the year; `03/04/2025` is of April or of March."""
YEAR = " 20"
"""What such a day has: looked for first."""
_FARTHEST = timedelta(days=10)
"""Between the closes of a report of a week, at most; a year apart they are figures of companies as well."""
_PRICE_WORDS = frozenset(("closing value", "closing index", "closing level", "index value"))
"""What a header calls a close above its date, beside the words for a last price."""
_INDICES = frozenset(("index", "indices", "indexes", "stock index"))
"""What a header calls the rows below bare dates: their figures are closes, and no counts."""
_NEXT = timedelta(days=4)
"""Between the closes of two sessions, at most."""


def undated(cells: Sequence[str]) -> list[str]:
    """Return a header's cells with two dated closes named `Previous` and `Last`; nothing where there are not two."""
    found = [(day, at) for at, cell in enumerate(cells) if (day := _day(cell))]
    if len(found) != 2 or not timedelta(0) < abs(found[0][0] - found[1][0]) <= _FARTHEST:
        return []
    words = {_without_currency(DATE.sub("", cells[at])) for _, at in found}
    is_bare = words == {""} and cells[0].casefold() in _INDICES and abs(found[0][0] - found[1][0]) <= _NEXT
    if len(words) > 1 or not (is_bare or all(map(_is_price, words))) or Field.LAST in map(field_of, cells):
        return []
    named = list(cells)
    for (_, at), word in zip(sorted(found), ("Previous", "Last"), strict=True):
        named[at] = word
    return named


def is_borne_out(cells: Cells, fields: Fields, style: Style) -> bool:
    """Return whether each move of a row leads from its previous close to its last price, with the sign that it has."""
    last, previous = (
        lone_amount(tokens(cells[list(fields).index(kind)]), style) for kind in (Field.LAST, Field.PREVIOUS)
    )
    moves = [cell for cell, kind in zip(cells, fields, strict=True) if kind in MOVES]
    if not last or not previous:
        return False
    for cell in moves:
        figures = [each for each in tokens(cell) if each.body]
        size = lone_amount(figures, style)
        if size is None:
            return False
        move = signed(size, -1 if any(mark in MINUS for mark in figures[0].marks) else 1)
        if not (adds_up(last, last - previous, move) if figures[0].kind == "p" else last - previous == move):
            return False
    return bool(moves)


def _day(cell: str) -> date | None:
    """Return the only day that a cell names; None for any other cell."""
    found = list(DATE.finditer(cell))
    if len(found) != 1:
        return None
    day, month, year = found[0]["day"] or found[0]["day2"], found[0]["month"] or found[0]["month2"], found[0]["year"]
    try:
        if iso := found[0]["iso"]:
            return date(*map(int, re.split("[/-]", iso)))
        return datetime.strptime(f"{day} {month[:3]} {year}", "%d %b %Y").date()  # noqa: DTZ007  no time of the day
    except ValueError:
        return None


def _without_currency(text: str) -> str:
    """Return the words of a header without a currency behind them."""
    words = text.strip(" ()").split()
    if words and (is_currency(words[-1].strip("()")) or field_of(f"price ({words[-1]})")):
        words = words[:-1]
    return " ".join(words).casefold()


def _is_price(words: str) -> bool:
    return words in _PRICE_WORDS or field_of(words) is Field.LAST

"""Lists of orders, options, advice and trades: a line of each item says so, or their days differ."""

from __future__ import annotations

import re
from itertools import pairwise
from operator import attrgetter, sub
from typing import TYPE_CHECKING

from tickerboard.parser import reasons
from tickerboard.text.days import MONTH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tickerboard.model import Quote
    from tickerboard.parser.strips.reading import StripReading

_TRADES = re.compile(
    r"(?:bought|sold|filled|pending|executed|limit(?: order)?|market order|stop(?:[ -]loss)?|strike(?: price)?"
    r"|(?:call|put)(?:s| option)?(?: [0-9.]+)?|[0-9.]+ ?(?:ce|pe)|long|short|[0-9.,]+ (?:shares|units)|holding|position"
    r"|entry(?: price)?|(?:12[ -]month |price )?target|insider (?:buy|sale|sell)|expir(?:es|y|ed|ation)\b.{0,20}"
    r"|rrp|was [$€£][0-9.,]+|gekauft|verkauft|stück|achat|vente|compra|venta)",
    re.IGNORECASE,
)
"""What a line of each item says of an order, an option, or a price that somebody paid or expects."""
_DAY = re.compile(
    rf"[0-9]{{1,2}}\.? {MONTH}\b.{{0,6}}|{MONTH} [0-9]{{1,2}}, ?20[0-9]{{2}}"
    r"|[0-9]{1,2}[./][0-9]{1,2}[./](?:20)?[0-9]{2}"
    r"|20[0-9]{2}-[0-9]{2}-[0-9]{2}|(?:a|[0-9]{1,2}) (?:days?|weeks?|months?|years?) ago",
    re.IGNORECASE,
)
"""A day, or how many days ago something was."""
_FEWEST = 3
"""Rows of different days that are no list of one, at least."""
_FARTHEST = 6
"""Lines from one row of a list to the next one, at most."""


def refute_lists(reading: StripReading, lines: Sequence[str]) -> None:
    """Turn the quotes of such lists into problems. A quote's line is its number in `lines`."""
    for rows in _lists(sorted(reading.found.values(), key=attrgetter("line"))):
        if _are_trades(_between(rows, lines)) or (len(rows) >= _FEWEST and _are_of_days(_between(rows, lines))):
            for row in rows:
                reading.refute(row, reasons.OTHER_FIGURE)


def _lists(rows: Sequence[Quote]) -> list[Sequence[Quote]]:
    """Return the lists of two rows or more that are near each other, with other lines between them."""
    lines = [row.line for row in rows]
    steps = list(map(sub, lines[1:], lines))
    if {*steps} <= {1}:
        return []  # as most rows stand, one right below the other
    ends = [at for at, step in enumerate(steps, 1) if not 1 < step <= _FARTHEST]
    return [rows[start:end] for start, end in pairwise((0, *ends, len(rows))) if end - start > 1]


def _between(rows: Sequence[Quote], lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the lines between each row and the next one."""
    return (lines[one.line : other.line - 1] for one, other in pairwise(rows))


def _are_trades(between: Iterator[Sequence[str]]) -> bool:
    return all(any(_TRADES.fullmatch(text.strip()) for text in texts) for texts in between)


def _are_of_days(between: Iterator[Sequence[str]]) -> bool:
    """Return whether another day stands behind each row; those of funds differ by a day at most."""
    days: set[str] = set()
    for texts in between:
        day = _day_of(texts)
        if day is None or day in days:
            return False
        days.add(day)
    return True


def _day_of(texts: Sequence[str]) -> str | None:
    """Return the first line that is a day; None where none is."""
    return next((text for each in texts if _DAY.fullmatch(text := each.strip())), None)

"""Rows of a name above its figures of which a line nearby leaves a doubt what they are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from tickerboard.model import Kind
from tickerboard.parser.kinds import known_kind
from tickerboard.parser.strips.names import is_label, is_venue, without_bullet
from tickerboard.parser.strips.other_names import is_other_session, is_time
from tickerboard.parser.strips.other_times import MESSAGE
from tickerboard.parser.tables.periods import is_of_longer_time

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tickerboard.parser.strips.figures import Figures
    from tickerboard.parser.strips.page_text import PageText


_LOWEST_INDEX = 1_000
"""An index that pages call by the name of its exchange stands above this value."""
_FEWEST_INDICES = 2
"""Indices of a list, the exchange's own among them."""
_NEAR = 2
"""Lines from a company's name down to its exchange, at most."""


@dataclass(slots=True)
class Stack:
    """A row before its name is settled; its lines are `page.free[place : place + count]`."""

    place: int
    count: int
    label: str
    figures: Figures


def shifted(page: PageText, rows: Sequence[Stack]) -> list[Stack]:
    """Return the rows below a lone signed percentage that belongs to no row above: it may be the first one's.

    Then each row's percentage stands above its name, and that line is part of the first row. Rows that follow one
    another share the doubt, unless they have a change, which shows where they end.
    """
    doubtful: list[Stack] = []
    ends = {each.place + each.count for each in rows}
    for each in rows:
        if each.figures.change is not None:
            continue
        behind = bool(doubtful) and each.place == doubtful[-1].place + doubtful[-1].count
        above = page.tokens(page.free[each.place - 1][0]) if each.place and each.place not in ends else []
        is_first = len(above) == 1 and above[0].kind == "p" and bool(above[0].marks)
        if is_first:
            each.place, each.count = each.place - 1, each.count + 1
        if is_first or behind:
            doubtful.append(each)
    return doubtful


def of_longer_time(page: PageText, rows: Sequence[Stack]) -> list[Stack]:
    """Return the rows with a longer time right below, as `1 year`; such a line then belongs to its row.

    Below the last of several rows alone it is the heading of what follows, and with another time below it a button.
    """
    times = [(each, below[0]) for each in rows if len(below := _times_below(page, each)) == 1]
    if len(times) * 2 < len(rows) and len(rows) > 1:
        return []
    found = [each for each, time in times if _is_of_other_time(time)]
    for each in found:
        each.count += 1
    return found


def _times_below(page: PageText, row: Stack) -> list[str]:
    """Return the times on the two lines below a row, from the first on."""
    below = row.place + row.count
    lines = (text for _, text in page.free[below : below + 2])
    return list(takewhile(lambda text: is_time(text) or _is_of_other_time(text), lines))


def _is_of_other_time(text: str) -> bool:
    """Return whether a line names a time longer than a day, or another session than the day's."""
    return is_of_longer_time(text) or is_other_session(text)


def listed(page: PageText, rows: Sequence[Stack]) -> list[Stack]:
    """Return the rows of an exchange below a line that may be a company's name, which becomes part of the row.

    `NASDAQ` names an index in a list of indices, and where a share is listed below `Apple`.
    """
    indices = sum(known_kind(each.label) is Kind.INDEX for each in rows)
    ends = {each.place + each.count for each in rows}
    found = [
        each
        for each in rows
        if is_venue(each.label)
        and each.place not in ends | {0}
        and (indices < _FEWEST_INDICES or each.figures.last < _LOWEST_INDEX)
        and _is_name_above(page, each.place)
    ]
    for each in found:
        each.place, each.count = each.place - 1, each.count + 1
    return found


def _is_name_above(page: PageText, place: int) -> bool:
    """Return whether the line above a place is near and may be a company's name."""
    (above, text), (number, _) = page.free[place - 1 : place + 1]
    return number - above <= _NEAR and is_label(without_bullet(text))


DOUBTS: tuple[tuple[Callable[[PageText, Sequence[Stack]], list[Stack]], str], ...] = (
    (shifted, "the percent may stand above the name or below it"),
    (of_longer_time, MESSAGE),
    (listed, "the exchange may be that of the name above it"),
)
"""What finds the rows in doubt, and why they are. Each is asked in turn, of the rows that those before it left."""

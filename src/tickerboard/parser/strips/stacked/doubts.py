"""Rows of a name above its figures of which a line nearby leaves a doubt what they are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING

from tickerboard.model import Kind
from tickerboard.parser import reasons
from tickerboard.parser.audit import is_level
from tickerboard.parser.figures.tokens import shape_of, words_end
from tickerboard.parser.kinds import known_kind
from tickerboard.parser.names.above import is_ticker
from tickerboard.parser.names.labels import is_label, is_venue, without_bullet
from tickerboard.parser.names.no_names import is_other_session, is_time
from tickerboard.parser.phrases.other_figures import names_other_move
from tickerboard.parser.phrases.periods import is_of_longer_time
from tickerboard.parser.tables.fields import NUMERIC, QUOTED
from tickerboard.parser.tables.headers.header import field_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tickerboard.parser.strips.figures import Figures
    from tickerboard.parser.strips.page_text import PageText


_LOWEST_INDEX = 1_000
"""An index that pages call by the name of its exchange stands above this value."""
_FEWEST_INDICES = 2
"""Indices of a list, the exchange's own among them."""
_FEWEST_IN_RUN = 2
_MOST_PERCENTS = 4
_NEAR = 2
"""Lines from a company's name down to its exchange, at most."""


@dataclass(slots=True)
class Stack:
    """A row before its name is settled; its lines are `page.free[place : place + count]`."""

    place: int
    count: int
    label: str
    figures: Figures

    def lines(self, page: PageText) -> list[tuple[int, str]]:
        """Return the lines of the row, each its number and text."""
        return page.free[self.place : self.place + self.count]


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


def of_several_times(page: PageText, rows: Sequence[Stack]) -> list[Stack]:
    """Return the rows without a change right above whose end a lone signed percentage more stands, of another time.

    `+0.10%` above `-1.20%` and `+5.00%` may be of an hour, a day and a week; a heading that says so is not read.
    """
    found = [each for each in rows if each.figures.change is None and _percents_at(page, each.place + each.count)]
    for each in found:
        each.count += _percents_at(page, each.place + each.count)
    return found


def _percents_at(page: PageText, place: int) -> int:
    """Return how many lines from a place on are a lone signed percentage."""
    lines = (page.tokens(number) for number, _ in page.free[place : place + _MOST_PERCENTS])
    return len(list(takewhile(lambda found: shape_of(found) == "p" and found[0].marks != "", lines)))


def named_below(page: PageText, rows: Sequence[Stack]) -> list[Stack]:
    """Return the rows of a run whose names may stand below their figures: the line above the first is then no name.

    Four things show it, each behind a run of two rows or more: a blank line parts only the first name from its
    figures; figures without a name follow; the line below is well-known, where the first name is not; or it is a label
    or a symbol as all names are but the first one.
    """
    found: list[Stack] = []
    for run in _runs(rows):
        if len(run) >= _FEWEST_IN_RUN and any(each(page, run) for each in (_is_apart, _goes_on, _ends_in_name)):
            found += run
    return found


def _runs(rows: Sequence[Stack]) -> list[list[Stack]]:
    """Return the rows that follow one another without a line between, together."""
    runs: list[list[Stack]] = []
    for each in rows:
        if runs and runs[-1][-1].place + runs[-1][-1].count == each.place:
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


def _is_apart(page: PageText, run: Sequence[Stack]) -> bool:
    """Return whether the first name alone is apart from its figures, and the others stand right below other figures."""
    first, *others = run
    return page.gap(first.place + 1) > 1 and all(
        page.gap(each.place) == page.gap(each.place + 1) == 1 for each in others
    )


def _goes_on(page: PageText, run: Sequence[Stack]) -> bool:
    """Return whether figures as a row has them stand right below the last row of a run."""
    behind = run[-1].place + run[-1].count
    count = run[-1].count - 1
    if behind + count > len(page.free) or any(page.gap(at) > 1 for at in range(behind, behind + count)):
        return False
    shapes = [_shape(page, range(start, start + count)) for start in (behind, behind - count)]
    return shapes[0] == shapes[1] and "p" in shapes[0]


def _shape(page: PageText, places: range) -> str:
    return " ".join(shape_of(page.tokens(page.free[at][0])) for at in places)


def _ends_in_name(page: PageText, run: Sequence[Stack]) -> bool:
    """Return whether the line right below a run is a name as all others are, and that of its first row is none."""
    behind = run[-1].place + run[-1].count
    if behind >= len(page.free) or page.gap(behind) > 1:
        return False
    first, *others = [each.label for each in run]
    text = without_bullet(page.free[behind][1])
    if known_kind(text) is not None and not is_venue(text) and known_kind(first) is None:
        return True
    return any(not is_one(first) and all(map(is_one, (*others, text))) for is_one in (is_ticker, is_label))


def ranked_below(page: PageText, rows: Sequence[Stack]) -> list[Stack]:
    """Return all rows where each has its number right behind it, from 1 on, and the last one's is above a name alone.

    Then the names stand below their numbers, and the line above the first figures is no name.
    """
    ends = [each.place + each.count for each in rows]
    numbers = [page.free[end][1] if end < len(page.free) else "" for end in ends]
    if len(rows) < _FEWEST_IN_RUN or any(text.rstrip(".)") != str(at) for at, text in enumerate(numbers, 1)):
        return []
    behind = page.free[ends[-1] + 1 : ends[-1] + 2]
    return list(rows) if behind and is_label(without_bullet(behind[0][1])) else []


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


def of_other_move(page: PageText, rows: Sequence[Stack]) -> list[Stack]:
    """Return the rows with a word right below that says of what else their percents are, such as `Upside`.

    A word with a figure below it is a key of its own.
    """
    found = [each for each in rows if each.figures.change is None and _names_move_below(page, each)]
    return found if len(found) * 2 >= len(rows) else []


def _names_move_below(page: PageText, row: Stack) -> bool:
    below = page.free[row.place + row.count : row.place + row.count + 2]
    if not below or not names_other_move(below[0][1]):
        return False
    return len(below) == 1 or bool(words_end(page.tokens(below[1][0])))


def joined(page: PageText, rows: Sequence[Stack]) -> list[Stack]:
    """Return the rows with a figure whose digits no one line has: those of two lines, such as `12` above `219.90`."""
    return [each for each in rows if not each.figures.is_scaled and _is_joined(page, each)]


def _is_joined(page: PageText, row: Stack) -> bool:
    lines = [_digits(text) for _, text in row.lines(page)]
    amounts = [each for each in row.figures[:3] if each is not None]
    return not all(any(_digits(f"{amount:f}").lstrip("0") in line for line in lines) for amount in amounts)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def of_other_price(page: PageText, rows: Sequence[Stack]) -> list[Stack]:
    """Return the rows with the name of another figure, as `Previous close`, on a line of theirs, that do not add up."""
    return [each for each in rows if not each.figures.is_sound and _names_other_price(page, each)]


def _names_other_price(page: PageText, row: Stack) -> bool:
    return any(field_of(text.rstrip(":")) in NUMERIC - QUOTED for _, text in row.lines(page)[1:])


def in_points(page: PageText, rows: Sequence[Stack]) -> list[Stack]:
    """Return the rows whose price in points may be a change, as one of few points is."""
    return [each for each in rows if each.figures.change is None and _may_be_change(page, each)]


def _may_be_change(page: PageText, row: Stack) -> bool:
    if is_level(row.figures.last, row.figures.percent):
        return False
    return any(_points_of(page, number) for number, _ in row.lines(page))


def _points_of(page: PageText, number: int) -> Decimal:
    """Return the figure of a line that is nothing but so many points; zero for any other line."""
    found = page.tokens(number)
    points = found[0].amount(page.style) if len(found) == 1 and found[0].is_in_points else None
    return points or Decimal(0)


def of_one_label(page: PageText, rows: Sequence[Stack]) -> list[Stack]:
    """Return the rows of different figures below one and the same label, each of which has another name above it."""
    different = Counter(label for label, _ in {(each.label, each.figures) for each in rows})
    return [each for each in rows if different[each.label] > 1 and _is_name_above(page, each.place)]


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
    (above, text), (number, _) = page.free[max(0, place - 1)], page.free[place]
    return 0 < number - above <= _NEAR and is_label(without_bullet(text))


DOUBTS: tuple[tuple[Callable[[PageText, Sequence[Stack]], list[Stack]], str], ...] = (
    (of_several_times, "nothing shows which of its percents is the day's"),
    (of_other_move, reasons.OTHER_MOVE),
    (in_points, reasons.IN_POINTS),
    (joined, "one of its figures would have digits of two lines"),
    (of_other_price, reasons.UNKNOWN_PRICE),
    (shifted, "the percent may stand above the name or below it"),
    (named_below, "the name may stand above the figures or below them"),
    (ranked_below, "the name may stand above the figures or below them"),
    (of_longer_time, reasons.OTHER_TIME),
    (of_one_label, "its label is that of several rows and may name a figure of the name above it"),
    (listed, "the exchange may be that of the name above it"),
)
"""What finds the rows in doubt, and why they are. Each is asked in turn, of the rows that those before it left."""

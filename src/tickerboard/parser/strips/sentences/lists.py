"""Which rows in words are a list of quotes: two at least, or one that proves itself, and something of a market."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser import reasons
from tickerboard.parser.names.labels import is_company, is_symbol, proves_itself
from tickerboard.parser.names.lists import bracketed
from tickerboard.parser.names.no_names import is_time
from tickerboard.parser.phrases.domains import names_market
from tickerboard.parser.phrases.things import count_things
from tickerboard.parser.strips.sentences.clauses import is_nearly_clause
from tickerboard.parser.strips.sentences.doubts import LARGE_CHANGE, SUM, TIME, is_large, may_be_sum, times_among
from tickerboard.parser.strips.sentences.notes import without_notes
from tickerboard.parser.strips.sentences.subjects import is_of_known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.strips.reading import StripReading
    from tickerboard.parser.strips.sentences.clauses import Clause

_CLOSE = re.compile(r"\bclosed? (?:at|up|down|[0-9])", re.IGNORECASE)
_LONE_CLOSE = re.compile(r": closed at ", re.IGNORECASE)
_YEARS = re.compile(r"[0-9]+[ -](?:years?|yr?)", re.IGNORECASE)
"""A name that may be of a mortgage as of a bond."""
_NEARLY = "nearly a row of its list, but can be read in several ways or in none"
LONGEST = 120
"""Characters of a row."""
FEWEST = 2
"""Rows of a list, where none of them proves itself."""
_ABOVE = 2
"""Lines above a list that say what it is of."""
_DAY_ABOVE = 7
"""Lines from a day that heads rows down to the first of them, at most."""
_FEWEST_DAYS = 2
_NEAR = 2
"""Lines from one sentence of a list to the next: a heading may stand between them."""


class Found(NamedTuple):
    """A row in words before its list is known; `rest` is what its line says behind it.

    `is_point` is whether it is a point of a list, with a bullet or a number.
    """

    number: int
    label: str
    clause: Clause
    text: str
    rest: str = ""
    is_point: bool = False


def listed(page: PageText, rows: Sequence[Found], reading: StripReading) -> Sequence[Found]:
    """Return the rows that are quotes; report the others that have the shape of one.

    A sentence of an article is none by itself, whatever stands elsewhere on the page.
    """
    places = {number: at for at, (number, _) in enumerate(page.free)}
    rows = [each for at, each in enumerate(rows) if not _is_prose(each) or _is_near(places, rows, at)]
    rows = _of_one_day(page, _without_doubts(rows, reading), reading)
    if (len(rows) >= FEWEST and _is_of_market(page, rows)) or any(map(_stands_alone, rows)):
        return rows
    for each in rows[:1]:
        reading.report(each.number, "not-a-quote", reasons.UNPROVEN, each.text)
    return []


def _without_doubts(rows: Sequence[Found], reading: StripReading) -> Sequence[Found]:
    """Return the rows that nothing speaks against; report the others."""
    times = times_among([(each.label, each.clause) for each in rows])
    kept = []
    for at, each in enumerate(rows):
        large = LARGE_CHANGE if is_large(each.label, each.clause) else None
        of_money = SUM if may_be_sum(each.label, each.clause) else None
        if doubt := each.clause.doubt or large or of_money or (TIME if at in times else None):
            reading.report(each.number, "not-a-quote", doubt, each.text)
        else:
            kept.append(each)
    return kept


def _of_one_day(page: PageText, rows: Sequence[Found], reading: StripReading) -> Sequence[Found]:
    """Return the rows; none where days head several parts of a list: then they are reported."""
    ends = [each.number - 1 for each in rows]
    starts = [max(end - _DAY_ABOVE, 0, *ends[at - 1 : at]) for at, end in enumerate(ends)]
    parts = [page.lines[start:end] for start, end in zip(starts, ends, strict=True)]
    days = [next((text for line in part if is_time(text := line.strip(" :"))), None) for part in parts]
    if len({*days} - {None}) < _FEWEST_DAYS or None not in days or days[0] is None:
        return rows
    day = None
    for each, own in zip(rows, days, strict=True):
        day = own or day
        reading.report(each.number, "stale", reasons.of_day(str(day)), each.text)
    return []


def report_others(page: PageText, reading: StripReading) -> None:
    """Report the lines right beside rows that are nearly rows."""
    if not reading.left:
        return
    is_row = [number in reading.left for number, _ in page.free]
    beside = zip(page.free, is_row, [False, *is_row], [*is_row[1:], False], strict=False)
    reported = {each.line for each in reading.problems}
    for (number, text), is_own, *neighbours in beside:
        if is_own or number in reported or not any(neighbours) or len(text) > LONGEST:
            continue
        if is_nearly_clause(without_notes(text)):
            reading.report(number, "not-a-quote", _NEARLY, text)


def _is_prose(row: Found) -> bool:
    """Return whether a row may be a sentence of an article: a point, or a name with a colon, is of a list."""
    return not (row.is_point or row.rest or ": " in row.text or _stands_alone(row))


def _is_near(places: dict[int, int], rows: Sequence[Found], at: int) -> bool:
    """Return whether another row stands beside a sentence."""
    own = places[rows[at].number]
    return any(abs(places[each.number] - own) <= _NEAR for each in (*rows[max(0, at - 1) : at], *rows[at + 1 : at + 2]))


def _stands_alone(row: Found) -> bool:
    """Return whether a lone row is a quote: a close, or of something well-known with both moves, which add up."""
    if _LONE_CLOSE.search(row.text):
        return proves_itself(row.label)
    return is_of_known(row.label) and row.clause.adds_up


def _is_of_market(page: PageText, rows: Sequence[Found]) -> bool:
    """Return whether something in a list is of a market: a name, a figure, a verb, or a word above it.

    Where half of the names are towns or goods, only another name shows it.
    """
    known = [each for each in rows if not _YEARS.fullmatch(each.label)]
    if any(is_of_known(each.label) or is_company(each.label) or bracketed(each.label) for each in known):
        return True
    if count_things([each.label for each in rows]) * 2 >= len(rows):
        return False
    if any(each.rest or each.clause.in_points or _CLOSE.search(each.text) or each.clause.adds_up for each in rows):
        return True
    above = page.lines[max(0, rows[0].number - 1 - _ABOVE) : rows[0].number - 1]
    return sum(is_symbol(each.label) for each in rows) * 2 >= len(rows) or names_market(above)

"""Quotes whose figures are not the day's: below a line such as `Weekly gainers` or `Dividends`, or beside a date."""

from __future__ import annotations

import re
from itertools import filterfalse, pairwise, repeat
from typing import TYPE_CHECKING

from tickerboard.model import Kind, Rate
from tickerboard.parser import reasons
from tickerboard.parser.names.no_names import is_note, is_time
from tickerboard.parser.phrases.expected import is_expected, names_expected
from tickerboard.parser.phrases.headings import heads_doubtful_list, heads_measure, heads_other, heads_other_list
from tickerboard.parser.phrases.periods import (
    begins_with_day,
    is_of_longer_time,
    names_several_periods,
    state_longer_time,
    without_period,
    without_session,
)
from tickerboard.parser.refusals.unread import is_unread_row
from tickerboard.parser.strips.settling import date_passed_over
from tickerboard.parser.tables.fields import MOVES, Field
from tickerboard.parser.tables.headers.header import field_of, is_of_period
from tickerboard.parser.tables.headers.other_moves import with_longer_times
from tickerboard.parser.tables.headers.others import (
    BETWEEN_CELLS,
    begins_header,
    heads_longer_time,
    heads_no_price,
    heads_other_price,
    heads_price_and_longer_time,
    heads_unknown_move,
    lines_head_no_price,
    lines_head_unknown_move,
)
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tickerboard.model import Quote
    from tickerboard.parser.strips.reading import StripReading

_LONGEST = 60
_WORDLESS = re.compile(r"[\W_]*\d[\W\d_]*")
"""Figures without a word."""
_AROUND = " \t\r\n|"
"""What stands around a line, such as the bars of empty cells."""
# What is traded at all hours, or has no price but the day's.
_AT_ALL_HOURS = re.compile(r"\b(?:futures?|ind(?:ices|exe?s?)|forex|fx|currenc(?:y|ies)|crypto\w*|commodit(?:y|ies))\b")
_MOST_WORDS, _MOST_HEADS = 4, 6
_AGE = re.compile(r"[0-9]{1,2} ?h")
"""How old the news above is, unless it says of which hours the moves of a list are."""
_LONGEST_CELL, _MOST_CELLS = 32, 12
_FEWEST_ITEMS = 3
"""Short lines one below the other that may be a menu, whose last one heads nothing."""
_NO_PRICE = "has the shape of a quote, but the header above it names no last price"
# A line below a heading that says how its figures are counted.
_SUBTITLE = re.compile(
    r"(?:by|in|per|average|as of|source|all (?:figures|prices)|nach|je|durchschnitt|quelle|par|en|moyenne|por"
    r"|promedio|media|em|média|gemiddeld)\b.*",
    re.IGNORECASE,
)
# A rule below a header, and a row that no grammar read.
_PASSED_OVER = re.compile(
    r"[\s|:+=\-–—_]+|[^\W\d_][^\d\n]{0,40}[0-9]{0,4}(?:[ |\t]+[$€£₹+\u2212(-]{0,2}[0-9][0-9.,]{0,14} ?%?\)?){2,9}[ |]*"
)
_DECIMALS = re.compile(r"[0-9][.,][0-9]")
_HEADED = "its move is of the longer time that the header above it names"
_OTHER_PRICE = "its move is from another price that the header above it names"
_UNPROVEN = "its move may be of what the header above it names"


def refute_times(reading: StripReading, lines: Sequence[str], worded: Sequence[int]) -> None:
    """Turn the quotes and rates below a line that names a longer time, or another figure, into problems.

    Where a sentence of the page says that all moves are of a longer time, these are all quotes.
    A quote's line is its number in `lines`; `worded` are those of all lines but the read ones known to be one figure.
    """
    if not (reading.found or reading.rates):
        return
    if state_longer_time(lines):
        below = dict.fromkeys(reading.left, reasons.OTHER_TIME)
    else:
        below = dict(_refuted(reading, lines, worded))
    rows: tuple[dict[str, Quote] | dict[str, Rate], ...] = (reading.found, reading.rates)
    for found in rows:
        may_be_expected = names_expected("\n".join([row.label or symbol for symbol, row in found.items()]))
        for symbol, row in [*found.items()] if below or may_be_expected else ():
            why = reasons.OTHER_FIGURE if may_be_expected and is_expected(row.label or symbol) else below.get(row.line)
            if why and not _is_sure(row, why):
                del found[symbol]
                reading.report(row.line, "not-a-quote", why, row.text)


def _is_sure(row: Quote | Rate, why: str) -> bool:
    """Return whether a row is right all the same: a price alone, a move that proves itself, or no share's."""
    if why == reasons.OTHER_SESSION:
        return row.kind is not Kind.EQUITY  # shares alone have another session
    if isinstance(row, Rate):
        return why in (_HEADED, _OTHER_PRICE, _UNPROVEN, reasons.DOUBTFUL)
    return why in (_UNPROVEN, reasons.DOUBTFUL) and row.change is not None and row.percent is not None


def report_dates(reading: StripReading, lines: Sequence[str], plain: Sequence[str]) -> None:
    """Report the rows with a date behind their move, which `plain`, the lines as they were read, has no more."""
    if plain is lines:
        return
    for number in sorted(reading.left):
        line = lines[number - 1]
        if line != plain[number - 1] and (day := date_passed_over(line)):
            reading.report(number, "stale", reasons.of_day(day), line.strip())


def _refuted(reading: StripReading, lines: Sequence[str], worded: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield the numbers of the lines that were read below such a line, up to any other line, and what is amiss.

    Several times one below the other, such as `1D`, `1M`, `1Y`, are the buttons of a chart and say nothing.
    """
    above: list[str] = []
    cells: list[str] = []
    header = heading = ""
    amiss, is_read = None, False
    left = reading.left
    numbers = [row.line for row in reading.found.values()] + [row.line for row in reading.rates.values()]
    others = [
        number
        for number in filterfalse(frozenset(numbers).__contains__, worded)
        if not (number in left and _may_be_of_row(lines[number - 1]))
    ]
    for number, following in pairwise((0, *others, len(lines) + 1)):  # between two of them are rows
        text = lines[number - 1].strip(_AROUND) if number else ""
        cells = [*cells[-_MOST_CELLS:], text] if text and len(text) <= _LONGEST_CELL else []
        if number in left:
            header = text
        elif _may_head(lines, number, text):
            above = [text] if is_read else [*above[-1:], text]
            is_below = bool(heading) and not is_read and _SUBTITLE.match(text) is not None
            header, is_read = text, False
            heading = heading if is_below else text if len(cells) < _FEWEST_ITEMS else ""
        if following - number > 1:
            if not is_read:
                amiss, is_read = _amiss(above, header, cells) or _amiss_below(heading, header), True
            yield from zip(range(number + 1, following), repeat(amiss)) if amiss else ()
            cells = []


def _may_head(lines: Sequence[str], number: int, text: str) -> bool:
    """Return whether a line, be it one of its table's bars, may say what is below it: no rule, no row and no note."""
    if not text or _PASSED_OVER.fullmatch(text) or is_unread_row(lines, number):
        return False
    return is_time(text) or not is_note(text)


def _amiss(above: Sequence[str], header: str, cells: Sequence[str]) -> str | None:
    """Return what is amiss with the quotes below some lines; None for nothing.

    `header` is the last header among them, `cells` the short lines right above, which may be a header's.
    """
    if heads_no_price(header) or lines_head_no_price(cells):
        return _NO_PRICE
    if names_several_periods(header):
        return reasons.OTHER_TIME
    if heads_longer_time(cells) or heads_price_and_longer_time(header) or _is_price_and_longer_time(header):
        return _HEADED
    if heads_other_price(header):
        return _OTHER_PRICE
    if above and (amiss := _amiss_above(above)):
        return amiss
    if heads_unknown_move(header) or lines_head_unknown_move(cells):
        return _UNPROVEN
    return _HEADED if _heads_longer_time(header) else None


def _amiss_above(above: Sequence[str]) -> str | None:
    """Return what is amiss with the quotes below some lines, as the last of them says; None for nothing."""
    if is_list_time(above) or _heads_longer_time(above[-1]) or names_several_periods(above[-1]):
        return reasons.OTHER_TIME
    if heads_other_session(above):
        return reasons.OTHER_SESSION
    return reasons.OTHER_FIGURE if heads_other(above[-1]) else None


def _amiss_below(heading: str, header: str) -> str | None:
    """Return what is amiss with the quotes below a heading, as its noun says; None for nothing.

    A header between the two says what the figures of a list are, but none makes prices of a measure.
    """
    is_right_above = header == heading or _SUBTITLE.match(header) is not None
    if heads_measure(heading) or (is_right_above and heads_other_list(heading)):
        return reasons.OTHER_FIGURE
    return reasons.DOUBTFUL if is_right_above and heads_doubtful_list(heading) else None


def heads_other_session(above: Sequence[str]) -> bool:
    """Return whether the last of the lines above a list says that it is of another session, `Pre-market movers`.

    Two such lines are the buttons of two lists, and a sentence is of the article.
    """
    *others, text = above[-2:]
    rest = without_session(text) if len(text) <= _LONGEST and text[-1:] != "." else None
    return rest is not None and not _AT_ALL_HOURS.search(rest) and without_session(" ".join([rest, *others])) is None


def _heads_longer_time(text: str) -> bool:
    """Return whether a line is a header whose only moves are of a longer time, as that of `Weekly change` is."""
    cells = BETWEEN_CELLS.split(text)
    is_of_longer = any(is_of_period(cell) or _is_price_of_period(cell) for cell in cells)
    return len(cells) > 1 and is_of_longer and MOVES.isdisjoint(with_longer_times(cells, [*map(field_of, cells)]))


def _may_be_of_row(line: str) -> bool:
    """Return whether a line has figures and is no header."""
    return _WORDLESS.fullmatch(line) is not None or (has_digit(line) and not _is_header(line.strip(_AROUND)))


def _is_header(text: str) -> bool:
    """Return whether a line with figures is a header all the same: `Fund Price 1 yr`, `| 1 week | %`."""
    is_plain = _DECIMALS.search(text) is None  # a look that costs next to nothing
    return begins_header(text) or _is_price_and_longer_time(text) or (is_plain and _heads_longer_time(text))


def _is_price_and_longer_time(text: str) -> bool:
    """Return whether a line of few words is a header of a price and of a longer time: `Fund Price 1 yr`."""
    count = len(text.split())
    if not 1 < count <= _MOST_HEADS:  # a look that costs next to nothing: this is asked of most lines
        return False
    rest = (without_period(text) or "").split()
    if len(rest) >= count or begins_with_day(text):
        return False
    fields = [*map(field_of, rest)]
    return Field.LAST in fields and MOVES.isdisjoint(fields)


def _is_price_of_period(cell: str) -> bool:
    """Return whether a header's cell names a price and the longer time of the move beside it: `Price (YTD)`."""
    rest = without_period(cell)
    return rest is not None and field_of(rest) is Field.LAST


def is_list_time(above: Sequence[str]) -> bool:
    """Return whether the last of the lines above a list says that its moves are of a longer time than the day."""
    *others, text = above[-2:]
    is_beside = any(is_time(each) or (_AGE.fullmatch(text) and len(each.split()) > _MOST_WORDS) for each in others)
    return len(text) <= _LONGEST and is_of_longer_time(text) and not is_beside

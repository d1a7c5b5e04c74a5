"""Lines about a story: who wrote it, and when it was published or updated."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.prose.bylines import names_in, read_names
from tickerboard.parser.prose.clock import read_clocks
from tickerboard.parser.prose.dates import Byline, read_byline
from tickerboard.parser.prose.furniture import READING_TIME, section_elsewhere
from tickerboard.parser.prose.printed import Printed, printed_dates
from tickerboard.parser.prose.vocabulary import BESIDE_DATES, TODAY, UPDATED, any_of
from tickerboard.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 160
# A date whose order of day and month is unknown: it has a place on the line, and no value.
_AMBIGUOUS = pattern(r"(?<![0-9/])[0-9]{1,2}[/-][0-9]{1,2}[/-](?:[0-9]{2}|(?:19|20)[0-9]{2})(?![0-9/])")
_TODAY = pattern(rf"\b(?:{any_of(TODAY)})\b", re.IGNORECASE)
# Where a story comes from, behind its date.
_SOURCE = pattern(r"\W*(?:source|quelle|fonte|fuente|bron|出典|来源|來源)\s?[:：].{1,40}", re.IGNORECASE)
# What parts a name from a date on one line.
_BARS = "•·|–—"
_WORD = pattern(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_AGO = pattern(
    r"\b(?:vor|il y a|hace|há|about|om)\s(?:an?|einer|une?|una?|[0-9]{1,3})\s?[^\W\d_]{1,9}\b\.?"
    r"|\b(?:an?|één|[0-9]{1,3})\s?[^\W\d_]{1,9}\.?\s(?:ago|fa|atrás|geleden|temu|önce|назад)\b|[0-9]{1,3}\s?[^\W\d_]{0,2}前",
    re.IGNORECASE,
)


def read_about(line: str, language: str = "") -> Byline | None:
    """Read a line of names, of dates, or of both; None for any other line.

    `published` is ISO 8601; a date behind `Updated` is taken only where the line has no other. Both fields are None
    for a line such as `2 hours ago` or `Yesterday at 9:30`.
    """
    if len(line) > _LONGEST:
        return None
    dates = printed_dates(line, language)
    if names := read_names(line) or _name_before(line, dates):
        return Byline(names, _published(line, dates))
    return Byline(None, _published(line, dates)) if _is_bare(line, dates) else read_byline(line)


def _name_before(line: str, dates: Sequence[Printed]) -> str | None:
    """Return a name of two words or more that stands before a date and a bar: `Jane Doe • 10 March 2026`."""
    before = line[: dates[0].start].rstrip() if dates else ""
    name = before.rstrip(f"{_BARS} ")
    if not before.endswith(tuple(_BARS)) or " " not in name or section_elsewhere(name) or names_in(name) != name:
        return None
    return name if _is_bare(line[dates[0].start :], printed_dates(line[dates[0].start :])) else None


def is_stamp(line: str) -> bool:
    """Return whether a line has nothing but a date or more, times, and the words beside them."""
    return len(line) <= _LONGEST and _is_bare(line, printed_dates(line))


def _is_bare(line: str, dates: Sequence[Printed]) -> bool:
    if not (dates or any(shape.search(line) for shape in (_AGO, _AMBIGUOUS, _TODAY))):
        return False
    spans = [(each.start, each.end) for each in dates] + [(each.start, each.end) for each in read_clocks(line)]
    left = _without(line, spans)
    for shape in (_SOURCE, READING_TIME, _AGO, _AMBIGUOUS):
        left = shape.sub(" ", left)
    words = _WORD.findall(left.casefold())
    return all(word in BESIDE_DATES for word in words) and not any(map(str.isdigit, left))


def _without(line: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        line = f"{line[:start]}{' ' * (end - start)}{line[end:]}"
    return line


def _published(line: str, dates: Sequence[Printed]) -> str | None:
    at = 0
    for each in dates:
        if UPDATED.isdisjoint(_WORD.findall(line[at : each.start].casefold())):
            return each.said
        at = each.end
    return dates[0].said if dates else None

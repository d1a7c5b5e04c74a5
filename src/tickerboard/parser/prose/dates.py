"""The dates and bylines that stand around an article."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from tickerboard.text.days import MONTH
from tickerboard.text.patterns import pattern

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DATE = rf"(?:[0-9]{{1,2}} {MONTH},? [0-9]{{4}}|{MONTH} [0-9]{{1,2}},? [0-9]{{4}})(?: [0-9]{{1,2}}:[0-9]{{2}} ?[ap]m)?"
_BARE_DATE = pattern(_DATE)
_AGO = pattern(r"(?:about )?(?:an?|[0-9]{1,2}) (?:minute|hour|day|week|month|year)s? ago")
# A name before a bare date is a few capitalised words, nothing else: a sentence has small words and a full stop.
_NAME = r"[A-Z][\w.'’&-]{0,24}(?:[ |,]{1,3}(?:[A-Z(][\w.'’&)-]{0,24}|and|of|the|al|bin|&)){0,7}"
_PUBLISHED = pattern(
    rf"(?:({_NAME})[ |]{{1,3}})?(?:(?P<first>Published)|Updated) (?P<when>.+?)(?(first)(?: Updated (?P<then>.+))?)"
)
_DATED = pattern(rf"({_NAME}) ({_DATE})")
_LONGEST = 160
# A desk of the paper's own, on a line without a date.
_LONGEST_DESK = 60
_DESKS = ("REPORT", "REPORTER", "DESK", "CORRESPONDENT", "Report")
_DESK = pattern(r"(?:[A-Z][A-Za-z.&'-]{0,15} ){1,3}(?:REPORT|REPORTER|DESK|CORRESPONDENT)|Recorder Report")
_STORY_END = pattern(r"(?:Published|Updated) .{3,40}")


class Byline(NamedTuple):
    """Who wrote an article and when it was published (ISO 8601), as far as the line tells."""

    name: str | None
    published: str | None


def read_byline(text: str) -> Byline | None:
    """Read a byline such as `Reuters Published 16 Sep, 2022 11:06am`; None for any other line."""
    if len(text) < _LONGEST_DESK and text.endswith(_DESKS) and _DESK.fullmatch(text):
        return Byline(text, None)
    return _read_stamped(text) if len(text) <= _LONGEST and _is_stamped(text) else None


@lru_cache(256)
def _read_stamped(text: str) -> Byline | None:
    """Read a byline that ends in its date; each line of a page is asked for several times."""
    says = "Published " in text or "Updated " in text
    found = _PUBLISHED.fullmatch(text) if says else None
    if found and _is_time(found["when"]) and _is_time(found["then"] or found["when"]):
        return Byline(found[1], iso(found["when"]))
    return Byline(found[1], iso(found[2])) if (found := _DATED.fullmatch(text)) else None


def is_date(text: str) -> bool:
    """Return whether a line is a date, with or without its time, and nothing else."""
    return _is_stamped(text) and _BARE_DATE.fullmatch(text) is not None


def _is_time(text: str) -> bool:
    return is_date(text) or _AGO.fullmatch(text) is not None


def _is_stamped(text: str) -> bool:
    """Return whether a text ends as a byline does; looked at first, for few lines do."""
    return text.endswith(("am", "pm", "ago")) or text[-4:].isdecimal()


def ends_story(text: str) -> bool:
    """Return whether a line closes a story of a listing: `Published` or `Updated`, and when."""
    return text.startswith(("Published ", "Updated ")) and _STORY_END.fullmatch(text) is not None


def iso(text: str) -> str | None:
    """Return a date or date-time of a page as ISO 8601, without a zone; None for `an hour ago`."""
    words = text.replace(",", " ").split()
    if words[-1] == "ago":
        return None
    day, name = (words[0], words[1]) if words[0].isdigit() else (words[1], words[0])
    month = _MONTHS.index(name[:3].lower()) + 1
    try:
        if len(words) == 3:
            return date(int(words[2]), month, int(day)).isoformat()
        return datetime(int(words[2]), month, int(day), *_clock("".join(words[3:]))).isoformat()  # noqa: DTZ001
    except ValueError:
        return None


def _clock(text: str) -> tuple[int, int]:
    """Read `11:06am`: hours from 1 to 12. Raises ValueError."""
    hour, _, minute = text[:-2].partition(":")
    if not 1 <= int(hour) <= 12:
        raise ValueError("no hour of a clock")
    return int(hour) % 12 + (12 if text.endswith("pm") else 0), int(minute)

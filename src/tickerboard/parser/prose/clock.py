"""The time of day that a page prints beside a date, and the offset of its zone."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple

from tickerboard.text.patterns import pattern

_CLOCK = pattern(
    r"(?<![0-9.,:])(?:"
    r"(?P<hour>[0-9]{1,2})(?:[:h](?P<minute>[0-5][0-9])(?::[0-5][0-9])?|(?=\s?[ap]\.?m\b)|h(?=\b))"
    r"|(?P<dotted>[0-9]{1,2})\.(?P<past>[0-5][0-9])(?:(?=\s?(?:[ap]\.?m\b|Uhr|uhr|hrs?\b|h\b))"
    r"|(?<=\bore \d\d\.\d\d))"
    r"|(?P<cjk>[0-9]{1,2})[時时点](?P<cjk_minute>[0-5][0-9])分"
    r")(?![0-9])(?:\s?(?P<half>[ap])\.?m\b\.?)?(?:\s?(?:Uhr|uhr|hrs?|h|Hs?)\b\.?)?",
    re.IGNORECASE,
)
_ZONE = pattern(r",?\s?\(?(?P<name>[A-Z]{2,4}T?|Z)?(?P<offset>[+-][0-9]{1,2}(?::?[0-9]{2})?)?\)?(?![\w])")
_HOURS = {
    **dict.fromkeys(("UTC", "GMT", "Z", "WET"), 0),
    **dict.fromkeys(("WEST", "CET", "MEZ"), 1),
    **dict.fromkeys(("CEST", "MESZ", "EET"), 2),
    **dict.fromkeys(("EEST", "MSK", "TRT"), 3),
    **dict.fromkeys(("HKT", "SGT"), 8),
    **dict.fromkeys(("JST", "KST"), 9),
    "PKT": 5,
    "WIB": 7,
    "AEST": 10,
    "AEDT": 11,
    "NZST": 12,
    "NZDT": 13,
    "BRT": -3,
    "EDT": -4,
    "CDT": -5,
    "MDT": -6,
    "PDT": -7,
}
"""Hours east of UTC. Names of several zones (EST, CST, IST, BST, PST) are not here: their time has no offset."""
_AMERICAN = {"ET": -5, "CT": -6, "MT": -7, "PT": -8}
"""Hours east of UTC in winter; in summer one more."""
_AMERICAN_RULE_SINCE = 2007


class Clock(NamedTuple):
    """A time of day and where it stands in its text, its zone included."""

    start: int
    end: int
    hour: int
    minute: int
    zone: str
    """As printed, such as `EDT` or `+05:00`; empty where none is printed."""

    def on(self, day: date) -> datetime:
        """Return the moment on a day, with an offset where the zone's name has one meaning."""
        return datetime.combine(day, time(self.hour, self.minute), _offset(self.zone, day))


def read_clocks(text: str) -> list[Clock]:
    """Return the times of day in a short text, in order."""
    return [clock for found in _CLOCK.finditer(text) if (clock := _clock(text, found))]


def _clock(text: str, found: re.Match[str]) -> Clock | None:
    hour = int(found["hour"] or found["dotted"] or found["cjk"])
    minute = int(found["minute"] or found["past"] or found["cjk_minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"] in "pP" else 0)
    if hour > 23:
        return None
    zone = _ZONE.match(text, found.end())
    name, offset = (zone["name"] or "", zone["offset"] or "") if zone else ("", "")
    end = zone.end() if zone and (name or offset) else found.end()
    return Clock(found.start(), end, hour, minute, name + offset)


def _offset(zone: str, day: date) -> tzinfo | None:
    name = zone.rstrip("+-:0123456789")
    offset = zone[len(name) :]
    if offset:
        return _numeric(offset) if name in {"", "UTC", "GMT"} else None
    if name in _AMERICAN:
        return _american(_AMERICAN[name], day)
    return _hours(_HOURS[name]) if name in _HOURS else None


def _numeric(offset: str) -> tzinfo | None:
    digits = offset[1:].replace(":", "")
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    if hours > 14 or minutes > 59:
        return None
    return _hours((hours + minutes / 60) * (-1 if offset[0] == "-" else 1))


def _hours(hours: float) -> timezone:
    return timezone(timedelta(hours=hours)) if hours else UTC


def _american(winter: int, day: date) -> tzinfo | None:
    """Return the offset of a zone of the United States: summer time from March's second to November's first Sunday.

    None for years before this rule, and for the two Sundays themselves.
    """
    if day.year < _AMERICAN_RULE_SINCE:
        return None
    spring, autumn = _sunday(day.year, 3, 8), _sunday(day.year, 11, 1)
    if day in (spring, autumn):
        return None
    return _hours(winter + (spring < day < autumn))


def _sunday(year: int, month: int, first: int) -> date:
    """Return the first Sunday of a month from a day on."""
    start = date(year, month, first)
    return start + timedelta(days=(6 - start.weekday()) % 7)

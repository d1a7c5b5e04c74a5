"""Times as a person writes them: ISO dates and times, a time of day, `yesterday`, `2 hours ago`."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from tickerboard.errors import TickerboardError
from tickerboard.text.patterns import pattern
from tickerboard.text.times import FIRST_YEAR, LAST_YEAR

FORMS = "2026-11-23, 2026-11-23T10:04, 10:04, now, today, yesterday, '2 hours ago'"
_UNITS = {"second": 1, "minute": 60, "hour": 3_600, "day": 86_400, "week": 604_800}
_SHORT = {"s": "second", "sec": "second", "min": "minute", "h": "hour", "d": "day", "w": "week"}
_AGO = pattern(r"([0-9]{1,6}) ?([a-z]{1,7}?)s? ago", re.ASCII)
_CLOCK = pattern(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?", re.ASCII)
_MINUTES = pattern(r"[0-9]{2}:?[0-9]{2}", re.ASCII)
_DATE = pattern(r"[0-9]{4}-?[0-9]{2}-?[0-9]{2}", re.ASCII)
_DATE_TIME = pattern(r"([0-9]{4}-?[0-9]{2}-?[0-9]{2})[T ]([0-9]{2}:?[0-9]{2}[0-9:.,]*) ?(Z|[+-][0-9:]+)?", re.ASCII)
_DAY = timedelta(days=1)


class TimeError(TickerboardError):
    """A text that is not a time; the message is one plain line."""


class Span(NamedTuple):
    """The time that a text names, both in UTC: from `start` until before `end`. A date names a day, 10:04 a minute."""

    start: datetime
    end: datetime


def read_time(text: str, now: datetime) -> Span:
    """Return the time that a text names, `now` being the time in UTC. Raise TimeError.

    A date or time without an offset is one of the machine's time zone.
    """
    words = " ".join(text.split())
    try:
        span = _named(words.lower(), now) or _iso(words.upper())
    except (ValueError, OverflowError) as error:
        raise _no_time(text) from error
    if not FIRST_YEAR <= span.start.year <= LAST_YEAR:
        raise _no_time(text)
    return span


def _no_time(text: str) -> TimeError:
    return TimeError(f"{text!r} is not a time; use one of {FORMS}")


def _named(words: str, now: datetime) -> Span | None:
    """Return the time of words, or of a time of day; None for anything else."""
    today = now.astimezone().date()
    match words:
        case "now":
            return Span(now, now + timedelta(microseconds=1))
        case "today":
            return _day(today)
        case "yesterday":
            return _day(today - _DAY)
    if _CLOCK.fullmatch(words):
        clock = words.rjust(5 if len(words) < 6 else 8, "0")
        return _moment(datetime.combine(today, time.fromisoformat(clock)), clock)
    if ago := _AGO.fullmatch(words):
        unit = _SHORT.get(ago[2], ago[2])
        if unit not in _UNITS:
            raise ValueError(unit)
        then = now - timedelta(seconds=int(ago[1]) * _UNITS[unit])
        return Span(then, then + timedelta(microseconds=1))
    return None


def _iso(words: str) -> Span:
    if _DATE.fullmatch(words):
        return _day(date.fromisoformat(words))
    if (found := _DATE_TIME.fullmatch(words)) is None:
        raise ValueError(words)
    day, clock, offset = found.groups("")
    return _moment(datetime.fromisoformat(f"{day}T{clock}{offset}"), clock)


def _day(day: date) -> Span:
    return Span(_utc(datetime.combine(day, time())), _utc(datetime.combine(day + _DAY, time())))


def _moment(when: datetime, clock: str) -> Span:
    """Return the minute, the second or the microsecond that a time of day was written as."""
    start = _utc(when)
    if when.microsecond:
        return Span(start, start + timedelta(microseconds=1))
    return Span(start, start + (timedelta(minutes=1) if _MINUTES.fullmatch(clock) else timedelta(seconds=1)))


def _utc(when: datetime) -> datetime:
    return when.astimezone(UTC)

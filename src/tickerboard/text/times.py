"""Times and ages as text, in the reader's time zone."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

FIRST_YEAR, LAST_YEAR = 1900, 9998
"""Years that a page can be of. Other dates are wrong ones, and no time zone shows the ends of the calendar."""
_UNITS = (("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1))


def local(when: datetime) -> datetime:
    """Return a time in the reader's zone, or in UTC where that zone cannot show it (the last hours of 9999)."""
    try:
        return when.astimezone()
    except (OverflowError, OSError, ValueError):
        return when.astimezone(UTC)


def age(observed: datetime, now: datetime) -> str:
    """Return how old something is in its largest unit, such as `3 min old`; `in the future` for a time after now."""
    if (number := _largest(observed, now)) is None:
        return "in the future"
    return "{} {} old".format(*number)


def time_since_read(read: datetime, now: datetime) -> str:
    """Return how long ago something without a time of its own was read, such as `read 3 min ago`."""
    if (number := _largest(read, now)) is None:
        return "in the future"
    return "read {} {} ago".format(*number)


def short_age(observed: datetime, now: datetime) -> str:
    """Return an age in at most seven cells, such as `3min`; `future` for a time after now."""
    if (number := _largest(observed, now)) is None:
        return "future"
    return "{}{}".format(*number)


def age_range(newest: datetime, oldest: datetime, now: datetime) -> str:
    """Return the ages of things observed between two times, such as `12 s to 1 d old`; one age within a minute."""
    first, last = _largest(newest, now), _largest(oldest, now)
    if first is None or last is None or first == last or (newest - oldest).total_seconds() < 60:
        return age(newest, now)
    return f"{first[0]} {first[1]} to {last[0]} {last[1]} old"


def _largest(observed: datetime, now: datetime) -> tuple[int, str] | None:
    """Return an age as a number of its largest unit; None for a time more than a second after now."""
    seconds = (now - observed).total_seconds()
    if seconds <= -1:
        return None
    whole = max(int(seconds), 0)
    return next(((whole // size, unit) for unit, size in _UNITS if whole >= size), (0, "s"))


def clock_time(when: datetime) -> str:
    """Return the time of day as HH:MM:SS."""
    return f"{local(when):%H:%M:%S}"


def minute(when: datetime, now: datetime) -> str:
    """Return the time of day as HH:MM, with its date where that is not today's."""
    return f"{_date(when, now)}{local(when):%H:%M}"


def day_and_time(when: datetime, now: datetime) -> str:
    """Return a time as HH:MM:SS with its zone, and with its date where that is not today's."""
    return f"{_date(when, now)}{local(when):%H:%M:%S %Z}"


def _date(when: datetime, now: datetime) -> str:
    day = local(when).date()
    return "" if day == local(now).date() else f"{day} "

"""Dates in the names of files, such as `psx-2026-01-05T1004.txt`."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from tickerboard.text.patterns import pattern
from tickerboard.text.times import FIRST_YEAR, LAST_YEAR

_DATE = pattern(
    r"(?<![0-9])([0-9]{4})([-_.]?)([0-9]{2})\2([0-9]{2})"
    r"(?:[-_. T]?([0-9]{2})[-_.:]?([0-9]{2})(?:[-_.:]?([0-9]{2}))?)?Z?(?![0-9])",
    re.ASCII,
)


def time_in_name(label: str) -> datetime | None:
    """Return the date, and the time where there is one, in a file's name, taken for UTC; None without a valid one."""
    for found in _DATE.finditer(label.rstrip("/").rpartition("/")[2]):
        year, month, day, hour, minute, second = (int(each or 0) for each in found.group(1, 3, 4, 5, 6, 7))
        try:
            time = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
        except ValueError:
            continue
        if FIRST_YEAR <= year <= LAST_YEAR:
            return time
    return None


def without_time(label: str) -> str:
    """Return a page's label without the date in its name: the same for all pages of a dated series."""
    folder, slash, name = label.rpartition("/")
    return f"{folder}{slash}{_DATE.sub('', name)}" if time_in_name(label) else label

"""Dates as pages of other sites print them: `October 11, 2022`, `27.04.2020`, `04 mayo 2022`, `2022年5月4日`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tickerboard.parser.prose.dates import iso
from tickerboard.text.patterns import pattern

if TYPE_CHECKING:
    import re

LANGUAGES = ["en", "de", "fr", "es", "pt", "it", "nl", "pl", "tr", "ru"]
"""The languages whose months are read, beside the numbers of Chinese and Japanese dates."""
_LONGEST = 120
_YEAR = pattern(r"(?:19|20)[0-9]{2}")
_POINTS = pattern(r"(?<![0-9.])([0-9]{1,2})\.([0-9]{1,2})\.((?:19|20)[0-9]{2})(?![0-9])")
_ISO = pattern(r"(?<![0-9])((?:19|20)[0-9]{2})-([0-9]{2})-([0-9]{2})(?![0-9])")
_CJK = pattern(r"((?:19|20)[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日")
_SLASHES = pattern(r"(?<![0-9/])([0-9]{1,2})/([0-9]{1,2})/((?:19|20)[0-9]{2})(?![0-9/])")
_WORDS = pattern(
    r"(?P<day_first>[0-9]{1,2}(?:er|st|nd|rd|th)?\.? (?:de )?[^\W\d_]{3,12}\.?,?(?: de)? (?:19|20)[0-9]{2})"
    r"|(?P<month_first>[^\W\d_]{3,12}\.? [0-9]{1,2}(?:st|nd|rd|th)?,? (?:19|20)[0-9]{2})"
)
_ORDINAL = pattern(r"(?<=[0-9])(?:er|st|nd|rd|th)\b")


def printed_date(text: str, language: str = "") -> str | None:
    """Return the first date within a short text as an ISO 8601 date; None where there is none, or an ambiguous one.

    `language` is the page's (`en-US`, `es`); it decides the order of `04/05/2022`, which else is ambiguous.
    """
    text = text[:_LONGEST]
    if not _YEAR.search(text):
        return None
    if found := _ISO.search(text) or _CJK.search(text):
        return _date(found[1], found[2], found[3])
    if found := _POINTS.search(text):
        return _date(found[3], found[2], found[1])
    if found := _SLASHES.search(text):
        return _slashes(found, language.lower())
    found = _WORDS.search(text)
    return _words(found[0]) if found else None


def _date(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _slashes(found: re.Match[str], language: str) -> str | None:
    first, second, year = int(found[1]), int(found[2]), found[3]
    if first == second or second > 12 or language == "en-us":
        return _date(year, found[1], found[2])
    day_first = first > 12 or (language and not language.startswith("en")) or language in {"en-gb", "en-au", "en-in"}
    return _date(year, found[2], found[1]) if day_first else None


def _words(text: str) -> str | None:
    """Read a date with a month's name: English ones here, those of other languages by a library."""
    text = _ORDINAL.sub("", text)
    try:
        return iso(text.replace(".", ""))
    except ValueError:  # not an English month
        pass
    import dateparser

    settings = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"]}
    found = dateparser.parse(text, languages=LANGUAGES, settings=settings)
    return found.date().isoformat() if found else None

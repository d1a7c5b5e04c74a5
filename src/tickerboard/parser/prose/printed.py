"""Dates and times as pages print them: `October 11, 2022 at 4:15 PM EDT`, `27.04.2020`, `2022年5月4日`."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from tickerboard.parser.prose.clock import Clock, read_clocks
from tickerboard.parser.prose.months import month_of
from tickerboard.parser.prose.vocabulary import WEEKDAYS
from tickerboard.text.patterns import pattern

_LONGEST = 160
_YEAR = pattern(r"(?:19|20)[0-9]{2}")
_DATE = pattern(
    r"(?<![0-9])(?P<iso>(?:19|20)[0-9]{2}[-/][0-9]{2}[-/][0-9]{2})(?![0-9])"
    r"|(?P<cjk>(?:19|20)[0-9]{2}[年.]\s?[0-9]{1,2}[月.]\s?[0-9]{1,2}(?:日|(?![0-9])))"
    r"|(?<![0-9.])(?P<points>[0-9]{1,2}\.\s?[0-9]{1,2}\.\s?(?:19|20)[0-9]{2})(?![0-9])"
    r"|(?<![0-9/-])(?P<slashes>[0-9]{1,2}[/-][0-9]{1,2}[/-](?:19|20)[0-9]{2})(?![0-9/-])"
    r"|(?<![\w.])(?P<day_first>[0-9]{1,2})(?:er|st|nd|rd|th|º)?\.?[ -](?:de )?(?P<month_word>[^\W\d_]{3,12})\.?,?"
    r"[ -](?:del? )?(?P<word_year>(?:19|20)[0-9]{2})(?![0-9])"
    r"|(?<!\w)(?P<month_first>[^\W\d_]{3,12})\.? (?P<word_day>[0-9]{1,2})(?:st|nd|rd|th)?,?"
    r" (?P<last_year>(?:19|20)[0-9]{2})(?![0-9])"
)
# What may stand between a date and its time.
_BETWEEN = pattern(
    r"[\s,;:|•·–—()-]*(?:(?:at|um|à|a las|às|as|alle ore|alle|ore|kl|om|в|saat|godz|on)(?:\s|\Z))?[\s,]*", re.IGNORECASE
)
# How a time is written behind a date in languages in which the day goes first: `18h20`, `à 10:22`, `um 9:15 Uhr`.
_DAY_FIRST_FORMS = pattern(r"[0-9]h[0-9]|\b(?:à|às|um|a las|alle|ore|om|kl|saat|godz|в)\b|[0-9] Uhr")
_DAY_FIRST = "fr"
"""One of the languages in which the day goes first."""
_DAY_FIRST_ENGLISH = frozenset(("en-gb", "en-au", "en-in", "en-nz", "en-ie", "en-za", "en-pk"))


class Printed(NamedTuple):
    """A date in a text, with its time where one stands beside it; `said` is ISO 8601."""

    start: int
    end: int
    said: str


def printed_date(text: str, language: str = "") -> str | None:
    """Return the first date within a short text as ISO 8601, with its time where it has one.

    None where there is none, or an ambiguous one. `language` is the page's (`en-US`, `es`); it decides the order of
    `04/05/2022`, which else is ambiguous. An offset is there only where the page prints a zone that has one meaning.
    """
    return next((each.said for each in printed_dates(text, language)), None)


def printed_dates(text: str, language: str = "") -> list[Printed]:
    """Return the dates within a short text, in order; see `printed_date`."""
    text = text[:_LONGEST]
    if not _YEAR.search(text):
        return []
    clocks = read_clocks(text)
    found = []
    for match in _DATE.finditer(text):
        clock = next((each for each in clocks if _stands_beside(each, match, text)), None)
        is_day_first = clock is not None and _DAY_FIRST_FORMS.search(text, match.end(), clock.end) is not None
        if (day := _day(match, language.lower() or (_DAY_FIRST if is_day_first else ""))) is None:
            continue
        if clock is None:
            found.append(Printed(match.start(), match.end(), day.isoformat()))
        else:
            clocks.remove(clock)
            start, end = min(clock.start, match.start()), max(clock.end, match.end())
            found.append(Printed(start, end, clock.on(day).isoformat()))
    return found


def _stands_beside(clock: Clock, date: re.Match[str], text: str) -> bool:
    """Return whether nothing but a word such as `at` parts a time and a date."""
    first, second = (date.end(), clock.start) if clock.start >= date.end() else (clock.end, date.start())
    if first > second:
        return False
    words = [word for word in re.split(r"[\s,.]+", text[first:second]) if word.casefold() not in WEEKDAYS]
    return _BETWEEN.fullmatch(" ".join(words)) is not None


def _day(found: re.Match[str], language: str) -> date | None:
    if found["iso"] or found["cjk"]:
        return _date(*re.findall("[0-9]+", found[0]))
    if found["points"]:
        return _date(*reversed(re.findall("[0-9]+", found[0])))
    if found["slashes"]:
        first, second, year = re.findall("[0-9]+", found[0])
        return _slashes(first, second, year, language)
    month = month_of(found["month_word"] or found["month_first"])
    if month is None:
        return None
    return _date(found["word_year"] or found["last_year"], str(month), found["day_first"] or found["word_day"])


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _slashes(first: str, second: str, year: str, language: str) -> date | None:
    if first == second or int(second) > 12 or language == "en-us":
        return _date(year, first, second)
    day_first = int(first) > 12 or (language and not language.startswith("en")) or language in _DAY_FIRST_ENGLISH
    return _date(year, second, first) if day_first else None

"""The shared parser: page text in, a `Page` out. Pure; every screen and every export is fed by it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from tickerboard.model import Page, Problem
from tickerboard.parser.collecting import collector_paused
from tickerboard.parser.problems import problem
from tickerboard.parser.prose.article import read_article
from tickerboard.parser.strips.choice import read_strip
from tickerboard.text.clean import clean_columns
from tickerboard.text.patterns import pattern
from tickerboard.text.times import FIRST_YEAR

LINE_CAP = 4_096
"""Characters of a line that are read; the rest is cut, and said."""
LINES_CAP = 4_000_000
"""Lines of a page that are read: more than 100 MB of quotes. The rest is cut, and said."""

# A crawl glues its own date before a page's first line.
_CRAWL_DATE = pattern(r" {0,8}date ([0-9]{4}(?:-[0-9]{2}){0,2}) ")


class PageLines(NamedTuple):
    """The lines of a page as they were read, and the same lines without the quotes among them."""

    lines: list[str]
    rest: list[str]


@collector_paused()
def parse_page(text: str) -> Page:
    """Read a page's text.

    Never raises, whatever the text; what looks like a quote but is not one becomes a problem with its line number.
    """
    page, lines = read_lines(text)
    article, stories = read_article(lines.rest)
    return page._replace(article=article, stories=stories)


def read_lines(text: str) -> tuple[Page, PageLines]:
    """Read the quotes of a page's text, and neither an article nor stories; return its lines, too."""
    text = clean_columns(text)
    prefix = _CRAWL_DATE.match(text)
    lines = text[prefix.end() if prefix else 0 :].split("\n", LINES_CAP)
    cut = _cap(lines)
    columns = lines
    if "\t" in text:  # only a table reads them; to prose and to all other rows a tab is a space
        lines = [line.replace("\t", " ") for line in lines]
    strip = read_strip(lines, columns)
    rest = list(map(strip.left.get, range(1, len(lines) + 1), lines))
    problems = sorted([*cut, *strip.problems], key=lambda each: each.line)
    crawled = _day(prefix[1]) if prefix else None
    rates = tuple(strip.rates.values())
    page = Page(strip.quotes, None, (), tuple(problems), rates, crawled, strip.readings)
    return page, PageLines(lines, rest)


def _day(date: str) -> datetime | None:
    """Return the start of a crawl's day in UTC; None where the date has no day or is not one."""
    try:
        day = datetime.strptime(date, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        return None
    return day if day.year >= FIRST_YEAR else None


def _cap(lines: list[str]) -> list[Problem]:
    """Cut the lines that are too long, and those that are too many, and say so."""
    cut = []
    if len(lines) > LINES_CAP:
        cut.append(problem(LINES_CAP, "long-page", f"a page of more than {LINES_CAP:,} lines is cut", ""))
        del lines[LINES_CAP:]
    for at, line in enumerate(lines) if max(map(len, lines)) > LINE_CAP else ():
        if len(line) > LINE_CAP:
            cut.append(problem(at + 1, "long-line", f"a line of {len(line):,} characters is cut", line))
            lines[at] = line[:LINE_CAP]
    return cut

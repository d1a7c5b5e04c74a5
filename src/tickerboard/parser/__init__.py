"""The shared parser: page text in, a `Page` out. Pure; every screen and every export is fed by it."""

from __future__ import annotations

from tickerboard.model import Page
from tickerboard.parser.article import read_article
from tickerboard.parser.clean import clean
from tickerboard.parser.strip import problem, read_strip

LINE_CAP = 4_096
"""Characters of a line that are read; the rest is cut, and said."""


def parse_page(text: str) -> Page:
    """Read a page's text.

    Never raises, whatever the text; what looks like a quote and is none becomes a problem with its line number.
    """
    lines = clean(text).split("\n")
    long = [at for at, line in enumerate(lines) if len(line) > LINE_CAP]
    cut = [problem(at + 1, "long-line", f"a line of {len(lines[at]):,} characters is cut", lines[at]) for at in long]
    for at in long:
        lines[at] = lines[at][:LINE_CAP]
    strip = read_strip(lines)
    rest = ["" if number in strip.taken else line for number, line in enumerate(lines, 1)]
    article, stories = read_article(rest)
    problems = sorted([*cut, *strip.problems], key=lambda each: each.line)
    return Page(strip.quotes, article, stories, tuple(problems))

"""A page's lines to its quotes: the dialect that fits the page reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.prose.furniture import without_tables
from tickerboard.parser.strips import WORDS, others

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.strips.reading import StripReading


def read_strip(lines: Sequence[str]) -> StripReading:
    """Read every quote of a page's clean lines.

    A page is in one dialect. One quote with its word (`Increased By`) settles it, so that no side widget of such a
    page becomes a quote; else the reading with the most quotes that add up is right, and with none the one that says
    most about what it could not read. A table in an article is never a strip.
    """
    reading = WORDS(lines)
    if reading.found:
        return reading
    plain = without_tables(lines)
    return max([reading, *(read(plain) for read in others())], key=_worth)


def _worth(reading: StripReading) -> tuple[int, int, int]:
    return reading.sound, len(reading.found), len(reading.problems)

"""A page's lines to its quotes: each grammar reads what the ones before it left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.strips import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.strips.reading import StripReading


def read_strip(lines: Sequence[str], columns: Sequence[str] | None = None) -> StripReading:
    """Read every quote of a page's clean lines, in the order of the lines.

    `columns` are the same lines with their tabs, which part the columns of tables; without it no line has one.

    One quote with its word (`Increased By`) settles a page: it is the main site's, and none of its side widgets
    becomes a quote. A table under a rule of `====` in an article is never a strip.
    """
    reading = words.read(lines)
    if reading.found:
        reading.read_by("words")
        return reading
    from tickerboard.parser.strips.turns import read_others

    return read_others(lines if columns is None else columns, reading)

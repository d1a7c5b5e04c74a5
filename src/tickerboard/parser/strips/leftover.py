"""Rows that no grammar read: what looks like a quote is reported and does not become a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.figures.tokens import words_end
from tickerboard.parser.strips.names import has_label_shape, without_bullet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.strips.reading import StripReading

_LONGEST = 120
_FEWEST = 2
"""Such lines on a page without a quote; a lone one may be of anything."""


def report(page: PageText, reading: StripReading) -> None:
    """Report the free lines of a name, a price with decimals and a signed percentage, which no grammar read."""
    rows = [
        (number, text)
        for number, text in page.free
        if text.endswith(("%", "%)")) and len(text) <= _LONGEST and _looks_like_quote(page.tokens(number))
    ]
    if reading.found or len(rows) >= _FEWEST:
        for number, text in rows:
            reading.report(
                number, "not-a-quote", "looks like a quote, but can be read in several ways or in none", text
            )
            reading.take([number])


def _looks_like_quote(found: Sequence[Token]) -> bool:
    end = words_end(found)
    figures = found[end:]
    has_price = any(each.kind == "n" and not each.body.isdecimal() for each in figures)
    has_move = any(each.kind == "p" and each.marks for each in figures)
    return has_price and has_move and has_label_shape(without_bullet(" ".join(each.text for each in found[:end])))

"""The previous close below a row: it bears out a price and a move, and shows the direction of a move without a sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.strips.keys import inline, key_field
from tickerboard.parser.tables.fields import Field
from tickerboard.parser.tables.keyed import arrow_from, read_keyed
from tickerboard.text.numbers import FALLS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.strips.stacked.doubts import Stack

_BELOW = 24
"""Lines below a row in which its previous close may stand."""
_LONGEST = 100


def bear_out(page: PageText, rows: Sequence[Stack]) -> None:
    """Mark the rows as sound that the previous close below them bears out; a move without a sign gets its arrow."""
    ends = [*(each.place for each in rows), len(page.free)]
    for each, end in zip(rows, ends[1:], strict=True):
        figures = each.figures
        if figures.is_sound and figures.marks:
            continue
        behind = each.place + each.count
        previous = _previous(page, range(behind, min(end, behind + _BELOW)))
        if previous is None:
            continue
        arrow = arrow_from(previous, figures.last, figures.change, figures.percent)
        if arrow and (not figures.marks or FALLS.isdisjoint(arrow) == FALLS.isdisjoint(figures.marks)):
            each.figures = figures._replace(marks=figures.marks or arrow, is_sound=True)


def _previous(page: PageText, places: range) -> Decimal | None:
    """Return the previous close that one of some lines names, beside it or on the line below."""
    for place in places:
        text = page.free[place][1]
        if len(text) > _LONGEST:
            continue
        if key_field(text) is Field.PREVIOUS and place + 1 < len(page.free):
            return read_keyed([text.rstrip(": "), page.free[place + 1][1]], page.style).get(Field.PREVIOUS)
        for kind, key, value in inline(text):
            if kind is Field.PREVIOUS:
                return read_keyed([key.rstrip(": "), value], page.style).get(Field.PREVIOUS)
    return None

"""Cells of a table that hold two figures each, below a name for both: `Last Previous` above `219.90 214.40`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.figures.tokens import tokens
from tickerboard.parser.tables.fields import FIGURES, Field
from tickerboard.parser.tables.headers.header import field_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_CUT = re.compile(r"\s+|(?<=\S)(?=\()|(?<=\S)/(?=\S)")
_NOW = frozenset(("actual", "current", "today", "now", "aktuell", "actuel"))
"""Words for the last price beside the previous one: `Cierre Anterior/Actual`."""
_LONGEST = 40


def pair_of_names(text: str) -> list[str]:
    """Split a header's cell that names two figures; nothing for any other, or one that can be split in several ways.

    `LTP(Chg%)` is a price and its percent; whether `Price Open` is one price the cells below show.
    """
    if len(text) > _LONGEST or field_of(text):
        return []
    cuts = [
        (one, "Last" if field_of(one) is Field.PREVIOUS and other.casefold() in _NOW else other)
        for one, other in _cuts(text)
    ]
    found = [list(pair) for pair in cuts if len({*map(field_of, pair)} & FIGURES) == len(pair)]
    return found[0] if len(found) == 1 else []


def pair_of_figures(text: str) -> list[str]:
    """Return the two figures of a cell, without brackets around the second; nothing for any other cell."""
    found = [list(pair) for pair in _cuts(text) if len(text) <= _LONGEST and all(map(_is_figure, pair))]
    return found[0] if len(found) == 1 else []


def _cuts(text: str) -> Iterator[tuple[str, str]]:
    """Return the ways to cut a text at a space, a bracket or a slash."""
    for cut in _CUT.finditer(text):
        one, other = text[: cut.start()], text[cut.end() :]
        yield one, other[1:-1] if other.startswith("(") and other.endswith(")") else other


def _is_figure(text: str) -> bool:
    found = tokens(text)
    return sum(each.kind in "nsp" for each in found) == 1 and all(each.kind in "nspc" for each in found)

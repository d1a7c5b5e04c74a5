"""The lists of a page: rows near each other, which say together what they are of."""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter, sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.model import Quote

_APART = 6
"""Lines between two rows of one list, at most."""


def blocks(quotes: Sequence[Quote]) -> list[list[Quote]]:
    """Return the lists of the page: quotes whose lines are close to each other."""
    ordered = sorted(quotes, key=attrgetter("line"))
    lines = [each.line for each in ordered]
    steps = list(map(sub, lines[1:], lines))
    ends = [at for at, step in enumerate(steps, 1) if step > _APART] if max(steps, default=0) > _APART else []
    return [ordered[start:end] for start, end in pairwise((0, *ends, len(ordered)))]

"""Pages of 300 kB in each style in which sites print quotes: each is read within a tenth of a second."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, in_turn, timed
from benchmarks.styles import styles
from tickerboard.parser.documents import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.figures import Effort

SIZE = 300_000
BUDGET = 100


def measure(effort: Effort) -> Iterator[Figure]:
    """Every style in turn, so that a busy machine is busy for all."""
    pages = styles(SIZE)
    taken = in_turn(effort.runs, *(timed(partial(read_text, text)) for text in pages.values()))
    for name, each in zip(pages, taken, strict=True):
        yield Figure(f"300 kB: {name}", each * 1e3, "ms", budget=BUDGET)

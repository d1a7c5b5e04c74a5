"""Long articles and many of them."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, in_turn
from benchmarks.pages import FIRST, feed, page, prose, put
from benchmarks.terminal import BOARD, Run, seconds_to_paint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.figures import Effort

LONG = 100_000
PAGES = 20


def measure(effort: Effort) -> Iterator[Figure]:
    """Open a short and a long article, page through the long one; then 1, 100 and 10,000 articles."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from _long(folder, effort)
        yield from _many(folder)


def _long(folder: Path, effort: Effort) -> Iterator[Figure]:
    short, long = (put(folder, f"{words}.txt", page(34, words)) for words in (400, LONG))
    alone = put(folder, "long.md", prose(LONG))
    opened, brief, markdown = in_turn(
        max(effort.runs // 2, 3),
        partial(seconds_to_paint, (*BOARD, "--no-motion", long), FIRST, "quit"),
        partial(seconds_to_paint, (*BOARD, "--no-motion", short), FIRST, "quit"),
        partial(seconds_to_paint, ("-m", "benchmarks.floors.markdown", alone), FIRST),
    )
    yield Figure(f"open {LONG:,} words, over a short article", (opened - brief) * 1e3, "ms", budget=100)
    yield Figure(f"open {LONG:,} words", opened * 1e3, "ms", markdown * 1e3, "Markdown widget")
    with Run(*BOARD, "--no-motion", long) as run:
        run.until(FIRST, "quit")
        run.settle()
        run.type("2")
        run.settle()
        yield Figure(f"page down in {LONG:,} words", _paged(run) * 1e3, "ms", budget=10)
        pressed = run.type("G")
        yield Figure(f"to the end of {LONG:,} words", (run.until("Endword") - pressed) * 1e3, "ms", budget=10)


def _paged(run: Run) -> float:
    """Return the median seconds from a page down to the last byte of its paint."""
    taken = []
    for _ in range(PAGES):
        pressed = run.type("\x1b[6~")
        taken.append(run.painted() - pressed)
    return median(taken)


def _many(folder: Path) -> Iterator[Figure]:
    for stories in (1, 100, 10_000):
        path = put(folder, f"{stories}.xml", feed(stories))
        arguments = (*BOARD, "--no-motion", path)
        opened = median(seconds_to_paint(arguments, "number", "quit") for _ in range(3))
        yield Figure(f"open a feed of {stories:,} articles", opened * 1e3, "ms")
        with Run(*arguments) as run:
            run.until("number", "quit")
            run.settle()
            taken = []
            for _ in range(PAGES if stories > 1 else 0):
                pressed = run.type("n")
                taken.append(run.painted() - pressed)
        if taken:
            yield Figure(f"next of {stories:,} articles", median(taken) * 1e3, "ms")

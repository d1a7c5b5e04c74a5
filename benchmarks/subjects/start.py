"""Launching, and what a board holds in memory."""

from __future__ import annotations

from functools import partial
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, in_turn
from benchmarks.pages import SAMPLE
from benchmarks.terminal import BOARD, Run, seconds_to_end, seconds_to_paint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.figures import Effort

FLOOR = ("-m", "benchmarks.floors.table")
FLOOR_PAINTED = ("S00000", "S00033")
FIRST = ("AIRLINK", "UNITY")
"""Symbols at the top and the bottom of the sample page's table."""
PAINTED = ("UNITY", "recording", "quit")
"""Words that stand in the table, in the article and on the status line of the sample page's board."""


def measure(effort: Effort) -> Iterator[Figure]:
    """Launch, the two commands without a screen, memory."""
    seconds_to_paint((*BOARD, SAMPLE), *PAINTED)  # so that the byte code is there
    first, board, floor, version, parse = in_turn(
        effort.runs,
        partial(seconds_to_paint, (*BOARD, SAMPLE), *FIRST),
        partial(seconds_to_paint, (*BOARD, SAMPLE), *PAINTED),
        partial(seconds_to_paint, FLOOR, *FLOOR_PAINTED),
        partial(seconds_to_end, (*BOARD, "--version")),
        partial(seconds_to_end, (*BOARD, "parse", SAMPLE)),
    )
    floor_ms = floor * 1e3
    yield Figure("launch to the first picture", first * 1e3, "ms", floor_ms, "minimal app", 0.4)
    yield Figure("launch to the whole board", board * 1e3, "ms", floor_ms, "minimal app", 1.2)
    yield Figure("`tickerboard --version`", version * 1e3, "ms", floor_ms, "minimal app", 0.25)
    yield Figure("`tickerboard parse`", parse * 1e3, "ms", floor_ms, "minimal app", 0.25)
    held = median(_held((*BOARD, SAMPLE), PAINTED) for _ in range(3))
    yield Figure(
        "memory of the board", held, "MiB", median(_held(FLOOR, FLOOR_PAINTED) for _ in range(3)), "minimal app", 1.2
    )


def _held(arguments: Sequence[str], painted: Sequence[str]) -> float:
    """Return the most memory that a program had until it had painted and come to rest, in MiB."""
    with Run(*arguments) as run:
        run.until(*painted)
        run.rest(1.5)
        return run.peak

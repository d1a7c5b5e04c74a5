"""Two boards and a recorder on one history for ten minutes: the keys meanwhile, and what the history has afterwards.

Beside it, two minimal tables that only show rows, pressed alike while the same recorder works: what the machine itself
does to a key.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.figures import FULL, Figure
from benchmarks.pages import IN_VIEW, page, put, symbol
from benchmarks.terminal import BOARD, Run, history_path
from tickerboard.history import History

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.figures import Effort

ROWS = 500
SECONDS, FLOOR_SECONDS, QUICK_SECONDS = 600.0, 120.0, 30.0
BREATH = 0.041
"""Seconds between two keys, so that they fall anywhere within a second."""
BUDGET = 50


class Program(NamedTuple):
    """What is pressed: its arguments, and the keys in turn, each with what is seen when it is painted."""

    arguments: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]


TABLE = Program(
    ("-m", "benchmarks.floors.table", str(ROWS)), (("\x1b[1;5F", f"S{ROWS - 1:05}"), ("\x1b[1;5H", "S00000"))
)
"""Ctrl+End and Ctrl+Home."""


def measure(effort: Effort) -> Iterator[Figure]:
    """Ten minutes of it, or half of one: the page changes each second."""
    seconds = SECONDS if effort == FULL else QUICK_SECONDS
    with tempfile.TemporaryDirectory() as name:
        path = put(Path(name), "live.txt", _text(1))
        board = Program((*BOARD, "--no-motion", "--live", path), (("G", "BEAT"), ("g", symbol(IN_VIEW))))
        keys, beats = _pressed(board, path, seconds)
        with History(history_path()) as history:
            kept = {int(point.last) for point in history.points("BEAT")}
        least, _ = _pressed(TABLE, path, min(seconds, FLOOR_SECONDS))
    yield from _figures(f"two boards and a recorder for {seconds:.0f} s", keys, BUDGET)
    yield Figure("the same: snapshots missing", len(set(range(1, beats + 1)) - kept), f"of {beats}", budget=0)
    yield from _figures("two minimal tables and a recorder", least, None)


def _figures(what: str, keys: list[float], budget: float | None) -> Iterator[Figure]:
    yield Figure(f"{what}: a key, median of {len(keys)}", median(keys) * 1e3, "ms")
    yield Figure(f"{what}: 99th percentile", quantiles(keys, n=100)[-1] * 1e3, "ms", budget=budget)
    yield Figure(f"{what}: worst", max(keys) * 1e3, "ms", budget=budget)


def _pressed(program: Program, path: str, seconds: float) -> tuple[list[float], int]:
    """Return the seconds from each key to its paint, and how many pages there were."""
    keys, beat = [], 1
    put(Path(path).parent, "live.txt", _text(beat))
    with Run(*program.arguments) as one, Run(*program.arguments) as other:
        for run in (one, other):
            run.until(program.keys[-1][1])
            run.settle()
        with Run(*BOARD, "record", path) as recorder:
            recorder.rest(2)
            begun = time.monotonic()
            while (now := time.monotonic() - begun) < seconds:
                if now >= beat:
                    beat += 1
                    put(Path(path).parent, "live.txt", _text(beat))
                for run in (one, other):
                    for key, seen in program.keys:
                        pressed = run.type(key)
                        keys.append(run.until(seen) - pressed)
                        run.rest(BREATH)
                recorder.rest(0)
            recorder.rest(3)
    return keys, beat


def _text(beat: int) -> str:
    """Return a page whose last quote has the number of the page as its price."""
    strip, _, article = page(ROWS, 400, beat % 3).partition("\n\n")
    return f"{strip}\nBEAT {beat}.00 No Change ▼ 0.00 (0%)\n\n{article}"

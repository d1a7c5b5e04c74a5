"""Ten thousand rows that all change each second: the keys meanwhile, and the memory as the minutes go by."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from benchmarks.changing import TURNS
from benchmarks.figures import FULL, Figure
from benchmarks.pages import IN_VIEW, page, put, symbol
from benchmarks.terminal import BOARD, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.figures import Effort

MANY = 10_000
MINUTES = 10
WARM = 0.2
"""The part of the time after which memory is held against the end: caches and the heap fill first."""
BREATH = 0.037
"""Seconds between two keys, so that they fall anywhere within a second."""


def measure(effort: Effort) -> Iterator[Figure]:
    """Ten minutes of it, or one."""
    yield from under_load(60.0 * (MINUTES if effort == FULL else 1))


def under_load(seconds: float) -> Iterator[Figure]:
    """Press keys while a file of many rows is rewritten each second; a key that jumps repaints every line."""
    with tempfile.TemporaryDirectory() as name:
        keys, memory = _pressed(Path(name), seconds)
    warm, end = memory[int(len(memory) * WARM)], memory[-1]
    what = f"{MANY:,} rows change each second for {seconds:.0f} s"
    yield Figure(f"{what}: a key, median of {len(keys)}", median(keys) * 1e3, "ms")
    yield Figure(f"{what}: 99th percentile", quantiles(keys, n=100)[-1] * 1e3, "ms", budget=50)
    yield Figure(f"{what}: worst", max(keys) * 1e3, "ms")
    yield Figure(f"{what}: memory at the end", end, "MiB", warm, "when warm", 1.1)


def _pressed(folder: Path, seconds: float) -> tuple[list[float], list[float]]:
    """Return the seconds from each key to its paint, and the memory (MiB) each second."""
    texts = [page(MANY, 400, turn) for turn in range(TURNS)]
    path = put(folder, "live.txt", texts[0])
    keys, memory, turn = [], [], 0
    with Run(*BOARD, "--no-motion", "--live", path) as run:
        run.until(symbol(IN_VIEW))
        run.settle()
        begun = time.monotonic()
        while (now := time.monotonic() - begun) < seconds:
            if now >= turn + 1:
                turn += 1
                put(folder, "live.txt", texts[turn % TURNS])
                memory.append(run.resident)
            for key, seen in (("G", symbol(MANY - 8)), ("g", symbol(IN_VIEW))):
                pressed = run.type(key)
                keys.append(run.until(seen) - pressed)
                run.rest(BREATH)
    return keys, memory

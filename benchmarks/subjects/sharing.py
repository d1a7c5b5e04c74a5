"""Two boards and a recorder on one history for ten minutes: the keys meanwhile, and what the history has afterwards."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from benchmarks.figures import FULL, Figure
from benchmarks.pages import IN_VIEW, page, put, symbol
from benchmarks.terminal import BOARD, Run, history_path
from tickerboard.history import History

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.figures import Effort

ROWS = 500
MINUTES = 10
BREATH = 0.041
"""Seconds between two keys, so that they fall anywhere within a second."""


def measure(effort: Effort) -> Iterator[Figure]:
    """Ten minutes of it, or one: the page changes each second."""
    seconds = 60.0 * (MINUTES if effort == FULL else 1)
    with tempfile.TemporaryDirectory() as name:
        keys, beats = _pressed(Path(name), seconds)
    with History(history_path()) as history:
        kept = {int(point.last) for point in history.points("BEAT")}
    what = f"two boards and a recorder for {seconds:.0f} s"
    yield Figure(f"{what}: a key, median of {len(keys)}", median(keys) * 1e3, "ms")
    yield Figure(f"{what}: 99th percentile", quantiles(keys, n=100)[-1] * 1e3, "ms", budget=50)
    yield Figure(f"{what}: worst", max(keys) * 1e3, "ms", budget=50)
    yield Figure(f"{what}: snapshots missing of {beats}", len(set(range(1, beats + 1)) - kept), "", budget=0)


def _pressed(folder: Path, seconds: float) -> tuple[list[float], int]:
    """Return the seconds from each key to its paint, and how many pages there were."""
    texts = [page(ROWS, 400, turn) for turn in range(3)]
    path, keys, beat = put(folder, "live.txt", _text(texts, 1)), [], 1
    with Run(*BOARD, "--no-motion", "--live", path) as one, Run(*BOARD, "--no-motion", "--live", path) as other:
        for board in (one, other):
            board.until(symbol(IN_VIEW))
            board.settle()
        with Run(*BOARD, "record", path) as recorder:
            recorder.rest(2)
            begun = time.monotonic()
            while (now := time.monotonic() - begun) < seconds:
                if now >= beat:
                    beat += 1
                    put(folder, "live.txt", _text(texts, beat))
                for board in (one, other):
                    for key, seen in (("G", "BEAT"), ("g", symbol(IN_VIEW))):
                        pressed = board.type(key)
                        keys.append(board.until(seen) - pressed)
                        board.rest(BREATH)
                recorder.rest(0)
            recorder.rest(3)
    return keys, beat


def _text(texts: list[str], beat: int) -> str:
    """Return a page whose last quote has the number of the page as its price."""
    strip, _, article = texts[beat % len(texts)].partition("\n\n")
    return f"{strip}\nBEAT {beat}.00 No Change ▼ 0.00 (0%)\n\n{article}"

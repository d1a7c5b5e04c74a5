"""Ten thousand rows: opening, changing, and the keys meanwhile; how the cost grows with the rows."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.changing import CHANGE, TURNS
from benchmarks.figures import FULL, Figure, in_turn
from benchmarks.pages import IN_VIEW, page, price, put, symbol
from benchmarks.subjects.soak import MANY, under_load
from benchmarks.terminal import BOARD, Run, seconds_to_paint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.figures import Effort


def measure(effort: Effort) -> Iterator[Figure]:
    """Open, change, keys, memory, growth."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from _opened(folder, effort)
        for rows in (34, 500, MANY, *([100_000] if effort == FULL else [])):
            yield _changed(rows, effort)
    yield from under_load(effort.seconds * 3)


def _opened(folder: Path, effort: Effort) -> Iterator[Figure]:
    sizes = (34, 500, MANY, *([100_000] if effort == FULL else []))
    opens = [partial(_open, put(folder, f"{rows}.txt", page(rows))) for rows in sizes]
    peer = partial(seconds_to_paint, ("-m", "benchmarks.floors.table", str(MANY)), "S00000")
    *ours, table = in_turn(max(effort.runs // 2, 3), *opens, peer)
    for rows, seconds in zip(sizes, ours, strict=True):
        budget = 1.3 if rows == MANY else None
        yield Figure(f"open {rows:,} rows", seconds * 1e3, "ms", ours[0] * 1e3, "34 rows", budget)
    yield Figure(f"open {MANY:,} rows", ours[2] * 1e3, "ms", table * 1e3, "DataTable")


def _open(path: str) -> float:
    return seconds_to_paint((*BOARD, "--no-motion", path), symbol(IN_VIEW), "quit")


def _changed(rows: int, effort: Effort) -> Figure:
    """Time from the key that brings the new page to its paint."""
    with Run("-m", "benchmarks.changing", str(rows), "1") as run:
        run.until(symbol(IN_VIEW))
        run.settle()
        taken = []
        for turn in range(1, effort.runs * 2 + 1):
            start = run.type(CHANGE)
            taken.append(run.until(price(IN_VIEW, turn % TURNS)) - start)
            run.rest(1.2)
    budget = 30 if rows == MANY else None
    return Figure(f"all of {rows:,} rows changed, to painted", median(taken) * 1e3, "ms", budget=budget)

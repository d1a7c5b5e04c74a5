"""Bytes that go to the terminal: what an ssh user pays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.changing import CHANGE
from benchmarks.figures import Figure
from benchmarks.pages import SAMPLE, symbol
from benchmarks.terminal import BOARD, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.figures import Effort

ROWS = 500


def measure(_: Effort) -> Iterator[Figure]:
    """The first paint, keys, and refreshes that change all, some or one of the rows."""
    with Run(*BOARD, "--no-motion", SAMPLE) as run:
        run.until("quit")
        run.settle()
        yield Figure("bytes of the first paint, 120x40", run.written, "B")
        for name, key in (("the cursor down a row", "j"), ("a sort", "s"), ("a page of the reader", "2\x1b[6~")):
            yield Figure(f"bytes of {name}", _after(run, key, 0.5), "B")
    for every, what in ((1, "all rows"), (10, "a tenth of the rows"), (ROWS, "one row")):
        with Run("-m", "benchmarks.changing", str(ROWS), str(every)) as run:
            run.until(symbol(20))
            run.settle()
            yield Figure(f"bytes of a refresh, {what} changed, lit and put out", _after(run, CHANGE, 2), "B")


def _after(run: Run, keys: str, seconds: float) -> float:
    before = run.written
    run.type(keys)
    run.rest(seconds)
    return run.written - before

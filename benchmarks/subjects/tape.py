"""The moving tape against a bare marquee, and the standing one."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.figures import Figure
from benchmarks.pages import SAMPLE, put
from benchmarks.terminal import BOARD, Run
from tickerboard.ui.telling import MESSAGE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.figures import Effort

FRAMES = 10
DAYS_OLD = 2
"""The age of the page. That of a younger one is painted again when it changes: 47 bytes, each minute or hour."""


def measure(effort: Effort) -> Iterator[Figure]:
    """Processor time and bytes at ten frames a second, side by side; then with the tape stopped."""
    with tempfile.TemporaryDirectory() as name:
        page = put(Path(name), "old.txt", Path(SAMPLE).read_text("utf-8"))
        then = time.time() - DAYS_OLD * 86_400
        os.utime(page, (then, then))
        yield from _side_by_side(page, effort)


def _side_by_side(page: str, effort: Effort) -> Iterator[Figure]:
    with Run(*BOARD, page) as board, Run("-m", "benchmarks.floors.marquee") as bare:
        for run in (board, bare):
            run.rest(2)
        ours, bytes_written = [], board.written
        floors, stretch = [], effort.seconds / 4
        for _ in range(4):
            before = board.cpu, bare.cpu
            bare_rest(board, bare, stretch)
            ours.append((board.cpu - before[0]) / stretch)
            floors.append((bare.cpu - before[1]) / stretch)
        bytes_a_step = (board.written - bytes_written) / (effort.seconds * FRAMES)
        yield Figure(
            "tape at 10 frames a second, processor", median(ours) * 100, "%", median(floors) * 100, "bare marquee", 1.15
        )
        yield Figure("bytes of a tape step", bytes_a_step, "B")
        board.type(" ")
        board.rest(MESSAGE_SECONDS + 1)  # the status line forgets what it told of the key, which is painted
        cpu, written = board.cpu, board.written
        board.rest(effort.seconds)
        yield Figure("tape stopped, processor", (board.cpu - cpu) / effort.seconds * 100, "%", budget=0.5)
        yield Figure("tape stopped, bytes a second", (board.written - written) / effort.seconds, "B", budget=0)


def bare_rest(one: Run, other: Run, seconds: float) -> None:
    """Let both run, taking in what either writes."""
    for _ in range(round(seconds / 0.2)):
        one.rest(0.1)
        other.rest(0.1)

"""The board at rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.figures import Figure
from benchmarks.pages import SAMPLE
from benchmarks.terminal import BOARD, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.figures import Effort


def measure(effort: Effort) -> Iterator[Figure]:
    """Processor time and bytes of a board whose tape is paused; then in live mode, whose age changes each second."""
    for name, arguments, budget in (("idle", (), 0.5), ("idle in live mode", ("--live",), None)):
        with Run(*BOARD, "--no-motion", *arguments, SAMPLE) as board:
            board.rest(3)
            cpu, written = board.cpu, board.written
            board.rest(effort.seconds)
            yield Figure(f"{name}, processor", (board.cpu - cpu) / effort.seconds * 100, "%", budget=budget)
            yield Figure(f"{name}, bytes a second", (board.written - written) / effort.seconds, "B")

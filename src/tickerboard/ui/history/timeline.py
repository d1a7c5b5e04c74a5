"""Where the board is in the past, and the time axis around it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from tickerboard.board.board import Board
    from tickerboard.history.steps import Marks

CELLS = 400
"""The parts into which a timeline is cut; a screen shows them on as many cells as it has."""


class Timeline(NamedTuple):
    """The time axis around a moment: its first and last snapshot (UTC), and the marks in each of `CELLS` parts."""

    since: datetime
    until: datetime
    marks: Marks

    def part(self, time: datetime, parts: int) -> int:
        """Return in which of so many equal parts a time is, counted from 0."""
        span = (self.until - self.since) / timedelta(microseconds=1) + 1
        return max(0, min(int((time - self.since) / timedelta(microseconds=1) * parts / span), parts - 1))


class Stop(NamedTuple):
    """A time at which the board was turned to (UTC): the board as of then, and the timeline around it."""

    at: datetime
    board: Board
    timeline: Timeline

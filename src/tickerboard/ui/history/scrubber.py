"""The line that takes the place of the keys while the board is turned back: a time axis to step along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from tickerboard.text.times import local, minute
from tickerboard.ui.hints import hint_pairs
from tickerboard.ui.history.timeline import CELLS
from tickerboard.ui.line import Line
from tickerboard.ui.parts import key_parts, width_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from tickerboard.ui.history.timeline import Stop, Timeline

SNAPSHOT, NOTHING, ARTICLE, ALERT, HERE = "─", "·", "▲", "!", "●"
"""What a cell of the axis shows: snapshots, none, a new article, an alert that fired, and where the board is."""
KEYS = (("time.back", "back"), ("time.forward", "forward"), ("time.now", "now"))
GAP = "  "
LEAST_AXIS = 10
"""Cells below which an axis says nothing."""
ROOMY = 70
"""Cells from which there is room for the keys."""


class Scrubber(Line):
    """The axis with its ends, and the keys."""

    DEFAULT_CSS = "Scrubber { height: 1; background: $panel; display: none; }"

    def show(self, stop: Stop, width: int) -> None:
        """Show where the board is on the axis."""
        keys = [(GAP, "line--plain"), *key_parts(hint_pairs(self.screen, *KEYS), GAP), (" ", "line--plain")]
        if width < ROOMY:
            keys = []
        parts = axis(stop, width - width_of(keys))
        self.say(*parts, (" " * max(width - width_of(parts) - width_of(keys), 0), "line--plain"), *keys)


def chips(at: datetime, now: datetime) -> tuple[str, ...]:
    """Return THEN and when, the longest form first; the date is left out only where it is today's."""
    there = local(at)
    if there.date() == local(now).date():
        return f"THEN {there:%H:%M:%S %Z}", f"THEN {there:%H:%M:%S}", f"THEN {there:%H:%M}"
    return f"THEN {there:%Y-%m-%d %H:%M:%S %Z}", f"THEN {there:%Y-%m-%d %H:%M:%S}", f"THEN {there:%m-%d %H:%M}"


def axis(stop: Stop, room: int) -> list[tuple[str, str]]:
    """Return the axis in a number of cells, with the times at its ends and a legend where there is room."""
    timeline = stop.timeline
    left, right = f" ◂ {minute(timeline.since, stop.at)} ", f" {minute(timeline.until, stop.at)} ▸"
    legend = _legend(timeline)
    ends = cell_len(left) + cell_len(right)
    if room < ends + LEAST_AXIS:
        left, right, legend, ends = " ", "", "", 1
    elif room < ends + cell_len(legend) + 2 * LEAST_AXIS:
        legend = ""
    cells = room - ends - cell_len(legend)
    if cells < LEAST_AXIS:
        return []
    return [(left, "line--plain"), *_track(timeline, stop.at, cells), (right + legend, "line--plain")]


def _legend(timeline: Timeline) -> str:
    """Return what the marks on the axis mean, those that it has."""
    marks = timeline.marks
    return f"  {ARTICLE} article" * bool(marks.articles) + f"  {ALERT} alert" * bool(marks.firings)


def _track(timeline: Timeline, at: datetime, cells: int) -> list[tuple[str, str]]:
    here = timeline.part(at, cells)
    snapshots, articles, firings = (_scaled(each, cells) for each in timeline.marks)
    track = []
    for cell in range(cells):
        if cell == here:
            track.append((HERE, "axis--here"))
        elif cell in firings:
            track.append((ALERT, "axis--alert"))
        elif cell in articles:
            track.append((ARTICLE, "axis--article"))
        else:
            track.append((SNAPSHOT if cell in snapshots else NOTHING, "line--plain"))
    return track


def _scaled(marks: Collection[int], cells: int) -> frozenset[int]:
    return frozenset(mark * cells // CELLS for mark in marks)

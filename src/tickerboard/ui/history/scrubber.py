"""The line that takes the place of the status while the board is turned back: THEN, and a time axis to step along."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len

from tickerboard.text.times import local, minute
from tickerboard.ui.board.status_line import Line, Piece, fitted
from tickerboard.ui.hints import hint
from tickerboard.ui.history.timeline import CELLS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from tickerboard.ui.history.timeline import Stop, Timeline

SNAPSHOT, NOTHING, ARTICLE, HERE = "─", "·", "▲", "●"
"""What a cell of the axis shows: snapshots, none, an article that was first seen there, and where the board is."""
LEGEND = f"{ARTICLE} article"
KEYS = (("time.back", "back"), ("time.forward", "forward"), ("time.now", "now"))
LEAST_AXIS = 10
"""Cells below which an axis says nothing."""
ROOMY = 70
"""Cells from which there is room for the keys."""


class Scrubber(Line):
    """THEN and when, how the table is looked at, the axis with its ends, and the keys."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--plain", "chip--then", "axis--article", "axis--here"}
    DEFAULT_CSS = """
    Scrubber { height: 1; background: $panel; display: none; }
    Scrubber .chip--then { color: $background; background: $chip-then; text-style: bold; }
    Scrubber .axis--article { color: $chip-stale; }
    Scrubber .axis--here { color: $chip-then; text-style: bold; }
    Scrubber:ansi .chip--then { text-style: bold reverse; }
    """

    def show(self, stop: Stop, now: datetime, looks: Iterable[str], width: int) -> None:
        """Show where the board is; `now` (UTC) decides whether the date is needed."""
        keys = f"  {hint(self.screen, *KEYS, between='  ')} " if width >= ROOMY else ""
        pieces = [
            Piece(tuple(f" {chip} " for chip in chips(stop.at, now)), "chip--then", kept=True),
            *(Piece((look,), cut=True) for look in looks),
        ]
        shown = fitted(pieces, width - len(keys) - (LEAST_AXIS + 2 if width > 30 else 1))
        parts = [(shown[0][0], shown[0][1].style)]
        parts += [(f" {text}", piece.style) for text, piece in shown[1:]]
        room = width - sum(cell_len(text) for text, _ in parts) - cell_len(keys)
        parts += axis(stop, room)
        taken = sum(cell_len(text) for text, _ in parts) + cell_len(keys)
        self.say(*parts, (" " * max(width - taken, 0) + keys, "line--plain"))


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
    legend = f"  {LEGEND}" if timeline.marks.articles else ""
    ends = cell_len(left) + cell_len(right)
    if room < ends + LEAST_AXIS:
        left, right, legend, ends = " ", "", "", 1
    elif room < ends + cell_len(legend) + 2 * LEAST_AXIS:
        legend = ""
    cells = room - ends - cell_len(legend)
    if cells < LEAST_AXIS:
        return []
    return [(left, "line--plain"), *_track(timeline, stop.at, cells), (right + legend, "line--plain")]


def _track(timeline: Timeline, at: datetime, cells: int) -> list[tuple[str, str]]:
    here = timeline.part(at, cells)
    snapshots, articles = (_scaled(each, cells) for each in timeline.marks)
    track = []
    for cell in range(cells):
        if cell == here:
            track.append((HERE, "axis--here"))
        elif cell in articles:
            track.append((ARTICLE, "axis--article"))
        else:
            track.append((SNAPSHOT if cell in snapshots else NOTHING, "line--plain"))
    return track


def _scaled(marks: Collection[int], cells: int) -> frozenset[int]:
    return frozenset(mark * cells // CELLS for mark in marks)

"""Rows whose rises carry no plus: which of them rose and which fell, told by the arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tickerboard.model import Quote
from tickerboard.parser.audit import adds_up
from tickerboard.parser.kinds import kind_of
from tickerboard.parser.strips.reading import TEXT_CAP
from tickerboard.text.numbers import DOWN_ARROWS, MINUS, UP_ARROWS, signed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from tickerboard.model import Kind
    from tickerboard.parser.strips.reading import StripReading


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row as it is printed: figures without their signs, and the marks (signs and arrow) that stood by them."""

    lines: Sequence[int]
    symbol: str
    last: Decimal
    change: Decimal
    percent: Decimal
    marks: str
    text: str
    kind: Kind | None = None
    high: Decimal | None = None
    low: Decimal | None = None
    volume: Decimal | None = None


def resolve_signs(rows: Sequence[Candidate], reading: StripReading) -> None:
    """Add the rows as quotes, each with its sign; a row whose sign cannot be told is a problem.

    Where a row has no mark the figures tell: 807.42 on 86,057.51 is 0.95% as a rise and 0.93% as a fall. Small moves
    come out the same; these are rises if the page proves elsewhere that it prints rises bare, and no row says other.
    """
    signs = [_marked(row) for row in rows]
    told = [_told(row) if sign is None else sign for row, sign in zip(rows, signs, strict=True)]
    bare = {sign for sign, mark in zip(told, signs, strict=True) if mark is None and sign}
    rises_are_bare = bare == {1} or (not bare and -1 in signs)
    for row, sign in zip(rows, told, strict=True):
        reading.take(row.lines)
        if sign == 0:
            reading.report(row.lines[0], "direction", "arrow and signs disagree about the direction", row.text)
        elif sign is None and not rises_are_bare:
            reading.report(row.lines[0], "sign", "a rise or a fall: nothing on the page tells which", row.text)
        else:
            reading.add(_quote(row, sign or 1))


def _quote(row: Candidate, sign: int) -> Quote:
    return Quote(
        row.symbol,
        row.kind or kind_of(row.symbol),
        row.last,
        signed(row.change, sign),
        signed(row.percent, sign),
        row.lines[0],
        high=row.high,
        low=row.low,
        volume=row.volume,
        text=row.text[:TEXT_CAP],
    )


def _marked(row: Candidate) -> int | None:
    """Give the sign that the marks tell: None without marks, 0 where they disagree."""
    if not (row.change or row.percent):
        return 1  # nothing moved: whatever stands beside a zero says nothing
    up = any(mark in "+" + UP_ARROWS for mark in row.marks)
    down = any(mark in MINUS + DOWN_ARROWS for mark in row.marks)
    if up and down:
        return 0
    return (1 if up else -1) if up or down else None


def _told(row: Candidate) -> int | None:
    """Give the sign with which the figures add up; None if they do with both or with neither."""
    rise = adds_up(row.last, row.change, row.percent)
    fall = adds_up(row.last, -row.change, -row.percent)
    if rise == fall:
        return None
    return 1 if rise else -1

"""Highlights within a line: which of them a line has, and the line cut into styled parts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style


class Stretch(Protocol):
    """Characters of a block, from `start` to `end`."""

    @property
    def start(self) -> int:
        """The first character."""
        ...

    @property
    def end(self) -> int:
        """The first character after it."""
        ...


S = TypeVar("S", bound=Stretch)


class Span(NamedTuple):
    """Characters to paint in a style, over what they have."""

    start: int
    end: int
    style: Style


def within(stretches: Sequence[S], start: int, end: int) -> Sequence[S]:
    """Return those that reach into a line. They must be in order and not overlap."""
    first = bisect_right(stretches, start, key=attrgetter("end"))
    return stretches[first : bisect_left(stretches, end, key=attrgetter("start"))]


def painted(text: str, start: int, end: int, ground: Style, spans: Iterable[Span]) -> list[tuple[str, Style]]:
    """Cut the characters of a text from `start` to `end` into parts of one style; later spans lie on top."""
    styles = [ground] * (end - start)
    for span in spans:
        for at in range(max(span.start, start) - start, min(span.end, end) - start):
            styles[at] += span.style
    parts: list[tuple[str, Style]] = []
    at = start
    for style, run in groupby(styles):
        length = sum(1 for _ in run)
        parts.append((text[at : at + length], style))
        at += length
    return parts

"""Highlights within a line: which of them a line has, and the line cut into styled parts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
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
    """Cut the characters of a text from `start` to `end` where a span begins or ends; later spans lie on top."""
    spans = list(spans)
    edges = {start, end, *(min(max(edge, start), end) for span in spans for edge in (span.start, span.end))}
    parts = []
    for first, last in pairwise(sorted(edges)):
        over = (span.style for span in spans if span.start <= first and last <= span.end)
        parts.append((text[first:last], sum(over, ground)))
    return parts

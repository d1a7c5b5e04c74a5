"""The parser against one compiled `findall`, and how its time grows with the page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.figures import FULL, Figure, in_turn, timed
from benchmarks.pages import SAMPLE, page, strip
from tickerboard.parser import parse_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.figures import Effort

BARE = re.compile(
    r"([A-Z0-9.&-]+) ([0-9,]+(?:\.[0-9]+)?) (Increased By|Decreased By|No Change) "
    r"(?:([▲▼]) )?(-?[0-9.]+) \((-?[0-9.]+)%\)"
)
"""The strip's pattern and no more: no checks, no numbers, no article."""


def measure(effort: Effort) -> Iterator[Figure]:
    """A page like the one that the budget is for, then pages of 4 kB to 10 MB and, given time, 100 MB."""
    ours, bare = _against(page(34, 545), effort.runs, 200)
    yield Figure("parse of 34 quotes and an article, 4.3 kB", ours * 1e6, "µs", bare * 1e6, "bare findall", 6)
    ours, bare = _against(Path(SAMPLE).read_text("utf-8"), effort.runs, 200)
    yield Figure("parse of the sample page, 2.5 kB", ours * 1e6, "µs", bare * 1e6, "bare findall", 6)
    for name, text in _pages(effort):
        times = max(1, 2_000_000 // len(text))
        ours, bare = _against(text, 3 if len(text) < 5e6 else 1, times)
        size = len(text.encode()) / 1e6
        budget = 6 if name.endswith("strip") and len(text) > 5e6 else None
        yield Figure(f"parse of {name}, a MB", ours / size * 1e3, "ms", bare / size * 1e3, "bare findall", budget)


def _pages(effort: Effort) -> Iterator[tuple[str, str]]:
    sizes = (4e3, 1e5, 1e6, 1e7, 1e8) if effort == FULL else (4e3, 1e5, 1e6)
    for size in sizes:
        yield f"{_named(size)} of article", page(34, int((size - 1_800) / 5.1))
    for size in sizes[:-1]:
        yield f"{_named(size)} of strip", strip(int(size / 49))


def _named(size: float) -> str:
    return f"{size / 1e6:.0f} MB" if size >= 1e6 else f"{size / 1e3:.0f} kB"


def _against(text: str, runs: int, times: int) -> list[float]:
    return in_turn(runs, timed(lambda: parse_page(text), times), timed(lambda: BARE.findall(text), times))

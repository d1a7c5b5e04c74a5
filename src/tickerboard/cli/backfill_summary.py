"""What `backfill` prints: its progress as plain lines, and its summary."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tickerboard.cli.output import report
from tickerboard.text.counts import counted

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from tickerboard.backfill.backfill import Progress
    from tickerboard.backfill.tally import Tally

LINE_SECONDS = 10.0


class LineProgress:
    """Progress where standard error is no terminal: a line now and then."""

    def __init__(self) -> None:
        self._next = time.monotonic() + LINE_SECONDS

    def show(self, progress: Progress) -> None:
        """Print how far it is, if it is time."""
        self.note(in_words(progress))

    def note(self, text: str) -> None:
        """Print a line, if it is time."""
        now = time.monotonic()
        if now >= self._next:
            self._next = now + LINE_SECONDS
            report([f"tickerboard: {text}"])

    def close(self) -> None:
        """Print nothing more."""


def in_words(progress: Progress) -> str:
    """Return how far a backfill is, on one line."""
    left = progress.left
    parts = [
        f"{progress.inputs:,} of {progress.all_inputs:,} files",
        counted(progress.pages, "page"),
        counted(progress.quotes, "quote"),
        f"{progress.rate:,.0f} pages a second",
    ]
    return " · ".join([*parts, f"{_time(left)} left"] if left is not None else parts)


def _time(seconds: float) -> str:
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}"


def summary(tally: Tally) -> Iterator[str]:
    """Return the lines of the closing summary."""
    files, pages, quotes = counted(tally.inputs, "file"), counted(tally.pages, "page"), counted(tally.quotes, "quote")
    yield f"{files} · {pages} · {tally.parsed:,} parsed · {quotes}"
    for what, counts in (
        ("quotes by year", dict(sorted(tally.years.items()))),
        ("quotes by grammar", _most_first(tally.grammars)),
        ("problems by code", _most_first(tally.problems)),
        ("rejected records", _most_first(tally.rejected)),
    ):
        if counts:
            yield what
            width = max(map(len, counts))
            yield from (f"  {name:<{width}}  {count:>13,}" for name, count in counts.items())


def _most_first(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))

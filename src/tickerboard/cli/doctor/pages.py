"""The doctor reads the sources that were named."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tickerboard.cli.doctor.findings import Finding, Grade
from tickerboard.sources.redaction import name_of
from tickerboard.sources.updates import articles_of, failures_of, has_something, read_once, snapshots_of
from tickerboard.text.counts import counted
from tickerboard.text.times import age

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tickerboard.sources.base import Source
    from tickerboard.sources.updates import Update


def pages(sources: Sequence[Source]) -> Iterator[Finding]:
    """Read each source once and report how much is on its pages, but nothing of what they say."""
    for source in sources:
        started = time.monotonic()
        update = read_once(source)
        took = time.monotonic() - started
        words = f"{_counted(update)}, read in {took:.1f} s"
        if failures := failures_of(update):
            first = failures[0]
            reason = first.reason if first.label == source.name else str(first)
            more = f" (and {len(failures) - 1} more pages)" if len(failures) > 1 else ""
            read = f"; {words}" if snapshots_of([update]) else ""
            yield Finding(Grade.FAIL, name_of(source), f"{reason}{more}{read}")
        else:
            yield Finding(Grade.OK if has_something(update) else Grade.WARN, name_of(source), words)


def _counted(update: Update) -> str:
    shots = snapshots_of([update])
    counts = {
        "page": len(shots),
        "quote": sum(len(shot.page.quotes) for shot in shots),
        "article": len(articles_of(update)),
        "problem": sum(len(shot.page.problems) for shot in shots),
    }
    found = [counted(count, what) for what, count in counts.items()]
    times = [shot.observed for shot in shots if shot.observed]
    return ", ".join([*found, age(max(times), datetime.now(UTC)) if times else "time unknown"])

"""A thousand alerts on 500 symbols that all change each second."""

from __future__ import annotations

import random
import time
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.figures import Figure
from tickerboard.alerts.engine import Engine
from tickerboard.alerts.rule import Rule
from tickerboard.board.listings import Listings
from tickerboard.model import Snapshot
from tickerboard.parser.documents import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.figures import Effort

ALERTS, SYMBOLS = 1_000, 500
BUDGET = 50
"""Milliseconds: 5 % of the second between two refreshes."""
FORMS = (
    "percent < -{0}",
    "percent > {0} and last < {1}",
    "abs(percent) > {0} and symbol in some",
    "last crosses {1}",
    "percent > {0} for 3 pages",
    "percent crosses {0} within 10 min",
)


def measure(effort: Effort) -> Iterator[Figure]:
    """The time that the engine takes for one snapshot, the median."""
    chance = random.Random(1)  # noqa: S311  no secret
    groups = {"some": frozenset(f"SYM{at:03}" for at in range(20))}
    rules = [
        Rule.read(
            f"alert {at}", chance.choice(FORMS).format(chance.randrange(4, 9), chance.randrange(100, 900)), groups
        )
        for at in range(ALERTS)
    ]
    engine, start = Engine(rules, Listings()), datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
    times = []
    for second in range(effort.runs * 4):
        now = start + timedelta(seconds=second)
        shot = Snapshot("page.txt", now, read_text(_strip(chance)))
        before = time.perf_counter()
        engine.take(shot, "page.txt", now)
        times.append(time.perf_counter() - before)
    yield Figure(f"{ALERTS:,} alerts on {SYMBOLS} symbols, a snapshot", median(times) * 1e3, "ms", budget=BUDGET)


def _strip(chance: random.Random) -> str:
    """Return quotes around 100 to 599, each with a move of up to 5 percent."""
    lines = []
    for at in range(SYMBOLS):
        previous, cents = 100 + at, chance.randrange(-5 * (100 + at), 5 * (100 + at))
        word, arrow = ("Increased", "▲") if cents >= 0 else ("Decreased", "▼")
        change = cents / 100
        percent = change / previous * 100
        lines.append(f"SYM{at:03} {previous + change:.2f} {word} By {arrow} {change:.2f} ({percent:.2f}%)\n")
    return "".join(lines)

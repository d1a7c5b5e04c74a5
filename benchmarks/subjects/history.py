"""The history of 600,000 quotes: 500 symbols daily for a year, then once a minute."""

from __future__ import annotations

import random
import tempfile
import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.figures import Figure
from benchmarks.pages import symbol
from tickerboard.board.board import Board
from tickerboard.history.history import History
from tickerboard.history.store import Arrival, Store
from tickerboard.model import Article, Kind, ObservedFrom, Page, Quote, Snapshot
from tickerboard.parser.documents import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.figures import Effort

SYMBOLS, DAYS, MINUTES = 500, 365, 835
END = datetime(2026, 1, 5, 16, 30, tzinfo=UTC)
TIMES = [END - timedelta(minutes=MINUTES - 1) - timedelta(days=DAYS - day) for day in range(DAYS)] + [
    END - timedelta(minutes=MINUTES - 1 - minute) for minute in range(MINUTES)
]
HUNDRED, CENT = Decimal(100), Decimal("0.01")


def measure(effort: Effort) -> Iterator[Figure]:
    """Write it, then ask what the board asks; the best of several times counts, for the machine may be busy."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "history.db"
        seconds = _write(path)
        yield Figure("history: store a snapshot of 500 symbols", seconds / len(TIMES) * 1e3, "ms")
        size = path.stat().st_size
        yield Figure("history: size of 600,000 quotes and 1,200 pages", size / 1024 / 1024, "MiB")
        yield Figure("history: size of a quote, its page included", size / SYMBOLS / len(TIMES), "bytes")
        with History(path) as history:
            yield from _asked(history, effort.runs)


def _asked(history: History, runs: int) -> Iterator[Figure]:
    walk = random.Random(7)  # noqa: S311  made-up times keep no secret
    middle, day = TIMES[DAYS + MINUTES // 2], timedelta(days=1)
    asked: list[tuple[str, Callable[[], object], float | None]] = [
        ("board as of any time", lambda: history.as_of(walk.choice(TIMES)), 20),
        ("the same, and the board made of it", lambda: Board.of(history.as_of(walk.choice(TIMES))), None),
        ("500 sparklines of a day", lambda: history.sparklines(END - day, END, 16), 50),
        ("500 sparklines of a year", lambda: history.sparklines(END - 365 * day, END, 16), 50),
        ("next and previous snapshot", lambda: (history.step(middle, 1), history.step(middle, -1)), 5),
        ("next and previous move", lambda: (_move(history, middle, 1), _move(history, middle, -1)), 5),
        ("a year of one symbol", lambda: list(history.points(symbol(7))), 20),
        ("marks on the axis of a year", lambda: history.marks(END - 365 * day, END, 80), 20),
        ("page and line of a figure", lambda: history.origin(symbol(7), middle), 20),
        ("what moved in a day", lambda: history.moved(END - day, END), None),
    ]
    for what, ask, budget in asked:
        yield Figure(f"history: {what}", min(_milliseconds(ask) for _ in range(runs * 3)), "ms", budget=budget)


def _move(history: History, at: datetime, by: int) -> datetime | None:
    return history.move(symbol(7), at, by)


def _milliseconds(ask: Callable[[], object]) -> float:
    start = time.perf_counter()
    ask()
    return (time.perf_counter() - start) * 1e3


def _write(path: Path) -> float:
    """Store the year; return how many seconds that took, without making it up."""
    walk = random.Random(7)  # noqa: S311  made-up prices keep no secret
    cents = [walk.randrange(1_000, 50_000) for _ in range(SYMBOLS)]
    seconds = 0.0
    with Store(path) as store:
        for at, when in enumerate(TIMES):
            before = cents[:]
            cents = [max(each + walk.choice((-9, -3, 0, 0, 0, 3, 9)), 100) for each in cents]
            arrival = _arrival(at, when, before, cents)
            start = time.perf_counter()
            list(store.add([arrival]))
            seconds += time.perf_counter() - start
    return seconds


def _arrival(at: int, when: datetime, before: list[int], cents: list[int]) -> Arrival:
    quotes = tuple(_quote(row, was, now) for row, (was, now) in enumerate(zip(before, cents, strict=True)))
    text = "".join(f"{each.symbol} {each.last} Increased By {each.change} ({each.percent}%)\n" for each in quotes)
    name = symbol(at % SYMBOLS)
    article = Article(f"Shares of {name} rise", paragraphs=(f"{name} rose for day {at}.",))
    page = Page(quotes, article if at % 10 == 0 else None)
    url = "https://example.org/markets"
    document = Document(url, text.encode(), when, ObservedFrom.HTTP_DATE, url)
    return Arrival(url, document, Snapshot(url, when, page, ObservedFrom.HTTP_DATE, url), when)


def _quote(row: int, was: int, now: int) -> Quote:
    change = Decimal(now - was) / HUNDRED
    percent = (change / (Decimal(was) / HUNDRED) * HUNDRED).quantize(CENT)
    kind = Kind.INDEX if row == 0 else Kind.EQUITY
    return Quote("KSE100" if row == 0 else symbol(row), kind, Decimal(now) / HUNDRED, change, percent, row + 1)

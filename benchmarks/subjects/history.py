"""The history of 600,000 quotes: 500 symbols daily for a year, then once a minute."""

from __future__ import annotations

import random
import tempfile
import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, in_turn
from benchmarks.pages import IN_VIEW, page, put, symbol
from benchmarks.terminal import BOARD, Run, seconds_to_paint
from tickerboard.board.board import Board
from tickerboard.history.history import History
from tickerboard.history.store import Arrival, Store
from tickerboard.model import Article, Kind, ObservedFrom, Page, Quote, Snapshot
from tickerboard.parser.documents import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from benchmarks.figures import Effort

SYMBOLS, DAYS, MINUTES = 500, 365, 835
END = datetime.now(UTC).replace(second=0, microsecond=0)
TIMES = [END - timedelta(minutes=MINUTES - 1) - timedelta(days=DAYS - day) for day in range(DAYS)] + [
    END - timedelta(minutes=MINUTES - 1 - minute) for minute in range(MINUTES)
]
STEPS = 8
REST_SECONDS = 1.5
"""Between two steps in time: the board asks for the trend of the day where it rests."""
HUNDRED, CENT = Decimal(100), Decimal("0.01")


def measure(effort: Effort) -> Iterator[Figure]:
    """Write it, ask what the board asks, and open the board on it; the best of several times counts for questions."""
    with tempfile.TemporaryDirectory() as name:
        path, source = Path(name) / "history.db", put(Path(name), "live.txt", page(SYMBOLS))
        seconds = _write(path, source)
        yield Figure("history: store a snapshot of 500 symbols", seconds / len(TIMES) * 1e3, "ms")
        size = path.stat().st_size
        yield Figure("history: size of 600,000 quotes and 1,200 pages", size / 1024 / 1024, "MiB")
        yield Figure("history: size of a quote, its page included", size / SYMBOLS / len(TIMES), "bytes")
        with History(path) as history:
            yield from _asked(history, effort.runs)
            prices = [point.last for point in history.points(symbol(IN_VIEW))]
        yield _stepped(path, source, prices[::-1], effort.runs)
        yield _opened(path, source, effort.runs)


def _opened(path: Path, source: str, runs: int) -> Figure:
    """Launch with the history, and with none at all."""

    def seconds(history: Path) -> float:
        return seconds_to_paint((*BOARD, "--no-motion", source), symbol(IN_VIEW), "quit", history=history)

    without = path.with_name("new.db")

    def seconds_without() -> float:
        without.unlink(missing_ok=True)
        return seconds(without)

    ours, floor = in_turn(runs, lambda: seconds(path), seconds_without)
    return Figure("history: board open", ours * 1e3, "ms", floor * 1e3, "without a history", 1.1)


def _stepped(path: Path, source: str, prices: Sequence[Decimal], runs: int) -> Figure:
    """Step back from now, snapshot by snapshot; `prices` are those of the row in view, the latest first."""
    taken = []
    with Run(*BOARD, "--no-motion", source, history=path) as run:
        run.until(symbol(IN_VIEW))
        run.settle()
        for before, after in pairwise((None, *prices)):
            pressed = run.type("[")
            if after != before:
                taken.append(run.until(f" {after} ") - pressed)
            run.rest(REST_SECONDS)
            if len(taken) == runs * 2:
                break
    return Figure("history: `[` to painted", median(taken) * 1e3, "ms", budget=50)


def _asked(history: History, runs: int) -> Iterator[Figure]:
    walk = random.Random(7)  # noqa: S311  made-up times keep no secret
    middle, day = TIMES[DAYS + MINUTES // 2], timedelta(days=1)
    asked: list[tuple[str, Callable[[], object], float | None]] = [
        ("board as of any time", lambda: history.as_of(walk.choice(TIMES)), 20),
        ("the same, and the board made of it", lambda: Board.of(history.as_of(walk.choice(TIMES))), None),
        ("500 sparklines of a day", lambda: history.sparklines(END - day, END, STEPS), 50),
        ("500 sparklines of a year", lambda: history.sparklines(END - 365 * day, END, STEPS), 50),
        ("next and previous snapshot", lambda: (history.step(middle, 1), history.step(middle, -1)), 5),
        ("next and previous move", lambda: (_move(history, middle, 1), _move(history, middle, -1)), 5),
        ("a year of one symbol", lambda: list(history.points(symbol(7))), 20),
        ("marks on the axis of a year", lambda: history.marks(END - 365 * day, END, 80), 20),
        ("page and line of a figure", lambda: history.origin(symbol(7), middle), 20),
        ("lowest and highest price of a day", lambda: history.extremes(END - day, END), None),
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


def _write(path: Path, source: str) -> float:
    """Store the year of a source; return how many seconds that took, without making it up."""
    walk = random.Random(7)  # noqa: S311  made-up prices keep no secret
    cents = [walk.randrange(1_000, 50_000) for _ in range(SYMBOLS)]
    seconds = 0.0
    with Store(path) as store:
        for at, when in enumerate(TIMES):
            before = cents[:]
            cents = [max(each + walk.choice((-9, -3, 0, 0, 0, 3, 9)), 100) for each in cents]
            arrival = _arrival(source, at, when, before, cents)
            start = time.perf_counter()
            list(store.add([arrival]))
            seconds += time.perf_counter() - start
    return seconds


def _arrival(source: str, at: int, when: datetime, before: list[int], cents: list[int]) -> Arrival:
    quotes = tuple(_quote(row, was, now) for row, (was, now) in enumerate(zip(before, cents, strict=True)))
    text = "".join(f"{each.symbol} {each.last} Increased By {each.change} ({each.percent}%)\n" for each in quotes)
    name = symbol(at % SYMBOLS)
    article = Article(f"Shares of {name} rise", paragraphs=(f"{name} rose for day {at}.",))
    read = Page(quotes, article if at % 10 == 0 else None)
    document = Document(source, text.encode(), when, ObservedFrom.MTIME)
    return Arrival(source, document, Snapshot(source, when, read, ObservedFrom.MTIME), when)


def _quote(row: int, was: int, now: int) -> Quote:
    change = Decimal(now - was) / HUNDRED
    percent = (change / (Decimal(was) / HUNDRED) * HUNDRED).quantize(CENT)
    kind = Kind.INDEX if row == 0 else Kind.EQUITY
    return Quote("KSE100" if row == 0 else symbol(row), kind, Decimal(now) / HUNDRED, change, percent, row + 1)

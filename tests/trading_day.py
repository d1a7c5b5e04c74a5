"""A day of pages: quotes on a random walk, some of which leave and come back, and a feed that names some of them."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.history.store import Arrival, Store
from tickerboard.model import ObservedFrom
from tickerboard.parser.documents import Document, read_document
from tickerboard.sources.updates import Snapshots

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

OPEN = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
CENT = Decimal("0.01")
PAGE, NEWS = "day.txt", "news.xml"


class Arrived(NamedTuple):
    """A page of the day: its name, its text and when it was observed."""

    label: str
    text: str
    time: datetime

    @property
    def arrival(self) -> Arrival:
        """The page as the history takes it."""
        document = Document(self.label, self.text.encode(), self.time, ObservedFrom.MTIME)
        return Arrival(self.label, document, read_document(document), self.time)

    @property
    def update(self) -> Snapshots:
        """The page as the board takes it."""
        each = self.arrival
        return Snapshots(self.label, (each.snapshot,), self.time, documents=(each.document,))


def line(symbol: str, last: Decimal, previous: Decimal) -> str:
    """A quote as a strip prints it."""
    change = last - previous
    percent = (change / previous * 100).quantize(CENT)
    if not change:
        return f"{symbol} {last} No Change ▼ 0.00 (0%)\n"
    word = "Increased By ▲" if change > 0 else "Decreased By ▼"
    return f"{symbol} {last} {word} {change} ({percent}%)\n"


def feed(stories: Iterable[str]) -> str:
    """A feed of headlines, the newest first."""
    items = "".join(
        f"<item><title>{each}</title><link>https://news.example/{each.split()[-1]}</link></item>" for each in stories
    )
    return f'<rss version="2.0"><channel><title>News</title>{items}</channel></rss>'


def day(pages: int = 120, symbols: int = 12, seed: int = 1) -> Iterator[Arrived]:
    """Go through the pages of a day, a minute apart; the feed changes half a minute after each tenth page."""
    chance = random.Random(seed)
    names = [f"SYM{chr(65 + at // 26)}{chr(65 + at % 26)}" for at in range(symbols)]
    previous = {name: Decimal(chance.randrange(2_000, 20_000)) / 100 for name in names}
    last, gone, stories = dict(previous), set[str](), list[str]()
    for at in range(pages):
        time = OPEN + timedelta(minutes=at)
        for name in names:
            last[name] = max((last[name] * (1 + Decimal(chance.randrange(-100, 101)) / 10_000)).quantize(CENT), CENT)
            if chance.random() < 0.03:
                gone ^= {name}
        shown = [line(name, last[name], previous[name]) for name in names if name not in gone]
        yield Arrived(PAGE, "".join(shown), time)
        if at % 10 == 5:
            kind = chance.choice(("dividend", "merger"))
            stories.insert(0, f"{chance.choice(names)} and {chance.choice(names)} talk of a {kind} on day {at}")
            yield Arrived(NEWS, feed(stories[:3]), time + timedelta(seconds=30))


def recorded(path: Path, pages: Iterable[Arrived]) -> None:
    """Write pages into a history."""
    with Store(path) as store:
        for batch in store.add([each.arrival for each in pages]):
            assert batch

"""Pages for the history, and the history that tests look into."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tickerboard.history.store import Arrival, Store
from tickerboard.model import ObservedFrom
from tickerboard.parser.documents import Document, read_document

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tickerboard.history.store import Stored

OPEN = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
HEADER = "time,symbol,last,change,percent,source\n"
"""Of the CSV that `history` prints."""


def strip(**prices: str) -> str:
    """A page of unchanged quotes: symbols with their prices."""
    return "".join(f"{symbol} {price} No Change ▼ 0.00 (0%)\n" for symbol, price in prices.items())


def arrival(
    text: str | bytes, minutes: float = 0, label: str = "page.txt", source: str | None = None, url: str | None = None
) -> Arrival:
    """A page observed so many minutes after OPEN."""
    time = OPEN + timedelta(minutes=minutes)
    data = text if isinstance(text, bytes) else text.encode()
    document = Document(label, data, time, ObservedFrom.HTTP_DATE if url else ObservedFrom.MTIME, url)
    return Arrival(source or label, document, read_document(document), time)


def keep(path: Path, *arrivals: Arrival) -> list[Stored]:
    """Store pages and return what became of them."""
    with Store(path) as store:
        return [each for batch in store.add(arrivals) for each in batch]


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    """The rows of a query over the file itself."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def prices(path: Path, symbol: str = "ABL") -> list[object]:
    """Every price of a symbol, oldest first."""
    query = "SELECT last FROM quote JOIN series ON series.id = series WHERE symbol = ? ORDER BY time, snapshot"
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute(query, (symbol,))]


def is_whole(path: Path) -> bool:
    """Whether SQLite's own check of the whole file passes."""
    return rows(path, "PRAGMA integrity_check") == [("ok",)]


def texts(arrivals: Iterable[Stored]) -> list[tuple[str, bool]]:
    """Labels, and whether they are new."""
    return [(each.label, each.new) for each in arrivals]

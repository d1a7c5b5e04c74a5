"""Equal strips: what a page's quotes and rates say, so that a strip of a day that is stored already is found."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING

from tickerboard.history import codec
from tickerboard.history.rows import article_id
from tickerboard.text.digests import sha256

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import datetime

    from tickerboard.model import Article, Page

_ROWS = """
SELECT quote.snapshot, series.symbol, quote.last, quote.change, quote.percent
FROM source JOIN series ON series.source = source.id
JOIN quote ON quote.series = series.id AND quote.time >= ? AND quote.time < ?
WHERE source.name = ?"""
_RANK = "SELECT min(min(rank), 0) FROM appearance WHERE snapshot = ?"
_STANDS = "SELECT 1 FROM appearance WHERE snapshot = ? AND article = ?"


def strip_of(page: Page) -> str:
    """Return what a page's quotes and rates say, as a hash; empty where it has none."""
    rows = [(codec.storable(each.symbol), *map(codec.to_text, each.figures)) for each in page.quotes]
    rows += [(codec.storable(each.symbol), codec.to_text(each.last), None, None) for each in page.rates]
    return _hash(rows)


def _hash(rows: list[tuple[str | None, ...]]) -> str:
    return sha256(json.dumps(sorted(rows, key=str)).encode()).hexdigest() if rows else ""


def strips_between(connection: sqlite3.Connection, source: str, since: datetime, until: datetime) -> dict[str, int]:
    """Return the strips of a source from `since` until before `until` (UTC), each with the id of its snapshot."""
    rows: dict[int, list[tuple[str | None, ...]]] = defaultdict(list)
    span = (codec.to_micros(since), codec.to_micros(until), codec.storable(source))
    for snapshot, *row in connection.execute(_ROWS, span):
        rows[snapshot].append(tuple(row))
    return {_hash(each): snapshot for snapshot, each in sorted(rows.items(), reverse=True)}


def add_articles(connection: sqlite3.Connection, snapshot: int, articles: Iterable[Article]) -> int:
    """Add the articles of another page with the same strip to a snapshot, below rank 0; return how many are new."""
    added = 0
    rank = int(connection.execute(_RANK, (snapshot,)).fetchone()[0] or 0)
    for article in articles:
        number = article_id(connection, article)
        if connection.execute(_STANDS, (snapshot, number)).fetchone() is None:
            rank -= 1
            added += 1
            connection.execute("INSERT INTO appearance VALUES (?, ?, ?)", (snapshot, rank, number))
    return added

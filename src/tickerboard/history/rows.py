"""A page's quotes and articles as rows of the history, written and read."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tickerboard.history import codec
from tickerboard.model import Kind, Quote, Rate

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from tickerboard.model import Article, Page

_FIND = {
    "source": "SELECT id FROM source WHERE name = ?",
    "page": "SELECT id FROM page WHERE source = ? AND label = ? AND url = ?",
    "series": "SELECT id FROM series WHERE symbol = ? AND source = ?",
    "description": """
        SELECT id FROM description WHERE kind = ? AND name = ? AND label = ? AND sector = ? AND currency = ?""",
}
_ADD = {
    "source": "INSERT INTO source (name) VALUES (?)",
    "page": "INSERT INTO page (source, label, url) VALUES (?, ?, ?)",
    "series": "INSERT INTO series (symbol, source) VALUES (?, ?)",
    "description": "INSERT INTO description (kind, name, label, sector, currency) VALUES (?, ?, ?, ?, ?)",
}
_QUOTE = "INSERT OR IGNORE INTO quote VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ARTICLE = """
INSERT INTO article (hash, headline, byline, published, section, url, paragraphs, related)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
QUOTE_COLUMNS = """
series.symbol, description.kind, quote.last, quote.change, quote.percent, quote.open, quote.high, quote.low,
quote.previous, quote.volume, quote.line, description.name, description.label, description.sector, description.currency
"""
"""The columns that `quote_of` reads."""


def id_of(connection: sqlite3.Connection, table: str, *key: Any) -> int:
    """Return the id of a row by its unique key; the row is added where it is missing."""
    found = connection.execute(_FIND[table], key).fetchone()
    if found is None:
        found = (connection.execute(_ADD[table], key).lastrowid,)
    return int(found[0])


def insert_quotes(connection: sqlite3.Connection, source: int, snapshot: int, time: int, page: Page) -> None:
    """Write a page's quotes and rates. A figure that no page can have is left out with its row."""
    rows = []
    given: list[Quote | Rate] = [*page.quotes, *page.rates]
    for rank, each in enumerate(given):
        try:
            figures = _figures(each)
        except ValueError:
            continue
        series = id_of(connection, "series", codec.storable(each.symbol), source)
        description = id_of(connection, "description", each.kind.value, *_words(each))
        rows.append((series, time, snapshot, *figures, each.line, rank, description))
    connection.executemany(_QUOTE, rows)


def _figures(each: Quote | Rate) -> tuple[str | None, ...]:
    if isinstance(each, Rate):
        return (codec.to_text(each.last), *(None,) * 7)
    figures = (each.last, each.change, each.percent, each.open, each.high, each.low, each.previous, each.volume)
    return tuple(map(codec.to_text, figures))


def _words(each: Quote | Rate) -> tuple[str, str, str, str]:
    sector = each.sector if isinstance(each, Quote) else None
    name, label, field, currency = map(codec.optional, (each.name, each.label, sector, each.currency))
    return name, label, field, currency


def quote_of(row: Sequence[Any]) -> Quote | Rate:
    """Return the quote, or the rate, of QUOTE_COLUMNS."""
    symbol, kind, *figures, line, name, label, sector, currency = row
    change, percent, opened, high, low, previous, volume = map(codec.from_text, figures[1:])
    last = Decimal(figures[0])
    if change is None and percent is None:
        return Rate(symbol, Kind(kind), last, line, name or None, label or None, currency or None)
    return Quote(
        symbol,
        Kind(kind),
        last,
        change,
        percent,
        line,
        name or None,
        label or None,
        sector or None,
        currency or None,
        opened,
        high,
        low,
        previous,
        volume,
    )


def insert_articles(connection: sqlite3.Connection, snapshot: int, page: Page) -> None:
    """Write a page's article and stories, each text once, and where they stood."""
    standing = [(0, page.article)] if page.article else []
    standing += list(enumerate(page.stories, 1))
    rows = [(snapshot, rank, _article_id(connection, article)) for rank, article in standing]
    connection.executemany("INSERT INTO appearance VALUES (?, ?, ?)", rows)


def _article_id(connection: sqlite3.Connection, article: Article) -> int | None:
    columns = codec.article_columns(article)
    found = connection.execute("SELECT id FROM article WHERE hash = ?", columns[:1]).fetchone()
    return int(found[0]) if found else connection.execute(_ARTICLE, columns).lastrowid


def split(rows: Iterable[Quote | Rate]) -> tuple[tuple[Quote, ...], tuple[Rate, ...]]:
    """Part quotes from rates, each in their order."""
    given = tuple(rows)
    return (
        tuple(each for each in given if isinstance(each, Quote)),
        tuple(each for each in given if isinstance(each, Rate)),
    )

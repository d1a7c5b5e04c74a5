"""A page's quotes and articles as rows of the history, written and read."""

from __future__ import annotations

from decimal import Decimal
from sys import getsizeof
from typing import TYPE_CHECKING, Any, NamedTuple

from tickerboard.history import codec
from tickerboard.model import Kind, Quote, Rate

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from tickerboard.model import Article, Page

_FIND = {
    "source": "SELECT id FROM source WHERE name = ?",
    "page": "SELECT id FROM page WHERE source = ? AND label = ? AND url = ?",
}
_ADD = {
    "source": "INSERT INTO source (name) VALUES (?)",
    "page": "INSERT INTO page (source, label, url) VALUES (?, ?, ?)",
}
SLICE = 500
"""Rows that are written at once: Python makes their JSON without a break, and keys wait meanwhile."""
# One statement for many rows: SQLite gives up Python's lock for each step, and a thread that is busy on the
# screen keeps it a millisecond each time.
_SERIES = "INSERT OR IGNORE INTO series (symbol, source) SELECT value, :source FROM json_each(:symbols)"
_DESCRIPTIONS = """
INSERT OR IGNORE INTO description (kind, name, label, sector, currency)
SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'),
    json_extract(value, '$[3]'), json_extract(value, '$[4]') FROM json_each(:descriptions)"""
_QUOTES = """
INSERT OR IGNORE INTO quote
SELECT series.id, :time, :snapshot, json_extract(value, '$[6]'), json_extract(value, '$[7]'),
    json_extract(value, '$[8]'), json_extract(value, '$[9]'), json_extract(value, '$[10]'),
    json_extract(value, '$[11]'), json_extract(value, '$[12]'), json_extract(value, '$[13]'),
    json_extract(value, '$[14]'), json_extract(value, '$[15]'), description.id
FROM json_each(:quotes)
CROSS JOIN series ON series.symbol = json_extract(value, '$[0]') AND series.source = :source
CROSS JOIN description ON description.kind = json_extract(value, '$[1]')
    AND description.name = json_extract(value, '$[2]') AND description.label = json_extract(value, '$[3]')
    AND description.sector = json_extract(value, '$[4]') AND description.currency = json_extract(value, '$[5]')"""
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


class Slice(NamedTuple):
    """Some of a page's quotes and rates as they are written: JSON arrays of their symbols, descriptions and figures.

    They take a fifth of the memory of the quotes. `given` counts those that the page had: one with a figure that no
    page can have is left out.
    """

    given: int
    symbols: str
    descriptions: str
    quotes: str

    @property
    def size(self) -> int:
        """The bytes of memory that it takes."""
        return sum(map(getsizeof, self))


def slices_of(page: Page) -> Iterator[Slice]:
    """Make a page's quotes and rates ready to be written, a slice at a time."""
    given: list[Quote | Rate] = [*page.quotes, *page.rates]
    for at in range(0, len(given), SLICE):
        part = given[at : at + SLICE]
        rows = [row for rank, each in enumerate(part, at) if (row := _row(each, rank)) is not None]
        symbols, descriptions = [row[0] for row in rows], [*dict.fromkeys(row[1:6] for row in rows)]
        yield Slice(len(part), codec.as_json(symbols), codec.as_json(descriptions), codec.as_json(rows))


def insert_quotes(
    connection: sqlite3.Connection, source: int, snapshot: int, time: int, slices: Iterable[Slice]
) -> None:
    """Write a page's quotes and rates."""
    for each in slices:
        values = {**each._asdict(), "source": source, "snapshot": snapshot, "time": time}
        for statement in (_SERIES, _DESCRIPTIONS, _QUOTES):
            connection.execute(statement, values)


def _row(each: Quote | Rate, rank: int) -> tuple[str | int | None, ...] | None:
    """Return a row as `_QUOTES` takes it; None for one with an impossible figure."""
    try:
        return (codec.storable(each.symbol), each.kind.value, *_words(each), *_figures(each), each.line, rank)
    except ValueError:
        return None


def _figures(each: Quote | Rate) -> Iterable[str | None]:
    if isinstance(each, Rate):
        return (codec.to_text(each.last), *(None,) * 7)
    return map(codec.to_text, (*each.figures, each.open, each.high, each.low, each.previous, each.volume))


def _words(each: Quote | Rate) -> tuple[str, str, str, str]:
    sector = each.sector if isinstance(each, Quote) else None
    return codec.optional(each.name), codec.optional(each.label), codec.optional(sector), codec.optional(each.currency)


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
    rows = [(snapshot, rank, article_id(connection, article)) for rank, article in standing]
    connection.executemany("INSERT INTO appearance VALUES (?, ?, ?)", rows)


def article_id(connection: sqlite3.Connection, article: Article) -> int | None:
    """Return the id of an article; each text is kept once."""
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

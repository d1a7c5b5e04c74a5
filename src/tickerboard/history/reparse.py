"""Stored documents read again with today's parser: what changes, and the changes applied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tickerboard.history import codec
from tickerboard.history.rows import QUOTE_COLUMNS, insert_articles, insert_quotes, quote_of, slices_of
from tickerboard.model import ObservedFrom
from tickerboard.parser.documents import Document
from tickerboard.parser.isolation import read_isolated
from tickerboard.parser.limits import ParsingError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime

    from tickerboard.history.store import Store
    from tickerboard.model import Article, Page, Problem, Quote, Rate, Snapshot

_NEXT = """
SELECT snapshot.id, snapshot.time, snapshot.observed_from, snapshot.charset, snapshot.content_type, snapshot.problems,
    page.source, page.label, page.url, snapshot.document, document.data
FROM snapshot JOIN page ON page.id = snapshot.page JOIN document ON document.id = snapshot.document
WHERE snapshot.id > ? ORDER BY snapshot.id LIMIT 1"""
_ROWS = f"""
SELECT {QUOTE_COLUMNS} FROM quote
JOIN series ON series.id = quote.series JOIN description ON description.id = quote.description
WHERE series.source = ? AND quote.time = ? AND quote.snapshot = ? ORDER BY quote.rank"""  # noqa: S608
_ARTICLES = """
SELECT appearance.rank, article.hash, article.headline FROM appearance JOIN article ON article.id = appearance.article
WHERE appearance.snapshot = ? AND appearance.rank >= 0"""
_TWIN = """
SELECT 1 FROM snapshot JOIN page ON page.id = snapshot.page
WHERE document = ? AND time = ? AND url = ? AND snapshot.id <> ?"""
_OF_THE_CLOCK = "clock"
"""The code of the problem that a page was dated in the future: recording found it, not the parser."""
_BY_THE_PAGE = frozenset((None, *(each.value for each in ObservedFrom)))
"""Where a time may come from that the parser may correct; a time that the user gave stays."""


class Change(NamedTuple):
    """One thing that reads differently today: what it is, and how it reads in the history and now; None is nothing."""

    what: str
    stored: str | None
    now: str | None


class Reread(NamedTuple):
    """A snapshot that was read again; `failure` is why it could not be, one plain line."""

    time: datetime
    source: str
    changes: tuple[Change, ...]
    failure: str | None = None


class _Stored(NamedTuple):
    number: int
    time: int
    observed_from: str | None
    charset: str | None
    content_type: str | None
    problems: str | None
    source: int
    label: str
    url: str
    document: int
    data: bytes


def reparse(store: Store, *, apply: bool, read: Callable[[Document], Snapshot] = read_isolated) -> Iterator[Reread]:
    """Read every stored document again, in the order in which they were stored; yield each snapshot that was read.

    With `apply` the changes of a snapshot are on disk before it is yielded. Raise HistoryError.
    """
    after = 0
    while (row := store.open().execute(_NEXT, (after,)).fetchone()) is not None:
        stored = _Stored(*row)
        after = stored.number
        time = codec.from_micros(stored.time)
        try:
            shot = read(_document(stored))
        except ParsingError as error:
            yield Reread(time, stored.label, (), str(error))
            continue
        found = _changes(store.open(), stored, shot)
        if found and apply:
            with store.transaction() as connection:
                _apply(connection, stored, shot)
        yield Reread(time, stored.label, found)


def _document(stored: _Stored) -> Document:
    source = ObservedFrom(stored.observed_from) if stored.observed_from in set(ObservedFrom) else None
    headers = (stored.url or None, stored.charset, stored.content_type)
    return Document(stored.label, codec.unpack(stored.data), codec.from_micros(stored.time), source, *headers)


def _new_time(stored: _Stored, page: Page) -> int:
    """Return the time of a snapshot: a crawl date that is read today wins over what the page's file or server said."""
    if page.crawled is None or stored.observed_from not in _BY_THE_PAGE:
        return stored.time
    return codec.to_micros(page.crawled)


def _changes(connection: sqlite3.Connection, stored: _Stored, shot: Snapshot) -> tuple[Change, ...]:
    page, time = shot.page, _new_time(stored, shot.page)
    key = (stored.source, stored.time, stored.number)
    rows = [quote_of(row) for row in connection.execute(_ROWS, key)]
    changes = list(_quote_changes(_by_symbol(rows), _by_symbol([*page.quotes, *page.rates])))
    if time != stored.time:
        changes.append(Change("time", *(codec.from_micros(each).isoformat() for each in (stored.time, time))))
    known = {rank: (digest, headline) for rank, digest, headline in connection.execute(_ARTICLES, (stored.number,))}
    changes += _article_changes(known, page)
    before, now = codec.problems_of(stored.problems), page.problems
    changes += _problem_changes([each for each in before if each.code != _OF_THE_CLOCK], now)
    return tuple(changes)


def _by_symbol(rows: Iterable[Quote | Rate]) -> dict[str, Quote | Rate]:
    found: dict[str, Quote | Rate] = {}
    for row in rows:
        found.setdefault(codec.storable(row.symbol), row)
    return found


def _quote_changes(before: Mapping[str, Quote | Rate], now: Mapping[str, Quote | Rate]) -> Iterator[Change]:
    for symbol in dict.fromkeys((*before, *now)):
        old, new = before.get(symbol), now.get(symbol)
        if old is None or new is None or type(old) is not type(new):
            yield Change(symbol, _price(old), _price(new))
            continue
        for name, *values in zip(old._fields, old, new, strict=True):
            if name != "text" and str(values[0]) != str(values[1]):
                yield Change(f"{symbol} {name}", *(None if value is None else str(value) for value in values))


def _price(row: Quote | Rate | None) -> str | None:
    return None if row is None else f"{row.last:f}"


def _article_changes(known: Mapping[int, tuple[bytes, str | None]], page: Page) -> Iterator[Change]:
    standing: dict[int, Article] = dict(enumerate(page.stories, 1))
    if page.article is not None:
        standing[0] = page.article
    for rank in sorted({*known, *standing}):
        old, new = known.get(rank), standing.get(rank)
        if (old and old[0]) != (new and codec.article_columns(new)[0]):
            name = "article" if rank == 0 else f"story {rank}"
            yield Change(name, _headline(old[1]) if old else None, _headline(new.headline) if new else None)


def _headline(headline: str | None) -> str:
    return headline or "(no headline)"


def _problem_changes(before: Iterable[Problem], now: Iterable[Problem]) -> Iterator[Change]:
    old, new = ({(each.line, each.code) for each in problems} for problems in (before, now))
    for line, code in sorted(old ^ new):
        sides = (code if (line, code) in side else None for side in (old, new))
        yield Change(f"problem of line {line}", *sides)


def _apply(connection: sqlite3.Connection, stored: _Stored, shot: Snapshot) -> None:
    """Store what a snapshot reads as today; where it proves to be one that is stored already, it goes."""
    time = _new_time(stored, shot.page)
    ours = "DELETE FROM quote WHERE time = ? AND snapshot = ? AND series IN (SELECT id FROM series WHERE source = ?)"
    connection.execute(ours, (stored.time, stored.number, stored.source))
    connection.execute("DELETE FROM appearance WHERE snapshot = ? AND rank >= 0", (stored.number,))
    if connection.execute(_TWIN, (stored.document, time, stored.url, stored.number)).fetchone():
        connection.execute("DELETE FROM snapshot WHERE id = ?", (stored.number,))
        return
    kept = tuple(each for each in codec.problems_of(stored.problems) if each.code == _OF_THE_CLOCK)
    page = shot.page._replace(problems=(*kept, *shot.page.problems))
    time_from: Any = ObservedFrom.CRAWL.value if time != stored.time else stored.observed_from
    connection.execute(
        "UPDATE snapshot SET time = ?, observed_from = ?, problems = ? WHERE id = ?",
        (time, time_from, codec.problems_column(page.problems), stored.number),
    )
    insert_quotes(connection, stored.source, stored.number, time, slices_of(page))
    insert_articles(connection, stored.number, page)

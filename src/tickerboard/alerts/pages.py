"""The pages that alerts have seen: which rows stand on them, what is new, what has gone, and the new articles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from tickerboard.board.mentions import Lexicon
from tickerboard.board.row import Row
from tickerboard.portfolio.holdings import Holdings
from tickerboard.portfolio.positions import by_symbol
from tickerboard.text.dated_names import without_time
from tickerboard.text.digests import sha256

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from tickerboard.board.listings import Listings
    from tickerboard.model import Article, Quote, Snapshot

MOST_ARTICLES = 10_000
"""Articles that are remembered as known; the oldest are forgotten first."""


class Sighting(NamedTuple):
    """What a snapshot has brought: its rows, the symbols that are new or have gone, the new articles."""

    rows: list[Row]
    new: frozenset[str]
    gone: frozenset[str]
    articles: tuple[Article, ...]


@dataclass(slots=True)
class Pages:
    """What the latest snapshots had.

    `rows` has the freshest row of each symbol, with the user's positions by `holdings`, `standing` the symbols of each
    page, `known` a hash of each article and `documents` one of each page's bytes. Pages whose names differ only in a
    date are one page.
    """

    listings: Listings
    holdings: Holdings = field(default_factory=Holdings)
    rows: dict[str, Row] = field(default_factory=dict)
    standing: dict[str, frozenset[str]] = field(default_factory=dict)
    known: dict[str, None] = field(default_factory=dict)
    documents: dict[str, str] = field(default_factory=dict)
    _waiting: list[Article] = field(default_factory=list)

    def changed(self, shot: Snapshot, source: str, data: bytes) -> bool:
        """Return whether a page's bytes are new; the same ones are the same snapshot, as in the history."""
        page, digest = f"{source}\n{shot.source}\n{shot.url or ''}", sha256(data).hexdigest()
        before, self.documents[page] = self.documents.get(page), digest
        return before != digest

    def see(self, shot: Snapshot, source: str, time: datetime) -> Sighting:
        """Take a snapshot of a source, observed at a time (UTC).

        A row that is older than the one known of its symbol is left out. A page without any quote says nothing of
        quotes. Articles wait for the first quotes, for they name nothing before.
        """
        quotes = _quotes(shot)
        rows = [row for row in self._rows(quotes, shot.source, time) if self._is_fresh(row)]
        new, gone = self._moved(f"{without_time(source)}\n{without_time(shot.source)}", frozenset(quotes))
        rows = self._held(rows)
        for row in rows:
            self.rows[row.quote.symbol] = row
        for symbol in gone & self.rows.keys():
            self.rows[symbol] = self.rows[symbol]._replace(old=True)
        return Sighting(rows, new, gone, self._new_articles(shot))

    def named(self, articles: Iterable[Article]) -> list[frozenset[str]]:
        """Return the symbols with a row that each article names."""
        lexicon = Lexicon({symbol: row.name for symbol, row in self.rows.items()})
        return [lexicon.named_in(article) for article in articles]

    def _rows(self, quotes: dict[str, Quote], label: str, time: datetime) -> Iterable[Row]:
        find = self.listings.find
        for rank, (symbol, quote) in enumerate(quotes.items(), 1):
            yield Row(quote, label, rank, seen=time, observed=time, listing=find(symbol))

    def _held(self, rows: list[Row]) -> list[Row]:
        """Return fresh rows with what the user's lots are worth by them and the other latest rows."""
        if not self.holdings.lots:
            return rows
        latest = (*self.rows.values(), *rows)
        held = by_symbol(self.holdings.positions({row.quote.symbol: row.quote for row in latest}))
        return [row._replace(position=held.get(row.quote.symbol)) for row in rows]

    def _is_fresh(self, row: Row) -> bool:
        known = self.rows.get(row.quote.symbol)
        return known is None or known.seen is None or row.seen is None or row.seen >= known.seen

    def _moved(self, page: str, symbols: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
        """Return the symbols that are new and those that have gone; none where there was no such page before."""
        before = self.standing.get(page)
        if not symbols:
            return frozenset(), frozenset()
        self.standing[page] = symbols
        if before is None or before == symbols:
            return frozenset(), frozenset()
        others = frozenset[str]().union(*(each for name, each in self.standing.items() if name != page))
        return symbols - before - others, before - symbols - others

    def _new_articles(self, shot: Snapshot) -> tuple[Article, ...]:
        for article in (shot.page.article, *shot.page.stories):
            if article is not None and (digest := digest_of(article)) not in self.known:
                self.known[digest] = None
                self._waiting.append(article)
        while len(self.known) > MOST_ARTICLES:
            del self.known[next(iter(self.known))]
        if not self.rows:
            return ()
        articles, self._waiting = tuple(self._waiting), []
        return articles


def _quotes(shot: Snapshot) -> dict[str, Quote]:
    """Return the quotes and rates of a page by symbol; of two with one symbol the first."""
    quotes: dict[str, Quote] = {}
    for each in (*shot.page.quotes, *(rate.as_quote() for rate in shot.page.rates)):
        quotes.setdefault(each.symbol, each)
    return quotes


def digest_of(article: Article) -> str:
    """Return what tells an article from all others, the same in every run."""
    related = [(each.text, each.url, each.after) for each in article.related]
    parts: tuple[Any, ...] = (article.headline, article.byline, article.published, article.section, article.url)
    return sha256(repr((parts, article.paragraphs, related)).encode("utf-8", "replace")).hexdigest()[:16]

"""The engine: snapshots in, firings out. It is the same for the board, `record`, `parse --follow` and `alerts test`.

What comes out depends on the rules and the snapshots alone, in their order; time is that of the snapshots.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import zip_longest
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from tickerboard.alerts.condition import SECOND, Look, condition_of
from tickerboard.alerts.firing import Firing
from tickerboard.alerts.language import (
    MENTIONED,
    NEW,
    VANISHED,
    Event,
    is_of_articles,
    loosened,
    nodes_of,
    reads_articles,
)
from tickerboard.alerts.masks import Frame, Index
from tickerboard.alerts.pages import Pages, digest_of
from tickerboard.portfolio.holdings import Holdings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tickerboard.alerts.masks import Mask
    from tickerboard.alerts.pages import Sighting
    from tickerboard.alerts.rule import Rule
    from tickerboard.board.listings import Listings
    from tickerboard.board.row import Row
    from tickerboard.model import Article, Snapshot
    from tickerboard.sources.updates import Snapshots

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def micros_of(time: datetime) -> int:
    """Return an aware time as microseconds since 1970."""
    return (time - EPOCH) // timedelta(microseconds=1)


def time_of(micros: int) -> datetime:
    """Return the time (UTC) of microseconds since 1970."""
    return EPOCH + timedelta(microseconds=micros)


class Reach(NamedTuple):
    """Which symbols a rule looks at beside those on the snapshot: those that have gone, those that articles name."""

    gone: bool
    named: bool


class Watched:
    """A rule while it is watched: its condition, and for which symbols it has fired and is not armed again."""

    def __init__(self, rule: Rule, symbols: Index) -> None:
        self.rule, self._symbols = rule, symbols
        self.condition = condition_of(rule.node)
        self.loose = condition_of(loosened(rule.node, rule.rearm)) if rule.rearm else None
        self.is_of_articles = is_of_articles(rule.node)
        self.reach = Reach(Event(VANISHED) in nodes_of(rule.node), reads_articles(rule.node))
        self._held: Mask = 0
        self._fired: dict[str, int] = {}

    def fires(self, look: Look, gone: Mask) -> list[str]:
        """Return the symbols for which it fires now; `gone` are those that have left their page."""
        true = self.condition.true(look)
        still = true if self.loose is None else self.loose.true(look)
        fires, held = true & ~self._held, self._held
        self._held = (held & ~look.frame.present) | true | (held & still)
        if self.loose is None and not self.reach.gone:
            self._held &= ~gone
        return self._cooled(fires, look.time) if fires else []

    def _cooled(self, fires: Mask, time: int) -> list[str]:
        """Return the symbols of a set for which the cooldown is over."""
        cooldown = int(self.rule.cooldown * SECOND)
        found = [
            symbol
            for symbol in self._symbols.keys(fires)
            if not cooldown or symbol not in self._fired or time - self._fired[symbol] >= cooldown
        ]
        if cooldown:
            self._fired |= dict.fromkeys(found, time)
        return found

    def dump(self) -> dict[str, Any]:
        """Return what it remembers, for JSON."""
        conditions = [self.condition, *([self.loose] if self.loose else [])]
        return {
            "rule": self.rule.fingerprint,
            "held": list(self._symbols.keys(self._held)),
            "fired": self._fired,
            "memories": [each.dump(self._symbols) for condition in conditions for each in condition.memories()],
        }

    def load(self, memory: Mapping[str, Any]) -> None:
        """Remember what `dump` returned. Raise ValueError, KeyError or TypeError for what it cannot have returned."""
        if memory["rule"] != self.rule.fingerprint:
            return
        conditions = [self.condition, *([self.loose] if self.loose else [])]
        parts = [each for condition in conditions for each in condition.memories()]
        for part, each in zip(parts, memory["memories"], strict=True):
            part.load(each, self._symbols)
        self._held = self._symbols.mask(memory["held"])
        self._fired = {str(symbol): int(time) for symbol, time in memory["fired"].items()}


class Engine:
    """Rules, and what they have seen. Use it from one thread at a time."""

    def __init__(self, rules: Iterable[Rule], listings: Listings, holdings: Holdings | None = None) -> None:
        self.symbols = Index()
        self.pages = Pages(listings, holdings or Holdings())
        self.watched = [Watched(rule, self.symbols) for rule in rules]
        self._frame: Frame | None = None
        self._articles = Index()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules, in their order."""
        return tuple(each.rule for each in self.watched)

    def update(self, update: Snapshots) -> list[Firing]:
        """Take the pages of an update that have changed, the oldest first; return what fires."""
        pairs = zip_longest(update.snapshots, update.documents)
        fresh = [
            (shot.observed or update.at, shot)
            for shot, document in pairs
            if document is None or self.pages.changed(shot, update.source, document.data)
        ]
        ordered = sorted(fresh, key=itemgetter(0))
        return [firing for time, shot in ordered for firing in self.take(shot, update.source, time)]

    def take(self, shot: Snapshot, source: str, time: datetime) -> list[Firing]:
        """Take a snapshot of a source, observed at a time (UTC); return what fires, by rule, then by rank."""
        sighting = self.pages.see(shot, source, time)
        articles = self._article_frame(sighting.articles)
        stage = _Stage(self, sighting, articles, micros_of(time))
        gone = self.symbols.mask(sighting.gone)
        firings = []
        for watched in self.watched:
            name = watched.rule.name
            if watched.is_of_articles:
                true = watched.condition.true(stage.of_articles)
                found = [each for each, bit in zip(sighting.articles, articles.bits, strict=True) if bit & true]
                firings += [_about(name, time, shot.source, article) for article in found]
            else:
                fired = watched.fires(stage.look(watched.reach), gone)
                for symbol in sorted(fired, key=self._rank) if fired else ():
                    firings.append(self._of(name, time, symbol, stage.article(watched.reach, symbol)))
        self._frame = stage.present
        return firings

    def _article_frame(self, articles: tuple[Article, ...]) -> Frame:
        return Frame(list(articles), [self._articles.bit(digest_of(each)) for each in articles])

    def _of(self, alert: str, time: datetime, symbol: str, article: Article | None) -> Firing:
        row = self.pages.rows[symbol]
        quote = row.quote
        headline, url = (article.headline, article.url) if article else (None, None)
        return Firing(alert, time, symbol, quote.last, quote.percent, quote.change, row.name, row.source, headline, url)

    def _rank(self, symbol: str) -> tuple[int, str]:
        """Return what orders symbols as their page does."""
        return self.pages.rows[symbol].rank, symbol

    def rows(self, symbols: Iterable[str]) -> list[Row]:
        """Return the freshest rows of symbols, those that have one."""
        return [row for symbol in symbols if (row := self.pages.rows.get(symbol)) is not None]

    def frame(self, rows: list[Row]) -> Frame:
        """Return rows as conditions see them."""
        return Frame(rows, [self.symbols.bit(row.quote.symbol) for row in rows], self._frame)


class _Stage:
    """One snapshot as the rules look at it."""

    def __init__(self, engine: Engine, sighting: Sighting, articles: Frame, time: int) -> None:
        self._engine, self._sighting, self._articles, self._time = engine, sighting, articles, time
        self.present = engine.frame(sighting.rows)
        self._looks: dict[Reach, Look] = {}
        self._named: list[frozenset[str]] | None = None
        self.of_articles = Look(articles, engine.symbols, time, {}, articles, None)

    @property
    def named(self) -> list[frozenset[str]]:
        """The symbols that each new article names, found once."""
        if self._named is None:
            self._named = self._engine.pages.named(self._sighting.articles) if self._sighting.articles else []
        return self._named

    def look(self, reach: Reach) -> Look:
        """Return what rules of one reach see."""
        if reach not in self._looks:
            self._looks[reach] = self._look(reach)
        return self._looks[reach]

    def _look(self, reach: Reach) -> Look:
        symbols, engine = self._engine.symbols, self._engine
        naming = [symbols.mask(each) for each in self.named] if reach.named else []
        more = self._sighting.gone if reach.gone else frozenset()
        more = more.union(*self.named) if reach.named else more
        more -= {row.quote.symbol for row in self._sighting.rows}
        frame = engine.frame([*self._sighting.rows, *engine.rows(sorted(more))]) if more else self.present
        mentioned = 0
        for each in naming:
            mentioned |= each
        events = {
            NEW: symbols.mask(self._sighting.new),
            VANISHED: symbols.mask(self._sighting.gone),
            MENTIONED: mentioned,
        }
        by_article = dict(zip(self._articles.bits, naming, strict=True)) if naming else {}
        return Look(frame, symbols, self._time, events, self._articles, by_article)

    def article(self, reach: Reach, symbol: str) -> Article | None:
        """Return the first new article that names a symbol, for a rule that asks for articles."""
        if not reach.named:
            return None
        pairs = zip(self._sighting.articles, self.named, strict=True)
        return next((article for article, named in pairs if symbol in named), None)


def _about(alert: str, time: datetime, source: str, article: Article) -> Firing:
    return Firing(alert, time, None, None, None, source=source, headline=article.headline, url=article.url)

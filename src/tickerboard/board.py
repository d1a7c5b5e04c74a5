"""The board: updates in, rows out. It holds the state that the screen shows; widgets hold only where they look."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.listings import Listings
from tickerboard.model import Direction, Kind
from tickerboard.parser.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from decimal import Decimal

    from tickerboard.listings import Listing
    from tickerboard.model import Article, Problem, Quote, Snapshot
    from tickerboard.update import Update

HEADLINE_INDEX = "KSE100"
"""The index that a narrow screen keeps when it has room for one only."""
ROWS_CAP = 10_000
"""Rows of one source that the board shows; it says how many more there are."""
ARTICLES_CAP = 10_000
DOUBTS = frozenset(("arithmetic", "duplicate", "range", "stale"))
"""The problems that make a quote doubtful; the others are about a line that gave none, or about its volume."""
AROUND = 4
"""Lines above and below the one whose place is shown."""
LINE_SHOWN = 160


class Row(NamedTuple):
    """A quote on the board, and what happened to it; a tuple, for ten thousand are made anew at each refresh.

    `seen` (UTC) is when a page last had it, `old` that the latest page has it no more, `tick` which way its last
    price went when it last moved, and `serial` the number of the update that last changed its figures.
    """

    quote: Quote
    source: str
    place: int = 0
    doubtful: bool = False
    seen: datetime | None = None
    old: bool = False
    tick: Direction | None = None
    serial: int = 0
    listing: Listing | None = None

    @property
    def name(self) -> str | None:
        """What the symbol stands for: as the page says, or as it is listed."""
        return self.quote.name or (self.listing.name if self.listing else None)

    @property
    def sector(self) -> str | None:
        """The sector: as the page says, or as it is listed."""
        return self.quote.sector or (self.listing.sector if self.listing else None)

    @property
    def previous(self) -> Decimal:
        """The last close before the change, in the unit of `last`; the page's own figure where it gives one."""
        quote = self.quote
        return quote.last - quote.change if quote.previous is None else quote.previous

    def followed_by(self, quote: Quote, origin: Origin, place: int) -> Row:
        """Give the row of the symbol's next quote, knowing what changed."""
        was = self.quote
        tick, serial = self.tick, self.serial
        if (was.last, was.change, was.percent) != (quote.last, quote.change, quote.percent):
            serial = origin.serial
            if was.last != quote.last:
                tick = Direction.of(quote.last - was.last)
        in_doubt = quote.line in origin.doubtful
        return Row(quote, origin.source, place, in_doubt, origin.seen, False, tick, serial, self.listing)


class Origin(NamedTuple):
    """The page that rows come from: its name, when it was seen (UTC), its doubtful lines, and its update's number."""

    source: str
    seen: datetime | None
    doubtful: frozenset[int]
    serial: int


@dataclass(frozen=True, slots=True)
class Breadth:
    """How many equities rose, fell and stood still."""

    up: int = 0
    down: int = 0
    unchanged: int = 0

    @classmethod
    def of(cls, quotes: Iterable[Quote]) -> Breadth:
        """Count the equities among the quotes; an index is not an issue and does not count."""
        directions = [quote.direction for quote in quotes if quote.kind is Kind.EQUITY]
        return cls(*(directions.count(direction) for direction in Direction))


@dataclass(frozen=True, slots=True)
class Part:
    """What one source last gave, and how it is doing.

    Times are UTC. `observed` is how old its oldest quotes are, `again` when it is asked next, `came` when it last gave
    a page or said that nothing had changed. `left_out` is how many more rows it gave than the board shows.
    """

    source: str
    rows: tuple[Row, ...] = ()
    problems: tuple[tuple[str, Problem], ...] = ()
    observed: datetime | None = None
    came: datetime | None = None
    failure: str | None = None
    again: datetime | None = None
    note: str | None = None
    left_out: int = 0
    texts: Mapping[str, str] = field(default_factory=dict)

    def updated(self, update: Update, serial: int, listings: Listings, *, forget: bool) -> Part:
        """Take an update in: a failure keeps what there is, and rows that vanished stay, marked old."""
        fetch = update.fetch
        part = replace(self, failure=fetch.failure, again=fetch.again, note=fetch.note)
        if update.snapshots is None:
            return part.confirmed(fetch.checked) if fetch.checked else part
        rows, more = _fresh_rows(update, serial, listings, {row.quote.symbol: row for row in self.rows})
        if not forget:
            symbols = {row.quote.symbol for row in rows}
            rows += [
                row._replace(old=True)
                for row in self.rows
                if row.quote.symbol not in symbols and not _is_past(row, rows)
            ]
        return replace(
            part,
            rows=tuple(rows[:ROWS_CAP]),
            left_out=more + max(len(rows) - ROWS_CAP, 0),
            problems=tuple((shot.source, problem) for shot in update.snapshots for problem in shot.page.problems),
            observed=min((shot.observed for shot in update.snapshots if shot.observed), default=None),
            came=update.at,
            texts={shot.source: shot.text for shot in update.snapshots if shot.text},
        )

    def confirmed(self, at: datetime) -> Part:
        """Take the source's word that its page is the same as before: its quotes are as fresh as that word."""
        rows = tuple(row if row.old else row._replace(seen=at) for row in self.rows)
        return replace(self, rows=rows, observed=at, came=at)


def _fresh_rows(update: Update, serial: int, listings: Listings, before: Mapping[str, Row]) -> tuple[list[Row], int]:
    """Make rows of snapshots, and tell how many there is no room for.

    The newest page's quote of a symbol stands, and knows what it follows.
    """
    rows: dict[str, Row] = {}
    more: set[str] = set()
    for shot in sorted(update.snapshots or (), key=_age, reverse=True):
        doubtful = frozenset(problem.line for problem in shot.page.problems if problem.code in DOUBTS)
        origin = Origin(shot.source, shot.observed or update.at, doubtful, serial)
        for quote in shot.page.quotes:
            if quote.symbol in rows:
                continue
            if len(rows) == ROWS_CAP:
                more.add(quote.symbol)
                continue
            was, place = before.get(quote.symbol), len(rows) + 1
            if was is None:
                rows[quote.symbol] = _first_row(quote, origin, place, listings)
            else:
                rows[quote.symbol] = was.followed_by(quote, origin, place)
    return list(rows.values()), len(more)


def _first_row(quote: Quote, origin: Origin, place: int, listings: Listings) -> Row:
    """Make the row of a symbol that was not on the board before."""
    in_doubt, listing = quote.line in origin.doubtful, listings.find(quote.symbol)
    return Row(quote, origin.source, place, in_doubt, origin.seen, serial=origin.serial, listing=listing)


def _age(shot: Snapshot) -> float:
    return shot.observed.timestamp() if shot.observed else 0.0


def _is_past(row: Row, fresh: list[Row]) -> bool:
    """Tell a row of a session that is over: the fresh ones are of a later day."""
    days = [each.seen.date() for each in fresh[:1] if each.seen]
    return bool(days) and row.seen is not None and row.seen.date() < days[0]


@dataclass(frozen=True, slots=True)
class Board:
    """All that the screen shows, from what every source last gave.

    `quotes` has the rows' quotes by symbol, `names` what each symbol stands for, `breadth` counts the equities;
    `indices` has the headline index first, then the order of the page. All are worked out when the board is made, for
    that is not on the screen's thread.
    """

    parts: tuple[Part, ...] = ()
    rows: tuple[Row, ...] = ()
    articles: tuple[Article, ...] = ()
    serial: int = 0
    listings: Listings = field(default_factory=Listings)
    quotes: Mapping[str, Quote] = field(default_factory=dict)
    names: Mapping[str, str | None] = field(default_factory=dict)
    breadth: Breadth = field(default_factory=Breadth)
    indices: tuple[Quote, ...] = ()

    @classmethod
    def of(cls, updates: Iterable[Update], listings: Listings | None = None) -> Board:
        """Make the first board."""
        board = cls(listings=listings or Listings())
        for update in updates:
            board = board.updated(update)
        return board

    def updated(self, update: Update, *, forget: bool = False) -> Board:
        """Take one source's update in; the others' parts stay as they are."""
        serial = self.serial + 1
        name = update.fetch.source
        known = {part.source: part for part in self.parts}
        known[name] = known.get(name, Part(name)).updated(update, serial, self.listings, forget=forget)
        parts = tuple(known.values())
        rows = _merged(parts)
        quotes = {row.quote.symbol: row.quote for row in rows}
        return Board(
            parts,
            rows,
            self._gathered(update),
            serial,
            self.listings,
            quotes=quotes,
            names={row.quote.symbol: row.name for row in rows},
            breadth=Breadth.of(quotes.values()),
            indices=_indices(quotes.values()),
        )

    def _gathered(self, update: Update) -> tuple[Article, ...]:
        """Put new articles in front, the newest first; one that is known by its content stays where it is."""
        given: dict[Article, str] = {}
        for shot in update.snapshots or ():
            observed = shot.observed.isoformat() if shot.observed else ""
            for article in (*((shot.page.article,) if shot.page.article else ()), *shot.page.stories):
                given.setdefault(article, article.published or observed)
        known = set(self.articles)
        new = sorted((each for each in given if each not in known), key=given.__getitem__, reverse=True)
        return (*new, *self.articles)[:ARTICLES_CAP] if new else self.articles

    @property
    def problems(self) -> tuple[tuple[str, Problem], ...]:
        """The problems of all pages, each with its page's name."""
        return tuple(problem for part in self.parts for problem in part.problems)

    @property
    def left_out(self) -> int:
        """How many rows there are that it does not show."""
        return sum(part.left_out for part in self.parts)

    def place(self, source: str, line: int) -> tuple[tuple[int, str], ...]:
        """Give the lines of a page around one, with their numbers; none where the page's text is not kept."""
        text = next((part.texts[source] for part in self.parts if source in part.texts), "")
        if not text or line < 1:
            return ()
        lines = clean(text).split("\n")
        first = max(line - 1 - AROUND, 0)
        return tuple((at, each[:LINE_SHOWN]) for at, each in enumerate(lines[first : line + AROUND], first + 1))

    @property
    def failures(self) -> tuple[tuple[str, datetime | None], ...]:
        """What could not be read, in plain words, and when it is tried again (UTC)."""
        return tuple((part.failure, part.again) for part in self.parts if part.failure)

    @property
    def observed(self) -> datetime | None:
        """When the oldest of the latest pages was observed (UTC)."""
        return min((part.observed for part in self.parts if part.observed), default=None)


def _indices(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    indices = [quote for quote in quotes if quote.kind is Kind.INDEX]
    return tuple(sorted(indices, key=lambda quote: quote.symbol != HEADLINE_INDEX))


def _merged(parts: tuple[Part, ...]) -> tuple[Row, ...]:
    """Make one list of all sources' rows: a symbol's first source stands, and its place is told."""
    rows: dict[str, Row] = {}
    for part in parts:
        for row in part.rows:
            rows.setdefault(row.quote.symbol, row)
    return tuple(row if row.place == at else row._replace(place=at) for at, row in enumerate(rows.values(), 1))

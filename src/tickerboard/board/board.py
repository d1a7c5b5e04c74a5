"""The board: updates in, rows out. It is the state that the screen shows; widgets only know where they look."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tickerboard.board.breadth import Breadth
from tickerboard.board.listings import Listings
from tickerboard.board.quoted import Quoted, merged
from tickerboard.board.rows import Rows
from tickerboard.board.source_state import SourceState
from tickerboard.model import Kind, ObservedFrom
from tickerboard.parser.collecting import collector_paused
from tickerboard.portfolio.holdings import Holdings
from tickerboard.sources.base import MADE_UP
from tickerboard.sources.updates import snapshots_of
from tickerboard.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import datetime

    from tickerboard.board.quoted import Origin
    from tickerboard.board.row import Row
    from tickerboard.board.session import Session
    from tickerboard.model import Article, Problem, Quote, Rate, Snapshot
    from tickerboard.portfolio.positions import Position, Total
    from tickerboard.sources.updates import Update

HEADLINE_INDEX = "KSE100"
"""The index that a narrow screen keeps when it has room for one only."""
ARTICLES_CAP = 10_000
AROUND = 4
"""Lines above and below the one whose place is shown."""
LINE_SHOWN = 160
_INDEX = Kind.INDEX


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Board:
    """All that the screen shows, from what every source last returned.

    `quoted` has the quote of each symbol, as the source that observed it last has it, in the order of the page; `rows`
    are made of them, with the last `sessions` that were recorded. `names` are their names by symbol, `indices` the rows
    of indices with the headline index first, `breadth` counts the equities of the latest pages, and `problems` are
    those of all pages with their page's label.
    `newest` and `oldest` (UTC) are when the rows were observed that the latest pages still have; where none has any,
    when the last quotes or else the pages were. `is_read` means that `newest` is only the time of reading; `undated`
    counts the rows of unknown time. `holdings` are the user's lots, and `totals` what they are worth in each currency.
    All are worked out when the board is made, which is not on the screen's thread.
    """

    sources: tuple[SourceState, ...] = ()
    quoted: Quoted = field(default_factory=Quoted)
    articles: tuple[Article, ...] = ()
    serial: int = 0
    listings: Listings = field(default_factory=Listings)
    names: Mapping[str, str | None] = field(default_factory=dict)
    breadth: Breadth = field(default_factory=Breadth)
    problems: tuple[tuple[str, Problem], ...] = ()
    newest: datetime | None = None
    oldest: datetime | None = None
    is_read: bool = False
    undated: int = 0
    holdings: Holdings = field(default_factory=Holdings)
    alerted: frozenset[str] = frozenset()
    totals: tuple[Total, ...] = ()
    sessions: Mapping[str, Session] = field(default_factory=dict)
    positions: Mapping[str, Position] = field(default_factory=dict)
    rows: Rows = field(init=False)
    indices: tuple[Row, ...] = field(init=False)

    def __post_init__(self) -> None:
        """List the rows."""
        rows = Rows(self.quoted, self.sessions, self.positions, self.alerted)
        object.__setattr__(self, "rows", rows)
        object.__setattr__(self, "indices", _indices(rows, self.quoted.quotes))

    @classmethod
    def of(cls, updates: Iterable[Update], listings: Listings | None = None) -> Board:
        """Return the first board."""
        board = cls(listings=listings or Listings())
        for update in updates:
            board = board.updated(update)
        return board

    @collector_paused()
    def updated(self, update: Update, *, forget: bool = False) -> Board:
        """Return the board after an update of one source; `forget` drops rows that vanish from its pages."""
        serial, name = self.serial + 1, update.source
        sources = {state.source: state for state in self.sources}
        state = sources.get(name, SourceState(name))
        sources[name] = state.updated(update, serial, self.listings, self.quoted, forget=forget)
        return self._with(tuple(sources.values()), self._gathered(update))

    def with_sessions(self, sessions: Mapping[str, Session]) -> Board:
        """Return the board with what the history recorded of the last session, by symbol. It stays so as well."""
        return replace(self, sessions=sessions)

    def with_holdings(self, holdings: Holdings) -> Board:
        """Return the board with what the user's lots are worth by its prices. It stays so through all updates."""
        if not holdings.lots and not self.holdings.lots:
            return self
        from tickerboard.portfolio.positions import by_symbol, totals_of  # most users have no lots

        positions = holdings.positions(self.prices())
        return replace(self, positions=by_symbol(positions), holdings=holdings, totals=totals_of(positions))

    def with_alerted(self, alerted: frozenset[str]) -> Board:
        """Return the board with these symbols marked, of which an alert fired lately. It stays so through updates."""
        return replace(self, alerted=alerted) if alerted or self.alerted else self

    def without(self, source: str) -> Board:
        """Return the board without a source and its rows. Its articles stay, because somebody may be reading them."""
        return self._with(tuple(state for state in self.sources if state.source != source), self.articles)

    def _with(self, sources: tuple[SourceState, ...], articles: tuple[Article, ...]) -> Board:
        quoted = merged([state.quoted for state in sources])
        current = {page: count for page, count in quoted.pages.items() if not page.old}
        times = _times(current, sources)
        newest = max(times, default=None)
        board = Board(
            sources,
            quoted,
            articles,
            self.serial + 1,
            self.listings,
            names=_names(quoted),
            breadth=Breadth.of(quoted.current() or quoted.quotes),
            problems=tuple(problem for state in sources for problem in state.problems),
            newest=newest,
            oldest=min(times, default=None),
            is_read=newest is not None and _is_read(times[newest], sources),
            undated=sum(count for page, count in current.items() if page.observed is None),
            sessions=self.sessions,
        )
        return board.with_holdings(self.holdings).with_alerted(self.alerted)

    def _gathered(self, update: Update) -> tuple[Article, ...]:
        """Return all articles, the newest first; those without a date come last, the latest to come first."""
        pages = [shot.page for shot in snapshots_of([update])]
        found = dict.fromkeys(each for page in pages for each in (page.article, *page.stories) if each)
        known = set(self.articles)
        new = [each for each in found if each not in known]
        if not new:
            return self.articles
        ordered = sorted((*new, *self.articles), key=_newest, reverse=True)
        return tuple(ordered[:ARTICLES_CAP])

    @property
    def is_old(self) -> bool:
        """Whether there are rows, and the latest pages have none of them."""
        return bool(self.rows) and all(page.old for page in self.quoted.pages)

    @property
    def is_marked(self) -> bool:
        """Whether the figures of any source were made by no market."""
        return any(state.note in MADE_UP for state in self.sources)

    @property
    def is_article_only(self) -> bool:
        """Whether it has articles and no rows."""
        return bool(self.articles) and not self.rows

    @property
    def is_empty(self) -> bool:
        """Whether it has neither rows nor articles."""
        return not self.rows and not self.articles

    @property
    def left_out(self) -> int:
        """The number of rows above the cap, which are not shown."""
        return sum(state.left_out for state in self.sources)

    def page(self, label: str) -> Snapshot | None:
        """Return the latest page of a label, or None."""
        return next((state.pages[label] for state in self.sources if label in state.pages), None)

    def prices(self) -> dict[str, Quote | Rate]:
        """Return the price of each symbol: its quote, or else the rate of the page that comes first."""
        pages = (shot.page for state in self.sources for shot in state.pages.values())
        prices: dict[str, Quote | Rate] = dict(zip(self.quoted.places, self.quoted.quotes, strict=True))
        for rate in (rate for page in pages for rate in page.rates):
            prices.setdefault(rate.symbol, rate)
        return prices

    def unseen_since(self, time: datetime) -> frozenset[str]:
        """Return the symbols that were last seen before a time (UTC)."""
        late = {page for page in self.quoted.pages if page.seen and page.seen < time}
        if not late:
            return frozenset()
        pairs = zip(self.quoted.places, self.quoted.origins, strict=True)
        return frozenset(symbol for symbol, page in pairs if page in late)

    def place(self, label: str, line: int) -> tuple[tuple[int, str], ...]:
        """Return the lines of a page around one, with their numbers; empty where the page's text is not kept."""
        page = self.page(label)
        return lines_around(clean(page.text), line) if page is not None and page.text else ()


def _newest(article: Article) -> str:
    """Return what orders articles by time: a date without a time counts as the end of its day, none as the oldest."""
    published = article.published or ""
    return published if "T" in published or not published else f"{published}T~"


def lines_around(text: str, line: int) -> tuple[tuple[int, str], ...]:
    """Return the lines of a clean text around one, with their numbers; empty where there is no such line."""
    if line < 1:
        return ()
    lines = text.split("\n")
    first = max(line - 1 - AROUND, 0)
    return tuple((at, each[:LINE_SHOWN]) for at, each in enumerate(lines[first : line + AROUND], first + 1))


def _indices(rows: Rows, quotes: Sequence[Quote]) -> tuple[Row, ...]:
    indices = [rows[at] for at, quote in enumerate(quotes) if quote.kind is _INDEX]
    return tuple(sorted(indices, key=lambda row: row.quote.symbol != HEADLINE_INDEX))


def _names(quoted: Quoted) -> dict[str, str | None]:
    """Return the name of each symbol, as Row.name has it."""
    columns = zip(quoted.places, quoted.quotes, quoted.listings, strict=True)
    return {symbol: quote.name or (listing.name if listing else None) for symbol, quote, listing in columns}


def _times(current: Collection[Origin], sources: tuple[SourceState, ...]) -> dict[datetime, str]:
    """Return when the quotes of the latest pages were observed, or else the last quotes, or the pages, with a label."""
    if current:
        return {page.observed: page.source for page in current if page.observed}
    had = {state.had: "" for state in sources if state.had}
    return had or {state.observed: "" for state in sources if state.observed}


def _is_read(label: str, sources: tuple[SourceState, ...]) -> bool:
    """Return whether the time of a page is only when it was read."""
    pages = (state.pages[label] for state in sources if label in state.pages)
    return any(page.observed_from is ObservedFrom.READ for page in pages)

"""The board: updates in, rows out. It holds the state that the screen shows; widgets hold only where they look."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tickerboard.board.breadth import Breadth
from tickerboard.board.listings import Listings
from tickerboard.board.source_state import SourceState
from tickerboard.model import Kind
from tickerboard.sources.updates import snapshots_of
from tickerboard.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from tickerboard.board.row import Row
    from tickerboard.model import Article, Problem, Quote
    from tickerboard.sources.updates import Update

HEADLINE_INDEX = "KSE100"
"""The index that a narrow screen keeps when it has room for one only."""
ARTICLES_CAP = 10_000
AROUND = 4
"""Lines above and below the one whose place is shown."""
LINE_SHOWN = 160


@dataclass(frozen=True, slots=True)
class Board:
    """All that the screen shows, from what every source last gave.

    `quotes` has the rows' quotes by symbol, `names` what each symbol stands for, `breadth` counts the equities;
    `indices` has the headline index first, then the order of the page. All are worked out when the board is made, for
    that is not on the screen's thread.
    """

    parts: tuple[SourceState, ...] = ()
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
        name = update.source
        known = {part.source: part for part in self.parts}
        known[name] = known.get(name, SourceState(name)).updated(update, serial, self.listings, forget=forget)
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
        for shot in snapshots_of([update]):
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


def _merged(parts: tuple[SourceState, ...]) -> tuple[Row, ...]:
    """Make one list of all sources' rows: a symbol's first source stands, and rows are ranked from 1."""
    rows: dict[str, Row] = {}
    for part in parts:
        for row in part.rows:
            rows.setdefault(row.quote.symbol, row)
    return tuple(row if row.rank == at else row._replace(rank=at) for at, row in enumerate(rows.values(), 1))

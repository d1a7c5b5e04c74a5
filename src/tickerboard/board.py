"""The board: snapshots in, rows out. It holds the state that the screen shows; widgets hold only where they look."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from tickerboard.model import Direction, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from decimal import Decimal

    from tickerboard.model import Article, Problem, Quote, Snapshot

HEADLINE_INDEX = "KSE100"
"""The index that a narrow screen keeps when it has room for one only."""


@dataclass(frozen=True, slots=True)
class Row:
    """A quote on the board: where it is from and whether a problem was told of it."""

    quote: Quote
    source: str
    place: int
    doubtful: bool = False

    @property
    def previous(self) -> Decimal:
        """The last close before the change, in the unit of `last`; the page's own figure where it gives one."""
        quote = self.quote
        return quote.last - quote.change if quote.previous is None else quote.previous


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
class Board:
    """All that the screen shows, from the latest snapshots."""

    rows: tuple[Row, ...] = ()
    articles: tuple[Article, ...] = ()
    problems: tuple[tuple[str, Problem], ...] = ()
    sources: tuple[str, ...] = ()
    observed: datetime | None = None
    failures: tuple[str, ...] = ()

    @classmethod
    def of(cls, snapshots: Iterable[Snapshot], failures: Iterable[str] = ()) -> Board:
        """Make one board of several snapshots: a symbol's first quote stands, articles keep their order."""
        snapshots = tuple(snapshots)
        articles = [
            article
            for snapshot in snapshots
            for article in (
                *([snapshot.page.article] if snapshot.page.article else []),
                *snapshot.page.stories,
            )
        ]
        return cls(
            rows=tuple(_rows(snapshots)),
            articles=tuple(dict.fromkeys(articles)),
            problems=tuple((shot.source, problem) for shot in snapshots for problem in shot.page.problems),
            sources=tuple(dict.fromkeys(snapshot.source for snapshot in snapshots)),
            observed=min((shot.observed for shot in snapshots if shot.observed), default=None),
            failures=tuple(failures),
        )

    def with_failures(self, failures: Iterable[str]) -> Board:
        """Keep what the board shows and say what failed since."""
        return replace(self, failures=tuple(failures))

    @property
    def breadth(self) -> Breadth:
        """Up, down and unchanged equities."""
        return Breadth.of(row.quote for row in self.rows)

    @property
    def indices(self) -> tuple[Quote, ...]:
        """The indices, the headline index first, then in the order of the page."""
        indices = [row.quote for row in self.rows if row.quote.kind is Kind.INDEX]
        return tuple(sorted(indices, key=lambda quote: quote.symbol != HEADLINE_INDEX))


def _rows(snapshots: tuple[Snapshot, ...]) -> Iterable[Row]:
    seen: set[str] = set()
    for snapshot in snapshots:
        doubtful = {problem.line for problem in snapshot.page.problems}
        for quote in snapshot.page.quotes:
            if quote.symbol not in seen:
                seen.add(quote.symbol)
                yield Row(quote, snapshot.source, len(seen), quote.line in doubtful)


class Column(StrEnum):
    """What a row can be sorted by; the values are the headings."""

    PLACE = "#"
    SYMBOL = "Symbol"
    LAST = "Last"
    CHANGE = "Change"
    PERCENT = "Percent"
    PREVIOUS = "Previous"


@dataclass(frozen=True, slots=True)
class Sort:
    """An order of rows: by a column, and which way."""

    column: Column = Column.PLACE
    descending: bool = False

    def next(self, columns: tuple[Column, ...]) -> Sort:
        """Sort by the column after this one among those shown."""
        at = columns.index(self.column) if self.column in columns else -1
        return Sort(columns[(at + 1) % len(columns)])

    def reversed(self) -> Sort:
        """Turn the order round."""
        return Sort(self.column, not self.descending)

    def apply(self, rows: Iterable[Row]) -> tuple[Row, ...]:
        """Give the rows in this order, by value; equal rows keep the page's order both ways."""
        return tuple(sorted(rows, key=lambda row: _value(row, self.column), reverse=self.descending))


def _value(row: Row, column: Column) -> Any:
    quote = row.quote
    match column:
        case Column.SYMBOL:
            return quote.symbol
        case Column.LAST:
            return quote.last
        case Column.CHANGE:
            return quote.change
        case Column.PERCENT:
            return quote.percent
        case Column.PREVIOUS:
            return row.previous
        case Column.PLACE:
            return row.place

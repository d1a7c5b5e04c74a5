"""A source's part of the board: the rows of what it last gave, and how it is doing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tickerboard.board.row import Origin, Row
from tickerboard.sources.base import Progress, Unchanged
from tickerboard.sources.updates import Snapshots, failures_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from tickerboard.board.listings import Listings
    from tickerboard.model import Problem, Quote, Snapshot
    from tickerboard.sources.updates import Update

ROWS_CAP = 10_000
"""Rows of one source that the board shows; it says how many more there are."""
DOUBTS = frozenset(("arithmetic", "duplicate", "range", "stale"))
"""The problems that make a quote doubtful; the others are about a line that gave none, or about its volume."""


@dataclass(frozen=True, slots=True)
class SourceState:
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

    def updated(self, update: Update, serial: int, listings: Listings, *, forget: bool) -> SourceState:
        """Take an update in: a failure keeps what there is, and rows that vanished stay, marked old."""
        failures = failures_of(update)
        more = f" (and {len(failures) - 1} more pages)" if len(failures) > 1 else ""
        failure = f"{failures[0]}{more}" if failures else None
        again = None if isinstance(update, Progress) else update.again
        part = replace(self, failure=failure, again=again, note=update.note)
        if isinstance(update, Unchanged):
            return part.confirmed(update.checked)
        if not isinstance(update, Snapshots):
            return part
        rows, left_out = _fresh_rows(update, serial, listings, {row.quote.symbol: row for row in self.rows})
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
            left_out=left_out + max(len(rows) - ROWS_CAP, 0),
            problems=tuple((shot.source, problem) for shot in update.snapshots for problem in shot.page.problems),
            observed=min((shot.observed for shot in update.snapshots if shot.observed), default=None),
            came=update.at,
            texts={shot.source: shot.text for shot in update.snapshots if shot.text},
        )

    def confirmed(self, at: datetime) -> SourceState:
        """Take the source's word that its page is the same as before: its quotes are as fresh as that word."""
        rows = tuple(row if row.old else row._replace(seen=at) for row in self.rows)
        return replace(self, rows=rows, observed=at, came=at)


def _fresh_rows(update: Snapshots, serial: int, listings: Listings, before: Mapping[str, Row]) -> tuple[list[Row], int]:
    """Make rows of snapshots, and tell how many there is no room for.

    The newest page's quote of a symbol stands, and knows what it follows.
    """
    rows: dict[str, Row] = {}
    more: set[str] = set()
    for shot in sorted(update.snapshots, key=_age, reverse=True):
        doubtful = frozenset(problem.line for problem in shot.page.problems if problem.code in DOUBTS)
        origin = Origin(shot.source, shot.observed or update.at, doubtful, serial)
        for quote in shot.page.quotes:
            if quote.symbol in rows:
                continue
            if len(rows) == ROWS_CAP:
                more.add(quote.symbol)
                continue
            was, rank = before.get(quote.symbol), len(rows) + 1
            if was is None:
                rows[quote.symbol] = _first_row(quote, origin, rank, listings)
            else:
                rows[quote.symbol] = was.followed_by(quote, origin, rank)
    return list(rows.values()), len(more)


def _first_row(quote: Quote, origin: Origin, rank: int, listings: Listings) -> Row:
    """Make the row of a symbol that was not on the board before."""
    in_doubt, listing = quote.line in origin.doubtful, listings.find(quote.symbol)
    return Row(quote, origin.source, rank, in_doubt, origin.seen, serial=origin.serial, listing=listing)


def _age(shot: Snapshot) -> float:
    return shot.observed.timestamp() if shot.observed else 0.0


def _is_past(row: Row, fresh: list[Row]) -> bool:
    """Tell a row of a session that is over: the fresh ones are of a later day."""
    days = [each.seen.date() for each in fresh[:1] if each.seen]
    return bool(days) and row.seen is not None and row.seen.date() < days[0]

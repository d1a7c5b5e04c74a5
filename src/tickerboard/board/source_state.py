"""One source on the board: the rows of its latest pages, and how the source is doing."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.board.row import Origin, Row, followed
from tickerboard.model import Problem
from tickerboard.sources.base import Failed, Progress, Unchanged
from tickerboard.sources.updates import Snapshots, failures_of
from tickerboard.text.times import minute

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from tickerboard.board.listings import Listings
    from tickerboard.model import Quote, Snapshot
    from tickerboard.sources.base import Failure
    from tickerboard.sources.updates import Update

ROWS_CAP = 10_000
"""Rows of one source that the board keeps; the rest is counted."""
DOUBTS = frozenset(("arithmetic", "duplicate", "range", "stale"))
"""The codes of problems that make a quote doubtful. The others are about a line without a quote, or a volume."""


class Trouble(NamedTuple):
    """Why a source or one of its pages has nothing to show: its label, a code, the reason, and the next try (UTC)."""

    label: str
    code: str
    reason: str
    again: datetime | None = None


class SourceState(NamedTuple):
    """What one source last returned, and how it is doing. Times are UTC.

    `rows` are those of its latest pages by symbol, then those that vanished from them, marked old; they are ranked from
    1. `pages` are the latest pages by label. `observed` is the time of the newest page, `came` when the source last
    returned a page or confirmed that nothing changed, None before the first time, and `again` when it is read next,
    None without a timer. `lost` is when a page without quotes followed one with quotes, None while there are quotes,
    and `had` the time of the last quotes. `failed` means that the latest read returned nothing; `failures` are its
    reasons, or those of some pages of a folder. `note` is how the source is followed where that is unusual. `left_out`
    counts the rows above the cap.
    """

    source: str
    rows: Mapping[str, Row] = MappingProxyType({})
    pages: Mapping[str, Snapshot] = MappingProxyType({})
    observed: datetime | None = None
    came: datetime | None = None
    again: datetime | None = None
    lost: datetime | None = None
    had: datetime | None = None
    failed: bool = False
    failures: tuple[Failure, ...] = ()
    note: str | None = None
    left_out: int = 0

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """The reasons why the source or some of its pages have nothing to show."""
        again = self.again if self.failed else None
        troubles = [Trouble(each.label, "unreadable", each.reason, again) for each in self.failures]
        if self.lost and not self.failed:
            since = minute(self.lost, self.came or self.lost)
            troubles.insert(0, Trouble(self.source, "no-quotes", f"no quotes since {since}"))
        return tuple(troubles)

    @property
    def problems(self) -> tuple[tuple[str, Problem], ...]:
        """Its troubles, then the problems of the latest pages, each with the label of its page."""
        troubles = [(each.label, Problem(0, each.code, each.reason, "")) for each in self.troubles]
        pages = [(label, problem) for label, shot in self.pages.items() for problem in shot.page.problems]
        return (*troubles, *pages)

    def updated(
        self, update: Update, serial: int, listings: Listings, shown: Mapping[str, Row], *, forget: bool
    ) -> SourceState:
        """Return the state after an update. `shown` are the board's rows by symbol, which new figures are compared to.

        A failure keeps the rows. Rows that vanish from the page stay until the next day, unless `forget` is set.
        """
        again = None if isinstance(update, Progress) else update.again
        failed = isinstance(update, Failed)
        state = self._replace(failed=failed, failures=failures_of(update), again=again, note=update.note)
        match update:
            case Unchanged():
                return state._confirmed(update.checked)
            case Snapshots():
                return state._replaced(update, serial, listings, shown, forget=forget)
            case _:
                return state

    def _confirmed(self, at: datetime) -> SourceState:
        """Take the source's word that its page is the same as before: the quotes are as fresh as that word."""
        rows = {symbol: row if row.old else row._replace(seen=at, observed=at) for symbol, row in self.rows.items()}
        return self._replace(rows=rows, observed=at, came=at, had=self.had if self.lost else at)

    def _replaced(
        self, update: Snapshots, serial: int, listings: Listings, shown: Mapping[str, Row], *, forget: bool
    ) -> SourceState:
        rows, left_out = _fresh_rows(update, serial, listings, shown)
        had = max((shot.observed for shot in update.snapshots if shot.observed and shot.page.quotes), default=None)
        lost = None if rows else self.lost or (update.at if self.rows else None)
        vanished = [] if forget else self._vanished(rows)
        room = ROWS_CAP - len(rows)
        for rank, row in enumerate(vanished[:room], len(rows) + 1):
            rows[row.quote.symbol] = row._replace(old=True, rank=rank)
        return self._replace(
            rows=rows,
            pages={shot.source: shot for shot in update.snapshots},
            observed=max((shot.observed for shot in update.snapshots if shot.observed), default=None),
            came=update.at,
            lost=lost,
            had=self.had if lost else had,
            left_out=left_out + len(vanished[room:]),
        )

    def _vanished(self, fresh: Mapping[str, Row]) -> list[Row]:
        """Return the rows that the latest pages do not have, without those of an earlier day."""
        vanished = [row for symbol, row in self.rows.items() if symbol not in fresh]
        first = next(iter(fresh.values()), None)
        return [row for row in vanished if not _is_of_an_earlier_day(row, first)]


def _fresh_rows(
    update: Snapshots, serial: int, listings: Listings, shown: Mapping[str, Row]
) -> tuple[dict[str, Row], int]:
    """Return the rows of an update's pages by symbol, and the number of rows above the cap.

    Of a symbol that several pages have, the quote of the newest page counts.
    """
    rows: dict[str, Row] = {}
    more: set[str] = set()
    for shot in sorted(update.snapshots, key=_time, reverse=True):
        quotes: dict[str, Quote] = {}
        for quote in shot.page.quotes:
            quotes.setdefault(quote.symbol, quote)
        new, room = [quote for symbol, quote in quotes.items() if symbol not in rows], ROWS_CAP - len(rows)
        more.update(quote.symbol for quote in new[room:])
        origin, new = _origin(shot, update.at, serial), new[:room]
        symbols = [quote.symbol for quote in new]
        before = [
            shown.get(symbol) or _first_row(quote, origin, listings) for symbol, quote in zip(symbols, new, strict=True)
        ]
        rows.update(zip(symbols, followed(before, new, origin, len(rows) + 1), strict=True))
    return rows, len(more)


def _origin(shot: Snapshot, came: datetime, serial: int) -> Origin:
    doubtful = frozenset(problem.line for problem in shot.page.problems if problem.code in DOUBTS)
    return Origin(shot.source, shot.observed or came, shot.observed, doubtful, serial)


def _first_row(quote: Quote, origin: Origin, listings: Listings) -> Row:
    """Return what the quote of a symbol that was not on the board before follows: itself."""
    return Row(quote, origin.source, serial=origin.serial, listing=listings.find(quote.symbol))


def _time(shot: Snapshot) -> float:
    return shot.observed.timestamp() if shot.observed else 0.0


def _is_of_an_earlier_day(row: Row, fresh: Row | None) -> bool:
    """Return whether a row's session is over: a fresh row is of a later day."""
    if fresh is None or fresh.seen is None or row.seen is None:
        return False
    return row.seen.date() < fresh.seen.date()

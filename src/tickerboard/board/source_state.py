"""One source on the board: the rows of its latest pages, and how the source is doing."""

from __future__ import annotations

from itertools import filterfalse, islice
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.board.quoted import Origin, Quoted, followed, gathered
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

    `quoted` are the quotes of its latest pages, then those that vanished from them, marked old. `pages` are the latest
    pages by label. `observed` is the time of the newest page, `came` when the source last
    returned a page or confirmed that nothing changed, None before the first time, and `again` when it is read next,
    None without a timer. `lost` is when a page without quotes followed one with quotes, None while there are quotes,
    and `had` the time of the last quotes. `failed` means that the latest read returned nothing; `failures` are its
    reasons, or those of some pages of a folder. `note` is how the source is followed where that is unusual. `left_out`
    counts the rows above the cap.
    """

    source: str
    quoted: Quoted = Quoted()
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

    def updated(self, update: Update, serial: int, listings: Listings, shown: Quoted, *, forget: bool) -> SourceState:
        """Return the state after an update. New figures are compared to those `shown` on the board.

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
        quoted = self.quoted.with_pages({page: page.confirmed(at) for page in self.quoted.pages})
        return self._replace(quoted=quoted, observed=at, came=at, had=self.had if self.lost else at)

    def _replaced(
        self, update: Snapshots, serial: int, listings: Listings, shown: Quoted, *, forget: bool
    ) -> SourceState:
        quotes, origins = _latest(update)
        quoted = followed(quotes[:ROWS_CAP], origins[:ROWS_CAP], serial, shown, listings)
        had = max((shot.observed for shot in update.snapshots if shot.observed and shot.page.quotes), default=None)
        lost = None if quotes else self.lost or (update.at if self.quoted.quotes else None)
        left_out = max(len(quotes) - ROWS_CAP, 0)
        if not forget and (vanished := self._vanished(quoted)):
            chosen = {symbol: (quoted, at) for symbol, at in quoted.places.items()} | vanished
            quoted = gathered(dict(islice(chosen.items(), ROWS_CAP)))
            left_out += max(len(chosen) - ROWS_CAP, 0)
        return self._replace(
            quoted=quoted,
            pages={shot.source: shot for shot in update.snapshots},
            observed=max((shot.observed for shot in update.snapshots if shot.observed), default=None),
            came=update.at,
            lost=lost,
            had=self.had if lost else had,
            left_out=left_out,
        )

    def _vanished(self, fresh: Quoted) -> dict[str, tuple[Quoted, int]]:
        """Return where the quotes stand that the latest pages do not have, without those of an earlier day."""
        first = next(iter(fresh.origins), None)
        gone = [*filterfalse(fresh.places.__contains__, self.quoted.places)]
        old = self.quoted.with_pages({page: page.outdated() for page in self.quoted.pages}) if gone else Quoted()
        places = {symbol: old.places[symbol] for symbol in gone}
        return {symbol: (old, at) for symbol, at in places.items() if not _is_of_an_earlier_day(old.origins[at], first)}


def _latest(update: Snapshots) -> tuple[list[Quote], list[Origin]]:
    """Return the quotes of an update's pages, and the page of each.

    Of a symbol that several pages have, the quote of the newest page counts.
    """
    quotes: list[Quote] = []
    origins: list[Origin] = []
    new: list[Quote] = []
    known: set[str] = set()
    for shot in sorted(update.snapshots, key=_time, reverse=True):
        known.update(quote.symbol for quote in new)
        new = [quote for quote in shot.page.quotes if quote.symbol not in known]
        quotes += new
        origins += [_origin(shot, update.at)] * len(new)
    return quotes, origins


def _origin(shot: Snapshot, came: datetime) -> Origin:
    doubtful = frozenset(problem.line for problem in shot.page.problems if problem.code in DOUBTS)
    return Origin(shot.source, shot.observed or came, shot.observed, doubtful, old=False)


def _time(shot: Snapshot) -> float:
    return shot.observed.timestamp() if shot.observed else 0.0


def _is_of_an_earlier_day(page: Origin, fresh: Origin | None) -> bool:
    """Return whether the session of a page is over: a fresh page is of a later day."""
    if fresh is None or fresh.seen is None or page.seen is None:
        return False
    return page.seen.date() < fresh.seen.date()

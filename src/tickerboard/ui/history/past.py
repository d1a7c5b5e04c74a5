"""The past that a board can be turned back to: the history's snapshots, or the dated pages of a folder.

The questions may take a while: ask them off the screen's thread.
"""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tickerboard.board.board import Board
from tickerboard.board.session import Session
from tickerboard.history import History
from tickerboard.history.steps import Period
from tickerboard.history.store import Arrival, Store
from tickerboard.sources.base import MADE_UP
from tickerboard.ui.history.timeline import CELLS, Stop, Timeline

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from tickerboard.board.listings import Listings
    from tickerboard.sources.updates import Snapshots

BEGINNING, END = datetime.min.replace(tzinfo=UTC) + timedelta(days=1), datetime.max.replace(tzinfo=UTC)
STEPS = 8
"""The prices of a session that the table shows."""
_TICK = timedelta(microseconds=1)


class Past:
    """Snapshots of some sources, or of all, as boards. All questions raise HistoryError."""

    labels_are_pages = True
    """Whether a label stands for one page at all times, so that its prices make one line."""

    def __init__(self, history: History, sources: Sequence[str] | None, listings: Listings) -> None:
        self.history, self.sources, self._listings = history, sources, listings
        self._aside = History(history.path)
        """For the questions that take longest, so that a step does not wait for them."""

    def close(self) -> None:
        """Close the file."""
        self.history.close()
        self._aside.close()

    def board(self, time: datetime) -> Board:
        """Return the board as of a time."""
        return Board.of(self.history.as_of(time, self.sources), self._listings)

    def last_by(self, time: datetime) -> datetime | None:
        """Return the time of the last snapshot by a time; None where there is none."""
        return self.history.step(time + _TICK, -1, self.sources) if time < END else self._last

    def stop_at(self, time: datetime) -> Stop | None:
        """Return the stop at the last snapshot by a time; None where there is none."""
        at = self.last_by(time)
        return None if at is None else self.stop(at)

    def stop(self, at: datetime) -> Stop:
        """Return the stop at a time."""
        return Stop(at, self.board(at), self._timeline(at))

    @property
    def _last(self) -> datetime | None:
        return self.history.step(END, -1, self.sources)

    def step(self, at: datetime | None, by: int, present: Board, now: datetime) -> datetime | None:
        """Return the time of the snapshot before or after a time, where None is now; None where there is none.

        A snapshot that shows what the board shows now is part of now.
        """
        if at is None:
            found = self.last_by(now) if by < 0 else None
            if found is not None and self._shows(found, present):
                found = self.history.step(found, -1, self.sources)
            return found
        found = self.history.step(at, by, self.sources)
        if by < 0 or found is None:
            return found
        is_now = found > now or (found == self.last_by(now) and self._shows(found, present))
        return None if is_now else found

    def sessions(self, at: datetime) -> Mapping[str, Session]:
        """Return what was recorded of each symbol on the day, in local time, of the last snapshot by a time."""
        last = self._aside.step(at + _TICK, -1, self.sources)
        if last is None:
            return {}
        midnight = Period.SESSION.since(last) or last
        first = self._aside.step(midnight - _TICK, 1, self.sources) or last
        if first == last:
            return {}
        lines = self._aside.sparklines(first, last, STEPS, self.sources)
        extremes = self._aside.extremes(first, last, self.sources)
        return {symbol: Session(line, *extremes[symbol]) for symbol, line in lines.items() if symbol in extremes}

    def move(self, symbol: str, at: datetime | None, by: int, now: datetime) -> datetime | None:
        """Return when the price of a symbol last changed before a time or next changes after it; None where never."""
        if at is None and by > 0:
            return None
        found = self.history.move(symbol, at or now, by, self.sources)
        return None if found is None or found > now else found

    def _shows(self, time: datetime, present: Board) -> bool:
        """Return whether the page of a time has the same figures as the present one."""
        figures = _figures(present)
        return bool(figures) and _figures(self.board(time)) == figures

    def _timeline(self, at: datetime) -> Timeline:
        """Return the day around a time, or the whole past where that day has one snapshot only."""
        midnight = Period.SESSION.since(at) or at
        since = self.history.step(midnight - _TICK, 1, self.sources) or at
        until = self.history.step(midnight + timedelta(days=1), -1, self.sources) or at
        if since >= until:
            since = self.history.step(BEGINNING, 1, self.sources) or at
            until = self._last or at
        return Timeline(since, until, self.history.marks(since, until + _TICK, CELLS, self.sources))


def _figures(board: Board) -> Mapping[str, tuple[Decimal | None, ...]]:
    """Return the figures of the rows that the latest pages have: a board that has just opened knows no others."""
    quotes = (row.quote for row in board.rows if not row.old)
    return {quote.symbol: (quote.last, quote.change, quote.percent) for quote in quotes}


class FolderPast(Past):
    """The pages of folders, each a snapshot of its time; they are kept in a file of their own that goes with it."""

    labels_are_pages = False

    def __init__(self, updates: Sequence[Snapshots], listings: Listings) -> None:
        self._place = tempfile.TemporaryDirectory(prefix="tickerboard-")
        path = Path(self._place.name) / "pages.db"
        with Store(path) as store:
            for _ in store.add([each for update in updates for each in _arrivals(update)]):
                pass
        super().__init__(History(path), None, listings)

    def close(self) -> None:
        """Remove the file."""
        super().close()
        self._place.cleanup()


def _arrivals(update: Snapshots) -> list[Arrival]:
    pairs = zip(update.documents, update.snapshots, strict=True)
    return [Arrival(update.source, document, shot, update.at) for document, shot in pairs]


def past_of(path: Path, board: Board, folders: Mapping[str, Snapshots], *, live: bool) -> Past:
    """Return the past of a board: the history, unless every source is a folder whose pages are of several times.

    `folders` are the last updates of sources with several pages. Where the board is followed live, the history has the
    past of folders too. Sources whose figures no market made have none; a board without others shows the past of all
    that were recorded.
    """
    real = [state.source for state in board.sources if state.note not in MADE_UP]
    mine = [folders[name] for name in real if name in folders]
    if real and len(mine) == len(real) and not live and all(_has_times(each) for each in mine):
        return FolderPast(mine, board.listings)
    return Past(History(path), real or None, board.listings)


def _has_times(update: Snapshots) -> bool:
    return len({shot.observed for shot in update.snapshots}) > 1

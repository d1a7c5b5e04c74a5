"""How the board and its sources are: state, age and failure as separate values, and their plain words."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.sources.base import MARKS, REPLAY, SAMPLE, SIMULATED
from tickerboard.text.labels import short_label
from tickerboard.text.times import age, age_range, clock_time, local, minute, short_age, time_since_read

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from tickerboard.board.board import Board
    from tickerboard.board.source_state import SourceState, Trouble


class Following(StrEnum):
    """Whether the board follows its sources: live, paused after it was live, or never live."""

    LIVE = "LIVE"
    PAUSED = "PAUSED"
    STATIC = "STATIC"


class State(StrEnum):
    """The state of a source or of the board, the worst first. The values are the words on screen."""

    FAILED = "FAILED"
    NO_QUOTES = "NO QUOTES"
    STALE = "STALE"
    WAITING = "WAITING"
    ENDED = "ENDED"
    LIVE = "LIVE"
    PAUSED = "PAUSED"
    STATIC = "STATIC"


MEANINGS = {
    "LIVE": "the board follows its sources",
    "PAUSED": "it followed them, or a replay ran; L resumes",
    "STATIC": "it was read once; r reads again",
    "STALE": "the newest quotes are too old for a live board",
    "WAITING": "nothing has come yet",
    "ENDED": "the source has nothing more to say",
    "NO QUOTES": "the latest page has no quotes; the last ones stay",
    "FAILED": "the source could not be read",
    "THEN": "the board of another time, from the history",
    "REPLAY": "a time of the history, played again; L pauses",
    "SAMPLE": "the sample page, no market",
    "SIMULATED": "a random walk, no market",
}
"""What each state and mark of a board means."""
_NORMAL = {Following.LIVE: State.LIVE, Following.PAUSED: State.PAUSED, Following.STATIC: State.STATIC}
_IMPLIED = {SAMPLE: State.STATIC, SIMULATED: State.LIVE}
"""The state that goes without saying beside a mark."""


class Moment(NamedTuple):
    """What a state depends on besides the board: the following, the clock (UTC), and the age of STALE in seconds.

    `paused` is why the history records nothing at the moment, one plain line; None where it works or is off.
    """

    following: Following
    now: datetime
    stale_after: float
    paused: str | None = None

    def is_stale(self, observed: datetime | None) -> bool:
        """Return whether something observed then is too old for a board that is followed live."""
        old = observed is not None and (self.now - observed).total_seconds() > self.stale_after
        return old and self.following is Following.LIVE


def state_of(source: SourceState, moment: Moment) -> State:
    """Return the state of one source."""
    if source.failed:
        return State.FAILED
    if source.lost:
        return State.NO_QUOTES
    if source.came is None:
        return State.WAITING
    if source.note == "ended":
        return State.ENDED
    return State.STALE if moment.is_stale(source.observed) else _NORMAL[moment.following]


class Status(NamedTuple):
    """How the board is.

    `mark` is SAMPLE or SIMULATED for figures that no market made. `since` (UTC) is when the quotes were lost.
    `newest`, `oldest` (UTC) and `is_read` are as in Board. `troubles` are the sources that fail or lost their quotes,
    then the pages of folders that could not be read. `late` counts the rows that are too old for a live board,
    `undated` those of unknown time beside others. `paused` is as in Moment.
    """

    state: State
    now: datetime
    mark: str | None = None
    since: datetime | None = None
    newest: datetime | None = None
    oldest: datetime | None = None
    is_read: bool = False
    is_stale: bool = False
    has_rows: bool = True
    has_articles: bool = True
    sources: tuple[str, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    notes: tuple[str, ...] = ()
    late: int = 0
    undated: int = 0
    left_out: int = 0
    problems: int = 0
    again: datetime | None = None
    paused: str | None = None

    @property
    def chips(self) -> tuple[str, ...]:
        """The state in words, the longest form first."""
        since = f" since {minute(self.since, self.now)}" if self.since and self.state is State.NO_QUOTES else ""
        if self.mark is None:
            return tuple(dict.fromkeys((f"{self.state}{since}", self.state.value)))
        if self.mark == REPLAY:
            state = "" if self.state is State.LIVE else f" {self.state}"
            then = f"{local(self.now):%Y-%m-%d %H:%M}"
            return (f"{REPLAY} {then}{state}{since}", f"{REPLAY} {then}{state}", f"{REPLAY}{state}")
        if self.state is _IMPLIED[self.mark]:
            return (self.mark,)
        return (f"{self.mark} {self.state}{since}", f"{self.mark} {self.state}", f"{self.mark[:3]} {self.state}")

    @property
    def ages(self) -> tuple[str, ...]:
        """The age of the quotes in words, the longest form first; empty while nothing came."""
        if self.newest is None or self.oldest is None:
            return () if self.state is State.WAITING or not self.has_rows else ("time unknown", "unknown")
        last = ("last quotes ",) if self.state is State.NO_QUOTES else ()
        span = age_range(self.newest, self.oldest, self.now)
        newest = (time_since_read if self.is_read else age)(self.newest, self.now)
        if self.is_read and span == age(self.newest, self.now):
            span = newest
        return (*(each + newest for each in last), *dict.fromkeys((span, newest)), short_age(self.newest, self.now))

    @property
    def trouble(self) -> tuple[str, ...]:
        """The first trouble in words, the longest form first, with the number of the others; empty without one.

        Where the state says NO QUOTES already, it is the label of the source alone.
        """
        if not self.troubles:
            return ()
        first = self.troubles[0]
        forms = forms_of(first) if self.state is not State.NO_QUOTES else (short_label(first.label),)
        more = f" (+{len(self.troubles) - 1} more)" if len(self.troubles) > 1 else ""
        return tuple(form + more for form in forms)


def status_of(board: Board, moment: Moment) -> Status:
    """Return how a board is."""
    states = {source.source: state_of(source, moment) for source in board.sources}
    troubles = _troubles(board.sources)
    late = sum(moment.is_stale(page.observed) for page in board.quoted.origins) if moment.is_stale(board.oldest) else 0
    times = [source.again for source in board.sources if source.again and not source.failed]
    return Status(
        _state(board, states.values(), moment),
        moment.now,
        mark=next((source.note for source in board.sources if source.note in MARKS), None),
        since=min((source.lost for source in board.sources if source.lost), default=None),
        newest=board.newest,
        oldest=board.oldest,
        is_read=board.is_read,
        is_stale=moment.is_stale(board.newest),
        has_rows=bool(board.rows),
        has_articles=bool(board.articles),
        sources=tuple(source.source for source in board.sources),
        troubles=troubles,
        notes=tuple(dict.fromkeys(source.note for source in board.sources if source.note and source.note not in MARKS)),
        late=0 if moment.is_stale(board.newest) else late,
        undated=board.undated if board.newest else 0,
        left_out=board.left_out,
        problems=len(board.problems),
        again=min(times, default=None) if moment.following is Following.LIVE else None,
        paused=moment.paused,
    )


def _state(board: Board, states: Iterable[State], moment: Moment) -> State:
    """Return the worst state of the sources; age and waiting count for the board as a whole."""
    found = set(states)
    for state in (State.FAILED, State.NO_QUOTES):
        if state in found:
            return state
    if moment.is_stale(board.newest):
        return State.STALE
    if found and found <= {State.WAITING}:
        return State.WAITING
    return State.ENDED if found and found <= {State.ENDED} else _NORMAL[moment.following]


def _troubles(sources: tuple[SourceState, ...]) -> tuple[Trouble, ...]:
    """Return the troubles of whole sources, then those of single pages."""
    worst = sorted(sources, key=lambda source: (not source.failed, not source.lost))
    return tuple(trouble for source in worst for trouble in source.troubles)


def forms_of(trouble: Trouble) -> tuple[str, ...]:
    """Return a trouble in words, the longest form first; each names the source and the reason at most once."""
    label = short_label(trouble.label)
    named = tuple(dict.fromkeys(f"{each}: {trouble.reason}" for each in (label, label.partition("/")[0] or label)))
    again = tuple(f"{each}; next try {clock_time(trouble.again)}" for each in named) if trouble.again else ()
    return (*again, *named, trouble.reason)


def waiting_for(board: Board) -> str | None:
    """Return what a board without rows waits for, and why; None where every source has come."""
    waiting = [source for source in board.sources if source.came is None]
    if board.rows or not waiting:
        return None
    first = waiting[0]
    reason = "".join(f": {failure.reason}" for failure in first.failures[:1])
    again = f"; next try {clock_time(first.again)}" if first.again and reason else ""
    more = f" (+{len(waiting) - 1} more)" if len(waiting) > 1 else ""
    return f"{'' if reason else 'waiting for '}{short_label(first.source)}{more}{reason}{again}"


def last_words(board: Board) -> str:
    """Return the line for standard error after a board that never came."""
    failures = [failure for source in board.sources for failure in source.failures]
    if failures:
        more = f" (and {len(failures) - 1} more)" if len(failures) > 1 else ""
        return f"{failures[0]}{more}"
    return f"{', '.join(source.source for source in board.sources)}: no quote and no article found"

"""What moved between two times: the most unusual moves first, below each the articles that name the symbol."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from textual.binding import Binding, BindingType

from tickerboard.errors import TickerboardError
from tickerboard.history.steps import Period
from tickerboard.history.words import is_new, revision_in_words, size_in_words
from tickerboard.model import Direction
from tickerboard.table.figures import ARROWS, grouped, percent
from tickerboard.text.times import minute
from tickerboard.ui.dialogs.base import CORNERS, box_width
from tickerboard.ui.dialogs.choices import Choice
from tickerboard.ui.parts import QUOTE_STYLES
from tickerboard.ui.presence import has_parts
from tickerboard.ui.table.cells import on_point

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.content import Content

    from tickerboard.history.moved import Move, Moved
    from tickerboard.history.revisions import Revision
    from tickerboard.model import Article
    from tickerboard.ui.dialogs.base import Keys

NOTHING = "no moves to list"
SYMBOL_CELLS = 10
"""The room for a symbol before the figures of its move."""
SHOWN = 100
"""Moves that are listed."""


class Entry(NamedTuple):
    """A line of the list, and where it leads: to what changed in an article, to an article, or to a symbol's row.

    `way` is that of the move on the line, None for lines of articles.
    """

    text: str
    symbol: str
    article: Article | None = None
    revision: Revision | None = None
    way: Direction | None = None


class MovedScreen(Choice):
    """The moves since the last look, of a session, a day or a week, up to the time that the board shows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "look", "since a board was last left", id="moved.look"),
        Binding("s", "period('session')", "since the session before", id="moved.session"),
        Binding("d", "period('day')", "within a day", id="moved.day"),
        Binding("w", "period('week')", "within a week", id="moved.week"),
    ]

    ABOUT: ClassVar[str] = "What moved between two times, and the articles that name it."
    KEYS: ClassVar[Keys] = (
        ("moved.look", "last look"),
        ("moved.session", "session"),
        ("moved.day", "day"),
        ("moved.week", "week"),
        ("choice.choose", "go there"),
        ("choice.back", "back"),
    )

    def __init__(
        self, find: Callable[[Period | datetime], Moved | None], looked: datetime | None, now: datetime
    ) -> None:
        """Take what finds the moves of a period, or since a time; it is called off the screen's thread.

        `looked` is the time of the last look (UTC), None where there was none; dates that are not of `now` are shown.
        """
        super().__init__("What moved", [], nothing="reading the history")
        self._find, self._looked, self._now = find, looked, now
        self.entries: list[Entry] = []

    def shown(self, index: int) -> Content:
        """Return a line, the percent of a move in the colour of its way."""
        entry, line = self.entries[index], super().shown(index)
        if entry.way is not None:
            line = line.stylize(QUOTE_STYLES[entry.way], _percent_at(entry.symbol), entry.text.index("%") + 1)
        return line

    def on_mount(self) -> None:
        """Ask for the moves of the session."""
        self.action_period(Period.SESSION.value)

    def action_period(self, name: str) -> None:
        """Ask for the moves of another period."""
        self.run_worker(self._show(Period(name)), group="moved", exclusive=True)

    def action_look(self) -> None:
        """Ask for the moves since the last look."""
        if self._looked is None:
            self.notify("no board was left before", markup=False)
        else:
            self.run_worker(self._show(self._looked), group="moved", exclusive=True)

    async def _show(self, period: Period | datetime) -> None:
        try:
            moved = await asyncio.to_thread(self._find, period)
        except TickerboardError as error:
            self._title, self.entries = str(error), []
        else:
            titles = titles_of(moved, period, self._now)
            self._title = next(
                (each for each in titles if cell_len(each) <= box_width(self.app.size) - CORNERS), titles[-1]
            )
            self.entries = [] if moved is None else entries_of(moved)
        self.lines, self._nothing = [entry.text for entry in self.entries], NOTHING
        if has_parts(self):
            self._list("", at=int(len(self.entries) > 1 and self.entries[0].way is None))


def titles_of(moved: Moved | None, period: Period | datetime, now: datetime) -> tuple[str, ...]:
    """Return the times that are compared and the index that moves are measured against, then shorter titles."""
    if moved is None:
        return ("What moved: no snapshots yet",)
    index = f", net of {moved.index} {percent(moved.index_percent)}" if moved.index else ""
    since = minute(moved.since, now)
    times = f"{since} to {minute(moved.until, now)}"
    named = period.value if isinstance(period, Period) else "last look"
    nothing = "" if moved.moves else ": nothing"
    title = f"What moved: {named}, {times}"
    short = f"{named}, since {since}{nothing}"
    return f"{title}{index}{nothing}", f"{title}{nothing}", f"{named}, {times}{nothing}", short


def entries_of(moved: Moved) -> list[Entry]:
    """Return the lines of the moves, below each those of the articles that name it, with the sentence.

    What would stand on the line of every move stands once, above them.
    """
    moves = moved.moves[:SHOWN]
    sizes = [_size(move, moved.since, moved.until) for move in moves]
    shared = sizes[0] if len(sizes) > 1 and len(set(sizes)) == 1 else ""
    entries = [Entry(f"each: {shared}", moves[0].symbol)] if shared else []
    prices = (on_point([grouped(getattr(move, name)) for move in moves]) for name in ("first", "last"))
    for move, size, first, last in zip(moves, sizes, *prices, strict=True):
        text = _line(move, f"{first} → {last}", "" if shared else size)
        entries.append(Entry(text, move.symbol, way=Direction.of(move.percent)))
        for naming in move.named_in:
            time = minute(naming.time, moved.until)
            place = "" if naming.line is None else f" (line {naming.line})"
            text = f"└ named in, {naming.when.value}, {time}: {naming.sentence}{place}"
            entries.append(Entry(text, move.symbol, naming.article))
            if (revision := naming.revision) is not None:
                changed = revision_in_words(revision, minute(revision.seen, moved.until))
                entries.append(Entry(f"  {changed}", move.symbol, revision=revision))
    return entries


def _percent_at(symbol: str) -> int:
    """Return where the arrow and the percent begin on the line of a move."""
    return max(len(symbol), SYMBOL_CELLS) + 1


def _line(move: Move, prices: str, size: str) -> str:
    net = "" if move.net is None else f"  net {percent(move.net)}"
    arrow = ARROWS[Direction.of(move.percent)]
    return f"{move.symbol:<{SYMBOL_CELLS}} {arrow} {percent(move.percent):>8}  {prices}{net}  {size}".rstrip()


def _size(move: Move, since: datetime, until: datetime) -> str:
    return f"first seen {minute(move.start, until)}" if is_new(move, since) else size_in_words(move, since)


def span_of(period: Period | datetime, until: datetime) -> tuple[datetime, datetime]:
    """Return the two times that a period compares: its beginning and the time it ends at (UTC)."""
    if isinstance(period, datetime):
        return min(period, until), until
    return period.since(until) or until - timedelta(days=1), until

"""The line above the board: state, age and what is wrong, then the market; a message takes the place of the former."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from tickerboard.board.status import State
from tickerboard.model import Direction
from tickerboard.sources.base import MARKS
from tickerboard.table.figures import ARROWS, grouped, percent
from tickerboard.text.counts import counted
from tickerboard.text.labels import short_label
from tickerboard.text.times import clock_time, day_and_time
from tickerboard.ui.line import Line
from tickerboard.ui.parts import QUOTE_CLASSES, SEPARATOR, Parts, Piece, fitted, left, width_of
from tickerboard.ui.telling import MESSAGE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.notifications import SeverityLevel
    from textual.timer import Timer

    from tickerboard.board.board import Board
    from tickerboard.board.row import Row
    from tickerboard.board.status import Status

GAP = "   "
EDGES = 2
"""The cells behind the chip and at the end of the line."""
THEN = "chip--then"


class StatusLine(Line):
    """State, age and trouble, which are never cut; then the market, as much of it as there is room for."""

    DEFAULT_CSS = "StatusLine { height: 1; background: $panel; }"

    _message: Piece | None = None
    _question: Piece | None = None
    _whole = ""
    _ending: Timer | None = None
    _trouble: tuple[str, ...] = ()
    _first: tuple[list[Piece], list[Piece], Parts, list[Parts]] = ([], [], [], [])

    def show(self, status: Status, board: Board, then: tuple[str, ...] = ()) -> None:
        """Show a status and the market. A new trouble ends a message.

        `then` has the forms of the chip while an earlier board is shown.
        """
        if status.trouble and status.trouble != self._trouble:
            self._message = None
        self._trouble = status.trouble
        chip = Piece(tuple(f" {each} " for each in then or status.chips), THEN if then else chip_of(status), kept=True)
        self._first = [chip, *_pieces(status)], _less_wanted(status), _breadth(board), [*map(_index, board.indices)]
        self.draw()

    def tell(self, message: str, severity: SeverityLevel, whole: str) -> bool:
        """Show a message for a while. `whole` says where all of it is, for one that has to be cut.

        A fault is not cut: return False for one that does not fit.
        """
        chip = self._first[0][0].forms[-1] if self._first[0] else ""
        fits = "\n" not in message and cell_len(message) + cell_len(chip) + EDGES <= self.size.width
        if severity != "information" and not fits:
            return False
        style = "line--message" if severity == "information" else "line--fault"
        self._message, self._whole = Piece((message.replace("\n", " "),), style, kept=True), whole
        if self._ending is not None:
            self._ending.stop()
        self._ending = self.set_timer(MESSAGE_SECONDS, self._forget)
        self.draw()
        return True

    def ask(self, question: str) -> None:
        """Show a question until there is none any more, an empty text; messages come before it."""
        self._question = Piece((question,), "line--message", kept=True) if question else None
        self.draw()

    def _forget(self) -> None:
        self._message = None
        self.draw()

    def on_resize(self) -> None:
        """Fit the line to the width."""
        self.draw()

    def draw(self) -> None:
        """Put as much as fits into the line, the most wanted first."""
        pieces, less_wanted, breadth, indices = self._first
        if not (pieces and self.size.width):
            return
        width = self.size.width
        if message := self._message or self._question:
            pieces = self._with_message(message, *pieces[:2])
        state = _joined(fitted(pieces, width - 1))
        market = _market(breadth, indices, width - width_of(state) - len(GAP))
        room = width - width_of(state) - width_of(market) - len(SEPARATOR) - len(GAP)
        state += [(SEPARATOR + text, piece.style) for text, piece in fitted(less_wanted, room)]
        self._put(state, market)

    def _with_message(self, message: Piece, chip: Piece, *rest: Piece) -> list[Piece]:
        """Return the message behind the chip; one that does not fit is cut, and followed by where all of it is."""
        room = self.size.width - cell_len(chip.forms[-1]) - EDGES
        if cell_len(message.forms[0]) <= room:
            return [chip, message, *(each._replace(kept=False) for each in rest)]
        text = left(message.forms[0], room - cell_len(self._whole) - len(SEPARATOR)).rstrip()
        whole = Piece((self._whole,), "line--key", kept=True)
        return [chip._replace(forms=chip.forms[-1:]), message._replace(forms=(text,)), whole]

    def _put(self, state: Parts, market: Parts) -> None:
        gap = " " * max(self.size.width - width_of(state) - width_of(market), 0)
        self.say(*state, (gap, "line--plain"), *market)


def _joined(chosen: Iterable[tuple[str, Piece]]) -> Parts:
    """Return the chip, then the other texts with separators between them."""
    first, *rest = chosen
    parts: Parts = [(first[0], first[1].style)]
    for text, piece in rest:
        parts += [(SEPARATOR if len(parts) > 1 else " ", "line--plain"), (text, piece.style)]
    return parts


def _pieces(status: Status) -> list[Piece]:
    """List what the line says after the chip, the most wanted first."""
    problems = (counted(status.problems, "problem"), f"! {status.problems:,}")
    return [
        Piece(status.ages, "line--stale" if status.is_stale else "line--plain", kept=bool(status.ages)),
        *(
            each
            for each in (
                Piece(status.trouble, "line--fault", cut=True),
                Piece(_paused(status), "line--fault"),
                Piece(_sources(status), cut=len(status.sources) == 1),
                _if(status.problems, *problems, style="line--fault"),
                _if(status.late, f"{status.late:,} stale rows", f"{status.late:,} stale", style="line--fault"),
                _if(status.undated, f"{counted(status.undated, 'row')} of unknown time"),
                _if(status.left_out, f"{status.left_out:,} rows left out", style="line--fault"),
                *(Piece((note,)) for note in status.notes),
                _if(not status.has_rows, "no quotes"),
                _if(not status.has_articles, "no article"),
            )
            if each.forms
        ),
    ]


def _less_wanted(status: Status) -> list[Piece]:
    """List what the line says where the market leaves room."""
    verb = "read" if status.is_read else "observed"
    observed = (f"{verb} {day_and_time(status.newest, status.now)}",) if status.newest else ()
    return [Piece(observed), Piece((f"next {clock_time(status.again)}",) if status.again else ())]


def _market(breadth: Parts, indices: Iterable[Parts], room: int) -> Parts:
    """Return the breadth and, before it, as many indices as fit, the headline index first; nothing for want of room."""
    tail = [*breadth, (" ", "line--plain")]
    if width_of(tail) > room:
        return []
    shown: Parts = []
    for index in indices:
        if width_of([*shown, *index, *tail]) + len(GAP) > room:
            break
        shown += [*index, (GAP, "line--plain")]
    return shown + tail


def _breadth(board: Board) -> Parts:
    """Return how many equities rose, fell and stayed; dim and marked where the latest pages lack them."""
    breadth, is_old = board.breadth, board.is_old
    if not any(breadth):
        return []
    parts = [
        (f"{' ' * bool(at)}{ARROWS[way]}{count:,}", _colour(is_old, way))
        for at, (way, count) in enumerate(zip(Direction, breadth, strict=True))
    ]
    return [*parts, ("†", "line--old")] if is_old else parts


def _index(row: Row) -> Parts:
    quote = row.quote
    return [
        (f"{quote.symbol}{'†' * row.old}", "line--old" if row.old else "line--name"),
        (" " + grouped(quote.last), "line--old" if row.old else "line--plain"),
        (f" {ARROWS[quote.direction]} {percent(quote.percent)}".rstrip(), _colour(row.old, quote.direction)),
    ]


def _colour(is_old: bool, direction: Direction) -> str:  # noqa: FBT001
    return "line--old" if is_old else QUOTE_CLASSES[direction]


def _if(wanted: object, *forms: str, style: str = "line--plain") -> Piece:
    """Return a piece, without any form where it is not wanted."""
    return Piece(forms if wanted else (), style)


def _paused(status: Status) -> tuple[str, ...]:
    """Return why the history is paused, the longest form first."""
    return () if status.paused is None else (status.paused, *dict.fromkeys((status.paused.partition(": ")[0],)))


def _sources(status: Status) -> tuple[str, ...]:
    """Return the only source, unless its trouble names it already, or the number of sources."""
    if len(status.sources) > 1:
        return (f"{len(status.sources)} sources",)
    named = {trouble.label for trouble in status.troubles}
    return tuple(short_label(source) for source in status.sources if source not in named)


CHIPS = {
    State.LIVE: "chip--live",
    State.STALE: "chip--stale",
    State.FAILED: "chip--failed",
    State.NO_QUOTES: "chip--failed",
}


def chip_of(status: Status) -> str:
    """Return the class that colours the state."""
    normal = "chip--mark" if status.mark in MARKS else "chip--quiet"
    if status.mark and status.state is State.LIVE:
        return normal
    return CHIPS.get(status.state, normal)

"""The two fixed lines: breadth and indices above, the status below."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from textual.widget import Widget

from tickerboard.board.status import State
from tickerboard.model import Direction
from tickerboard.sources.base import MARKS
from tickerboard.table.figures import ARROWS, grouped, percent
from tickerboard.text.labels import short_label
from tickerboard.text.times import clock_time, day_and_time
from tickerboard.ui.hints import hint
from tickerboard.ui.paint import QUOTE_CLASSES, left, line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style
    from textual.strip import Strip

    from tickerboard.board.board import Board
    from tickerboard.board.status import Status

KEYS = (("app.help", "help"), ("app.quit", "quit"))
"""The keys that a newcomer needs."""
SEPARATOR = " · "
LEAST_CUT = 8
"""Cells below which a cut text says nothing."""


class Line(Widget):
    """One line of styled parts, repainted only when it says something else."""

    _parts: tuple[tuple[str, str], ...] = ()

    def say(self, *parts: tuple[str, str]) -> None:
        """Show these texts, each in the style of a component class."""
        if parts != self._parts:
            self._parts = parts
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        ground = self.rich_style
        styled: list[tuple[str, Style]] = [
            (text, self.get_component_rich_style(name, partial=True)) for text, name in self._parts
        ]
        return line(styled, self.size.width, ground)


class IndexLine(Line):
    """The breadth, and as many indices as fit, the headline index first."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--plain", "line--name", "line--old", *QUOTE_CLASSES.values()}
    DEFAULT_CSS = """
    IndexLine { height: 1; background: $panel; }
    IndexLine .line--name { text-style: bold; }
    IndexLine .line--old { text-style: dim; }
    """

    def show(self, board: Board, width: int) -> None:
        """Show this board's breadth and indices; those that the latest pages do not have are dim and marked."""
        breadth, is_old = board.breadth, board.is_old
        counts = (breadth.up, breadth.down, breadth.unchanged)
        parts = [
            (f" {ARROWS[way]}{count}", "line--old" if is_old else QUOTE_CLASSES[way])
            for way, count in zip(Direction, counts, strict=True)
        ]
        if is_old:
            parts.append(("†", "line--old"))
        for row in board.indices:
            quote = row.quote
            item = [
                (f"  {quote.symbol}{'†' * row.old}", "line--old" if row.old else "line--name"),
                (" " + grouped(quote.last), "line--old" if row.old else "line--plain"),
                (f" {ARROWS[quote.direction]}{percent(quote.percent)}", _colour(row.old, quote.direction)),
            ]
            if sum(cell_len(text) for text, _ in [*parts, *item]) > width:
                break
            parts += item
        self.say(*parts)


def _colour(is_old: bool, direction: Direction) -> str:  # noqa: FBT001
    return "line--old" if is_old else QUOTE_CLASSES[direction]


class Piece(NamedTuple):
    """Something that the status line says: its forms, the longest first, and the class that styles it.

    The shortest form may be cut where `cut` is set. A `kept` piece has its place at any width.
    """

    forms: tuple[str, ...]
    style: str = "line--plain"
    cut: bool = False
    kept: bool = False


def fitted(pieces: Sequence[Piece], room: int) -> list[tuple[str, Piece]]:
    """Choose the form of each piece that fits into a width of cells, the first pieces first; others are left out."""
    chosen: list[tuple[str, Piece]] = []
    kept = sum(cell_len(piece.forms[-1]) + len(SEPARATOR) for piece in pieces if piece.kept)
    for piece in pieces:
        if piece.kept:
            kept -= cell_len(piece.forms[-1]) + len(SEPARATOR)
        free = room - kept - (len(SEPARATOR) if chosen else 0)
        text = next((form for form in piece.forms if cell_len(form) <= free), "")
        if not text and piece.kept:
            text = piece.forms[-1]
        elif not text and piece.cut and free >= LEAST_CUT:
            text = left(piece.forms[-1], free)
        if text:
            chosen.append((text, piece))
            room -= cell_len(text) + (len(SEPARATOR) if len(chosen) > 1 else 0)
    return chosen


class StatusLine(Line):
    """State, age and trouble, then what else there is room for, and the two keys that a newcomer needs."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line--plain",
        "line--fault",
        "line--stale",
        "chip--live",
        "chip--quiet",
        "chip--stale",
        "chip--failed",
        "chip--mark",
    }
    DEFAULT_CSS = """
    StatusLine { height: 1; background: $panel; }
    StatusLine .line--fault { color: $chip-failed; text-style: bold; }
    StatusLine .line--stale { color: $chip-stale; text-style: bold; }
    StatusLine .chip--live { color: $background; background: $chip-live; text-style: bold; }
    StatusLine .chip--quiet { color: $background; background: $quote-flat; text-style: bold; }
    StatusLine .chip--stale { color: $background; background: $chip-stale; text-style: bold; }
    StatusLine .chip--failed { color: $background; background: $chip-failed; text-style: bold; }
    StatusLine .chip--mark { color: $background; background: $chip-mark; text-style: bold; }
    StatusLine:ansi .chip--live, StatusLine:ansi .chip--quiet, StatusLine:ansi .chip--stale,
    StatusLine:ansi .chip--failed, StatusLine:ansi .chip--mark { text-style: bold reverse; }
    """

    _keys = ""

    @property
    def _hint(self) -> str:
        """The keys as the user mapped them, found once: `forget_keys` is for another keymap."""
        self._keys = self._keys or f"  {hint(self.screen, *KEYS, between='  ')} "
        return self._keys

    def forget_keys(self) -> None:
        """Look the keys up again at the next `show`."""
        self._keys = ""

    def show(self, status: Status, looks: Iterable[str], width: int) -> None:
        """Show a status, and how the table is looked at. State and age are never cut."""
        keys = self._hint if width >= 60 else ""
        pieces = [each for each in _pieces(status, looks) if each.forms]
        first, *rest = fitted(pieces, width - len(keys) - 1)
        parts = [(first[0], first[1].style)]
        for text, piece in rest:
            parts += [(SEPARATOR if len(parts) > 1 else " ", "line--plain"), (text, piece.style)]
        taken = sum(cell_len(text) for text, _ in parts)
        self.say(*parts, (" " * max(width - taken - len(keys), 0) + keys, "line--plain"))


def _pieces(status: Status, looks: Iterable[str]) -> list[Piece]:
    """List what the line says, the most wanted first."""
    problems = (_counted(status.problems, "problem"), f"! {status.problems:,}")
    verb = "read" if status.is_read else "observed"
    observed = (f"{verb} {day_and_time(status.newest, status.now)}",) if status.newest else ()
    return [
        Piece(tuple(f" {chip} " for chip in status.chips), chip_of(status), kept=True),
        Piece(status.ages, "line--stale" if status.is_stale else "line--plain", kept=bool(status.ages)),
        Piece(status.trouble, "line--fault", cut=True),
        Piece(_paused(status), "line--fault"),
        *(Piece((look,), cut=True) for look in looks),
        Piece(_sources(status), cut=True),
        _if(status.problems, *problems, style="line--fault"),
        _if(status.late, f"{status.late:,} stale rows", style="line--fault"),
        _if(status.undated, f"{_counted(status.undated, 'row')} of unknown time"),
        _if(status.left_out, f"{status.left_out:,} rows left out", style="line--fault"),
        *(Piece((note,)) for note in status.notes),
        _if(not status.has_rows, "no quotes"),
        _if(not status.has_articles, "no article"),
        Piece(observed),
        Piece((f"next {clock_time(status.again)}",) if status.again else ()),
    ]


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


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'s' * (number != 1)}"


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

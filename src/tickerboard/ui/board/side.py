"""The pane at the right of a wide window: what moved most with the sectors, or the headlines."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from operator import attrgetter
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView

from tickerboard.board.sectors import by_sector
from tickerboard.model import Direction, Kind
from tickerboard.table.figures import ARROWS, grouped, percent
from tickerboard.ui.frame import Caption, FramedPane
from tickerboard.ui.paint import QUOTE_CLASSES, left, line, right
from tickerboard.ui.table.cells import tail_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual import events
    from textual.app import ComposeResult
    from textual.strip import Strip

    from tickerboard.board.board import Board
    from tickerboard.board.row import Row
    from tickerboard.board.sectors import Sector

WIDTH = 42
"""Cells of the pane, with its frame."""
PERCENT_TAIL = len(".00%")
ROOM = WIDTH - 3
"""Cells of a line, without the frame and a gap."""


class Entry(NamedTuple):
    """A line: its parts, each with the class that styles it, and the symbol that a click goes to."""

    parts: tuple[tuple[str, str], ...] = ()
    symbol: str | None = None


class SideLines(ScrollView, can_focus=False):
    """Lines that are only looked at, or clicked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"side--head", "side--plain", "side--quiet", *QUOTE_CLASSES.values()}
    DEFAULT_CSS = """
    SideLines { height: 1fr; }
    SideLines .side--head { color: $primary; text-style: bold; }
    SideLines .side--plain { color: $foreground; }
    SideLines .side--quiet { color: $quote-flat; }
    """
    entries: tuple[Entry, ...] = ()

    @dataclass
    class Chosen(Message):
        """A symbol was clicked."""

        symbol: str

    def show(self, entries: Iterable[Entry]) -> None:
        """Show these lines; those that are the same as before are not painted again."""
        before, self.entries = self.entries, tuple(entries)
        if len(before) != len(self.entries):
            self.virtual_size = Size(self.size.width, len(self.entries))
        top, width = self.scroll_offset.y, self.size.width
        pairs = enumerate(zip_longest(before, self.entries))
        if changed := [Region(0, at - top, width, 1) for at, (old, new) in pairs if old != new]:
            self.refresh(*changed)

    def on_click(self, event: events.Click) -> None:
        """Go to the symbol of the line."""
        at = event.y + self.scroll_offset.y
        if at < len(self.entries) and (symbol := self.entries[at].symbol) is not None:
            self.post_message(self.Chosen(symbol))

    def render_line(self, y: int) -> Strip:
        """Draw a line."""
        at = y + self.scroll_offset.y
        parts = self.entries[at].parts if at < len(self.entries) else ()
        styled = [(text, self.get_component_rich_style(name, partial=True)) for text, name in parts]
        return line(styled, self.size.width, self.rich_style)


class SidePane(FramedPane):
    """The pane, and what it shows: a name in `CONTENTS`."""

    DEFAULT_CSS = f"SidePane {{ width: {WIDTH}; height: 100%; display: none; }}"

    def __init__(self, shows: str) -> None:
        super().__init__(id="side")
        self.shows = shows
        self._lines = SideLines()
        self._board: Board | None = None

    def compose(self) -> ComposeResult:
        """Yield the lines."""
        yield from self.compose_framed(self._lines)

    def show(self, board: Board) -> None:
        """Show what is wanted of a board."""
        self._board = board
        if self.shows in CONTENTS:
            title, entries = CONTENTS[self.shows](board, self.size.height - 2)
            self.set_caption(Caption(title))
            self._lines.show(entries)

    def on_resize(self) -> None:
        """Show as much as fits into the new height."""
        if self._board is not None:
            self.show(self._board)


Content = tuple[tuple[str, ...], list[Entry]]


def movers(board: Board, height: int) -> Content:
    """List the equities that rose and fell most, and below them the sectors, in so many lines."""
    moved = [row for row in board.rows if row.quote.kind is Kind.EQUITY and row.quote.percent]
    moved.sort(key=attrgetter("quote.percent"), reverse=True)
    rose = [row for row in moved if row.quote.direction is Direction.UP]
    fell = [row for row in reversed(moved) if row.quote.direction is Direction.DOWN]
    sectors = by_sector(row for row in board.rows if row.sector)
    most = max((height - 5 - min(len(sectors), height // 3)) // 2, 3)
    entries = [*_block("Rising", [*map(_mover, rose[:most])]), *_block("Falling", [*map(_mover, fell[:most])])]
    entries += _block("Sectors", [_sector(each) for each in sectors])
    return ("Movers", f"{len(rose)} up", f"{len(fell)} down"), entries[:-1] or [_said("no quote has moved")]


def headlines(board: Board, _height: int) -> Content:
    """List the headlines."""
    titles = [article.headline or "".join(article.paragraphs[:1]) for article in board.articles]
    entries = [_said(title) for title in titles] or [_said("no article on this page")]
    return (f"Headlines {len(titles)}",), entries


CONTENTS: dict[str, Callable[[Board, int], Content]] = {"movers": movers, "headlines": headlines}


def _block(title: str, entries: list[Entry]) -> list[Entry]:
    """Return lines under a heading, with a blank line behind; nothing without lines."""
    return [Entry(((f" {title}", "side--head"),)), *entries, Entry()] if entries else []


def _mover(row: Row) -> Entry:
    quote = row.quote
    text = percent(quote.percent)
    moved = f"{ARROWS[quote.direction]}{right(text + ' ' * max(PERCENT_TAIL - tail_of(text), 0), 10)}"
    return Entry(
        (
            (f" {left(quote.symbol, 14)}{right(grouped(quote.last), 11)}  ", "side--plain"),
            (moved, QUOTE_CLASSES[quote.direction]),
        ),
        quote.symbol,
    )


def _sector(sector: Sector) -> Entry:
    way = Direction.UP if sector.average > 0 else Direction.DOWN if sector.average < 0 else Direction.UNCHANGED
    return Entry(
        (
            (f" {left(sector.name, 25)}", "side--plain"),
            (f"  {ARROWS[way]}{right(percent(sector.average), 10)}", QUOTE_CLASSES[way]),
        )
    )


def _said(text: str) -> Entry:
    return Entry(((f" {left(text, ROOM).rstrip()}", "side--quiet"),))

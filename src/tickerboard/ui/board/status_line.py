"""The two fixed lines: the indices with the breadth above, the status below."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.widget import Widget

from tickerboard.model import Direction
from tickerboard.table.figures import ARROWS, grouped, percent
from tickerboard.ui.paint import QUOTE_CLASSES, left, line

if TYPE_CHECKING:
    from rich.style import Style
    from textual.strip import Strip

    from tickerboard.board.board import Board

KEYS = "  ? help  q quit "


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

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--plain", "line--name", *QUOTE_CLASSES.values()}
    DEFAULT_CSS = """
    IndexLine { height: 1; background: $panel; }
    IndexLine .line--name { text-style: bold; }
    """

    def show(self, board: Board, width: int) -> None:
        """Show this board's indices and breadth."""
        breadth = board.breadth
        counts = (breadth.up, breadth.down, breadth.unchanged)
        parts = [(f" {ARROWS[way]}{count}", QUOTE_CLASSES[way]) for way, count in zip(Direction, counts, strict=True)]
        for quote in board.indices:
            item = [
                ("  " + quote.symbol, "line--name"),
                (" " + grouped(quote.last), "line--plain"),
                (f" {ARROWS[quote.direction]}{percent(quote.percent)}", QUOTE_CLASSES[quote.direction]),
            ]
            if sum(cell_len(text) for text, _ in [*parts, *item]) > width:
                break
            parts += item
        self.say(*parts)


class StatusLine(Line):
    """What went wrong, then what the board is, then the two keys that a newcomer needs."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--plain", "line--fault"}
    DEFAULT_CSS = """
    StatusLine { height: 1; background: $panel; }
    StatusLine .line--fault { color: $quote-down; text-style: bold; }
    """

    def show(self, faults: list[str], facts: list[str], width: int) -> None:
        """Show faults and facts, as far as there is room: a fault first, for it matters more than the keys."""
        fault = "".join(f" {text} ·" for text in faults)
        keys = KEYS if width >= 60 else ""
        room = width - len(keys)
        if cell_len(fault) > room:
            fault = left(fault, room)
        rest = left(" " + " · ".join(facts), max(room - cell_len(fault), 0))
        self.say((fault, "line--fault"), (rest, "line--plain"), (keys, "line--plain"))

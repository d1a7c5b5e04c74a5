"""The two fixed lines: the indices with the breadth above, the status below."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.widget import Widget

from tickerboard.figures import ARROWS, grouped, percent
from tickerboard.model import Direction
from tickerboard.ui.paint import QUOTE_CLASSES, left, line

if TYPE_CHECKING:
    from rich.style import Style
    from textual.strip import Strip

    from tickerboard.board import Board


def now() -> datetime:
    """The clock of the screen; tests put a frozen one in its place."""
    return datetime.now(UTC)


def age(observed: datetime, at: datetime) -> str:
    """Say how old something is, in its largest unit."""
    seconds = max(int((at - observed).total_seconds()), 0)
    for unit, size in (("d", 86_400), ("h", 3_600), ("min", 60)):
        if seconds >= size:
            return f"{seconds // size} {unit} old"
    return f"{seconds} s old"


class IndexLine(Widget):
    """The breadth, and as many indices as fit, the headline index first."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"indices--name", *QUOTE_CLASSES.values()}
    DEFAULT_CSS = """
    IndexLine { height: 1; background: $panel; }
    IndexLine .indices--name { text-style: bold; }
    """
    board: Board | None = None

    def show(self, board: Board) -> None:
        """Show this board's indices and breadth."""
        self.board = board
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        ground, width = self.rich_style, self.size.width
        if self.board is None:
            return line([], width, ground)
        colours = {way: self.get_component_rich_style(name, partial=True) for way, name in QUOTE_CLASSES.items()}
        bold = self.get_component_rich_style("indices--name", partial=True)
        breadth = self.board.breadth
        counts = (breadth.up, breadth.down, breadth.unchanged)
        parts = [(f" {ARROWS[way]}{count}", colours[way]) for way, count in zip(Direction, counts, strict=True)]
        for quote in self.board.indices:
            item: list[tuple[str, Style]] = [
                ("  " + quote.symbol, bold),
                (" " + grouped(quote.last), bold.null()),
                (f" {ARROWS[quote.direction]}{percent(quote.percent)}", colours[quote.direction]),
            ]
            if sum(cell_len(text) for text, _ in [*parts, *item]) > width:
                break
            parts += item
        return line(parts, width, ground)


class StatusLine(Widget):
    """Where the board is from, when it was observed, how old it is, what failed, how many problems."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"status--fault"}
    DEFAULT_CSS = """
    StatusLine { height: 1; background: $panel; }
    StatusLine .status--fault { color: $quote-down; text-style: bold; }
    """
    board: Board | None = None

    def show(self, board: Board) -> None:
        """Show this board's state."""
        self.board = board
        self.refresh()

    def on_mount(self) -> None:
        """An age that stands still would be a lie."""
        self.set_interval(60, self.refresh)

    def facts(self) -> list[str]:
        """What is said in ordinary times, the most wanted first."""
        board = self.board
        if board is None:
            return []
        sources = board.sources[0] if len(board.sources) == 1 else f"{len(board.sources)} sources"
        seen = "observed: not told"
        if board.observed is not None:
            when = board.observed.astimezone(UTC)
            seen = f"observed {when:%Y-%m-%d %H:%M} UTC, {age(board.observed, now())}"
        missing = [] if board.rows else ["no quotes"]
        missing += [] if board.articles else ["no article"]
        return ["STILL", sources, *missing, seen]

    def faults(self) -> list[str]:
        """What went wrong: failures in words, problems counted."""
        if self.board is None:
            return []
        count = len(self.board.problems)
        problems = [f"{count} problem{'s' if count > 1 else ''}"] if count else []
        return [*self.board.failures, *problems]

    def render_line(self, y: int) -> Strip:
        """Draw the line: faults first, they matter more than the keys."""
        ground, width = self.rich_style, self.size.width
        fault = self.get_component_rich_style("status--fault", partial=True)
        faults = "".join(f" {text} ·" for text in self.faults())
        keys = "  ? help  q quit "
        room = width - cell_len(keys) if width >= 60 else width
        facts = left(" " + " · ".join(self.facts()), max(room - cell_len(faults), 0))
        return line([(faults, fault), (facts, fault.null()), (keys, fault.null())], width, ground)

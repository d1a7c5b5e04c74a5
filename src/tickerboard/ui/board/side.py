"""The pane at the right of a wide window, and the cursor among its lines."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView

from tickerboard.ui.board.room import SIDE_WIDTH, TITLES, choices_of
from tickerboard.ui.board.side_contents import CONTENTS
from tickerboard.ui.frame import FramedPane
from tickerboard.ui.frame_parts import Caption
from tickerboard.ui.ground import Grounded
from tickerboard.ui.paint import line, styles_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.strip import Strip

    from tickerboard.board.board import Board
    from tickerboard.board.row import Row
    from tickerboard.ui.board.side_contents import Entry, Target


class SideLines(Grounded, ScrollView, can_focus=True, inherit_bindings=False):
    """Lines, some of which lead to a row or an article. The cursor, seen with the focus, is on one of those."""

    DEFAULT_CSS = "SideLines { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "down", id="side.down"),
        Binding("up,k", "move(-1)", "up", id="side.up"),
        Binding("pagedown", "page(1)", "page down", id="side.page_down"),
        Binding("pageup", "page(-1)", "page up", id="side.page_up"),
        Binding("home,g", "go(0)", "first line", id="side.first"),
        Binding("end,G", "go(-1)", "last line", id="side.last"),
        Binding("enter", "choose", "go to the row, or open the article", id="side.choose"),
        # With priority the focus is in the prompt before the next key comes, however fast they are typed.
        Binding("slash", "screen.filter", "filter the rows", id="side.filter", priority=True),
    ]
    entries: tuple[Entry, ...] = ()
    target: Target | None = None
    """What the lines under the cursor lead to; None where no line leads anywhere."""

    class Chosen(Message):
        """The user wants to go to a symbol, or to open an article."""

        def __init__(self, target: Target) -> None:
            super().__init__()
            self.target = target

    def show(self, entries: Iterable[Entry]) -> None:
        """Show these lines, and paint those that differ from before. The cursor stays on what it leads to."""
        before, self.entries = self.entries, tuple(entries)
        if len(before) != len(self.entries):
            self.virtual_size = Size(self.size.width, len(self.entries))
        if self.target not in self._targets:
            self.target = next(iter(self._targets), None)
        self._repaint(at for at, (old, new) in enumerate(zip_longest(before, self.entries)) if old != new)

    @property
    def _targets(self) -> tuple[Target, ...]:
        return tuple(dict.fromkeys(entry.target for entry in self.entries if entry.target is not None))

    @property
    def _lit(self) -> list[int]:
        """The lines under the cursor."""
        return [at for at, entry in enumerate(self.entries) if entry.target is not None and entry.target == self.target]

    def _repaint(self, lines: Iterable[int]) -> None:
        top, width = self.scroll_offset.y, self.size.width
        if regions := [Region(0, at - top, width, 1) for at in lines]:
            self.refresh(*regions)

    def on_focus(self) -> None:
        """Show the cursor."""
        self._repaint(self._lit)

    def on_blur(self) -> None:
        """Hide the cursor."""
        self._repaint(self._lit)

    def action_move(self, by: int) -> None:
        """Move the cursor by so many rows or articles."""
        if self.target is not None:
            at = self._targets.index(self.target) + by
            self.action_go(min(max(at, 0), len(self._targets) - 1))

    def action_page(self, by: int) -> None:
        """Move the cursor by about a screenful."""
        self.action_move(by * max(self.size.height - 2, 1))

    def action_go(self, at: int) -> None:
        """Move the cursor to the first row or article, or with -1 to the last one."""
        if self._targets:
            before, self.target = self._lit, self._targets[at]
            now = self._lit
            self._repaint([*before, *now])
            first = self.target == self._targets[0]
            self.scroll_to_region(
                Region(0, 0 if first else now[0], 1, now[-1] + 1 if first else len(now)), animate=False
            )

    def action_choose(self) -> None:
        """Ask for what the line under the cursor leads to."""
        if self.target is not None:
            self.post_message(self.Chosen(self.target))

    def on_click(self, event: events.Click) -> None:
        """Ask for what the line leads to."""
        at = event.y + self.scroll_offset.y
        if at < len(self.entries) and (target := self.entries[at].target) is not None:
            self.target = target
            self.action_choose()

    def render_line(self, y: int) -> Strip:
        """Draw a line."""
        at = y + self.scroll_offset.y
        if at >= len(self.entries):
            return line([], self.size.width, self.ground)
        parts, target = self.entries[at]
        ground, styles = self.ground, styles_for(self)
        if self.has_focus and target is not None and target == self.target:
            ground += styles["side--cursor"]
        return line([(text, styles[name]) for text, name in parts], self.size.width, ground)


class SidePane(FramedPane):
    """The pane, and what it shows: a name in `CONTENTS`."""

    JUMP: ClassVar[str] = "pane.third"
    DEFAULT_CSS = f"SidePane {{ width: {SIDE_WIDTH}; height: 100%; display: none; }}"

    def __init__(self) -> None:
        super().__init__(id="side-pane")
        self.shows = ""
        self._lines = SideLines(id="side")
        self._shown: tuple[Board, Sequence[Row], str] | None = None

    def compose(self) -> ComposeResult:
        """Yield the lines."""
        yield from self.compose_framed(self._lines)

    def show(self, board: Board, rows: Sequence[Row], filter_: str) -> None:
        """Show what is wanted of a board, and of those of its rows that a filter leaves."""
        self._shown = board, rows, filter_
        if self.shows in CONTENTS:
            foot, entries = CONTENTS[self.shows](board, rows, self.size.height - 2)
            self.set_caption(Caption((choices_of(self.shows) if board.rows else TITLES[self.shows],), foot))
            self._lines.show(entries)

    def on_resize(self) -> None:
        """Show as much as fits into the new height."""
        if self._shown is not None:
            self.show(*self._shown)

"""The tape: quotes on one line, moving one cell at a time.

An item is made when it comes into view. The items in view are joined once for all the steps that the first of them
takes to pass, so that a step costs one crop.
"""

from __future__ import annotations

from itertools import accumulate
from math import inf
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tickerboard.board.rows import symbols_of
from tickerboard.table.columns import marked_symbol
from tickerboard.table.figures import grouped, move
from tickerboard.ui.ground import Grounded
from tickerboard.ui.paint import line, style_of, styles_for
from tickerboard.ui.parts import FLASH_CLASSES, QUOTE_CLASSES, changed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.timer import Timer

    from tickerboard.board.row import Row

GAP = "   "
SLOWEST, FASTEST = 1, 30


class Tape(Grounded, Widget, can_focus=True):
    """A scrolling, colour-coded ticker.

    It stops when paused, hidden, under the mouse, under a dialog, without the terminal's focus, and when all items fit.
    Its position is the first item in view and the number of that item's cells that have passed.
    """

    DEFAULT_CSS = """
    Tape { height: 1; background: $surface; border-left: blank; }
    Tape:focus { border-left: outer $accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "step(1)", "next item", id="tape.next"),
        Binding("left,h", "step(-1)", "previous item", id="tape.previous"),
        Binding("enter", "choose", "go to the row", id="tape.choose"),
        # With priority the focus is in the prompt before the next key comes, however fast they are typed.
        Binding("slash", "screen.filter", "filter the rows", id="tape.filter", priority=True),
    ]
    paused = reactive(False)

    class Chosen(Message):
        """A symbol on the tape was chosen."""

        def __init__(self, symbol: str) -> None:
            super().__init__()
            self.symbol = symbol

    def __init__(self, *, motion: bool, back: bool, speed: int) -> None:
        super().__init__(id="tape")
        self._motion, self._back, self.speed = motion, back, speed
        self._rows: Sequence[Row] = ()
        self._first, self._gone = 0, 0
        self._lit_after = inf
        self._items: dict[int, Strip] = {}
        self._joined: Strip | None = None
        self._drawn = Strip([])
        self._timer: Timer | None = None

    def show(self, rows: Sequence[Row], lit_after: float = inf) -> None:
        """Put these rows on the tape; the item at its left edge stays there. `lit_after` is as in `flash`."""
        symbol = self._rows[self._first].quote.symbol if self._rows else None
        self._rows, self._lit_after = rows, lit_after
        at_same_place = self._first < len(rows) and rows[self._first].quote.symbol == symbol
        if not at_same_place:
            symbols = symbols_of(rows)
            self._first = symbols.index(symbol) if symbol in symbols else 0
        self.cut()

    def flash(self, after: float) -> None:
        """Highlight the items that updates of higher numbers than this have changed."""
        self._lit_after = after
        self.cut()

    def cut(self) -> None:
        """Make the items again, because figures or colours have changed, and paint where those in view have."""
        self._forget()
        self.drive()
        before, now = ([(text, style) for text, style, _ in each] for each in (self._drawn, self._line()))
        if now != before:
            start, rest = changed(before, now)
            self.refresh(Region(start, 0, max(self.size.width - start - rest, 1), 1))

    def _forget(self) -> None:
        self._items.clear()
        self._joined = None

    def on_mount(self) -> None:
        """Start the timer that moves the tape."""
        self.watch(self.app, "app_focus", self.drive, init=False)
        self.set_speed(self.speed)

    def notify_style_update(self) -> None:
        """Make the items again: they hold their colours."""
        super().notify_style_update()
        self._forget()

    def _item(self, at: int) -> Strip:
        """Return the item of a row, made at its first use."""
        strip = self._items.get(at)
        if strip is None:
            row = self._rows[at]
            parts = self._parts(row, marked=self.has_focus and at == self._current())
            strip = self._items[at] = line(parts, sum(cell_len(text) for text, _ in parts), self.ground)
        return strip

    def _parts(self, row: Row, *, marked: bool) -> list[tuple[str, Style]]:
        quote = row.quote
        lit = FLASH_CLASSES[row.tick] if row.tick and row.serial > self._lit_after else ""
        styles = styles_for(self)
        symbol = styles["tape--cursor" if marked else "tape--symbol"]
        last = (f" {grouped(quote.last)} ", style_of(self, lit))
        return [
            (marked_symbol(row), symbol),
            last,
            (move(quote), styles[QUOTE_CLASSES[quote.direction]]),
            (GAP, Style.null()),
        ]

    def _current(self) -> int:
        """Return the place of the first item that starts in view."""
        return (self._first + (self._gone > 0)) % max(len(self._rows), 1)

    def _visible(self) -> Iterator[tuple[int, int]]:
        """Iterate over the items in view: each row's place and the cell at which it starts, which may be negative."""
        at, x = self._first, -self._gone
        while x < self.size.width:
            yield at, x
            x += self._item(at).cell_length
            at = (at + 1) % len(self._rows)

    def _next_in_view(self) -> Iterator[int]:
        """Iterate over the places of the items in view until the first of them has passed; all where all fit."""
        if self._fits:
            yield from range(len(self._rows))
            return
        at, room = self._first, self.size.width + self._item(self._first).cell_length
        while room > 0:
            yield at
            room -= self._item(at).cell_length
            at = (at + 1) % len(self._rows)

    @property
    def _fits(self) -> bool:
        room = self.size.width
        for at in range(len(self._rows)):
            room -= self._item(at).cell_length
            if room < 0:
                return False
        return True

    @property
    def moves(self) -> bool:
        """Whether the tape moves at this moment."""
        seen = self.display and self.screen.is_active and self.app.app_focus and not self.mouse_hover
        return self._motion and not self.paused and seen and not self._fits

    def drive(self) -> None:
        """Run the timer only while the tape moves."""
        if self._timer is None:
            return
        if self._fits:
            self._first = self._gone = 0
        (self._timer.resume if self.moves else self._timer.pause)()

    def _tick(self) -> None:
        if self._back:
            self._gone -= 1
            if self._gone < 0:
                self._begin_at(self._first - 1)
                self._gone = self._item(self._first).cell_length - 1
        else:
            self._gone += 1
            if self._gone >= self._item(self._first).cell_length:
                self._begin_at(self._first + 1)
                self._gone = 0
        self.refresh(Region(0, 0, self.size.width, 1))  # without the edge

    def _begin_at(self, at: int) -> None:
        """Make another item the first in view, and drop the items that are out of view and the marked one."""
        self._first, self._joined = at % len(self._rows), None
        self._items.pop((self._first - (1 if self._back else 2)) % len(self._rows), None)
        if self.has_focus:
            self._items.clear()

    def set_motion(self, *, motion: bool, back: bool) -> None:
        """Set whether the tape moves at all, and whether it moves to the right."""
        self._motion, self._back = motion, back
        self.drive()

    def set_speed(self, speed: int) -> None:
        """Change the speed, in cells a second."""
        self.speed = min(max(speed, SLOWEST), FASTEST)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_interval(1 / self.speed, self._tick, pause=True)
        self.drive()

    def watch_paused(self) -> None:
        """Pause or resume."""
        self.drive()

    def watch_mouse_hover(self) -> None:
        """Stop under the mouse, so that an item can be clicked."""
        self.drive()

    def on_show(self) -> None:
        """Resume."""
        self.drive()

    def on_hide(self) -> None:
        """Stop while hidden."""
        self.drive()

    def on_resize(self) -> None:
        """Check again whether all items fit."""
        self._joined = None
        self.drive()

    def on_focus(self) -> None:
        """Mark the item that Enter chooses."""
        self.cut()

    def on_blur(self) -> None:
        """Hide the mark."""
        self.cut()

    def action_step(self, by: int) -> None:
        """Pause, and go to the next or the previous item."""
        if self._rows:
            self.paused = True
            self._first, self._gone = (self._current() + by) % len(self._rows), 0
            self.cut()

    def action_choose(self) -> None:
        """Choose the first item in view."""
        if self._rows:
            self.post_message(self.Chosen(self._rows[self._current()].quote.symbol))

    def on_click(self, event: events.Click) -> None:
        """Choose the item under the mouse."""
        offset = event.get_content_offset(self)
        under = [at for at, x in self._visible() if x <= offset.x] if self._rows and offset else []
        if under:
            self.post_message(self.Chosen(self._rows[under[-1]].quote.symbol))

    def render_line(self, y: int) -> Strip:
        """Draw the items in view."""
        self._drawn = self._line()
        return self._drawn

    def _line(self) -> Strip:
        """Join the items in view."""
        width = self.size.width
        ground = self.ground
        if not self._rows:
            return line([(" the tape is empty", ground)], width, ground)
        if self._joined is None:
            self._joined = Strip.join([self._item(at) for at in self._next_in_view()])
        if self.paused or not self._motion:
            return _whole(self._joined.crop(self._gone), width).crop_extend(0, width, ground)
        return self._joined.crop_extend(self._gone, self._gone + width, ground)


def _whole(strip: Strip, width: int) -> Strip:
    """Return the texts that fit whole into a width: on a tape that stands, a figure that is cut would mislead."""
    starts = accumulate((segment.cell_length for segment in strip), initial=0)
    return Strip([each for each, at in zip(strip, starts, strict=False) if at + cell_len(each.text.rstrip()) <= width])

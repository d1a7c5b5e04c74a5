"""The tape: every quote on one line, moving one cell at a time. Cut once a change, cropped once a frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tickerboard.figures import ARROWS, grouped, percent, signed
from tickerboard.ui.paint import QUOTE_CLASSES, line

if TYPE_CHECKING:
    from textual import events
    from textual.timer import Timer

    from tickerboard.board import Row

GAP = "   "


class Tape(Widget, can_focus=True):
    """A scrolling, colour-coded ticker. It stands still when paused, hidden, behind, or when all fits."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"tape--symbol", "tape--cursor", *QUOTE_CLASSES.values()}
    DEFAULT_CSS = """
    Tape { height: 1; background: $surface; }
    Tape .tape--symbol { text-style: bold; }
    Tape .tape--cursor { text-style: bold reverse; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pause", "tape stops and goes on", id="tape.pause"),
        Binding("right,l", "step(1)", "next item", id="tape.next"),
        Binding("left,h", "step(-1)", "item before", id="tape.previous"),
        Binding("enter", "choose", "go to the row", id="tape.choose"),
    ]
    paused = reactive(False)

    @dataclass
    class Chosen(Message):
        """A symbol on the tape was chosen."""

        symbol: str

    def __init__(self, *, motion: bool, speed: int) -> None:
        super().__init__(id="tape")
        self._motion, self.speed = motion, speed
        self._rows: tuple[Row, ...] = ()
        self._starts: list[int] = []
        self._strip = Strip.blank(0)
        self._offset = 0
        self._timer: Timer | None = None

    def show(self, rows: tuple[Row, ...]) -> None:
        """Put these rows on the tape."""
        self._rows = rows
        self._cut()

    def on_mount(self) -> None:
        """Start the clock that moves the tape."""
        self._timer = self.set_interval(1 / self.speed, self._tick, pause=True)
        self._drive()

    def notify_style_update(self) -> None:
        """Colours are baked into the strip: cut it anew."""
        super().notify_style_update()
        self._cut()

    def _cut(self) -> None:
        if not self.is_attached:
            return
        strips, self._starts, at = [], [], 0
        for index, row in enumerate(self._rows):
            self._starts.append(at)
            strips.append(self._item(row, marked=self.has_focus and index == self._current_index()))
            at += strips[-1].cell_length
        self._strip = Strip.join(strips)
        self._drive()
        self.refresh()

    def _item(self, row: Row, *, marked: bool) -> Strip:
        quote = row.quote
        colour = self.get_component_rich_style(QUOTE_CLASSES[quote.direction], partial=True)
        symbol = self.get_component_rich_style("tape--cursor" if marked else "tape--symbol", partial=True)
        move = f"{ARROWS[quote.direction]} {signed(quote.change)} {percent(quote.percent)}"
        plain = symbol.null()
        parts = [(quote.symbol, symbol), (f" {grouped(quote.last)} ", plain), (move, colour), (GAP, plain)]
        return line(parts, sum(len(text) for text, _ in parts), self.rich_style)

    def _current_index(self) -> int:
        """The first item that starts in view."""
        return next((at for at, start in enumerate(self._starts) if start >= self._offset), 0)

    @property
    def moves(self) -> bool:
        """Whether the tape is moving just now."""
        fits = self._strip.cell_length <= self.size.width
        return self._motion and not self.paused and not fits and self.display and self.screen.is_active

    def _drive(self) -> None:
        if self._timer is not None:
            (self._timer.resume if self.moves else self._timer.pause)()

    def _tick(self) -> None:
        if not self.app.app_focus or not self.moves:
            return
        self._offset = (self._offset + 1) % max(self._strip.cell_length, 1)
        self.refresh()

    def set_speed(self, speed: int) -> None:
        """Change the speed, in cells a second."""
        self.speed = min(max(speed, 1), 30)
        if self._timer is not None:
            self._timer.stop()
            self._timer = self.set_interval(1 / self.speed, self._tick, pause=True)
        self._drive()

    def watch_paused(self) -> None:
        """Stop or go on."""
        self._drive()

    def on_show(self) -> None:
        """Move again when seen again."""
        self._drive()

    def on_resize(self) -> None:
        """All may fit now, or no more."""
        if self._strip.cell_length <= self.size.width:
            self._offset = 0
        self._drive()

    def on_focus(self) -> None:
        """Show which item Enter means."""
        self._cut()

    def on_blur(self) -> None:
        """Hide the mark again."""
        self._cut()

    def action_pause(self) -> None:
        """Stop, or go on."""
        self.paused = not self.paused

    def action_step(self, by: int) -> None:
        """Stop and go to the next item, or the one before."""
        if self._rows:
            self.paused = True
            self._offset = self._starts[(self._current_index() + by) % len(self._starts)]
            self._cut()

    def action_choose(self) -> None:
        """Choose the first item in view."""
        if self._rows:
            self.post_message(self.Chosen(self._rows[self._current_index()].quote.symbol))

    def on_click(self, event: events.Click) -> None:
        """Choose the item under the mouse."""
        at = (self._offset + event.x) % max(self._strip.cell_length, 1)
        under = [row for row, start in zip(self._rows, self._starts, strict=True) if start <= at]
        if under:
            self.post_message(self.Chosen(under[-1].quote.symbol))

    def render_line(self, y: int) -> Strip:
        """Crop the strip to what is in view, going round at its end."""
        width, ground = self.size.width, self.rich_style
        if not self._rows:
            return line([(" the tape is empty: no quotes on this page", ground)], width, ground)
        first = self._strip.crop(self._offset, self._offset + width)
        if first.cell_length < width and self._strip.cell_length > width:
            first = Strip.join([first, self._strip.crop(0, width - first.cell_length)])
        return first.crop_extend(0, width, ground)

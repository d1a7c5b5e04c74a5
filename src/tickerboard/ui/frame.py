"""Frames of panes: a line above with the title, one below with the foot, and the scrollbar as the right side.

Where room is short the line below is left out and its text stands in the line above; panes one above the other share
one line, see `Divider`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.color import Color
from rich.segment import Segment, Segments
from rich.style import Style
from textual.containers import Container, Vertical
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBarRender
from textual.widget import Widget

from tickerboard.ui.flat_lines import FlatLines
from tickerboard.ui.frame_parts import BOTTOM, JOINT, SHARED, SIDE, THUMB, TOP, Caption, Frames, needed, ruled, thumb
from tickerboard.ui.ground import Grounded
from tickerboard.ui.line import Line
from tickerboard.ui.paint import line, styles_for

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Region
    from textual.strip import Strip


class Panes(Container):
    """What holds the panes."""

    def __init__(self) -> None:
        super().__init__(id="panes")
        self._styles_cache = FlatLines()


class FrameLine(Line):
    """A line of a frame with texts in it."""

    DEFAULT_CSS = "FrameLine { height: 1; }"
    caption = Caption()
    ends = ("", TOP[1])
    focused = False

    def show(self, caption: Caption, *, focused: bool) -> None:
        """Show a caption, in the accent colour where its pane has the focus."""
        self.caption, self.focused = caption, focused
        self.draw()

    def on_resize(self) -> None:
        """Fit the texts into the width."""
        self.draw()

    def draw(self) -> None:
        """Put the texts into the line."""
        if self.size.width:
            self.say(*ruled(self.caption, self.size.width, *self.ends, focused=self.focused))


class Divider(FrameLine):
    """The line between two panes, one above the other: the captions of both, each in about half of it.

    Where the upper one needs more, the lower one gives way down to the most important of its facts.
    """

    below = Caption()
    below_focused = False

    def show_below(self, caption: Caption, *, focused: bool) -> None:
        """Show the caption of the pane below the line."""
        self.below, self.below_focused = caption, focused
        self.draw()

    def draw(self) -> None:
        """Put both captions into the line."""
        if width := self.size.width:
            first, last = SHARED
            part = min(max(needed(self.caption), width // 2), max(width - needed(self.below.brief), width // 2))
            self.say(
                *ruled(self.caption, part, first, "", focused=self.focused),
                *ruled(self.below, width - part, JOINT, last, focused=self.below_focused),
            )


class Side(Grounded, Widget):
    """The left side of a frame with its corners, apart from the body, so that a new colour repaints one column."""

    DEFAULT_CSS = "Side { dock: left; width: 1; height: 100%; }"
    _drawn: tuple[Frames, bool] = (Frames.BOXED, False)

    def __init__(self) -> None:
        super().__init__()
        self._styles_cache = FlatLines()

    def show(self, frames: Frames, *, focused: bool) -> None:
        """Draw the side of such a frame, in the accent colour where its pane has the focus."""
        if self._drawn != (frames, focused):
            self._drawn = frames, focused
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one cell."""
        frames, focused = self._drawn
        cell = SIDE
        if y == 0 and frames is not Frames.SHARED:
            cell = TOP[0]
        elif y == self.size.height - 1 and frames is Frames.BOXED:
            cell = BOTTOM[0]
        style = styles_for(self)["frame--rule-on" if focused else "frame--rule"]
        return line([(cell, style)], 1, self.ground)


class EdgeBar(ScrollBarRender):
    """A scrollbar that is the right side of a frame; its thumb is a heavier piece of the line.

    `TRACK` is what stands above and below the thumb. It has the colour that styles call the background of a scrollbar:
    with the focus, see `LitBar`, it has the other.
    """

    TRACK = SIDE

    @classmethod
    def render_bar(
        cls,
        size: int = 25,
        virtual_size: float = 50,
        window_size: float = 20,
        position: float = 0,
        thickness: int = 1,  # noqa: ARG003  Textual's signature
        vertical: bool = True,  # noqa: ARG003, FBT001, FBT002
        back_color: Color = Color.parse("default"),  # noqa: B008
        bar_color: Color = Color.parse("default"),  # noqa: B008
    ) -> Segments:
        """Return one cell for each line; the mouse drags the thumb, and pages where it clicks beside it."""
        start, end = thumb(size, virtual_size, window_size, position)
        parts = [
            (cls.TRACK, start, "scroll_up"),
            (THUMB, end - start, "grab"),
            (cls.TRACK, size - end, "scroll_down"),
        ]
        cells = []
        for text, count, action in parts:
            style = Style(color=cls.colour(back_color, bar_color), meta={"@mouse.down": action})
            cells += [Segment(text, style)] * count
        return Segments(cells, new_lines=True)

    @classmethod
    def colour(cls, quiet: Color, _lit: Color) -> Color:
        """Return the colour of the line."""
        return quiet


class LitBar(EdgeBar):
    """The right side of the frame that has the focus."""

    @classmethod
    def colour(cls, _quiet: Color, lit: Color) -> Color:
        """Return the colour of the line."""
        return lit


class InnerBar(LitBar):
    """A scrollbar beside the lines of a dialog, within its frame."""

    TRACK = " "


class BarLines(FlatLines):
    """The lines of a scrollbar: the same until its thumb has moved by a cell, which takes many pages of a long text."""

    _drawn: tuple[object, ...] = ()
    _lines: list[Strip]

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        """Return the lines of a region of the scrollbar."""
        bar = widget.render()
        if not isinstance(bar, EdgeBar):
            return super().render_widget(widget, crop)
        place = thumb(widget.size.height, bar.virtual_size, bar.window_size, bar.position)
        drawn = (crop, type(bar), place, bar.style)
        if drawn != self._drawn:
            self._drawn, self._lines = drawn, super().render_widget(widget, crop)
        return self._lines


class FramedPane(Vertical):
    """A pane with a frame around its body, a scroll view."""

    DEFAULT_CSS = """
    FramedPane > .body {
        overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1;
        scrollbar-color: $accent; scrollbar-color-hover: $accent; scrollbar-color-active: $accent;
        scrollbar-background: $frame; scrollbar-background-hover: $accent; scrollbar-background-active: $accent;
    }
    """

    class Captioned(Message):
        """The caption changed, or whether the pane has the focus."""

    JUMP: ClassVar[str]
    """The id of the binding that focuses the pane."""
    caption = Caption()
    key = ""
    frames = Frames.BOXED
    is_focused = False

    def compose_framed(self, body: ScrollView) -> ComposeResult:
        """Yield the body between the lines of its frame."""
        self._body = body
        body.add_class("body")
        body.set_reactive(ScrollView.show_vertical_scrollbar, True)  # from the first layout on, which saves a second
        body.vertical_scrollbar._styles_cache = BarLines()
        self._side, self._above, self._below = Side(), FrameLine(), FrameLine()
        self._below.ends = ("", BOTTOM[1])
        yield self._side
        yield self._above
        yield body
        yield self._below

    def on_mount(self) -> None:
        """Draw the frame."""
        self.set_frames(self.frames)

    def set_frames(self, frames: Frames) -> None:
        """Choose how the frame is drawn."""
        self.frames = frames
        if self.is_mounted:
            self._above.display = frames is not Frames.SHARED
            self._below.display = frames is Frames.BOXED
            self._draw_frame()

    def set_caption(self, caption: Caption) -> None:
        """Show a caption, after the key that leads to the pane."""
        caption = caption._replace(key=self.key)
        if caption != self.caption:
            self.caption = caption
            self._draw_captions()
            self.post_message(self.Captioned())

    def set_key(self, key: str) -> None:
        """Show the key that leads to the pane; empty for none."""
        self.key = key
        self.set_caption(self.caption)

    def show_focus(self, *, within: bool) -> None:
        """Show whether the focus is in the pane."""
        if within != self.is_focused:
            self.is_focused = within
            self._draw_frame()
            self.post_message(self.Captioned())

    def _draw_frame(self) -> None:
        if not self.is_mounted:
            return
        bar = self._body.vertical_scrollbar
        bar.renderer = LitBar if self.is_focused else EdgeBar  # type: ignore[misc]  # Textual documents this
        bar.refresh()
        self._side.show(self.frames, focused=self.is_focused)
        self._draw_captions()

    def _draw_captions(self) -> None:
        if not self.is_mounted:
            return
        boxed = self.frames is Frames.BOXED
        self._above.show(self.caption._replace(foot=()) if boxed else self.caption, focused=self.is_focused)
        self._below.show(Caption((), self.caption.foot), focused=self.is_focused)

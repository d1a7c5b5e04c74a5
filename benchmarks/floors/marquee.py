"""A bare line-API marquee at ten frames a second: one widget, one prebuilt strip, one cut a frame."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.strip import Strip
from textual.widget import Widget

ITEMS = 34
RISE = Style(color="green")


class Marquee(Widget):
    """One line that moves a cell at a time."""

    DEFAULT_CSS = "Marquee { height: 1; }"

    def on_mount(self) -> None:
        """Build the strip once and let it run."""
        parts = [
            part
            for at in range(ITEMS)
            for part in (
                Segment(f"SYM{at:02} ", Style(bold=True)),
                Segment("75.25 "),
                Segment("▲ +0.18 +0.24%   ", RISE),
            )
        ]
        self._strip = Strip([*parts, *parts])
        self._gone = 0
        self.set_interval(1 / 10, self._step)

    def _step(self) -> None:
        self._gone = (self._gone + 1) % (self._strip.cell_length // 2)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Cut what is in view."""
        return self._strip.crop(self._gone, self._gone + self.size.width)


class MarqueeApp(App[None]):
    """The marquee and nothing else."""

    def compose(self) -> ComposeResult:
        """The line alone."""
        yield Marquee()


MarqueeApp().run()

"""What Textual does when it paints, and what of ours can go when it no longer does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Static

from canaries import still

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.app import ComposeResult


class Drawn(Widget):
    """A widget without border and padding that draws the same line each time."""

    line: ClassVar[Strip] = Strip.blank(80)

    def render_line(self, y: int) -> Strip:
        return self.line


async def test_a_line_without_a_border_is_built_again() -> None:
    drawn = Drawn()
    app = App[None]()
    async with app.run_test() as pilot:
        await app.mount(drawn)
        await pilot.pause()
        assert drawn.size == app.size
        still(drawn._styles_cache._cache[0] is not drawn.line, "takes a line as it is drawn", "ui/flat_lines.py")


async def test_the_siblings_of_what_changed_are_drawn_again() -> None:
    asked, changed = Asked("one"), Static("two")
    app = App[None]()
    async with app.run_test() as pilot:
        await app.mount(asked, changed)
        await pilot.pause()
        asked.times = 0
        changed.refresh(Region(0, 0, 1, 1))
        await pilot.pause()
        still(asked.times, "asks only what changed for its lines", "FlatLines.render_widget")


class Asked(Static):
    """A widget that counts how often it is asked for its lines."""

    times = 0

    def render_lines(self, crop: Region) -> list[Strip]:
        self.times += 1
        return super().render_lines(crop)


async def test_a_launch_is_painted_and_styled_more_than_once() -> None:
    app = Painted()
    async with app.run_test() as pilot:
        await pilot.pause()
        still(app.paints > 1, "paints the first picture once", "PaintedScreen._compositor_refresh")
        still(app.counted.styled, "styles a new screen once", "PaintedScreen.update_node_styles")


async def test_a_change_waits_for_a_tick() -> None:
    app, changed = App[None](), Static("one")
    async with app.run_test() as pilot:
        await app.mount(changed)
        await pilot.pause()
        app.screen._dirty_widgets.add(changed)
        await app.screen._on_idle(events.Idle())
        still(app.screen._dirty_widgets, "paints at once", "PaintedScreen.on_idle")


class Counted(Screen[None]):
    """A screen that counts how often Textual styles it again without need."""

    styled = 0

    def compose(self) -> ComposeResult:
        yield Input()

    def update_node_styles(self, animate: bool = True) -> None:
        self.styled += not animate
        super().update_node_styles(animate)


class Painted(App[None]):
    """An application that counts its pictures."""

    paints = 0

    def __init__(self) -> None:
        super().__init__()
        self.counted = Counted()

    def get_default_screen(self) -> Screen[None]:
        return self.counted

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        self.paints += renderable is not None
        super()._display(screen, renderable)


async def test_what_changed_is_written_from_the_left_edge_of_its_widget() -> None:
    app = App[None]()
    changed = Static("x" * 40)
    async with app.run_test() as pilot:
        await app.mount(changed)
        await pilot.pause()
        screen = app.screen
        changed.refresh(Region(30, 0, 1, 1))
        screen._compositor.update_widgets({changed})
        update = screen._compositor.render_partial_update()
        assert update is not None
        still(update.render_segments(app.console).count("x") > 1, "writes only what changed", "ui/terminal/sparing.py")

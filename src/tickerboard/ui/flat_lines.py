"""Lines of widgets as they are drawn: Textual builds each again for border, padding and opacity, even without any."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual._styles_cache import StylesCache
from textual.cache import FIFOCache

from tickerboard.ui.parts import KEPT

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.segment import Segment
    from textual.color import Color
    from textual.css.styles import StylesBase
    from textual.geometry import Region, Size, Spacing
    from textual.strip import Strip
    from textual.widget import Widget


class FlatLines(StylesCache):
    """The lines of a widget, kept until they are dirty. `tests/faults/test_canaries_painting.py` shows when it can go.

    Textual asks every sibling of a widget that changed for its lines, and filters each of them again; where none is
    dirty, they are those of the last time.

    Equal lines are the same strip. Textual keeps in a strip what it makes of it, and refers from there to the strip: a
    new one for each line would leave the garbage collector some 500 objects a key.
    """

    def __init__(self) -> None:
        super().__init__()
        self._known: FIFOCache[tuple[Segment, ...], Strip] = FIFOCache(KEPT)
        self._last: tuple[Region, list[Strip]] | None = None

    def clear(self) -> None:
        """Forget all lines."""
        super().clear()
        self._last = None

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        """Return the lines of a region of the widget."""
        if self._last is None or self._last[0] != crop or self._dirty_lines:
            self._last = crop, super().render_widget(widget, crop)
        return self._last[1]

    def render_line(
        self,
        styles: StylesBase,
        y: int,
        size: Size,
        content_size: Size,
        padding: Spacing,
        base_background: Color,
        background: Color,
        render_content_line: Callable[[int], Strip],
        *more: Any,
    ) -> Strip:
        """Return the line that the widget draws where it fills its own room."""
        if size == content_size:
            return self._same(render_content_line(y))
        return super().render_line(
            styles, y, size, content_size, padding, base_background, background, render_content_line, *more
        )

    def _same(self, strip: Strip) -> Strip:
        """Return the strip that such a line had before, or else this one."""
        segments = tuple(strip)
        known = self._known.get(segments)
        if known is None:
            known = self._known[segments] = strip
        return known

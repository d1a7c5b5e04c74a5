"""Lines of widgets as they are drawn: Textual builds each again for border, padding and opacity, even without any."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual._styles_cache import StylesCache

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.color import Color
    from textual.css.styles import StylesBase
    from textual.geometry import Size, Spacing
    from textual.strip import Strip


class FlatLines(StylesCache):
    """The lines of a widget, kept until they are dirty. `tests/faults/test_canaries.py` shows when it can go."""

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
            return render_content_line(y)
        return super().render_line(
            styles, y, size, content_size, padding, base_background, background, render_content_line, *more
        )

"""When the board's screen is painted: its first picture once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen

from tickerboard.ui.flat_lines import FlatLines

if TYPE_CHECKING:
    from textual.widget import Widget


class PaintedScreen(Screen[None], inherit_bindings=False):
    """A screen that Textual paints and styles no more often than it must.

    `tests/faults/test_canaries_painting.py` shows what of it can go.
    """

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """The focused widget. Textual repaints the screen for another one; here each pane repaints its own frame."""
    _is_open = False
    """Whether the first layout has reached every part, and the screen is painted."""

    class Opened(Message):
        """The screen is painted for the first time."""

    def __init__(self) -> None:
        super().__init__()
        self._styles_cache = FlatLines()

    def on_screen_resume(self) -> None:
        """Open the screen when all parts are laid out."""
        if not self._is_open:
            self.call_after_refresh(self._open)

    def _open(self) -> None:
        self._is_open = True
        self._compositor_refresh()
        self.post_message(self.Opened())

    def _compositor_refresh(self) -> None:
        """Paint, once the screen is open: Textual would paint the first picture three times."""
        if self._is_open:
            super()._compositor_refresh()

    def update_node_styles(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002  Textual's signature
        """Style all parts again, but not where Textual does so without need, right after it styled the new ones."""
        if self._is_open or animate:
            super().update_node_styles(animate)

"""When the board's screen is painted: its first picture once, and later ones as soon as nothing else is to be done."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen

from tickerboard.ui.flat_lines import FlatLines

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget

SMALL_SECONDS = 0.002
"""The processor time that a picture may take so that the next one follows at once."""


class PaintedScreen(Screen[None], inherit_bindings=False):
    """A screen that Textual paints and styles no more often than it must.

    `tests/faults/test_canaries_painting.py` shows what of it can go.
    """

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """The focused widget. Textual repaints the screen for another one; here each pane repaints its own frame."""
    _is_open = False
    """Whether the first layout has reached every part, and the screen is painted."""
    _rests_until = 0.0
    """Until when nothing is painted, in seconds of the monotonic clock."""
    _rest: asyncio.TimerHandle | None = None
    """What ends the rest, where a picture waits for that."""
    _is_held = False

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

    def on_idle(self, event: events.Idle) -> None:
        """Paint at once: Textual leaves 17 to 33 ms between two pictures, and a key may come right after a refresh.

        Until the screen is open Textual decides: each picture would be one more layout.
        """
        if not self._is_open:
            return
        left = self._rests_until - time.monotonic()
        if not self._is_held and left <= 0:
            self._on_timer_update()
            return
        event.prevent_default()
        if self._rest is None and left > 0:
            self._rest = asyncio.get_running_loop().call_later(left, self.end_rest)

    def _on_timer_update(self) -> None:
        """Paint, then rest for the processor time that it took: a flood of changes leaves half of it for all else."""
        if self._is_held:
            return
        begun = time.thread_time()
        super()._on_timer_update()
        if (took := time.thread_time() - begun) > SMALL_SECONDS and self._is_open:
            self._rests_until = time.monotonic() + took

    def end_rest(self) -> None:
        """Paint what has changed since the last picture."""
        self._rests_until = 0.0
        if self._rest is not None:
            self._rest.cancel()
            self._rest = None
            self.check_idle()

    def hold(self) -> None:
        """Paint nothing until `release`: a key is about to act, and what came before it will be in the same picture."""
        self._is_held = True

    def release(self) -> None:
        """Paint again."""
        self._is_held = False
        self.check_idle()

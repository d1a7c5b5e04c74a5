"""The light of what changed: it fades in steps, and is out after a moment."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from tickerboard.ui.parts import FADED

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen
    from textual.timer import Timer

SECONDS = 0.6
"""How long a row that changed is lit."""


class Lights:
    """Which rows are lit, and how much the light has faded.

    `after` is the serial of the last update whose changes are not lit; infinite while nothing is. `show` is called with
    it and with how often the light has faded.
    """

    def __init__(self, screen: Screen[None], show: Callable[[float, int], None]) -> None:
        self.after = inf
        self._screen, self._show = screen, show
        self._timer: Timer | None = None
        self._left = 0

    def light(self, after: float, *, moves: bool) -> None:
        """Light what updates after a serial changed. The light fades in one step where nothing else moves either."""
        self.put_out()
        self.after = after
        self._left = len(FADED) if moves and not self._screen.app.native_ansi_color else 1
        # Without `repeat`: Textual counts the steps that a busy moment leaves out, and the last one would never come.
        self._timer = self._screen.set_interval(SECONDS / self._left, self._fade)

    def put_out(self) -> None:
        """Light nothing any more."""
        self.after = inf
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _fade(self) -> None:
        if self._timer is None:  # a step that was on its way when the light was put out
            return
        self._left -= 1
        if not self._left:
            self.put_out()
        self._show(self.after, len(FADED) - self._left if self._left else 0)

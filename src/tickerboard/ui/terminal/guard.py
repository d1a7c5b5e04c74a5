"""The application's guard: nothing but text reaches the terminal as text, and a fault ends the board in one line.

Each piece names the behaviour of Textual that it is for; `tests/faults/test_canaries.py` shows when one can go.
"""

from __future__ import annotations

import re
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.await_complete import AwaitComplete
from textual.css.query import NoMatches
from textual.filter import LineFilter
from textual.screen import ModalScreen
from textual.worker import WorkerFailed

from tickerboard.ui.terminal.keyboard import TypedApp, is_palette

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.color import Color

# Controls and bidi: Textual writes them as they are. They count as no cell, so that dropping them moves nothing.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class TextOnly(LineFilter):
    """The last hop: drops from what any widget draws all that a terminal would obey, and links.

    It runs Textual's own filters first: Textual rebuilds every line, with all its caches, for each filter.
    """

    def __init__(self, first: Sequence[LineFilter] = ()) -> None:
        super().__init__()
        self.first = first

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments as mere text."""
        for each in self.first:
            segments = each.apply(segments, background)
        if not any((style and style.link) or _UNSAFE.search(text) for text, style, _ in segments):
            return segments
        return [
            Segment(_UNSAFE.sub("", text), style.update_link(None) if style and style.link else style, control)
            for text, style, control in segments
        ]


class GuardedApp(TypedApp, inherit_bindings=False):
    """An application that reports a fault in one line, without the values of its variables.

    Textual prints tracebacks with all local variables, among them what should stay secret.
    """

    fault: str | None = None
    _last_hop = TextOnly()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Guard what every widget draws."""
        if (filters := super().get_line_filters()) != self._last_hop.first:
            self._last_hop = TextOnly(filters)
        return [self._last_hop]

    def pop_screen(self) -> AwaitComplete:
        """Close the topmost dialog, and never the board: Textual's palette dismisses itself once for each Enter."""
        return super().pop_screen() if isinstance(self.screen, ModalScreen) else AwaitComplete()

    def _handle_exception(self, error: Exception) -> None:
        if self._is_late(error):
            return
        if self.fault is None:
            self.fault = one_line(error)
        super()._handle_exception(error)

    def _is_late(self, error: Exception) -> bool:
        """Return whether something looked for a part of the screen that was taken away meanwhile: nothing is wrong.

        A board that is left before it is whole has lost parts that its own handlers still ask for; Textual's palette
        looks for its list after it was closed.
        """
        if isinstance(error, NoMatches):
            return self.return_code is not None
        late = isinstance(error, WorkerFailed) and isinstance(error.error, NoMatches)
        return late and not is_palette(self.screen)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()


def one_line(error: BaseException) -> str:
    """Return a fault's kind and its place in the program; its message may hold anything, so it is left out."""
    if isinstance(error, WorkerFailed):
        error = error.error
    frames = extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return f"internal error: {type(error).__name__}{place}"

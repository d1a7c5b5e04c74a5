"""Pictures that write no cell which has not changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.control import Control
from textual._compositor import ChopsUpdate

from tickerboard.ui.terminal.guard import GuardedApp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, RenderableType
    from textual.screen import Screen


class Cropped(ChopsUpdate):
    """What changed, without the cells of the same widget to the left of it, which Textual writes with it.

    `tests/faults/test_canaries_painting.py` shows when it can go.
    """

    def render_segments(self, console: Console) -> str:
        """Return what to write to the terminal."""
        return "".join(self._pieces(console))

    def _pieces(self, console: Console) -> Iterator[str]:
        for y, first, last in self.spans:
            for end, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                start, stop = max(x, first), min(end, last)
                if strip is not None and start < stop:
                    yield Control.move_to(start, y).segment.text
                    yield strip.crop(start - x, stop - x).render(console)


class SparingApp(GuardedApp, inherit_bindings=False):
    """An application that writes the cells of what changed only: whoever watches by ssh pays for each byte."""

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if isinstance(renderable, ChopsUpdate):
            renderable = Cropped(renderable.chops, renderable.spans, renderable.chop_ends)
        super()._display(screen, renderable)

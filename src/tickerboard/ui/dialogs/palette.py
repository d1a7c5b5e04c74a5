"""The command palette: every action, sort, view, symbol and article."""

from __future__ import annotations

import asyncio
from functools import partial
from heapq import nlargest
from operator import itemgetter
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tickerboard.ui.board.screen import BoardScreen
from tickerboard.ui.dialogs.matching import score, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.types import IgnoreReturnCallbackType

    Command = tuple[str, IgnoreReturnCallbackType]

SHOWN = 200
"""How many commands are offered at most, the best first."""
AT_ONCE = 500
"""After so many commands other keys are handled, so that a board of any size cannot delay them."""


class BoardCommands(Provider):
    """What can be done on the board. Texts from pages are shown as they are, never as markup.

    The score is our own: Textual's fuzzy search takes exponential memory for a title such as `aA aA aA …`.
    """

    def _actions(self) -> Iterator[Command]:
        for node, binding, enabled, _ in self.screen.active_bindings.values():
            if enabled and binding.id and binding.description:
                run = partial(self.app.run_action, binding.action, node)
                yield f"{binding.description}  ({self.app.get_key_display(binding)})", run

    def _places(self) -> Iterator[Command]:
        screen = self.screen
        if not isinstance(screen, BoardScreen):
            return
        for column in screen.pane.shown_columns:
            yield f"sort by {column.name}", partial(screen.pane.sort_by, column)
        for name in screen.views:
            yield f"view {name}", partial(screen.pane.take_view, name)
        for row in screen.board.rows:
            yield f"{row.quote.symbol}  {row.name or ''}".rstrip(), partial(screen.go_to, row.quote.symbol)
        for article in screen.board.articles:
            title = article.headline or (article.paragraphs[0][:80] if article.paragraphs else "")
            yield f"article: {title}", partial(screen.read, article)

    async def discover(self) -> Hits:
        """Offer the actions before anything is typed."""
        for text, run in self._actions():
            yield DiscoveryHit(Content(text), run, text=text)

    async def search(self, query: str) -> Hits:
        """Offer what matches."""
        found: list[tuple[float, str, IgnoreReturnCallbackType]] = []
        for at, (text, run) in enumerate((*self._actions(), *self._places()), 1):
            if matches := score(query, text):
                found.append((matches, shortened(text), run))
            if at % AT_ONCE == 0:
                await asyncio.sleep(0)
        for matches, text, run in nlargest(SHOWN, found, key=itemgetter(0)):
            yield Hit(matches, Content(text), run, text=text)

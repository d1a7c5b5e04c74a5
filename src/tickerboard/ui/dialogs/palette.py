"""The command palette: every action, every view, every symbol, every article."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tickerboard.ui.board.screen import BoardScreen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.types import IgnoreReturnCallbackType

SHOWN = 200
"""How many hits are offered, at most: who looks through more types another letter."""


class BoardCommands(Provider):
    """What can be done on the board; texts from pages stand as they are, never as markup."""

    def _actions(self) -> Iterator[tuple[str, IgnoreReturnCallbackType]]:
        for node, binding, enabled, _ in self.screen.active_bindings.values():
            if enabled and binding.id and binding.description:
                run = partial(self.app.run_action, binding.action, node)
                yield f"{binding.description}  ({self.app.get_key_display(binding)})", run

    def _places(self) -> Iterator[tuple[str, IgnoreReturnCallbackType]]:
        screen = self.screen
        if not isinstance(screen, BoardScreen):
            return
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
        matcher, count = self.matcher(query), 0
        for text, run in (*self._actions(), *self._places()):
            if (score := matcher.match(text)) > 0 and count < SHOWN:
                count += 1
                yield Hit(score, Content(text), run, text=text)

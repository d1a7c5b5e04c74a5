"""The line below the board: the keys that matter in the focused pane, as the user mapped them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.ui.hints import hint_pairs
from tickerboard.ui.line import Line
from tickerboard.ui.parts import key_parts, width_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from tickerboard.board.board import Board

    Pair = tuple[str, str]

GAP = "   "
FILTERED = (("table.clear", "all rows"),)
"""The way out of a filter."""
ALWAYS = (("app.help", "help"), ("app.quit", "quit"))
"""The keys that a newcomer needs; they are shown at any width that has room for them."""
EVERYWHERE = (("board.heat", "heat map"), ("time.back", "back in time"), ("app.palette", "commands"))
PANES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "table": (
        ("table.filter", "filter"),
        ("table.sort", "sort"),
        ("table.details", "details"),
        ("table.watch", "watch"),
        ("table.columns", "columns"),
    ),
    "reader": (
        ("find.open", "find"),
        ("find.next", "next match"),
        ("article.next", "next"),
        ("article.list", "articles"),
        ("reader.links", "links"),
        ("mention.next", "next quote"),
    ),
    "filter": (("filter.keep", "keep the filter"), ("filter.clear", "all rows")),
    "find": (("find.keep", "keep the matches"), ("find.give_up", "stop finding")),
    "side": (
        ("side.choose", "go there"),
        ("side.filter", "filter"),
        ("pane.side", "movers, headlines, heat map"),
    ),
    "heat": (
        ("heat.details", "details"),
        ("heat.filter", "filter"),
        ("heat.page_down", "next sector"),
        ("pane.side", "movers, headlines, heat map"),
    ),
    "tape": (
        ("tape.choose", "go to the row"),
        ("tape.next", "next"),
        ("tape.pause", "pause"),
        ("tape.faster", "faster"),
        ("tape.rows", "watchlist or all"),
    ),
}
"""What is worth knowing in each pane and prompt, the most wanted first, by the ids of bindings."""


def without_use(board: Board, links: int) -> frozenset[str]:
    """Return the ids of keys that have nothing to act on, on a board whose article has so many links."""
    unused = {"board.heat", "mention.next"} if not board.rows else set[str]()
    unused |= (
        {"article.next", "article.previous", "article.list", "article.unread"} if len(board.articles) < 2 else set()
    )
    return frozenset(unused | ({"reader.links"} if not links else set()))


class KeyLine(Line):
    """Keys with what they do, as many as fit."""

    DEFAULT_CSS = "KeyLine { height: 1; background: $panel; }"

    _keys: tuple[Sequence[Pair], Sequence[Pair]] = ((), ())

    def show(self, pane: str, first: Sequence[Pair] = (), unused: Collection[str] = ()) -> None:
        """Show the keys of a pane, before them those that matter just now, without those of the unused ids."""
        wanted = (pair for pair in (*first, *PANES.get(pane, ()), *EVERYWHERE) if pair[0] not in unused)
        self._keys = hint_pairs(self.screen, *wanted), hint_pairs(self.screen, *ALWAYS)
        self.draw()

    def on_resize(self) -> None:
        """Fit the line to the width."""
        self.draw()

    def draw(self) -> None:
        """Put as many keys as fit into the line."""
        some, always = self._keys
        width = self.size.width
        last = key_parts(always, "  ")
        shown = list(some)
        while shown and width_of(key_parts(shown, GAP)) + width_of(last) + 2 + len(GAP) > width:
            shown.pop()
        first = [(" ", "line--plain"), *key_parts(shown, GAP)]
        gap = " " * max(width - width_of(first) - width_of(last) - 1, 0)
        self.say(*first, (gap, "line--plain"), *last, (" ", "line--plain"))

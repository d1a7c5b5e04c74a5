"""The command palette: every action, sort, view, symbol and article."""

from __future__ import annotations

import asyncio
from functools import partial
from heapq import nlargest
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from rich.cells import cell_len
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tickerboard.ui.board.screen import BoardScreen
from tickerboard.ui.dialogs.base import BETWEEN, SIDES, box_width, key_hint
from tickerboard.ui.dialogs.dimmed import dimmed
from tickerboard.ui.dialogs.matching import score, shortened
from tickerboard.ui.dialogs.wrapping import hung
from tickerboard.ui.frame import InnerBar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType
    from textual.app import App
    from textual.binding import Binding
    from textual.dom import DOMNode
    from textual.types import IgnoreReturnCallbackType

GAP = "  "
"""What stands at least between a command and its keys."""
PLACEHOLDER = "action, symbol or article"
SHOWN = 200
"""How many commands are offered at most, the best first."""
LEAST = 1e-6
"""What a later use adds to the score of a match, so that it only decides between equal ones."""
MOVES = frozenset({"down", "up", "page_down", "page_up", "first", "last", "start", "end"})
"""The last parts of the ids of what moves a cursor."""
AT_ONCE = 500
"""After so many commands other keys are handled, so that a board of any size cannot delay them."""


class Command(NamedTuple):
    """A line of the palette, what it runs, the id under which its use is remembered, and its keys; empty for none."""

    text: str
    run: IgnoreReturnCallbackType
    id: str = ""
    keys: str = ""

    def content(self, room: int) -> Content:
        """Return the line as the palette shows it in so many cells, at its end the keys that do the same."""
        text = Content(shortened(self.text))
        gap = max(room - text.cell_length - cell_len(self.keys), len(GAP)) if self.keys else 0
        return hung(Content.assemble(text, " " * gap, (self.keys, "$primary")), room)

    @property
    def is_move(self) -> bool:
        """Whether it only moves a cursor, which nobody looks for here."""
        return self.id.rpartition(".")[2] in MOVES


class Palette(CommandPalette):
    """The palette in the frame of our dialogs."""

    DEFAULT_CSS = """
    Palette > Vertical {
        width: 90%; max-width: 100; height: auto; margin-top: 1; padding: 0 1; visibility: visible;
        background: $surface;
        border: round $accent; border-title-color: $accent; border-title-style: bold;
        border-subtitle-color: $quote-flat;
        &:dark { background: $surface; }
    }
    Palette #--input, Palette #--input.--list-visible { border: none; background: $surface; }
    Palette SearchIcon, Palette LoadingIndicator { display: none; }
    Palette CommandInput, Palette CommandInput:focus { border: none; height: 1; padding: 0; background: $surface; }
    Palette #--results { overlay: none; }
    Palette CommandList, Palette CommandList:focus {
        border: none; background: $surface; max-height: 60vh;
        scrollbar-size-vertical: 1; scrollbar-color: $accent; scrollbar-color-hover: $accent;
        scrollbar-color-active: $accent; scrollbar-background: $surface; scrollbar-background-hover: $surface;
        scrollbar-background-active: $surface;
    }
    Palette CommandList > .option-list--option { padding: 0; text-style: none; }
    Palette CommandList > .option-list--option-highlighted {
        color: $foreground; background: $quote-cursor; text-style: bold;
    }
    """

    def render(self) -> RenderableType:
        """Return the board, dimmed."""
        return dimmed(super().render())

    def on_mount(self) -> None:
        """Show the title and the keys."""
        frame = self.query_one("#--container")
        frame.border_title = Content("Commands")
        keys = (("⏎", "run"), ("esc", "back"))
        frame.border_subtitle = Content(BETWEEN).join(map(key_hint, keys))
        self.query_one(CommandList).vertical_scrollbar.renderer = InnerBar  # type: ignore[misc]  # Textual documents this


def open_palette(app: App[Any]) -> None:
    """Open the command palette, once."""
    if not CommandPalette.is_open(app):
        app.push_screen(Palette(placeholder=PLACEHOLDER, id="--command-palette"))


class BoardCommands(Provider):
    """What can be done on the board. Texts from pages are shown as they are, never as markup.

    The score is our own: Textual's fuzzy search takes exponential memory for a title such as `aA aA aA …`.
    """

    @property
    def _room(self) -> int:
        return box_width(self.app.size) - SIDES

    def _actions(self) -> Iterator[Command]:
        found: dict[str, tuple[Binding, DOMNode, list[str]]] = {}
        for node, binding, enabled, _ in self.screen.active_bindings.values():
            if enabled and binding.id and binding.description:
                keys = found.setdefault(binding.id, (binding, node, []))[2]
                keys.append(self.app.get_key_display(binding))
        for id_, (binding, node, keys) in found.items():
            run = partial(self.app.run_action, binding.action, node)
            yield Command(binding.description, run, id_, " ".join(keys))

    def _places(self) -> Iterator[Command]:
        screen = self.screen
        if not isinstance(screen, BoardScreen):
            return
        for column in screen.pane.shown_columns:
            yield Command(f"sort by {column.name}", partial(screen.pane.sort_by, column))
        for name in screen.views:
            yield Command(f"view {name}", partial(screen.pane.take_view, name))
        for row in screen.board.rows:
            name = f"{row.quote.symbol}  {row.name or ''}".rstrip()
            yield Command(name, partial(screen.go_to, row.quote.symbol))
        for article in screen.board.articles:
            title = article.headline or (article.paragraphs[0][:80] if article.paragraphs else "")
            yield Command(f"article: {title}", partial(screen.read, article))

    def _noted(self, command: Command) -> IgnoreReturnCallbackType:
        """Return what runs a command and remembers its use."""
        board = self.app.screen_stack[0]
        if not command.id or not isinstance(board, BoardScreen):
            return command.run

        def run() -> Any:
            board.note_used(command.id)
            return command.run()

        return run

    def _recency(self, command: Command) -> int:
        """Return how lately a command was used: 0 for never, the highest for the last one."""
        board = self.app.screen_stack[0]
        used = board.used if isinstance(board, BoardScreen) else ()
        return used.index(command.id) + 1 if command.id in used else 0

    async def discover(self) -> Hits:
        """Offer the actions before anything is typed: those that were used last first, what moves a cursor last."""
        for command in sorted(self._actions(), key=lambda each: (-self._recency(each), each.is_move)):
            yield DiscoveryHit(command.content(self._room), self._noted(command), text=command.text)

    async def search(self, query: str) -> Hits:
        """Offer what matches; of equal matches those that were used last come first."""
        found: list[tuple[float, int, Command]] = []
        for at, command in enumerate((*self._actions(), *self._places()), 1):
            if matches := score(query, command.text):
                found.append((matches, self._recency(command), command))
            if at % AT_ONCE == 0:
                await asyncio.sleep(0)
        for matches, recency, command in nlargest(SHOWN, found, key=itemgetter(0, 1)):
            text, rank = shortened(command.text), matches + recency * LEAST
            yield Hit(rank, command.content(self._room), self._noted(command), text=text)

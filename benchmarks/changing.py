"""A board that takes an update in whenever Ctrl+U is pressed: `python -m benchmarks.changing ROWS EVERY`.

The pages are parsed before the board opens, so that a press costs what the screen costs. At a press every EVERYth row
changes its figures.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from itertools import cycle
from typing import TYPE_CHECKING

from benchmarks.pages import page
from tickerboard.board.board import Board
from tickerboard.parser.documents import Document
from tickerboard.settings.config import Config
from tickerboard.sources.base import Pages
from tickerboard.sources.updates import Update, parsed
from tickerboard.ui.app import TickerboardApp
from tickerboard.ui.board.screen import BoardScreen

if TYPE_CHECKING:
    from textual import events

TURNS = 3
CHANGE = "\x15"


class Changing(TickerboardApp):
    """The board, and the pages that it will be given."""

    def __init__(self, rows: int, every: int) -> None:
        first, *rest = [_update(page(rows, 400, turn, every)) for turn in range(TURNS)]
        self._turns = cycle([*rest, first])
        super().__init__(Board.of([first]), (), Config(motion=False))

    def on_key(self, event: events.Key) -> None:
        """Show the next page."""
        if event.key == "ctrl+u" and isinstance(self.screen, BoardScreen):
            self.screen.show(self.screen.board.updated(next(self._turns)))


def _update(text: str) -> Update:
    now = datetime.now(UTC)
    return parsed(Pages("page", (Document("page", text.encode(), now),)), now)


if __name__ == "__main__":
    Changing(int(sys.argv[1]), int(sys.argv[2])).run()

"""The board as updates come in: taken one at a time, shown at most ten times a second."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import App
    from textual.timer import Timer

    from tickerboard.board.board import Board
    from tickerboard.board.session import Session
    from tickerboard.portfolio.holdings import Holdings
    from tickerboard.sources.updates import Update

REST_SECONDS = 0.1
"""The least time between two boards on screen, however fast the quotes come."""


class LiveBoard:
    """Holds the latest board and hands it to `show` on the screen's thread."""

    def __init__(
        self, app: App[None], board: Board, prepare: Callable[[Board], None], show: Callable[[Board], None]
    ) -> None:
        """Take what shows a board, and what works out beforehand, in another thread, all of it that takes long."""
        self.board = board
        self._app, self._prepare, self._show = app, prepare, show
        self._shown = board
        self._holdings = board.holdings
        self._turn = asyncio.Lock()
        self._resting: Timer | None = None

    async def take(self, update: Update, *, forget: bool, at_once: bool = False) -> None:
        """Take an update in."""
        await self._make(lambda: self.board.updated(update, forget=forget))
        if at_once or self._resting is None:
            self.show()

    async def take_sessions(self, sessions: Mapping[str, Session]) -> None:
        """Take what the history has of the last session of each symbol."""
        if sessions == self.board.sessions:
            return
        await self._make(lambda: self.board.with_sessions(sessions))
        if self._resting is None:
            self.show()

    async def take_holdings(self, holdings: Holdings) -> None:
        """Take the user's lots."""
        if holdings == self._holdings:
            return
        self._holdings = holdings
        await self._make(lambda: self.board.with_holdings(holdings))
        self.show()

    async def mark(self, alerted: frozenset[str]) -> None:
        """Mark the rows of these symbols, of which an alert fired lately."""
        await self._make(lambda: self.board.with_alerted(alerted))
        self.show()

    async def remove(self, source: str) -> None:
        """Take a source and its rows off the board."""
        await self._make(lambda: self.board.without(source))
        self.show()

    async def _make(self, make: Callable[[], Board]) -> None:
        """Make the next board, off the screen's thread because thousands of rows take a while."""

        def prepared() -> Board:
            board = make()
            self._prepare(board)
            return board

        async with self._turn:
            self.board = await asyncio.to_thread(prepared)

    def show(self) -> None:
        """Show the latest board, then rest."""
        self._shown = self.board
        self._show(self.board)
        self._resting = self._resting or self._app.set_timer(REST_SECONDS, self._rested)

    def _rested(self) -> None:
        self._resting = None
        if self._shown is not self.board:
            self.show()

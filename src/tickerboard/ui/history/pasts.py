"""Finds the past of the board: one object for as long as its sources, and the pages of its folders, stay."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from tickerboard.sources.updates import Snapshots

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tickerboard.board.board import Board
    from tickerboard.sources.updates import Update
    from tickerboard.ui.history.past import Past


class Pasts:
    """The past of the present board. `take` is for the screen's thread, `find` for any other."""

    def __init__(self, path: Path, first: Iterable[Update], *, live: bool) -> None:
        self._path, self._live = path, live
        self._folders: dict[str, Snapshots] = {}
        self._known: tuple[tuple[object, ...], Past] | None = None
        self._turn = threading.Lock()
        for update in first:
            self.take(update)

    def take(self, update: Update) -> None:
        """Remember the pages of a source that has several: they may have a past of their own."""
        if isinstance(update, Snapshots) and len(update.snapshots) > 1:
            self._folders[update.source] = update

    def find(self, board: Board) -> Past:
        """Return the past of a board. Raise HistoryError for pages that cannot be put in order."""
        from tickerboard.ui.history.past import past_of  # SQLite comes with it

        with self._turn:
            folders = dict(self._folders)
            key = (*(state.source for state in board.sources), *(id(each) for each in folders.values()))
            if self._known is None or self._known[0] != key:
                self._close()
                self._known = (key, past_of(self._path, board, folders, live=self._live))
            return self._known[1]

    def _close(self) -> None:
        if self._known is not None:
            self._known[1].close()
            self._known = None

    def close(self) -> None:
        """Close what is open."""
        with self._turn:
            self._close()

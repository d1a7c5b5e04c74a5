"""What outlives the board, and where it is stored."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tickerboard.settings.state import State, save_state
from tickerboard.sources.base import MARKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tickerboard.board.board import Board
    from tickerboard.settings.config import Config


def openable(board: Board) -> tuple[str, ...]:
    """Return the sources of a board that had something, as they can be opened from anywhere.

    Addresses that may have a secret are left out, and so is what is gone once it is read.
    """
    from tickerboard.text.redaction import redacted

    had = [each.source for each in board.sources if each.note not in MARKS and (each.quoted.quotes or each.pages)]
    addresses = [each for each in had if "://" in each and redacted(each) == each]
    paths = [Path(each).absolute() for each in had if "://" not in each]
    return (*addresses, *(str(each) for each in paths if each.is_file() or each.is_dir()))


class Memory:
    """The state and its file, the config's file, and what the command line puts above the config."""

    def __init__(
        self,
        state: State | None = None,
        state_path: Path | None = None,
        config_path: Path | None = None,
        overrides: Callable[[Config], Config] = lambda config: config,
    ) -> None:
        self.state, self.state_path = state or State(), state_path
        self.config_path, self.overrides = config_path, overrides
        self._failing = False

    def leave(self, state: State, board: Board) -> None:
        """Save when a board was left, and its sources; a failure was reported when the state changed before."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self.keep(state._replace(looked=now, opened=openable(board)))

    def keep(self, state: State) -> str | None:
        """Save the state if it changed; return why it cannot be saved, the first time only.

        What could not be saved is saved with the next change, if the disk takes it then.
        """
        if state == self.state or self.state_path is None:
            return None
        try:
            save_state(self.state_path, state, self.state)
        except OSError as error:
            first, self._failing = not self._failing, True
            reason = (error.strerror or "it cannot be written").lower()
            return f"{self.state_path}: not saved: {reason}" if first else None
        self.state, self._failing = state, False
        return None

"""What outlives the board, and where it is stored."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tickerboard.settings.state import State, save_state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tickerboard.settings.config import Config


@dataclass
class Memory:
    """The state and its file, the config's file, and what the command line puts above the config."""

    state: State = field(default_factory=State)
    state_path: Path | None = None
    config_path: Path | None = None
    overrides: Callable[[Config], Config] = lambda config: config
    _failing: bool = field(default=False, init=False)

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

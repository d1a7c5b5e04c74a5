"""What outlives the board, and where it is kept."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tickerboard.settings.state import State, save_state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tickerboard.settings.config import Config


@dataclass
class Memory:
    """What outlives the board: the state and where it is kept, the config and what the command line puts above it."""

    state: State = field(default_factory=State)
    state_path: Path | None = None
    config_path: Path | None = None
    overrides: Callable[[Config], Config] = lambda config: config

    def keep(self, state: State) -> None:
        """Write the state where it is kept; a disk that refuses it takes nothing else away."""
        if state != self.state and self.state_path is not None:
            with contextlib.suppress(OSError):
                save_state(self.state_path, state)
        self.state = state

"""Where the user's own files are."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from tickerboard.errors import TickerboardError


class PlaceError(TickerboardError):
    """A file of the user's has no place; the message is one plain line that names the variable to set."""


def user_file(what: Literal["config", "state", "history"], name: str) -> Path:
    """Return the path of a file: TICKERBOARD_CONFIG, _STATE or _HISTORY, else in the platform's own folder.

    Raise PlaceError for an account without a home folder.
    """
    variable = f"TICKERBOARD_{what.upper()}"
    if chosen := os.environ.get(variable):
        return Path(chosen)
    import platformdirs

    folders = {
        "config": platformdirs.user_config_path,
        "state": platformdirs.user_state_path,
        "history": platformdirs.user_data_path,
    }
    try:
        return folders[what]("tickerboard") / name
    except RuntimeError as error:  # neither HOME nor an entry of this account in the system's list
        raise PlaceError(f"this account has no home folder; set HOME or {variable}") from error


def history_path() -> Path:
    """Return where the history is: TICKERBOARD_HISTORY, or the platform's folder. Raise PlaceError without a home."""
    return user_file("history", "history.db")


def alerts_path(config: Path) -> Path:
    """Return where the alerts are that were made on the board: `alerts.toml` beside the config."""
    return config.with_name("alerts.toml")


def lots_path(config: Path) -> Path:
    """Return where the lots are: `lots.csv` beside the config."""
    return config.with_name("lots.csv")

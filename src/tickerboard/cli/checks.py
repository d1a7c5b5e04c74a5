"""What only the screen can check in a config: themes, colours and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.settings.config import Config, ConfigError

if TYPE_CHECKING:
    from pathlib import Path


def check_on_screen(config: Config, path: Path) -> None:
    """Refuse what the board would refuse. Raise ConfigError. The screen's libraries are loaded only if needed."""
    if (config.theme, config.themes, config.keys) == (Config().theme, {}, {}):
        return
    from tickerboard.ui.app import TickerboardApp

    try:
        TickerboardApp.check(config)
    except ValueError as error:
        raise ConfigError(f"{path}: {error}") from error

"""Puts an edited config in force while the board runs."""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING

from tickerboard.logs import log
from tickerboard.settings.config import ConfigError
from tickerboard.settings.reading import read_config
from tickerboard.sources.files import FileSource, fingerprint_of
from tickerboard.sources.pace import Pace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.app import App

    from tickerboard.settings.config import Config


async def follow_config(app: App[None], path: Path, apply: Callable[[Config], None]) -> None:
    """Apply the config whenever its file changes. A config that cannot be used is reported and ignored."""
    seen = fingerprint_of(path)
    async with aclosing(FileSource(path).follow(Pace())) as changes:
        async for _ in changes:
            if fingerprint_of(path) == seen:
                continue
            seen = fingerprint_of(path)
            try:
                config, _ = read_config(path, needed=False)
                apply(config)
            except (ConfigError, ValueError) as error:
                log.record("config", path=path, refused=True)
                app.notify(f"{error}; the settings are unchanged", severity="error", markup=False)
            else:
                log.record("config", path=path)
                app.notify("settings reloaded", markup=False)

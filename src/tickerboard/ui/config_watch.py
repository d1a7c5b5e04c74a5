"""Puts an edited config, and edited lots, in force while the board runs."""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING

from tickerboard.logs import log
from tickerboard.portfolio.lots import LotsError, read_lots
from tickerboard.settings.config import ConfigError
from tickerboard.settings.reading import read_config
from tickerboard.sources.files import FileSource, fingerprint_of
from tickerboard.sources.pace import Pace

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable
    from pathlib import Path

    from textual.app import App

    from tickerboard.portfolio.lots import Lot
    from tickerboard.settings.config import Config


async def follow_config(app: App[None], path: Path, apply: Callable[[Config], None]) -> None:
    """Apply the config whenever its file changes. A config that cannot be used is reported and ignored."""
    async with aclosing(_changes(path)) as changes:
        async for _ in changes:
            try:
                config, _ = read_config(path, needed=False)
                apply(config)
            except (ConfigError, ValueError) as error:
                log.record("config", path=path, refused=True)
                app.notify(f"{error}; the settings are unchanged", severity="error", markup=False)
            else:
                log.record("config", path=path)
                app.notify("settings reloaded", markup=False)


async def follow_lots(app: App[None], path: Path, take: Callable[[tuple[Lot, ...]], Awaitable[None]]) -> None:
    """Take the lots of a file, now and whenever it changes. What is wrong in it is reported; the rest counts."""
    await _take_lots(app, path, take)
    async with aclosing(_changes(path)) as changes:
        async for _ in changes:
            await _take_lots(app, path, take)


async def _take_lots(app: App[None], path: Path, take: Callable[[tuple[Lot, ...]], Awaitable[None]]) -> None:
    try:
        found = read_lots(path)
    except FileNotFoundError:
        await take(())
        return
    except LotsError as error:
        app.notify(f"{error}; the lots are unchanged", severity="error", markup=False)
        return
    await take(found.lots)
    if reports := found.reports(path):
        more = f" (and {len(reports) - 1} more)" if len(reports) > 1 else ""
        app.notify(reports[0] + more, severity="error", markup=False)


async def _changes(path: Path) -> AsyncGenerator[None]:
    """Yield whenever a file is another than before; it need not exist."""
    seen = fingerprint_of(path)
    async with aclosing(FileSource(path).follow(Pace())) as changes:
        async for _ in changes:
            if (now := fingerprint_of(path)) != seen:
                seen = now
                yield

"""Puts an edited config, and edited lots, in force while the board runs."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import TYPE_CHECKING

from tickerboard.logs import log
from tickerboard.portfolio.lots import LotsError, read_lots
from tickerboard.settings.config import ConfigError
from tickerboard.settings.reading import read_config
from tickerboard.sources.files import fingerprint_of

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable
    from pathlib import Path

    from textual.app import App

    from tickerboard.portfolio.lots import Lot
    from tickerboard.settings.config import Config

LOOK_SECONDS = 1.0
"""Seconds between two looks at a file."""


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
    """Yield whenever a file is another than before and has stayed so since the last look; it need not exist.

    It is polled: what sends notices of changes takes 3 MiB of memory, and these files change seldom.
    """
    taken = before = await asyncio.to_thread(fingerprint_of, path)
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        now = await asyncio.to_thread(fingerprint_of, path)
        if now == before and now != taken:
            taken = now
            yield
        before = now

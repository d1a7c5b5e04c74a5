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
    from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
    from pathlib import Path

    from textual.app import App

    from tickerboard.portfolio.lots import Lot
    from tickerboard.settings.config import Config
    from tickerboard.sources.files import Fingerprint

LOOK_SECONDS = 1.0
"""Seconds between two looks at the files."""


async def follow_files(
    app: App[None],
    config: Path,
    lots: Path,
    apply: Callable[[Config], None],
    take: Callable[[tuple[Lot, ...]], Awaitable[None]],
) -> None:
    """Apply the config whenever its file changes, and take the lots of theirs, now and whenever it changes.

    A config that cannot be used is reported and ignored. What is wrong in the lots is reported; the rest counts.
    """
    seen = await asyncio.to_thread(_fingerprints, (config, lots))  # first: the lots may change while they are read
    await _take_lots(app, lots, take)
    async with aclosing(_changes(seen)) as changes:
        async for path in changes:
            if path == config:
                _apply(app, config, apply)
            else:
                await _take_lots(app, lots, take)


def _apply(app: App[None], path: Path, apply: Callable[[Config], None]) -> None:
    try:
        config, _ = read_config(path, needed=False)
        apply(config)
    except (ConfigError, ValueError) as error:
        log.record("config", path=path, refused=True)
        app.notify(f"{error}; the settings are unchanged", severity="error", markup=False)
    else:
        log.record("config", path=path)
        app.notify("settings reloaded", markup=False)


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


async def _changes(seen: dict[Path, Fingerprint]) -> AsyncGenerator[Path]:
    """Yield a file whenever it is another than was seen and has stayed so since the last look; it need not exist.

    Files are polled, all at once: what sends notices of changes takes 3 MiB of memory, and these change seldom.
    """
    taken = before = seen
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        now = await asyncio.to_thread(_fingerprints, seen)
        for path in seen:
            if now[path] == before[path] and now[path] != taken[path]:
                taken = taken | {path: now[path]}
                yield path
        before = now


def _fingerprints(paths: Iterable[Path]) -> dict[Path, Fingerprint]:
    return {path: fingerprint_of(path) for path in paths}

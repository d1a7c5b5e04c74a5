"""The doctor checks that the system reports changed files."""

from __future__ import annotations

import asyncio
import tempfile
import time
from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING

from tickerboard.cli.doctor.findings import Finding, Grade

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE_SECONDS = 5.0
WRITE_SECONDS = 0.2


def watching() -> Iterator[Finding]:
    """Watch a folder of our own while a file in it is written."""
    started = time.monotonic()
    try:
        with tempfile.TemporaryDirectory(prefix="tickerboard-") as folder:
            asyncio.run(_reported(Path(folder)))
    except (OSError, RuntimeError, ImportError) as error:  # a timeout is an OSError too
        silent = "no change was reported" if isinstance(error, TimeoutError) else type(error).__name__
        words = f"does not work here ({silent}); files are polled every second instead"
        yield Finding(Grade.WARN, "watching files", words)
    else:
        yield Finding(Grade.OK, "watching files", f"a change was reported after {time.monotonic() - started:.1f} s")


async def _reported(folder: Path) -> None:
    """Return once a change is reported. Raise TimeoutError, and whatever the library raises."""
    from watchfiles import awatch

    writing = asyncio.create_task(_write(folder / "page.txt"))
    try:
        async with asyncio.timeout(PATIENCE_SECONDS), aclosing(awatch(folder, watch_filter=None, step=50)) as changes:
            await anext(changes)
    finally:
        writing.cancel()


async def _write(path: Path) -> None:
    """Write again and again: nothing reports when watching has begun."""
    while True:
        path.write_text(f"{time.monotonic()}\n")
        await asyncio.sleep(WRITE_SECONDS)

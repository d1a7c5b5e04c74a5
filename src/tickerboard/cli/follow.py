"""`parse --follow`: a line of JSON each time a page changes, until told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from typing import TYPE_CHECKING, Any

from tickerboard.export.ndjson import lines
from tickerboard.sources.pace import Pace
from tickerboard.sources.updates import failures_of, snapshots_of, updates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.model import Page
    from tickerboard.sources.base import Failure, Source

STOPPED = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}


def follow(sources: Sequence[Source], every: float | None) -> int:
    """Follow the sources and print their pages as ndjson; return the exit status."""
    return asyncio.run(_follow(sources, every))


async def _follow(sources: Sequence[Source], every: float | None) -> int:
    loop = asyncio.get_running_loop()
    stopped: asyncio.Future[Any] = loop.create_future()

    def stop(status: int) -> None:
        if not stopped.done():
            stopped.set_result(status)

    for number, status in STOPPED.items():
        loop.add_signal_handler(number, stop, status)
    tasks = [asyncio.create_task(_print_changes(source, Pace(every))) for source in sources]
    ended: asyncio.Future[Any] = asyncio.gather(*tasks)
    try:
        await asyncio.wait([stopped, ended], return_when=asyncio.FIRST_COMPLETED)
        if not stopped.done():
            ended.result()
        return int(stopped.result()) if stopped.done() else 0
    finally:
        for task in tasks:
            task.cancel()
        with contextlib.suppress(asyncio.CancelledError, BrokenPipeError):
            await ended


async def _print_changes(source: Source, pace: Pace) -> None:
    """Print a page when it says something else than before; tell each new failure on standard error."""
    seen: dict[str, Page] = {}
    failed: tuple[Failure, ...] = ()
    async with contextlib.aclosing(updates(source, pace)) as coming:
        async for update in coming:
            failures = failures_of(update)
            if failures != failed:
                sys.stderr.writelines(f"tickerboard: {failure}\n" for failure in failures)
            failed = failures
            fresh = [shot for shot in snapshots_of([update]) if seen.get(shot.source) != shot.page]
            seen |= {shot.source: shot.page for shot in fresh}
            sys.stdout.write(lines(fresh))
            sys.stdout.flush()

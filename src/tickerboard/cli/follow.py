"""`parse --follow`: a line of JSON each time a page changes, until told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from typing import TYPE_CHECKING

from tickerboard.cli.running import until_stopped
from tickerboard.export.ndjson import lines
from tickerboard.sources.pace import Pace
from tickerboard.sources.updates import failures_of, snapshots_of, updates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.model import Page
    from tickerboard.sources.base import Failure, Source


def follow(sources: Sequence[Source], every: float | None) -> int:
    """Follow the sources and print their pages as ndjson; return the exit status."""
    return asyncio.run(until_stopped(_print_changes(source, Pace(every)) for source in sources))


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

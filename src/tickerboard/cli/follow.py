"""`parse --follow`: a line of JSON each time a page changes or goes, until a signal or the end of the sources."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from tickerboard import schema
from tickerboard.cli.output import report, write
from tickerboard.cli.running import until_stopped
from tickerboard.export.json import dumps
from tickerboard.export.ndjson import lines
from tickerboard.sources.pace import Pace
from tickerboard.sources.updates import Snapshots, failures_of, snapshots_of, updates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.cli.alerting import Alerting
    from tickerboard.cli.where import Where
    from tickerboard.model import Page
    from tickerboard.sources.base import Failure, Source


def follow(sources: Sequence[Source], every: float | None, alerting: Alerting, where: Where | None = None) -> int:
    """Follow the sources and print their pages as ndjson; return the exit status."""
    try:
        return asyncio.run(until_stopped(_print_changes(source, Pace(every), alerting, where) for source in sources))
    finally:
        alerting.close()


async def _print_changes(source: Source, pace: Pace, alerting: Alerting, where: Where | None) -> None:
    """Print a page when it changed and when it went; report each new failure on standard error."""
    seen: dict[str, Page] = {}
    failed: tuple[Failure, ...] = ()
    async with contextlib.aclosing(updates(source, pace)) as coming:
        async for update in coming:
            failures = failures_of(update)
            if failures != failed:
                report(f"tickerboard: {failure}" for failure in failures)
            failed = failures
            kept = [shot if where is None else where.keep(shot) for shot in snapshots_of([update])]
            fresh = [shot for shot in kept if seen.get(shot.source) != shot.page]
            seen |= {shot.source: shot.page for shot in fresh}
            gone = [label for label in update.removed if seen.pop(label, None)] if isinstance(update, Snapshots) else []
            alerting.take(update)
            write(lines(fresh), *(dumps(schema.REMOVED.of(label)) + "\n" for label in gone))

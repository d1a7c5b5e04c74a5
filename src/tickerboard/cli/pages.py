"""Pages read once and printed, and how well that went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.cli.output import fail, report, write
from tickerboard.cli.statuses import DONE, NOTHING
from tickerboard.sources.updates import failures_of, has_something, read_once, snapshots_of
from tickerboard.text.counts import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tickerboard.cli.where import Where
    from tickerboard.export.format import ExportFormat
    from tickerboard.model import Snapshot
    from tickerboard.sources.base import Failure, Source


def print_pages(sources: Sequence[Source], form: ExportFormat, where: Where | None = None) -> int:
    """Read every source and print its pages; one that fails does not affect the others. Return the exit status."""
    updates = [read_once(source) for source in sources]
    failures = [failure for update in updates for failure in failures_of(update)]
    found = any(has_something(update) for update in updates)
    snapshots = snapshots_of(updates) if where is None else [where.keep(shot) for shot in snapshots_of(updates)]
    if found or not form.for_people:
        _print(snapshots, form, sources, failures)
    report(_remarks(snapshots, form))
    status = reported(sources, failures, found=found)
    if status == DONE and where and not any(shot.page.quotes or shot.page.rates for shot in snapshots):
        return fail(f"no quote passes --where {where.text!r}", NOTHING)
    return status


def reported(sources: Sequence[Source], failures: Sequence[Failure], *, found: bool) -> int:
    """Report what could not be read, or else that nothing was found; return the exit status."""
    if failures:
        return max(fail(str(failure)) for failure in failures)
    if not found:
        return fail(f"{', '.join(source.name for source in sources)}: no quote and no article found", NOTHING)
    return DONE


def _print(
    snapshots: Sequence[Snapshot], form: ExportFormat, sources: Sequence[Source], failures: Sequence[Failure]
) -> None:
    """Print the pages as one where one was asked for and came, otherwise as several, however few came."""
    if len(snapshots) == len(sources) == 1 and not failures:
        write(form.only(snapshots[0]))
    elif snapshots or len(sources) > 1 or not failures:
        write(form.pages(snapshots))


def _remarks(snapshots: Sequence[Snapshot], form: ExportFormat) -> Iterator[str]:
    """Return what the format leaves out, a line each."""
    for shot in snapshots:
        page = shot.page
        if not form.has_problems:
            yield from (f"{shot.source}:{each.line}: {each.message}: {each.text}" for each in page.problems)
        count = len(page.stories) + (page.article is not None)
        if not form.has_articles and count and not (page.quotes or page.rates):
            yield f"{shot.source}: no quotes; {form.name} leaves out {counted(count, 'article')}, json has them"

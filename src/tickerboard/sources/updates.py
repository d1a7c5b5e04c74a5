"""Updates: fetches with their pages parsed, once or for as long as a source is followed."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tickerboard.logs import log
from tickerboard.model import ObservedFrom
from tickerboard.parser.isolation import read_isolated
from tickerboard.parser.limits import ParsingError, Stopped
from tickerboard.parser.problems import problem
from tickerboard.sources.base import Failed, Failure, Pages, Progress, Unchanged

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable
    from threading import Event

    from tickerboard.model import Article, Snapshot
    from tickerboard.parser.documents import Document
    from tickerboard.sources.base import Fetch, Source
    from tickerboard.sources.pace import Pace

RESTART_SECONDS = 30.0
"""Seconds until a source whose following broke is followed again."""
SKEW_SECONDS = 60.0
"""Seconds that another clock may be ahead of ours before the page is reported as coming from the future."""


class Snapshots(NamedTuple):
    """The pages of a successful fetch, parsed. `at` (UTC) is when they came in; the other fields are those of Pages.

    `removed` are the labels of the pages that the source had at its last update and does not have any more. `size` is
    the number of bytes of all pages. `documents` are the pages as they were found, in the order of `snapshots`.
    """

    source: str
    snapshots: tuple[Snapshot, ...]
    at: datetime
    failures: tuple[Failure, ...] = ()
    again: datetime | None = None
    note: str | None = None
    removed: tuple[str, ...] = ()
    size: int = 0
    documents: tuple[Document, ...] = ()


Update: TypeAlias = "Snapshots | Unchanged | Failed | Progress"
"""What the board takes in."""


def parsed(fetch: Fetch, at: datetime, stop: Event | None = None) -> Update:
    """Return the update of a fetch that came in `at` (UTC): its pages parsed, none observed later than that.

    A page that cannot be parsed within its limits is a failure; where it is the only one, the whole fetch failed.
    Raises Stopped soon after `stop` is set.
    """
    if not isinstance(fetch, Pages):
        return fetch
    snapshots, documents, failures = [], [], list(fetch.failures)
    for document in fetch.documents:
        if stop is not None and stop.is_set():
            raise Stopped
        try:
            snapshots.append(_not_in_future(read_isolated(document, stop), at))
            documents.append(document)
        except ParsingError as error:
            failures.append(Failure(document.label, str(error)))
    if len(failures) == 1 and not snapshots:
        return Failed(fetch.source, failures[0], fetch.again, fetch.note)
    return Snapshots(
        fetch.source,
        tuple(snapshots),
        at,
        tuple(failures),
        fetch.again,
        fetch.note,
        size=sum(len(document.data) for document in fetch.documents),
        documents=tuple(documents),
    )


def _not_in_future(snapshot: Snapshot, now: datetime) -> Snapshot:
    """Take a time later than now for the time of reading: a wrong clock must not make old figures look fresh."""
    observed = snapshot.observed
    if observed is None or observed <= now:
        return snapshot
    is_ours = snapshot.observed_from is ObservedFrom.READ
    snapshot = snapshot._replace(observed=now, observed_from=ObservedFrom.READ)
    if is_ours or (observed - now).total_seconds() <= SKEW_SECONDS:
        return snapshot
    dated = problem(0, "clock", f"the page is dated in the future ({observed:%Y-%m-%d %H:%M} UTC)", "")
    return snapshot._replace(page=snapshot.page._replace(problems=(dated, *snapshot.page.problems)))


def snapshots_of(updates: Iterable[Update]) -> list[Snapshot]:
    """Return the snapshots of several updates."""
    return [shot for update in updates if isinstance(update, Snapshots) for shot in update.snapshots]


def failures_of(update: Update) -> tuple[Failure, ...]:
    """Return what could not be read: the whole source, or some of its pages."""
    match update:
        case Failed():
            return (update.failure,)
        case Snapshots():
            return update.failures
        case _:
            return ()


def articles_of(update: Update) -> tuple[Article, ...]:
    """Return the articles and stories of an update's pages."""
    pages = [snapshot.page for snapshot in snapshots_of([update])]
    return tuple(each for page in pages for each in (page.article, *page.stories) if each)


def has_something(update: Update) -> bool:
    """Return whether there is any quote, rate or article in an update."""
    pages = [snapshot.page for snapshot in snapshots_of([update])]
    return bool(articles_of(update)) or any(page.quotes or page.rates for page in pages)


def read_once(source: Source, at: datetime | None = None) -> Update:
    """Read a source and parse its pages; `at` is now in UTC, by default by the system's clock."""
    started = time.monotonic()
    update = parsed(source.read(), at or datetime.now(UTC))
    _log(source, update, time.monotonic() - started)
    return update


async def updates(source: Source, pace: Pace) -> AsyncGenerator[Update]:
    """Follow a source: parse each fetch off the caller's thread, and start again where following itself broke."""
    from contextlib import aclosing

    from tickerboard.sources.threads import off_thread

    had: set[str] = set()
    while True:
        pace.woke = time.monotonic()
        try:
            async with aclosing(source.follow(pace)) as fetches:
                async for fetch in fetches:
                    update = await off_thread(partial(parsed, fetch, pace.clock.now()))
                    if isinstance(update, Snapshots):
                        update, had = _with_removed(update, had)
                    _log(source, update, time.monotonic() - pace.woke)
                    yield update
                return
        except Exception as error:  # noqa: BLE001  whatever broke is shown on the board, and started again
            reason = f"following it broke ({type(error).__name__})"
            update = Failed.of(source.name, reason, pace.after(RESTART_SECONDS))
            _log(source, update, time.monotonic() - pace.woke)
            yield update
        await pace.wait(RESTART_SECONDS)


def _with_removed(update: Snapshots, had: set[str]) -> tuple[Snapshots, set[str]]:
    """Fill in which pages went since the last update, and return the labels of those that the source has now.

    A page that cannot be read at this moment is not removed.
    """
    have = {shot.source for shot in update.snapshots} | {failure.label for failure in update.failures}
    gone = tuple(sorted(had - have))
    return (update._replace(removed=gone) if gone else update), have


def _log(source: Source, update: Update, seconds: float) -> None:
    """Write what a source returned and how long that took (seconds), or why it failed and when it is tried again."""
    if not log.is_open():
        return
    from tickerboard.sources.redaction import name_of

    event, facts = _facts(update)
    took = None if source.stream else seconds
    log.record(event, source=name_of(source), took=took, **facts, note=update.note)


def _facts(update: Update) -> tuple[str, dict[str, object]]:
    """Return the event and the facts of an update for the log, without the label: a command's is the whole command."""
    match update:
        case Snapshots():
            pages = [shot.page for shot in update.snapshots]
            facts: dict[str, object] = {
                "bytes": update.size,
                "pages": len(pages),
                "quotes": sum(len(page.quotes) for page in pages),
                "articles": len(articles_of(update)),
                "problems": sum(len(page.problems) for page in pages),
                "again": update.again,
            }
            if update.failures:
                return "failure", facts | {"why": _why(update.source, update.failures)}
            return "fetch", facts
        case Failed():
            return "failure", {"why": update.failure.logged or update.failure.reason, "again": update.again}
        case Unchanged():
            return "unchanged", {"again": update.again}
        case Progress():
            return "progress", {}


def _why(source: str, failures: tuple[Failure, ...]) -> str:
    first = failures[0]
    why = first.reason if first.label == source else str(first)
    return f"{why} (and {len(failures) - 1} more)" if len(failures) > 1 else why

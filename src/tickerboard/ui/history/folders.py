"""Folders of dated pages, which have a past of their own; one that is followed live is a source as any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.model import ObservedFrom
from tickerboard.sources.updates import Snapshots
from tickerboard.text.dated_names import time_in_name

if TYPE_CHECKING:
    from datetime import datetime

    from tickerboard.model import Snapshot
    from tickerboard.sources.updates import Update


def is_dated(update: Update) -> bool:
    """Return whether there are several pages, each with a date in its name or a crawl's date before its first line."""
    if not isinstance(update, Snapshots) or len(update.snapshots) < 2:
        return False
    return all(own_time(shot) is not None for shot in update.snapshots)


def own_time(shot: Snapshot) -> datetime | None:
    """Return the time (UTC) that a page has of itself; None without one.

    A date without a time of day gives way to the file's time where that is of the same day.
    """
    if shot.page.crawled is not None:
        return shot.page.crawled
    named, observed = time_in_name(shot.source), shot.observed
    if named is None or observed is None or named.time() != named.min.time():
        return named
    return observed if observed.date() == named.date() else named


def with_own_times(update: Update) -> Update:
    """Return an update of dated pages with the times that they have of themselves; any other as it is."""
    if not isinstance(update, Snapshots) or not is_dated(update):
        return update
    shots = tuple(
        shot._replace(observed=own_time(shot), observed_from=ObservedFrom.CRAWL if shot.page.crawled else None)
        for shot in update.snapshots
    )
    return update._replace(snapshots=shots)

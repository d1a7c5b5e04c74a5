"""What sources return, made and looked into by the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clocks import NOON
from tickerboard.parser.documents import Document
from tickerboard.sources.base import Failed, Failure, Fetch, Pages
from tickerboard.sources.updates import Snapshots, Update, parsed

if TYPE_CHECKING:
    from datetime import datetime

    from tickerboard.model import Snapshot


def one_page(source: str, text: str, at: datetime | None = None) -> Pages:
    """A fetch of one page."""
    return Pages(source, (Document(source, text.encode(), at),))


def taken(fetch: Fetch, at: datetime = NOON) -> Snapshots:
    """The update of a fetch that has pages."""
    update = parsed(fetch, at)
    assert isinstance(update, Snapshots), update
    return update


def documents_of(fetch: Fetch) -> tuple[Document, ...]:
    """The documents of a fetch; none where it has no pages."""
    return fetch.documents if isinstance(fetch, Pages) else ()


def shots_of(update: Update) -> tuple[Snapshot, ...]:
    """The snapshots of an update; none where it has no pages."""
    return update.snapshots if isinstance(update, Snapshots) else ()


def failures_in(fetch: Fetch | Update) -> list[str]:
    """What could not be read, each with its label."""
    match fetch:
        case Failed():
            return [str(fetch.failure)]
        case Pages() | Snapshots():
            return [str(failure) for failure in fetch.failures]
        case _:
            return []


def failed(source: str, reason: str, again: datetime | None = None) -> Failed:
    """A source that failed."""
    return Failed(source, Failure(source, reason), again)

"""Records to pages: the batch function of a backfill. Pure: it neither reads nor writes files."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from tickerboard.backfill.record import Record, Rejection
from tickerboard.model import ObservedFrom
from tickerboard.parser.documents import Document
from tickerboard.parser.isolation import read_isolated
from tickerboard.parser.limits import BinaryError, ParsingError
from tickerboard.sources.base import document_address
from tickerboard.text.clean import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from tickerboard.backfill.inputs import Input
    from tickerboard.model import Snapshot


class Parsed(NamedTuple):
    """A record that was parsed.

    `source` is the site that it is from: the host of its address, or the INPUT as it was named; `page` is the SHA-256
    of the document in hexadecimal. `crawled` (UTC) is the crawl's time, None where no crawl tells it.
    """

    number: int
    source: str
    document: Document
    snapshot: Snapshot
    page: str

    @property
    def crawled(self) -> datetime | None:
        """When the page was crawled."""
        return self.snapshot.observed if self.snapshot.observed_from is ObservedFrom.CRAWL else None


class Dropped(NamedTuple):
    """A record that the cheap test dropped."""

    number: int


def read_batch(
    records: Iterable[Record | Rejection], of: Input, wanted: Callable[[bytes], bool]
) -> Iterator[Parsed | Dropped | Rejection]:
    """Parse the records that pass the cheap test; what cannot be parsed is rejected with its reason."""
    for each in records:
        if isinstance(each, Rejection):
            yield each
        elif not wanted(each.data):
            yield Dropped(each.number)
        else:
            yield _parsed(each, of)


def _parsed(record: Record, of: Input) -> Parsed | Rejection:
    source, url = _place(record.url, of)
    document = Document(source, record.data, record.time, record.time_from, url, record.charset, record.content_type)
    try:
        shot = read_isolated(document)
    except BinaryError as error:
        return Rejection(record.number, "binary", str(error))
    except ParsingError as error:
        return Rejection(record.number, "limits", str(error))
    if record.time_from is ObservedFrom.CRAWL and record.time and _is_same_day(shot, record.time):
        shot = shot._replace(observed=record.time)  # the crawl's own time is finer than the day on the page
    return Parsed(record.number, source, document, shot, sha256(record.data).hexdigest())


def _is_same_day(shot: Snapshot, time: datetime) -> bool:
    return shot.observed is not None and shot.observed.date() == time.date()


def _place(url: str | None, of: Input) -> tuple[str, str | None]:
    """Return the source of a record and its address without secrets, None where it has none of http(s)."""
    try:
        parts = urlsplit(url or "")
        if parts.scheme in {"http", "https"} and parts.hostname:
            return shown(parts.hostname), shown(document_address(url or ""))
    except ValueError:  # not an address, whatever the crawl says
        pass
    return shown(of.named), None

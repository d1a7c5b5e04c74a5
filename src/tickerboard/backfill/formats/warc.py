"""WARC and WET: their records by FastWARC, to pages."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any, BinaryIO

from tickerboard.backfill.formats.archive import Broken, blocks
from tickerboard.backfill.record import Record, Rejection
from tickerboard.backfill.streams import INFLATERS
from tickerboard.model import ObservedFrom

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from tickerboard.backfill.columns import Columns
    from tickerboard.backfill.inputs import Input

_TEXT = ("text/", "application/xhtml", "application/xml", "application/rss", "application/atom")
_OK = 200


def read(stream: BinaryIO, of: Input, _: Columns) -> Iterator[Record | Rejection]:
    """Yield the pages of an archive: responses that succeeded, resources and conversions; other records are passed."""
    ending = next((each for each in INFLATERS if of.path.lower().endswith(each)), "")
    for number, block in enumerate(blocks(stream, ending), 1):
        if isinstance(block, Broken):
            yield Rejection(number, block.code, block.message)
        elif block.data is not None:
            yield from _page(number, block.record, block.data)


def _page(number: int, record: Any, data: bytes) -> Iterator[Record | Rejection]:
    """Yield the page of a record, where it has one of text."""
    url = record.headers.get("WARC-Target-URI") or ""
    content_type, charset = record.headers.get("Content-Type"), None
    if record.is_http:
        try:
            response = _response(data)
        except OSError:
            yield Rejection(number, "damaged", "the body of the response cannot be decoded")
            return
        if response is None or response.http_headers.status_code != _OK:
            return
        data = response.reader.read()
        content_type, charset = response.http_headers.get("Content-Type"), response.http_charset
    if content_type and not content_type.strip().lower().startswith(_TEXT):
        return
    time = _time(record)
    time_from = ObservedFrom.CRAWL if time else None
    yield Record(number, data, url.strip("<>") or None, time, time_from, charset, content_type)


def _response(data: bytes) -> Any:
    """Return an HTTP message with its body decoded; None where it has no headers. Raise OSError."""
    from fastwarc import WarcRecord

    message = WarcRecord()
    message.set_bytes_content(data)
    message.is_http = True
    message.parse_http(auto_decode="all")
    return message if message.http_headers and message.http_headers.status_code else None


def _time(record: Any) -> datetime | None:
    try:
        time: datetime | None = record.record_date
    except ValueError:
        return None
    return time and time.astimezone(UTC)

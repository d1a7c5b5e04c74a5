"""A row of a crawl set, such as an object of JSONL or a row of Parquet, to a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tickerboard.backfill.columns import read_crawl_time, value_at
from tickerboard.backfill.record import Record, Rejection
from tickerboard.model import ObservedFrom
from tickerboard.text.clean import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tickerboard.backfill.columns import Found

_SHOWN = 40


def record_of(number: int, row: dict[str, Any], found: Found | None) -> Iterator[Record | Rejection]:
    """Yield the record of a row, and what is wrong with it."""
    text = value_at(row, found.text) if found else None
    if found is None or not isinstance(text, str | bytes):
        yield Rejection(number, "columns", "no text in the record")
        return
    cell, time = value_at(row, found.time), None
    try:
        time = read_crawl_time(cell)
    except (ValueError, OverflowError):
        yield Rejection(number, "time", f"not a time: {shown(str(cell))[:_SHOWN]!r}")
    url = value_at(row, found.url)
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    yield Record(
        number,
        data,
        url if isinstance(url, str) and url else None,
        time,
        ObservedFrom.CRAWL if time else None,
        "utf-8" if isinstance(text, str) else None,
    )

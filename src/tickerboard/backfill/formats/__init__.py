"""The formats of a crawl's files, each declared once: the endings of their names and what reads their records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from tickerboard.backfill.errors import DamagedError
from tickerboard.backfill.formats import jsonl, pages, parquet, warc
from tickerboard.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tickerboard.backfill.columns import Columns
    from tickerboard.backfill.inputs import Input
    from tickerboard.backfill.record import Record, Rejection

_PACKED = ("", ".gz", ".zst")


def _endings(*names: str) -> tuple[str, ...]:
    return tuple(name + packed for name in names for packed in _PACKED)


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, a line of help, the endings of its files, and its reader.

    `read` yields records and rejections in the order of the file. It raises OSError and DamagedError for what ends the
    file early; everything that it yielded before stands, unless the error is UnreliableError. `small` files share a
    task.
    """

    name: str
    help: str
    endings: tuple[str, ...]
    read: Callable[[BinaryIO, Input, Columns], Iterator[Record | Rejection]]
    small: bool = False


FORMATS: Registry[Format] = Registry(
    "tickerboard.crawls",
    Format,
    (
        Format(
            "page", "one page of text or HTML a file", (".txt", ".text", ".html", ".htm", ".xhtml"), pages.read, True
        ),
        Format(
            "jsonl",
            "a JSON object a line; .gz and .zst too",
            _endings(".jsonl", ".ndjson", ".json"),
            jsonl.read,
        ),
        Format("parquet", "a row a page", (".parquet",), parquet.read),
        Format("warc", "responses, and resources of text; .gz and .zst too", _endings(".warc"), warc.read),
        Format("wet", "Common Crawl's extracted text; .gz too", _endings(".wet"), warc.read),
    ),
)


def format_of(name: str) -> Format | None:
    """Return the format of a file by the ending of its name; None for any other file."""
    lower = name.lower()
    return next((each for each in FORMATS if lower.endswith(each.endings)), None)


def read_records(stream: BinaryIO, of: Input, columns: Columns) -> Iterator[Record | Rejection]:
    """Yield the records of an input, as the reader of its format does. Raise DamagedError where it has none."""
    form = format_of(of.path)
    if form is None:
        raise DamagedError("unreadable", "unknown format")
    yield from form.read(stream, of, columns)

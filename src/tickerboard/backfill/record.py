"""What a crawl's file holds: records, and what had to be rejected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser.problems import Code
from tickerboard.registry import Registry

if TYPE_CHECKING:
    from datetime import datetime

    from tickerboard.model import ObservedFrom

REJECTIONS: Registry[Code] = Registry(
    "tickerboard.rejections",
    Code,
    (
        Code("unreadable", "an input that cannot be opened or is not of its format"),
        Code("cut", "an archive or a file that ends within a record"),
        Code("damaged", "a record that cannot be decoded, or whose checksum does not match"),
        Code("columns", "a record without a text, or a file without a column of text"),
        Code("time", "a crawl time that cannot be read; the page is kept without it"),
        Code("undated", "a page without a time, which the history cannot keep"),
        Code("binary", "a record that is not text"),
        Code("limits", "a page that takes more time or memory than a page may"),
    ),
)
"""Why a record, or a whole input, is rejected."""


@dataclass(frozen=True, slots=True)
class Record:
    """One document of a crawl: record `number` (from 1) of its file.

    `time` (UTC) is when the crawl, or the file, says that the page was as it is, and `time_from` which of them; both
    are None where neither does. `charset` and `content_type` are what the server's headers say.
    """

    number: int
    data: bytes
    url: str | None = None
    time: datetime | None = None
    time_from: ObservedFrom | None = None
    charset: str | None = None
    content_type: str | None = None


class Rejection(NamedTuple):
    """A record that was rejected and why; record 0 is the whole input."""

    record: int
    code: str
    message: str

"""A file that is one page: text or HTML, observed when it was last changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from tickerboard.backfill.errors import DamagedError
from tickerboard.backfill.record import Record
from tickerboard.model import ObservedFrom

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tickerboard.backfill.columns import Columns
    from tickerboard.backfill.inputs import Input
    from tickerboard.backfill.record import Rejection

BYTES_CAP = 100 * 1024 * 1024


def read(stream: BinaryIO, of: Input, _: Columns) -> Iterator[Record | Rejection]:
    """Yield the page."""
    data = stream.read(BYTES_CAP + 1)
    if len(data) > BYTES_CAP:
        raise DamagedError("limits", f"larger than {BYTES_CAP // 1024 // 1024} MiB")
    yield Record(1, data, None, of.changed, ObservedFrom.MTIME if of.changed else None)

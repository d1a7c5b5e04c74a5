"""JSONL: an object a line, plain or compressed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO

from tickerboard.backfill.columns import dotted, find_columns
from tickerboard.backfill.formats.cells import record_of
from tickerboard.backfill.record import Rejection
from tickerboard.backfill.streams import INFLATERS, LINE_CAP, inflate, lines, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tickerboard.backfill.columns import Columns, Found
    from tickerboard.backfill.inputs import Input
    from tickerboard.backfill.record import Record

KNOWN = 1_000
"""Sets of names whose columns are remembered."""


def read(stream: BinaryIO, of: Input, columns: Columns) -> Iterator[Record | Rejection]:
    """Yield the record of each line; a line that is not a whole object is rejected."""
    packed = next((new for ending, new in INFLATERS.items() if of.path.lower().endswith(ending)), None)
    parts = pieces(stream) if packed is None else inflate(stream, packed)
    known: dict[tuple[str, ...], Found | None] = {}
    for number, line in enumerate(lines(parts), 1):
        if line is None:
            yield Rejection(number, "limits", f"a line of more than {LINE_CAP // 1024 // 1024} MiB")
            continue
        if not line.strip():
            continue
        row = _row(line)
        if row is None:
            yield Rejection(number, "damaged", "not a JSON object")
            continue
        names = tuple(dotted(row))
        if names not in known:
            if len(known) >= KNOWN:
                known.clear()
            known[names] = find_columns(names, columns)
        yield from record_of(number, row, known[names])


def _row(line: bytes) -> dict[str, Any] | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None

"""Parquet: a row a page. Only the columns that are needed are read, a few hundred rows at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from tickerboard.backfill.columns import find_columns
from tickerboard.backfill.errors import DamagedError
from tickerboard.backfill.formats.cells import record_of
from tickerboard.backfill.record import Rejection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tickerboard.backfill.columns import Columns, Found
    from tickerboard.backfill.inputs import Input
    from tickerboard.backfill.record import Record

ROWS = 256


def read(stream: BinaryIO, _: Input, columns: Columns) -> Iterator[Record | Rejection]:
    """Yield the record of each row; where a row group is damaged, the rest of it is rejected."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(stream, page_checksum_verification=True)
    except (pa.ArrowException, OSError) as error:
        raise DamagedError("unreadable", "not a whole Parquet file") from error
    found = find_columns(_names(file.schema_arrow), columns)
    if found is None:
        raise DamagedError("columns", "no column of text; --text-column names one")
    number = 0
    for group in range(file.num_row_groups):
        end = number + file.metadata.row_group(group).num_rows
        try:
            for row in _rows(file, group, found):
                number += 1
                yield from record_of(number, row, found)
        except (pa.ArrowException, OSError):
            yield Rejection(number + 1, "damaged", f"records {number + 1:,} to {end:,} cannot be read")
        number = end


def _names(schema: Any) -> list[str]:
    """Return the dotted names of columns, nested ones too."""
    import pyarrow as pa

    names: list[str] = []
    for field in schema:
        names.append(field.name)
        if pa.types.is_struct(field.type):
            names += [f"{field.name}.{inner}" for inner in _names(field.type)]
    return names


def _rows(file: Any, group: int, found: Found) -> Iterator[dict[str, Any]]:
    wanted = sorted({".".join(path) for path in (found.text, found.url, found.time) if path})
    for batch in file.iter_batches(ROWS, row_groups=[group], columns=wanted):
        yield from batch.to_pylist()

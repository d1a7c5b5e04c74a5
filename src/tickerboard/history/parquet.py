"""Series as a Parquet file; needs the extra `parquet`."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tickerboard.history.errors import HistoryError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tickerboard.history.queries import Point

ROWS = 100_000
"""Rows of one row group; no more are held at a time."""


def write_parquet(points: Iterator[Point], path: Path) -> int:
    """Write series with the columns of the CSV, whole or not at all; return the number of rows.

    `time` is a timestamp in UTC, figures are strings with the page's own digits. An existing file is replaced; no file
    is written where there are no rows. Raise HistoryError.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise HistoryError("--parquet needs pyarrow: install tickerboard with its extra 'parquet'") from error
    names = ("time", "symbol", "last", "change", "percent", "source")
    types = (pa.timestamp("us", tz="UTC"), *(pa.string(),) * 5)
    schema = pa.schema(list(zip(names, types, strict=True)))
    written, part = 0, path.with_name(f".{path.name}.part")
    try:
        if not (rows := list(islice(points, ROWS))):
            return 0
        with pq.ParquetWriter(part, schema) as writer:
            while rows:
                writer.write_table(pa.Table.from_pylist([_row(each) for each in rows], schema))
                written += len(rows)
                rows = list(islice(points, ROWS))
        part.replace(path)
    except OSError as error:
        raise HistoryError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    finally:
        part.unlink(missing_ok=True)
    return written


def _row(point: Point) -> dict[str, object]:
    figures = (point.last, point.change, point.percent)
    last, change, percent = (None if each is None else f"{each:f}" for each in figures)
    return {**point._asdict(), "last": last, "change": change, "percent": percent}

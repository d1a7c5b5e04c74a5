"""The problems of all tasks in one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.parquet as pq

from tickerboard.backfill.columnar import PROBLEMS

if TYPE_CHECKING:
    from tickerboard.backfill.workplace import Workplace

NAME = "problems.parquet"


def gather_problems(place: Workplace) -> None:
    """Write `problems.parquet` from what complete tasks left, whole or not at all; one row group is held at a time."""
    part = place.own / f"{NAME}.part"
    with pq.ParquetWriter(part, PROBLEMS) as writer:
        for name in place.manifests():
            file = pq.ParquetFile(place.done(name, ".problems"))
            for group in range(file.num_row_groups):
                writer.write_table(file.read_row_group(group))
    part.replace(place.folder / NAME)

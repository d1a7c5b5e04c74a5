"""What is measured, a module each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.subjects import (
    alerts,
    backfill,
    documents,
    history,
    idle,
    parsing,
    reading,
    rows,
    sharing,
    soak,
    start,
    styles,
    tape,
    wire,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.figures import Effort, Figure

SUBJECTS: dict[str, Callable[[Effort], Iterator[Figure]]] = {
    "start": start.measure,
    "parsing": parsing.measure,
    "styles": styles.measure,
    "documents": documents.measure,
    "tape": tape.measure,
    "idle": idle.measure,
    "rows": rows.measure,
    "reading": reading.measure,
    "wire": wire.measure,
    "history": history.measure,
    "alerts": alerts.measure,
}
APART: dict[str, Callable[[Effort], Iterator[Figure]]] = {
    "soak": soak.measure,
    "sharing": sharing.measure,
    "backfill": backfill.measure,
}
"""What takes ten minutes and is measured only where it is named."""

"""Newline-delimited JSON: one object a line, one line a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.export.format import ExportFormat
from tickerboard.export.json import dumps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.model import Snapshot


def lines(snapshots: Sequence[Snapshot]) -> str:
    """Write a line for each snapshot."""
    return "".join(dumps(snapshot.to_dict()) + "\n" for snapshot in snapshots)


NDJSON = ExportFormat("ndjson", "one object a line, one line a page", "ndjson", lines, has_problems=True)

"""JSON: one object for one page, otherwise a list; and a list of quotes for rows of the board."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tickerboard.export.format import ExportFormat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.board.row import Row
    from tickerboard.model import Snapshot
    from tickerboard.table.column import Column


def dumps(value: Any, indent: int | None = None) -> str:
    """Write a value as JSON; Decimals keep their digits."""
    import simplejson

    return simplejson.dumps(value, use_decimal=True, ensure_ascii=False, indent=indent)


def _page(snapshot: Snapshot) -> str:
    return dumps(snapshot.to_dict(), indent=2) + "\n"


def _pages(snapshots: Sequence[Snapshot]) -> str:
    return dumps([snapshot.to_dict() for snapshot in snapshots], indent=2) + "\n"


def _rows(rows: Sequence[Row], _: Sequence[Column]) -> str:
    """Write every field of the rows' quotes, whichever columns are shown, with the source of each."""
    return dumps([row.quote.to_dict() | {"source": row.source} for row in rows], indent=2) + "\n"


JSON = ExportFormat(
    "json", "one object for one page, otherwise a list of objects", "json", _pages, _page, _rows, has_problems=True
)

"""CSV: one row for each quote and each rate; cells that a spreadsheet would take for a formula are defused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tickerboard.export.figures import plain
from tickerboard.export.format import ExportFormat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tickerboard.board.row import Row
    from tickerboard.model import Snapshot
    from tickerboard.table.column import Column

_OF_PAGE = ("source", "observed")
_OF_QUOTE = (
    "symbol",
    "name",
    "kind",
    "sector",
    "last",
    "change",
    "percent",
    "direction",
    "previous",
    "open",
    "high",
    "low",
    "volume",
    "line",
)
HEADER = (*_OF_PAGE, *_OF_QUOTE)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What begins a formula in a spreadsheet (OWASP, CSV injection), also in full-width letters."""


def defused(cell: Any) -> Any:
    """Put an apostrophe before text that a spreadsheet would run as a formula; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" \xa0").startswith(_FORMULA) else cell


def _written(rows: Iterable[Iterable[Any]]) -> str:
    """Write rows; None is an empty cell."""
    import csv  # other formats do without it
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in rows:
        writer.writerow(["" if cell is None else plain(defused(cell)) for cell in row])
    return out.getvalue()


def _pages(snapshots: Sequence[Snapshot]) -> Iterator[Iterable[Any]]:
    yield HEADER
    for snapshot in snapshots:
        given = snapshot.to_dict()
        page = [given[name] for name in _OF_PAGE]
        for each in (*given["quotes"], *given["rates"]):
            yield [*page, *(each.get(name) for name in _OF_QUOTE)]


def _rows(rows: Sequence[Row], columns: Sequence[Column]) -> Iterator[Iterable[Any]]:
    yield [column.name for column in columns]
    for row in rows:
        yield [column.value(row) for column in columns]


CSV = ExportFormat(
    "csv",
    "a header, then one row for each quote and rate",
    "csv",
    lambda snapshots: _written(_pages(snapshots)),
    rows=lambda rows, columns: _written(_rows(rows, columns)),
    has_articles=False,
)

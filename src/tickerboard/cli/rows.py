"""Rows of a command as table, csv or ndjson, written as they come."""

from __future__ import annotations

import csv
import math
import re
import sys
from itertools import chain, islice
from itertools import count as count_from
from typing import TYPE_CHECKING, Any

from tickerboard.export.csv import defused
from tickerboard.export.figures import plain
from tickerboard.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MEASURED = 1_000
"""Rows that are looked at before the first is printed, so that a table's columns fit."""
WIDEST = 60
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?", re.ASCII)


def print_rows(header: Sequence[str], rows: Iterable[Sequence[Any]], form: str) -> int:
    """Write rows and return how many there were; None is an empty cell, in ndjson null. Decimals keep their digits."""
    match form:
        case "csv":
            return _csv(header, rows)
        case "ndjson":
            return _ndjson(header, rows)
        case _:
            return _table(header, rows)


def _csv(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    writer, count = csv.writer(sys.stdout, lineterminator="\n"), 0
    writer.writerow([_safe(name) for name in header])
    for row in rows:
        writer.writerow(["" if cell is None else _safe(_text(cell)) for cell in row])
        count += 1
    return count


def _safe(cell: Any) -> Any:
    """Return a cell that no spreadsheet runs; a text that is a number stays as it is."""
    return cell if isinstance(cell, str) and _NUMBER.fullmatch(cell) else plain(defused(cell))


def _ndjson(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    from tickerboard.export.json import dumps

    count, names = 0, with_unique_names(header)
    for row in rows:
        sys.stdout.write(dumps(dict(zip(names, map(_json, row), strict=True))) + "\n")
        count += 1
    return count


def with_unique_names(header: Sequence[str]) -> list[str]:
    """Return column names for the keys of an object: of equal ones the later get a number, as in `last_2`."""
    names: list[str] = []
    for name in header:
        free = (name if number == 1 else f"{name}_{number}" for number in count_from(1))
        names.append(next(each for each in free if each not in names))
    return names


def _table(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Write aligned columns: figures to the right, text to the left; no header where there are no rows."""
    rest = iter(rows)
    first = list(islice(rest, MEASURED))
    if not first:
        return 0
    names = [_cell(name) for name in header]
    cells = [[_cell(cell) for cell in row] for row in first]
    widths = [min(max(map(len, column)), WIDEST) for column in zip(names, *cells, strict=True)]
    right = [any(not isinstance(row[at], str | None) for row in first) for at in range(len(header))]
    sys.stdout.write(_line(names, widths, right))
    count = 0
    for row in chain(first, rest):
        sys.stdout.write(_line([_cell(cell) for cell in row], widths, right))
        count += 1
    return count


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    aligned = (
        cell.rjust(width) if figure else cell.ljust(width)
        for cell, width, figure in zip(cells, widths, right, strict=True)
    )
    return "  ".join(aligned).rstrip() + "\n"


def _cell(cell: Any) -> str:
    return "" if cell is None else clean(str(plain(_text(cell)))).replace("\n", " ")


def _json(cell: Any) -> Any:
    """Return a cell for JSON, which has no number for infinity."""
    return None if isinstance(cell, float) and math.isinf(cell) else _text(cell)


def _text(cell: Any) -> Any:
    return cell.hex() if isinstance(cell, bytes) else cell

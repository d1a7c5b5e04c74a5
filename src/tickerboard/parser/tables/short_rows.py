"""Rows that lack their last cells: each of their figures may be that of the column before its own."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from tickerboard.parser.tables.fields import MOVES, NUMERIC, QUOTED, Field
from tickerboard.parser.tables.row_figures import figures_of, styles_of
from tickerboard.parser.tables.rows import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.tables.rows import Cell


def without_shifted(table: Table, style: Style) -> list[tuple[int, Sequence[Cell]]]:
    """Take the rows out of a table that may lack another cell than their last one, and return them.

    A row without its last cells keeps its place where its figures add up, or where each cell is of the kind of those
    above and below it.
    """
    ends = [_end(cells) for _, cells in table.rows]
    most = max(ends, default=0)
    if min(ends, default=0) == most:
        return []
    whole = [cells for (_, cells), end in zip(table.rows, ends, strict=True) if end == most]
    kinds = [{_kind(field, row[at]) for row in whole} - {""} for at, field in enumerate(table.fields)]
    styles = styles_of(Table(table.fields, table.rows), style)
    is_shifted = [
        end < most and _may_be_shifted(table.fields, cells, kinds) and not _adds_up(table.fields, cells, styles)
        for (_, cells), end in zip(table.rows, ends, strict=True)
    ]
    shifted = list(compress(table.rows, is_shifted))
    table.rows = [row for row, is_out in zip(table.rows, is_shifted, strict=True) if not is_out]
    return shifted


def _end(cells: Sequence[Cell]) -> int:
    """Return the place behind the last cell with a text."""
    end = len(cells)
    while end and not cells[end - 1].text:
        end -= 1
    return end


def _may_be_shifted(fields: Sequence[Field | None], cells: Sequence[Cell], kinds: Sequence[set[str]]) -> bool:
    """Return whether a cell is of another kind than those of its column, or figures stand in place of the move."""
    moves = [cell.text for field, cell in zip(fields, cells, strict=True) if field in MOVES]
    others = [cell.text for field, cell in zip(fields, cells, strict=True) if field in NUMERIC - QUOTED]
    if any(others) and not any(moves):
        return True
    found = [_kind(field, cell) for field, cell in zip(fields, cells, strict=True)]
    return any(kind and known and kind not in known for kind, known in zip(found, kinds, strict=True))


def _kind(field: Field | None, cell: Cell) -> str:
    """Return of which kind a cell is; empty where it says nothing, as a word or a dash among figures does."""
    figures = [each for each in cell.tokens if each.kind in "nsp"]
    if not figures:
        return "word" if field in (Field.NAME, Field.SYMBOL) and cell.text else ""
    if field in (Field.NAME, Field.SYMBOL):
        return "word" if len(figures) < len(cell.tokens) else "figure"
    first = figures[0]
    if first.kind == "p":
        return "percent"
    is_signed = first.kind == "s" or first.is_bracketed
    if field not in MOVES:
        return "move" if is_signed else "figure"
    amount = first.body.replace(",", ".")
    return "move" if is_signed or "." in amount or not amount.strip("0") else "count"


def _adds_up(fields: Sequence[Field | None], cells: Sequence[Cell], styles: Sequence[Style]) -> bool:
    """Return whether a row has all three figures, and they prove each other."""
    found = figures_of(fields, cells, styles)
    return found is not None and bool(found.change and found.percent) and found.is_exact

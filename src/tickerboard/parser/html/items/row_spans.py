"""Rows of a table that belong together in the markup: a cell of the first reaches down to the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

_MOST = 3
"""Rows that a name reaches over, at most: a taller cell is the heading of a group."""


def rows_spanned(row: LexborNode) -> list[LexborNode]:
    """Return the rows that a cell of a row, or of the one before it, spans, from its own on; none for a single one."""
    for head in (row, _next_row(row, "prev")):
        count = _count(head) if head is not None else 1
        if head is None or not 1 < count <= _MOST:
            continue
        rows = [head]
        while len(rows) < count and (below := _next_row(rows[-1], "next")) is not None:
            rows.append(below)
        if any(each.mem_id == row.mem_id for each in rows):
            return rows
    return []


def _next_row(row: LexborNode, way: str) -> LexborNode | None:
    each: LexborNode | None = getattr(row, way)
    while each is not None and not each.is_element_node:
        each = getattr(each, way)
    return each if each is not None and each.tag == "tr" else None


def _count(row: LexborNode) -> int:
    """Return how many rows the first cell that spans several does."""
    said = (each.attributes.get("rowspan") or "" for each in _cells(row))
    return next((int(each) for each in said if each.isascii() and each.isdecimal() and len(each) < 3), 1)


def _cells(row: LexborNode) -> Iterator[LexborNode]:
    child = row.first_child
    while child is not None:
        if child.tag in {"td", "th"}:
            yield child
        child = child.next

"""The tables of a page's markup as rows of cells: `table` elements, ARIA grids, and tables built of other elements."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tickerboard.parser import reasons
from tickerboard.parser.html.items.headings import is_below_other
from tickerboard.parser.html.tables.bare_moves import with_bare_moves
from tickerboard.parser.html.tables.boxed import children, find_boxed
from tickerboard.parser.html.tables.cells import cells_of
from tickerboard.parser.html.tables.slots import (
    WIDEST,
    Slot,
    behind_icons,
    in_columns,
    lines_of,
    name_of_column,
    side_by_side,
    turned,
)
from tickerboard.parser.html.tables.unheaded import labelled_fields, unheaded_fields
from tickerboard.parser.html.tree import text_of
from tickerboard.parser.phrases.headings import heads_other
from tickerboard.parser.refusals.times import is_list_time
from tickerboard.parser.strips.directions import NEAR, arrows_of
from tickerboard.parser.tables.fields import MOVES, Field
from tickerboard.parser.tables.headers.groups import grouped_fields
from tickerboard.parser.tables.headers.header import field_of, fields_of, is_of_period
from tickerboard.parser.tables.headers.others import other_fields
from tickerboard.parser.tables.rows import Table
from tickerboard.parser.tables.sections import sections_of
from tickerboard.parser.tables.short_rows import without_shifted
from tickerboard.parser.tables.table import read_table, refuse, report_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborNode

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.html.leaves import Leaves
    from tickerboard.parser.html.ways.arrows import Arrows
    from tickerboard.parser.strips.reading import StripReading

_LONGEST_NAMES = 120
"""Characters of the names of two columns in one cell, at most."""
_HEADERS = 3
"""Rows at the top of a table in which its header may stand."""


@dataclass(slots=True)
class _Markup:
    """A table of the markup: its elements, and its rows of cells, without those of a table within it."""

    nodes: list[LexborNode]
    rows: list[list[LexborNode]] = field(default_factory=list)
    numbered: dict[str, tuple[int, list[LexborNode]]] = field(default_factory=dict)
    row: list[LexborNode] | None = None

    def open_row(self, node: LexborNode) -> None:
        """Begin a row; one with the number of a row elsewhere is its rest, where a grid scrolls beside its names."""
        # The body of a table may count its rows again.
        number = node.attributes.get("aria-rowindex") if node.tag != "tr" else None
        around = node.parent.mem_id if number and node.parent is not None else 0
        before = self.numbered.get(number) if number else None
        if before is not None and before[0] != around:
            self.row = before[1]
            return
        self.row = []
        self.rows.append(self.row)
        if number:
            self.numbered[number] = around, self.row


def read_tables(leaves: Leaves, style: Style, arrows: Arrows, reading: StripReading) -> list[LexborNode]:
    """Read every table of quotes, its rows numbered on from those before; return the tables that were read."""
    taken: list[LexborNode] = []
    number = 0
    boxed = [_Markup(box, [children(each) for each in box]) for box in find_boxed(leaves)]
    for markup in (*_with_heads(_find_tables(leaves)), *boxed):
        spanned: dict[int, int] = {}
        rows = [in_columns(cells[:WIDEST], spanned) for cells in markup.rows if cells]
        tables = [_table(part, number, arrows) for part in side_by_side(rows)]
        if tables == [None]:
            tables = [_table(turned(rows), number, arrows) or _unheaded(rows, number, arrows, style)]
        number += len(rows)
        read = [_read(table, markup.nodes[0], leaves, style, reading) for table in tables if table is not None]
        taken += markup.nodes if any(read) else ()
    return taken


def _read(table: Table, node: LexborNode, leaves: Leaves, style: Style, reading: StripReading) -> bool:
    """Read a table of an element, as the texts above that say; return whether it was read, or refused."""
    caption = node.css_first("caption")
    start, _ = leaves.spans.get(node.mem_id, (0, 0))
    # The last of the texts above says what it is of.
    above = [text_of(caption)] if caption is not None else ["", *leaves.texts[max(0, start - NEAR) : start]]
    if is_list_time(above):  # its moves are not the day's
        table = Table([Field.PERIOD if kind in MOVES else kind for kind in table.fields], table.rows)
    table.arrow = arrows_of(above)
    if heads_other(above[0]) if caption is not None else is_below_other(leaves, start):
        return refuse(table, reasons.OTHER_FIGURE, reading)
    parts = [_read_part(part, style, reading) for part in sections_of(table) if part.rows]
    return any(parts)


def _read_part(table: Table, style: Style, reading: StripReading) -> bool:
    """Read a part of a table, without the rows that may lack a cell; return whether it was read."""
    shifted = without_shifted(table, style)
    is_read = not table.rows or read_table(table, style, reading)
    if is_read:
        report_rows(shifted, reasons.SHIFTED, reading)
    return is_read


def _find_tables(leaves: Leaves) -> list[_Markup]:
    """Find the tables of a page, each row with the table that it is in, each cell with its row."""
    found: list[_Markup] = []
    opened: list[tuple[int, _Markup]] = []
    for kind, node, depth in leaves.grid:
        while opened and opened[-1][0] >= depth:
            opened.pop()
        if kind == "table":
            found.append(_Markup([node]))
            opened.append((depth, found[-1]))
        elif opened and kind == "tr":
            opened[-1][1].open_row(node)
        elif opened and opened[-1][1].row is not None:
            opened[-1][1].row.append(node)
    return found


def _with_heads(found: Sequence[_Markup]) -> list[_Markup]:
    """Return tables of which one with a header and no more is the head of the table behind it, as wide as that.

    Where a list scrolls below its header, each of the two is a table of its own.
    """
    joined: list[_Markup] = []
    for markup in found:
        head = joined[-1] if joined else None
        if head is not None and _is_head(head) and markup.rows and len(markup.rows[0]) == len(head.rows[0]):
            joined[-1] = _Markup([*head.nodes, *markup.nodes], [*head.rows, *markup.rows])
        else:
            joined.append(markup)
    return joined


def _is_head(markup: _Markup) -> bool:
    return len(markup.rows) == 1 and all(cell.tag == "th" for cell in markup.rows[0])


def _table(rows: Sequence[Sequence[Slot]], number: int, arrows: Arrows) -> Table | None:
    """Return the table below a header of quotes; None where none of the first rows is one."""
    texts = [[name_of_column(slot) for slot in row] for row in rows[: _HEADERS + 1]]
    for at in range(min(_HEADERS, len(rows))):
        parts = [_parts(slot, text) for slot, text in zip(rows[at], texts[at], strict=True)]
        names = [name for part in parts for name in part]
        fields = (_two_rows(texts[at - 1], texts[at]) if at else None) or fields_of(names)
        fields = fields or other_fields(names, texts[at + 1 :])
        if fields is None or (at + 1 < len(texts) and _two_rows(texts[at], texts[at + 1])):
            continue
        if len(fields) < len(names):  # a header of two rows has no cells of two lines
            parts = [[text] for text in texts[at]]
        fields = behind_icons(fields, rows[at], rows[at + 1 :])
        if Field.NAME not in fields and Field.SYMBOL not in fields and not names[0]:
            fields[0] = Field.NAME
        below = {place: row for place, row in enumerate(rows[at + 1 :], number + at + 2) if 1 < len(row) <= len(parts)}
        whole = [[*row, *[Slot()] * (len(parts) - len(row))] for row in below.values()]
        return _filled([*below], whole, parts, fields, arrows) if below else None
    return None


def _unheaded(rows: Sequence[Sequence[Slot]], number: int, arrows: Arrows, style: Style) -> Table | None:
    """Return a table without a header of quotes whose figures show what its columns are; None for any other."""
    fields = labelled_fields(rows) or unheaded_fields(rows, style)
    if fields is None:
        return None
    numbers = range(number + 1, number + len(rows) + 1)
    return _filled(numbers, rows, [[""]] * len(fields), fields, arrows)


def _filled(
    numbers: Sequence[int],
    rows: Sequence[Sequence[Slot]],
    parts: Sequence[Sequence[str]],
    fields: Sequence[Field | None],
    arrows: Arrows,
) -> Table:
    """Return the table of some rows with their numbers; `parts` are the names of each column."""
    table = Table(fields, [*zip(numbers, cells_of(rows, parts, fields, arrows), strict=True)])
    return with_bare_moves(table, rows, with_colours=not arrows.is_unclear)


def _parts(slot: Slot, text: str) -> list[str]:
    """Return the names of a column of a header: two where its cell has two lines, and each names another field."""
    if slot.node is None or not text or len(text) > _LONGEST_NAMES or field_of(text):
        return [text]
    lines = lines_of(slot.node)
    fields = {field_of(line) for line in lines}
    return lines if len(lines) == 2 == len(fields) and None not in fields else [text]


def _two_rows(above: Sequence[str], below: Sequence[str]) -> list[Field | None] | None:
    """Return the fields of a header of two rows, `Change` above `Abs.` and `%`; None for any other two rows."""
    if len(above) != len(below) or "" not in below or any(map(_has_figure, below)):
        return None
    return grouped_fields(above, below)


def _has_figure(name: str) -> bool:
    return any(map(str.isdecimal, name)) and not is_of_period(name)

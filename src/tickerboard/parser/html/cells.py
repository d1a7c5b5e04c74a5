"""The tables of a page's markup as rows of cells: `table` elements, ARIA grids and tables, and definition lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.html.tree import squeeze, text_of, walk
from tickerboard.parser.strips.names import is_label, is_plain_symbol, is_symbol
from tickerboard.parser.tables.fields import Field
from tickerboard.parser.tables.header import fields_of
from tickerboard.parser.tables.table import Cell, Table, read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from selectolax.lexbor import LexborNode

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.strips.reading import StripReading

_TABLES = 'table, [role="table"], [role="grid"], [role="treegrid"]'
_ROWS = 'tr, [role="row"]'
_CELLS = 'td, th, [role="cell"], [role="gridcell"], [role="columnheader"], [role="rowheader"]'
_VALUES = ("data-order", "data-sort", "data-sort-value", "data-value", "data-raw")
"""Attributes in which sortable tables keep a cell's plain number."""
_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,12})?")
_HEADERS = 3
"""Rows at the top of a table in which its header may stand."""
_WIDEST = 60
_FLAG = 7


def read_tables(root: LexborNode, style: Style, reading: StripReading) -> list[LexborNode]:
    """Read every table of quotes, its rows numbered on from those before; return the tables that were read."""
    taken: list[LexborNode] = []
    number = 0
    for node in root.css(_TABLES):
        rows = list(_rows(node))
        table = _table(rows, number)
        number += len(rows)
        if table is not None and read_table(table, style, reading):
            taken.append(node)
    return taken


def _rows(table: LexborNode) -> Iterator[list[Cell]]:
    """Return the cells of each row that is the table's own, and of no table within it."""
    if table.css_first("td table, [role=gridcell] [role=row]") is not None:
        return
    spanned: dict[int, int] = {}
    for row in table.css(_ROWS):
        cells = row.css(_CELLS)
        if cells:
            yield _in_columns(cells[:_WIDEST], spanned)


def _in_columns(nodes: Sequence[LexborNode], spanned: dict[int, int]) -> list[Cell]:
    """Return a row's cells, with an empty one where a cell of a row above reaches down.

    `spanned` has, by column, how many further rows such a cell covers.
    """
    found: list[Cell] = []
    for node in nodes:
        _fill(found, spanned)
        cells = _cells(node)
        rows = _span(node, "rowspan") - 1
        if rows > 0:
            spanned.update({len(found) + at: rows for at in range(len(cells))})
        found += cells
    _fill(found, spanned)
    return found


def _fill(found: list[Cell], spanned: dict[int, int]) -> None:
    """Add an empty cell for each column that a cell above covers."""
    while spanned.get(len(found), 0) > 0:
        spanned[len(found)] -= 1
        found.append(Cell(""))


def _span(node: LexborNode, name: str) -> int:
    said = node.attributes.get(name) or ""
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 3 else 1


def _cells(node: LexborNode) -> list[Cell]:
    """Return a cell, with an empty one behind it for each further column that it spans."""
    attributes = node.attributes
    value = next((said for name in _VALUES if (said := attributes.get(name) or "") and _PLAIN.fullmatch(said)), "")
    text, symbol = _name(node)
    return [Cell(text, value, symbol), *[Cell("")] * (min(_span(node, "colspan"), _WIDEST) - 1)]


def _name(node: LexborNode) -> tuple[str, str]:
    """Return a cell's text, and the symbol of a cell that holds a symbol and a name in elements of their own."""
    text = text_of(node, between=" ")
    link = node.css_first("a")
    linked = text_of(link)
    if (
        link is not None
        and is_plain_symbol(linked)
        and text.startswith(f"{linked} ")
        and len(text) - len(linked) < _FLAG
    ):
        text = linked  # without a flag behind the symbol, such as `XD`
    if link is not None and is_symbol(text) and (title := squeeze(link.attributes.get("data-title") or "")):
        return title, text
    pieces = [squeeze(each.text_content or "") for each, opens in walk(node) if opens and each.is_text_node]
    pieces = [piece for piece in pieces if piece]
    if len(pieces) == 2 and is_plain_symbol(pieces[0]) != is_plain_symbol(pieces[1]) and text.isascii():
        symbol, name = pieces if is_plain_symbol(pieces[0]) else reversed(pieces)
        if is_label(name) and not any(each.isdecimal() for each in name[:1]):
            return name, symbol
    return text, ""


def _table(rows: Sequence[Sequence[Cell]], number: int) -> Table | None:
    """Return the table below a header of quotes; None where none of the first rows is one."""
    for at, row in enumerate(rows[:_HEADERS]):
        above = rows[at - 1] if at else []
        fields = (_two_rows(above, row) if at else None) or fields_of([cell.text for cell in row])
        two = at + 1 < len(rows) and _two_rows(row, rows[at + 1])
        if fields is None or two:
            continue
        fields = [*fields]
        if Field.NAME not in fields and Field.SYMBOL not in fields and not row[0].text:
            fields[0] = Field.NAME
        table = Table(fields)
        for place, cells in enumerate(rows[at + 1 :], at + 1):
            if len(cells) > 1 and len(cells) <= len(fields):
                table.rows.append((number + place + 1, [*cells, *[Cell("")] * (len(fields) - len(cells))]))
        return table if table.rows else None
    return None


def _two_rows(above: Sequence[Cell], below: Sequence[Cell]) -> list[Field | None] | None:
    """Return the fields of a header of two rows, `Change` above `Abs.` and `%`; None for any other two rows."""
    names = [cell.text for cell in below]
    if len(above) != len(below) or "" not in names or any(each.isdecimal() for name in names for each in name):
        return None
    return fields_of([lower or upper.text for upper, lower in zip(above, names, strict=True)])

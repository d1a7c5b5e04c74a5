"""The cells of a table's rows, read by the column: a name, or a figure with the number and the arrow by it."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from tickerboard.parser.figures.arrows import with_minus
from tickerboard.parser.html.tables.bare_moves import SIGN
from tickerboard.parser.html.tables.names import names_of_cells
from tickerboard.parser.html.tables.slots import icon_beside, lines_of
from tickerboard.parser.html.ways.arrows import EITHER, TURNED, if_upright
from tickerboard.parser.tables.fields import FIGURES, MOVES, Field
from tickerboard.parser.tables.rows import Cell
from tickerboard.text.numbers import ARROW_MARKS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from selectolax.lexbor import LexborNode

    from tickerboard.parser.html.tables.slots import Slot
    from tickerboard.parser.html.ways.arrows import Arrows

_VALUES = ("data-order", "data-sort", "data-sort-value", "data-value", "data-raw")
"""Attributes in which sortable tables keep a cell's plain number."""
_KEPT = frozenset(_VALUES)
_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,12})?")
_SETTLED = re.compile(r"(?<=[0-9])s\Z")
"""The mark of a settlement price behind a future's price."""
_WORDS = (("상승 ", "▲"), ("하락 ", "▼"))
_SPACED_UNIT = re.compile(r"(?<=[0-9]) (?=[KMBT](?:\s|\Z))")


def cells_of(
    rows: Sequence[Sequence[Slot]], parts: Sequence[Sequence[str]], fields: Sequence[Field | None], arrows: Arrows
) -> list[list[Cell]]:
    """Return the cells of rows, one for each field: two of a cell of two lines below a header of two."""
    columns: list[Sequence[Cell]] = []
    for part, slots in zip(parts, zip(*rows, strict=True), strict=True):
        if len(part) == 1:
            columns.append(_column(slots, fields[len(columns)], arrows))
        else:
            columns += zip(*[_lines(slot, len(part)) for slot in slots], strict=True)
    found = list(map(list, zip(*columns, strict=True)))
    moves = [at for at, kind in enumerate(fields) if kind in MOVES]
    if any(cell.arrow or not SIGN.search(cell.text) for cell in chain.from_iterable(columns[at] for at in moves)):
        for row, cells in zip(rows, found, strict=True):
            _direct(cells, [at for at in moves if cells[at].text], row, parts, fields, arrows)
    return found


def _lines(slot: Slot, count: int) -> list[Cell]:
    """Return the cells of the lines of a cell, as many as its header has."""
    lines = lines_of(slot.node)[:count] if slot.node is not None else []
    return [Cell(line) for line in [*lines, *[""] * (count - len(lines))]]


def _direct(
    cells: list[Cell],
    moves: Sequence[int],
    slots: Sequence[Slot],
    parts: Sequence[Sequence[str]],
    fields: Sequence[Field | None],
    arrows: Arrows,
) -> None:
    """Give the moves of a row without a sign the arrow that shows beside them or of the row; a sign says enough."""
    if any(SIGN.search(cells[at].text) for at in moves):
        for at in moves:
            if cells[at].arrow in (EITHER, TURNED):
                cells[at].arrow = ""
    elif moves and len(slots) == len(fields) and not any(cells[at].arrow for at in moves):
        cells[moves[0]].arrow = icon_beside(slots, parts, fields, arrows) or _way_of_row(slots, arrows)


def _way_of_row(slots: Sequence[Slot], arrows: Arrows) -> str:
    """Return the arrow that the element around a row's cells shows."""
    row = next((slot.node.parent for slot in slots if slot.node is not None), None)
    return arrows.of_row(row) if row is not None else ""


def _column(slots: Sequence[Slot], kind: Field | None, arrows: Arrows) -> list[Cell]:
    """Return the cells of a column."""
    if kind not in FIGURES:
        return _names(slots, kind)
    texts = [slot.text for slot in slots]
    whole = "".join(texts)
    if arrows.minus is not None or " " in whole or "s" in whole:
        texts = [_figure(text, arrows.minus) for text in texts]
    values = ["" if _KEPT.isdisjoint(slot.attributes) else _plain_number(slot.attributes) for slot in slots]
    cells = list(map(Cell, texts, values))
    if kind in MOVES and not (ARROW_MARKS.isdisjoint(whole) and all(map(SIGN.search, texts))):
        for slot, cell in zip(slots, cells, strict=True):
            if slot.node is not None and cell.text:
                _show_way(cell, slot.node, arrows)
    return cells


def _names(slots: Sequence[Slot], kind: Field | None) -> list[Cell]:
    """Return the cells of a column that may hold names."""
    nodes = [] if kind is Field.OTHER else [slot.node for slot in slots if slot.node is not None]
    found = iter(names_of_cells(nodes))
    named = (next(found) if nodes and slot.node is not None else ("", "") for slot in slots)
    return [Cell(text or slot.text, "", symbol) for (text, symbol), slot in zip(named, slots, strict=True)]


def _show_way(cell: Cell, node: LexborNode, arrows: Arrows) -> None:
    """Give a move without a sign the arrow that its cell shows; take its own from it where it is turned over."""
    if not SIGN.search(cell.text):
        cell.arrow = arrows.of(node)
    elif not ARROW_MARKS.isdisjoint(cell.text) and if_upright(node, "".join(SIGN.findall(cell.text))) == TURNED:
        cell.text, cell.arrow = SIGN.sub("", cell.text), TURNED


def _plain_number(attributes: Mapping[str, str | None]) -> str:
    """Return the plain number that the attributes of a cell hold; empty for none."""
    said = (attributes.get(name) or "" for name in _VALUES)
    return next((each for each in said if _PLAIN.fullmatch(each)), "")


def _figure(text: str, minus: str | None) -> str:
    """Return the text of a figure without the mark of a settlement and the space before a unit, and with arrows."""
    if text.endswith("s"):
        text = _SETTLED.sub("", text)
    if minus is not None:
        text = with_minus(text, minus)
    if " " in text:
        text = _SPACED_UNIT.sub("", text)
        for word, arrow in _WORDS:
            text = text.replace(word, arrow)
    return text

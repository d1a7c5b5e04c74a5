"""A row's cells in their columns, where a cell may span several columns or rows."""

from __future__ import annotations

from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING

from tickerboard.parser.figures.currencies import is_currency
from tickerboard.parser.html.blocks import BLOCK
from tickerboard.parser.html.tree import pieces_of, seen_text, squeeze, text_of, walk
from tickerboard.parser.html.ways.arrows import EITHER
from tickerboard.parser.names.labels import is_venue, proves_itself
from tickerboard.parser.names.no_names import is_time
from tickerboard.parser.tables.fields import MOVES, QUOTED, Field
from tickerboard.parser.tables.headers.header import field_of, fields_of
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from selectolax.lexbor import LexborNode

    from tickerboard.parser.html.ways.arrows import Arrows

_SPANS = frozenset(("colspan", "rowspan"))
WIDEST = 60
"""Columns that are looked at."""
_DIRECTIONS = frozenset(("", "trend", "direction", "richtung", "tendenz", "tendenza", "sens", "tendencia"))
"""Names of a column whose icons show which way a row moved."""
_PAIR = 2
_SHORTEST = 2
"""Letters of a symbol above a column: one alone is a size."""
_TURNED = range(3, 13)
"""Rows of a table whose columns are its quotes."""
_NOTES = 'sup, button, [class*="sort"], [href*="sort"], [href*="order"]'
"""Elements in a header's cell that say nothing of its column: footnotes and buttons that sort."""
_NONE: Mapping[str, str | None] = MappingProxyType({})
MOST_STEPS = 400
"""Nodes of a cell that are looked at: a cell of a layout may hold the whole page."""


class Slot:
    """A place of a row; without a node where a cell beside it or above it covers the place."""

    __slots__ = ("_text", "attributes", "node")

    def __init__(self, node: LexborNode | None = None, attributes: Mapping[str, str | None] = _NONE) -> None:
        self.node = node
        self.attributes = attributes
        self._text: str | None = None

    @property
    def text(self) -> str:
        """The visible text, on one line, which is read once."""
        if self._text is None:
            self._text = seen_text(self.node, MOST_STEPS) if self.node else ""
        return self._text


def in_columns(nodes: Sequence[LexborNode], spanned: dict[int, int]) -> list[Slot]:
    """Return a row's cells by column, with empty places where a cell spans several, or one of a row above reaches down.

    `spanned` has, by column, how many further rows such a cell covers.
    """
    found: list[Slot] = []
    for node in nodes:
        if spanned:
            _fill(found, spanned)
        attributes = node.attributes
        found.append(Slot(node, attributes))
        if _SPANS.isdisjoint(attributes):
            continue
        columns, rows = min(_span(attributes, "colspan"), WIDEST), _span(attributes, "rowspan") - 1
        if rows > 0:
            spanned.update({len(found) - 1 + at: rows for at in range(columns)})
        found += [Slot()] * (columns - 1)
    if spanned:
        _fill(found, spanned)
    return found


def name_of_column(slot: Slot) -> str:
    """Return what a header's cell names, without the number of a footnote and the words of buttons that sort."""
    pieces = pieces_of(slot.node, MOST_STEPS) if slot.node is not None and not field_of(slot.text) else []
    if slot.node is None or len(pieces) < _PAIR:
        return slot.text
    notes = {text for node in slot.node.css(_NOTES) if (text := text_of(node)) and _is_note(node, text)}
    name = " ".join([pieces[0], *(each for each in pieces[1:] if each not in notes and not _is_sort(each))])
    return name if field_of(name) else slot.text


def _is_note(node: LexborNode, text: str) -> bool:
    return node.tag != "sup" or not any(map(str.isalpha, text))


def _is_sort(text: str) -> bool:
    return text.casefold().startswith("sort")


def side_by_side(rows: Sequence[Sequence[Slot]]) -> list[list[Sequence[Slot]]]:
    """Return the rows of the tables that stand side by side below a header which says the same of each of them."""
    names = [name_of_column(slot) for slot in rows[0]] if rows else []
    starts = [at for at, name in enumerate(names) if name and name == names[0]]
    spans = list(zip(starts, [*starts[1:], len(names)], strict=False))
    parts = [names[start:end] for start, end in spans]
    heads = {tuple(filter(None, part)) for part in parts}
    if len(parts) < _PAIR or len(heads) > 1 or not all(map(fields_of, parts)):
        return [[*rows]]
    return [[row[start:end] for row in rows] for start, end in spans]


def lines_of(node: LexborNode) -> list[str]:
    """Return the texts of a cell, one for each of its lines."""
    lines: list[list[str]] = [[]]
    for each, _ in islice(walk(node), MOST_STEPS):
        if each.is_text_node:
            lines[-1].append(each.text_content or "")
        elif each.tag in BLOCK:
            lines.append([])
    return [text for line in lines if (text := squeeze("".join(line)))]


def _fill(found: list[Slot], spanned: dict[int, int]) -> None:
    """Add an empty place for each column that a cell above covers."""
    while spanned.get(len(found), 0) > 0:
        spanned[len(found)] -= 1
        found.append(Slot())


def _span(attributes: Mapping[str, str | None], name: str) -> int:
    said = attributes.get(name) or ""
    return int(said) if said.isascii() and said.isdecimal() and 0 < len(said) < 3 else 1


def turned(rows: Sequence[Sequence[Slot]]) -> list[list[Slot]]:
    """Return the columns of a table whose first column is a header, beside symbols or known names; none of others."""
    if not (len(rows) in _TURNED and len(rows[0]) > 2 and len({len(row) for row in rows}) == 1):
        return []
    names = [row[0].text for row in rows]
    kinds = {field_of(name) for name in names[1:]}
    is_named = not names[0] or field_of(names[0]) in (Field.NAME, Field.SYMBOL)
    if not is_named or Field.LAST not in kinds or not all(_is_quote(slot.text) for slot in rows[0][1:]):
        return []
    return [[*column] for column in zip(*rows, strict=True)]


def _is_quote(name: str) -> bool:
    """Return whether a column's name is a symbol or well-known, and no exchange, currency, day or other price."""
    is_other = len(name) < _SHORTEST or is_venue(name) or is_currency(name) or is_time(name) or field_of(name)
    return proves_itself(name) and not is_other


def behind_icons(
    fields: Sequence[Field | None], header: Sequence[Slot], below: Sequence[Sequence[Slot]]
) -> list[Field | None]:
    """Return the fields with that of a name above two columns moved to the second where the first has icons only.

    So is that of a price where the first has words only; two figures below it are two prices.
    """
    found = [*fields]
    if len(found) != len(header):
        return found
    for at in range(len(header) - 1, 0, -1):
        before = at - 1
        if header[at].node is None and found[at] is None and found[before] in QUOTED:
            columns = [[row[place].text for row in below if len(row) > at] for place in (before, at)]
            is_price = found[before] is Field.LAST
            texts = [*filter(has_digit, columns[0])] if is_price else [*filter(None, columns[0])]
            if not texts and any(columns[1]):
                found[before], found[at] = None, found[before]
            elif is_price and any(map(has_digit, columns[1])):
                found[at] = Field.LAST
    return found


def icon_beside(
    slots: Sequence[Slot], names: Sequence[Sequence[str]], fields: Sequence[Field | None], arrows: Arrows
) -> str:
    """Return the arrow of the icons that have a cell of their own beside a move of a row; empty without one.

    It is `EITHER` where icons disagree, and where one stands in a column with another name, such as `Signal`.
    """
    beside = {at + step for at, kind in enumerate(fields) if kind in MOVES for step in (-1, 1)}
    shown = set()
    for at, (slot, name) in enumerate(zip(slots, names, strict=False)):
        if at in beside and slot.node is not None and not slot.text and (arrow := arrows.of(slot.node)):
            is_move = name[0].casefold() in _DIRECTIONS or field_of(name[0]) in MOVES
            shown.add(arrow if is_move else EITHER)
    return shown.pop() if len(shown) == 1 else EITHER if shown else ""

"""Tables that are built of other elements: a box with the words of a header, and boxes of as many parts behind it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from tickerboard.parser.tables.fields import MOVES, Field
from tickerboard.parser.tables.headers.header import field_of, fields_of
from tickerboard.parser.tables.headers.others import other_fields

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from selectolax.lexbor import LexborNode

    from tickerboard.parser.html.leaves import Leaves

_FEWEST, _MOST = 3, 15
"""Columns of such a table."""
_HIGHEST = 4
"""Elements from a header's word up to the header."""
_LOOKED_AT = 3
"""Rows by which a header of other figures is known."""
_MOST_OTHERS = 2
"""Boxes among the rows that are none, such as advertisements."""
_OF_FIGURES = frozenset("0123456789+-.")
"""With none of these begins a word for a last price or its move."""
_HEADED = MOVES | {Field.LAST, Field.PERIOD}
"""Fields of which one stands in each header."""
_TABLE_TAGS = frozenset(("td", "th", "tr", "table"))


def find_boxed(leaves: Leaves) -> Iterator[list[LexborNode]]:
    """Yield the header and the rows of each such table."""
    behind = 0
    for at, text in enumerate(leaves.texts):
        if at < behind or text[0] in _OF_FIGURES or field_of(text) not in _HEADED:
            continue
        header = _header(leaves, at)
        if header is not None:
            start, behind = leaves.spans[header.mem_id]
            rows = _rows(header)
            if rows and _heads(leaves, leaves.texts[start:behind], rows):
                behind = leaves.spans.get(rows[-1].mem_id, (0, behind))[1]
                yield [header, *rows]


def _heads(leaves: Leaves, names: list[str], rows: Sequence[LexborNode]) -> bool:
    """Return whether names are a header of quotes, or one of other figures, as the rows below show."""
    below = (leaves.spans.get(row.mem_id, (0, 0)) for row in rows[:_LOOKED_AT])
    return bool(fields_of(names) or other_fields(names, [leaves.texts[start:end] for start, end in below]))


def _header(leaves: Leaves, at: int) -> LexborNode | None:
    """Return the smallest element around a word that has several texts, each in a part of its own."""
    node = leaves.nodes[at].parent
    for _ in range(_HIGHEST):
        node = node.parent if node is not None else None
        if node is None or node.tag in _TABLE_TAGS:
            return None
        start, end = leaves.spans.get(node.mem_id, (at, at + 1))
        if end - start > _MOST:
            return None
        if end - start >= _FEWEST:
            return node if len(children(node)) == end - start else None
    return None


def _rows(header: LexborNode) -> list[LexborNode]:
    """Return the boxes behind a header that have as many parts; the header or the rows may have a box around them."""
    count = len(children(header))
    for first in (header, header.parent):
        behind = _behind(first) if first is not None else iter(())
        one = next(behind, None)
        if one is None:
            continue
        inner = _alike(iter(children(one)), count)
        rows = inner or (_alike(chain([one], behind), count) if len(children(one)) == count else [])
        if rows:
            return rows
    return []


def _alike(boxes: Iterator[LexborNode], count: int) -> list[LexborNode]:
    """Return the boxes that have so many parts, up to where several others stand between them."""
    rows: list[LexborNode] = []
    others = 0
    for box in boxes:
        if len(children(box)) == count:
            rows.append(box)
        else:
            others += 1
        if others > _MOST_OTHERS:
            break
    return rows


def _behind(node: LexborNode) -> Iterator[LexborNode]:
    each = node.next
    while each is not None:
        if each.is_element_node:
            yield each
        each = each.next


def children(node: LexborNode) -> list[LexborNode]:
    """Return the elements right within an element."""
    return [each for each in node.iter(include_text=False) if each.is_element_node]

"""Elements whose texts are a plain row: a name, and each of its figures as a text of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.html.items.items import Item, kind_of
from tickerboard.parser.html.items.parts import have_lone_labels, is_lone_label
from tickerboard.parser.strips.plain import read_plain
from tickerboard.parser.strips.reading import BETWEEN_LINES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborNode

    from tickerboard.parser.html.leaves import Leaves
    from tickerboard.parser.strips.plain import PlainRow

_SIZES = (3, 4)
"""Texts of such a row: its name, its price, perhaps its change, and its percent."""


def plain_rows(leaves: Leaves) -> dict[int, PlainRow]:
    """Return the rows of the elements of a page that hold a plain row each, and nothing else, by their `mem_id`."""
    texts = leaves.texts
    spans = {each: (start, end) for each, (start, end) in leaves.spans.items() if end - start in _SIZES}
    rows = read_plain((each, " ".join(texts[start:end])) for each, (start, end) in spans.items())
    are_labels = have_lone_labels([row.label for row in rows.values()])
    return {
        each: row
        for each, row in rows.items()
        if _is_parted(row, texts, *spans[each]) and (are_labels or is_lone_label(row.label))
    }


def plain_item(node: LexborNode, texts: Sequence[str], row: PlainRow) -> Item:
    """Return the item that an element with a plain row is."""
    return Item(node, kind_of(node), (row.label,), row.figures, BETWEEN_LINES.join(texts), {}, is_unread=not row.last)


def _is_parted(row: PlainRow, texts: Sequence[str], start: int, end: int) -> bool:
    """Return whether each of the texts of a row is its name or one of its figures."""
    gaps = row.text.count(" ") - row.label.count(" ")  # one before each figure, where no figure has one
    return row.label == texts[start] and gaps == end - start - 1

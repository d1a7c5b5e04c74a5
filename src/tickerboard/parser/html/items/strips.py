"""Strips of markup: repeated elements that each hold a name and figures, whatever their classes are called.

From each percentage the way leads up to the first element that holds a name as well. Two such elements of one kind at
least make a strip, so that a single box with a figure in it is none.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from tickerboard.parser import reasons
from tickerboard.parser.figures.tokens import FIGURES
from tickerboard.parser.html.items.columns import with_brackets, with_columns
from tickerboard.parser.html.items.headings import (
    is_below_doubtful,
    is_below_other,
    is_below_other_list,
    is_below_other_move,
    is_in_list,
    is_longer_time,
)
from tickerboard.parser.html.items.item_ways import with_arrows, with_headings, with_looks
from tickerboard.parser.html.items.items import UNNAMED, Item, lists_of, settled
from tickerboard.parser.html.items.labels import MOST_LABELS, code_beside, plain_labels
from tickerboard.parser.html.items.parts import LONGEST, are_amounts, read_parts, without_amounts, without_volume
from tickerboard.parser.html.items.plain import plain_item, plain_rows
from tickerboard.parser.html.items.row_spans import rows_spanned
from tickerboard.parser.html.items.texts import is_plain, names_first, tokens_of, without_other_prices, without_repeats
from tickerboard.parser.html.struck import is_struck
from tickerboard.parser.html.tables.names import item_names
from tickerboard.parser.names.no_names import names_other
from tickerboard.parser.refusals.times import is_list_time
from tickerboard.parser.strips.cells import stands_in_cell
from tickerboard.parser.strips.figures import Figures, read_figures
from tickerboard.parser.strips.proof import proven
from tickerboard.parser.strips.reading import BETWEEN_LINES
from tickerboard.parser.strips.rows import Row, resolve_signs
from tickerboard.parser.tables.keyed import read_keyed
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from selectolax.lexbor import LexborNode

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.html.leaves import Leaves
    from tickerboard.parser.html.ways.arrows import Arrows
    from tickerboard.parser.names.labels import Name
    from tickerboard.parser.strips.plain import PlainRow
    from tickerboard.parser.strips.reading import StripReading

_MOST_LEAVES = 24
_HIGHEST = 8
"""Elements from a percentage up to its item, at most."""
_FEWEST = 2
_FEWEST_FIGURES, _MOST_FIGURES = 2, 6
"""A price and a percentage, and as many figures as a list has that shows more."""


def read_siblings(leaves: Leaves, style: Style, arrows: Arrows, reading: StripReading, first: int) -> list[LexborNode]:
    """Add the quotes of every strip, numbered from `first`; return the elements that were read."""
    items: dict[int, Item] = {}
    known: dict[int, Item | None] = {}
    plain = plain_rows(leaves)
    for at, text in enumerate(leaves.texts):
        is_percent = "%" in text and len(text) <= LONGEST and has_digit(text)
        if is_percent and (item := _item(leaves, at, style, known, plain)):
            items.setdefault(item.node.mem_id, item)
    kinds: dict[tuple[str, str], int] = {}
    for item in items.values():
        kinds[item.kind] = kinds.get(item.kind, 0) + 1
    alike = with_columns([item for item in items.values() if kinds[item.kind] >= _FEWEST], style)
    shown = with_arrows(with_brackets([each for each in alike if not each.is_unread]), arrows)
    likely = with_looks(leaves, with_headings(leaves, settled(shown)))
    kept = {id(each) for some in lists_of(likely) for each in proven(some)}
    found = [each for each in likely if id(each) in kept]
    others = _of_others(leaves, found)
    numbers = {id(each): first + at for at, each in enumerate(found)}
    for each, why in others:
        reading.report(numbers.pop(id(each)), "not-a-quote", why, each.text)
    found = [each for each in found if id(each) in numbers]
    names = item_names([item.labels for item in found])
    resolve_signs(
        [_row(item, name, first + at) for at, (item, name) in enumerate(zip(found, names, strict=True))], reading
    )
    return [node for item in (*found, *(each for each, _ in others)) for node in (item.node, *item.rest)]


def _of_others(leaves: Leaves, found: Sequence[Item]) -> list[tuple[Item, str]]:
    """Return the items of a longer time than the day, or of other figures, and what is amiss with each.

    A text in them or above their list says so.
    """
    others: list[tuple[Item, str]] = []
    behind, amiss, headed = 0, "", ""
    for each in sorted(found, key=lambda item: leaves.spans[item.node.mem_id]):
        start, end = leaves.spans[each.node.mem_id]
        amiss = amiss if start == behind else ""
        above = ["", *leaves.texts[max(0, start - 2) : start]] if start != behind else [""]
        if each.is_of_longer_time or is_list_time(above):
            amiss = reasons.OTHER_TIME
        elif each.is_of_other:
            amiss = reasons.OTHER_FIGURE
        headed = headed if behind and is_in_list(leaves, behind, start) else _amiss_below(leaves, each.node, start)
        why = amiss or (headed if headed != reasons.DOUBTFUL or not each.figures.is_sound else "")
        if why := why or (UNNAMED if each.is_unnamed else ""):
            others.append((each, why))
        behind = end
    return others


def _amiss_below(leaves: Leaves, item: LexborNode, start: int) -> str:
    """Return what is amiss with the items from one on, below a heading or their table's header; empty for nothing."""
    if is_below_other(leaves, start) or is_below_other_list(leaves, start):
        return reasons.OTHER_FIGURE
    is_doubtful = is_below_doubtful(leaves, start) or is_below_other_move(leaves, item)
    return reasons.DOUBTFUL if is_doubtful else ""


def _item(
    leaves: Leaves, at: int, style: Style, known: dict[int, Item | None], plain: Mapping[int, PlainRow]
) -> Item | None:
    """Return the smallest element around a percentage that holds a name and the figures of one row.

    `known` has what each element that was read before holds, `plain` the plain rows by their elements. Where none can
    be read, it is the smallest with an item that its list may show.
    """
    node, unread = leaves.nodes[at].parent, None
    for _ in range(_HIGHEST):
        if node is None or node.tag in {"body", "html"}:
            return unread
        start, end = leaves.spans.get(node.mem_id, (at, at + 1))
        if end - start > _MOST_LEAVES or (node.tag == "p" and _is_prose(node, leaves)):
            return unread
        if node.mem_id not in known:
            item = _spanned(node, leaves, style) if node.tag == "tr" else None
            if item is None and end - start > 1:
                texts, row = leaves.texts[start:end], plain.get(node.mem_id)
                item = plain_item(node, texts, row) if row else _read(node, texts, style)
            known[node.mem_id] = item or _defined(node, leaves, style)
        if item := known[node.mem_id]:
            if not item.is_unread:
                return item
            unread = unread or item
        node = node.parent
    return unread


def _is_prose(node: LexborNode, leaves: Leaves) -> bool:
    """Return whether a `p` is the paragraph of an article: some of its texts have no element of their own."""
    start, end = leaves.spans.get(node.mem_id, (0, 0))
    own = (each.parent for each in leaves.nodes[start:end])
    return end - start > 1 and any(each is None or each.mem_id == node.mem_id for each in own)


def _defined(node: LexborNode, leaves: Leaves, style: Style) -> Item | None:
    """Return the row of a definition list that a `dd` belongs to: the `dt` before it, and every `dd` up to the next."""
    if node.tag != "dd":
        return None
    before = list(islice(_beside(node, "prev"), _MOST_LEAVES))
    at = next((at for at, each in enumerate(before) if each.tag == "dt"), None)
    if at is None:
        return None
    behind = takewhile(lambda each: each.tag == "dd", islice(_beside(node, "next"), _MOST_LEAVES))
    nodes = [*reversed(before[: at + 1]), node, *behind]
    places = [leaves.spans[each.mem_id] for each in nodes if each.mem_id in leaves.spans]
    item = _read(nodes[0], leaves.texts[places[0][0] : places[-1][1]], style)
    return item._replace(rest=tuple(nodes[1:])) if item else None


def _spanned(node: LexborNode, leaves: Leaves, style: Style) -> Item | None:
    """Return the row of a table whose name reaches down to further rows of the markup, read together with them."""
    rows = [each for each in rows_spanned(node) if each.mem_id in leaves.spans]
    if len(rows) < 2 or rows[0].mem_id not in leaves.spans:
        return None
    start, end = leaves.spans[rows[0].mem_id][0], leaves.spans[rows[-1].mem_id][1]
    further = leaves.texts[leaves.spans[rows[0].mem_id][1] : end]
    if not all(each.kind in FIGURES for text in further for each in tokens_of(text)):  # of a name or a time of its own
        return None
    item = _read(rows[0], leaves.texts[start:end], style)
    return item._replace(rest=tuple(rows[1:])) if item else None


def _beside(node: LexborNode, way: str) -> Iterator[LexborNode]:
    while (node := getattr(node, way)) is not None:
        if node.is_element_node:
            yield node


def _read(node: LexborNode, texts: Sequence[str], style: Style) -> Item | None:
    """Read the texts of an element as one row; a code by its name is a symbol where the others add up without it."""
    at = code_beside(texts)
    if at is None:
        return _read_row(node, texts, style)
    item = _read_row(node, [*texts[:at], *texts[at + 1 :]], style)
    if item is None or not item.figures.is_sound or len(item.labels) > 1:
        return _read_row(node, texts, style)
    is_proven = item.figures.percent or (node.html or "").count(texts[at]) > 1  # in its link, too
    return item._replace(labels=(*item.labels, texts[at])) if is_proven else None


def _read_row(node: LexborNode, texts: Sequence[str], style: Style) -> Item | None:
    """Read the texts of an element as one row; buttons behind its figures are passed over."""
    times = [
        text for at, text in enumerate(texts) if not is_plain(text) and names_other(text) and is_longer_time(texts, at)
    ]
    unstruck = [text for text in texts if not is_struck(text)]
    said = without_repeats([text for text in unstruck if text not in times])
    left = without_other_prices(said)
    named = names_first(left)
    parts = read_parts(named)
    labels = tuple(plain_labels(parts.labels)) if parts is not None else ()
    if parts is None or not 0 < len(labels) <= MOST_LABELS:
        return None
    figures = without_volume(without_amounts(parts.figures), style)
    cells = (*parts.cells, *parts.first)
    read = read_figures([*figures, *parts.first], style)
    if read is None or read.absorbed or read.percent is None or not stands_in_cell(read.last, map(tokens_of, left)):
        if not _may_be_row(cells):
            return None
        currency = next((each.currency for each in parts.figures if each.currency), None)
        read = Figures(Decimal(0), None, None, "", currency=currency)
    if parts.is_unnamed and not (read.is_sound and read.change is not None):
        return None
    is_other = parts.is_of_other or are_amounts(figures) or len(unstruck) < len(texts)  # what is on sale, for one
    return Item(
        node,
        labels,
        read,
        BETWEEN_LINES.join(texts),
        read_keyed(parts.keyed, style),
        behind=tuple(parts.behind),
        is_of_longer_time=parts.is_of_longer_time or bool(times) or len(left) < len(said),
        rank=parts.rank,
        is_led=named != left or any(not each.marks for each in parts.first),
        way=parts.way,
        is_of_other=is_other or (parts.is_future and read.change is None),  # the price of that month
        cells=cells,
        is_unread=not read.last,
    )


def _may_be_row(cells: Sequence[Token]) -> bool:
    """Return whether figures that cannot be read by themselves may be a row's: a percentage and others."""
    kinds = [each.kind for each in cells]
    return _FEWEST_FIGURES < len(kinds) <= _MOST_FIGURES and kinds.count("p") == 1


def _row(item: Item, name: Name, number: int) -> Row:
    return Row.of([number], name, item.figures, item.text).with_further(item.further)._replace(look=item.look)

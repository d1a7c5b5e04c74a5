"""The items of a page: the smallest elements around each percentage, or other move, that hold a name and a row."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from tickerboard.parser.audit import decimals
from tickerboard.parser.figures.tokens import FIGURES, shape_of
from tickerboard.parser.html.items.headings import is_longer_time
from tickerboard.parser.html.items.items import Item, kind_of
from tickerboard.parser.html.items.labels import MOST_LABELS, code_beside, plain_labels
from tickerboard.parser.html.items.parts import LONGEST, are_amounts, read_parts, without_amounts, without_volume
from tickerboard.parser.html.items.plain import plain_item, plain_rows
from tickerboard.parser.html.items.row_spans import rows_spanned
from tickerboard.parser.html.items.texts import (
    is_plain,
    names_first,
    tokens_of,
    without_brackets,
    without_other_prices,
    without_repeats,
)
from tickerboard.parser.html.struck import is_struck
from tickerboard.parser.names.labels import is_code, is_symbol
from tickerboard.parser.names.no_names import names_other
from tickerboard.parser.phrases.movers import is_unmoved
from tickerboard.parser.strips.cells import stands_in_cell
from tickerboard.parser.strips.figures import Figures, read_figures
from tickerboard.parser.strips.reading import BETWEEN_LINES
from tickerboard.parser.tables.keyed import read_keyed
from tickerboard.text.numbers import ARROWS, MINUS, has_digit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from selectolax.lexbor import LexborNode

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.html.leaves import Leaves
    from tickerboard.parser.html.ways.arrows import Arrows
    from tickerboard.parser.strips.plain import PlainRow

_FIGURE = re.compile(rf"[(]?[{MINUS}+±{ARROWS}]? ?[$€£₹¥]?[0-9][0-9.,'’ ]*[.,][0-9]+[)]?(?: ?[$€£₹¥])?")
_MOST_LEAVES = 24
_HIGHEST = 8
"""Elements from a percentage up to its item, at most."""
_OUTERMOST, _OF_SEVERAL = frozenset(("body", "html")), frozenset(("tr", "dd"))
_FEWEST = 2
_MOST_BESIDE = 10
"""Elements on each side of one whose code is compared with theirs, at most."""
_FEWEST_FIGURES, _MOST_FIGURES = 2, 6
"""A price and a percentage, and as many figures as a list has that shows more."""
_TRIPLE = 3
_MOST_SHOWN = 400
"""Figures beside no percentage that are looked at for an icon or a class that shows a move, at most."""


def find_items(leaves: Leaves, style: Style, arrows: Arrows) -> list[Item]:
    """Return the items of which there are two of a kind at least: around percentages, then around other moves."""
    items: dict[int, Item] = {}
    known: dict[int, Item | None] = {}
    plain = plain_rows(leaves)
    for at, text in enumerate(leaves.texts):
        is_percent = "%" in text and len(text) <= LONGEST and has_digit(text)
        if is_percent and (item := _item(leaves, at, style, known, plain)):
            items.setdefault(item.node.mem_id, item)
    covered = _covered(leaves, items.values())
    for at in _moves(leaves, covered, arrows):
        if not covered[at] and (item := _item(leaves, at, style, known, plain)):
            items.setdefault(item.node.mem_id, item)
    kinds = Counter(item.kind for item in items.values())
    return [item for item in items.values() if kinds[item.kind] >= _FEWEST]


def _covered(leaves: Leaves, items: Iterable[Item]) -> list[bool]:
    """Return of each text whether it is in one of some items."""
    are_in = [False] * len(leaves.texts)
    for start, end in (leaves.spans[node.mem_id] for item in items for node in (item.node, *item.rest)):
        are_in[start:end] = [True] * (end - start)
    return are_in


def _moves(leaves: Leaves, covered: Sequence[bool], arrows: Arrows) -> Iterator[int]:
    """Yield the places of figures with decimals that have a sign, or whose own element shows a way.

    Of those before a word such as `unchanged` yield the place of that.
    """
    looked = 0
    for at, text in enumerate(leaves.texts):
        if covered[at] or "%" in text or len(text) > LONGEST or not _FIGURE.fullmatch(text):
            continue
        if any(map(is_unmoved, leaves.texts[at + 1 : at + 2])):
            yield at + 1
            continue
        if text[0].isdecimal() or text[0] == "(":
            around = leaves.nodes[at].parent
            looked += 1
            if looked > _MOST_SHOWN or around is None or not arrows.of(around):
                continue
        yield at


def _item(
    leaves: Leaves, at: int, style: Style, known: dict[int, Item | None], plain: Mapping[int, PlainRow]
) -> Item | None:
    """Return the smallest element around a percentage that holds a name and the figures of one row.

    `known` has what each element that was read before holds, `plain` the plain rows by their elements. Where none can
    be read, it is the smallest with an item that its list may show.
    """
    node, unread = leaves.nodes[at].parent, None
    for _ in range(_HIGHEST):
        if node is None or (tag := node.tag) in _OUTERMOST:
            return unread
        start, end = leaves.spans.get(node.mem_id, (at, at + 1))
        if end - start > _MOST_LEAVES or (tag == "p" and _is_prose(node, leaves)):
            return unread
        if end - start > 1 or tag in _OF_SEVERAL:
            if node.mem_id not in known:
                known[node.mem_id] = _held(node, leaves.texts[start:end], leaves, style, plain)
            if item := known[node.mem_id]:
                if not item.is_unread:
                    return item
                unread = unread or item
        node = node.parent
    return unread


def _held(
    node: LexborNode, texts: Sequence[str], leaves: Leaves, style: Style, plain: Mapping[int, PlainRow]
) -> Item | None:
    """Return the item that an element with some texts holds, or is a part of."""
    item = _spanned(node, leaves, style) if node.tag == "tr" else None
    if item is None and len(texts) > 1:
        row = plain.get(node.mem_id)
        item = plain_item(node, texts, row) if row else _read(node, texts, leaves, style)
    return item or _defined(node, leaves, style)


def _is_prose(node: LexborNode, leaves: Leaves) -> bool:
    """Return whether a `p` is the paragraph of an article: some of its words have no element of their own."""
    start, end = leaves.spans.get(node.mem_id, (0, 0))
    own = [at for at in range(start, end) if any(map(str.isalpha, leaves.texts[at]))]
    around = (leaves.nodes[at].parent for at in own)
    return end - start > 1 and any(each is None or each.mem_id == node.mem_id for each in around)


def _defined(node: LexborNode, leaves: Leaves, style: Style) -> Item | None:
    """Return the row of a definition list that a `dd` belongs to: the `dt` before it, and every `dd` up to the next."""
    if node.tag != "dd":
        return None
    before = list(islice(_beside(node, "prev"), _MOST_LEAVES))
    at = next((at for at, each in enumerate(before) if each.tag == "dt"), None)
    if at is None:
        return None
    behind = takewhile(lambda each: each.tag == "dd", islice(_beside(node, "next"), _MOST_LEAVES))
    nodes = [each for each in (*reversed(before[: at + 1]), node, *behind) if each.mem_id in leaves.spans]
    start, end = leaves.spans[nodes[0].mem_id][0], leaves.spans[nodes[-1].mem_id][1]
    item = _read(nodes[0], leaves.texts[start:end], leaves, style)
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
    item = _read(rows[0], leaves.texts[start:end], leaves, style)
    return item._replace(rest=tuple(rows[1:])) if item else None


def _beside(node: LexborNode, way: str) -> Iterator[LexborNode]:
    while (node := getattr(node, way)) is not None:
        if node.is_element_node:
            yield node


def _read(node: LexborNode, texts: Sequence[str], leaves: Leaves, style: Style) -> Item | None:
    """Read the texts of an element as one row; a code by its name is a symbol where the others add up without it.

    So it is where all elements beside this one have a code there, of as many digits, or of capitals.
    """
    at = code_beside(texts)
    if at is None:
        return _read_row(node, texts, style)
    item = _read_row(node, [*texts[:at], *texts[at + 1 :]], style)
    if item is None or len(item.labels) > 1:
        return _read_row(node, texts, style)
    if not item.figures.is_sound:
        are_codes = item.figures.last and item.figures.change is None and _are_codes(node, leaves, at)
        return item._replace(labels=(*item.labels, texts[at])) if are_codes else _read_row(node, texts, style)
    is_proven = item.figures.percent or (node.html or "").count(texts[at]) > 1  # in its link, too
    return item._replace(labels=(*item.labels, texts[at])) if is_proven else None


def _are_codes(node: LexborNode, leaves: Leaves, at: int) -> bool:
    """Return whether the texts at a place of an element and of those beside it are codes, each another one."""
    beside = [node, *islice(_beside(node, "prev"), _MOST_BESIDE), *islice(_beside(node, "next"), _MOST_BESIDE)]
    spans = [leaves.spans[each.mem_id] for each in beside if each.mem_id in leaves.spans]
    codes = [leaves.texts[start + at] for start, end in spans if end - start > at]
    numbers = [code for code in codes if code.isdecimal()]
    are_alike = len(codes) == len({*codes}) > 1 and len({*map(len, numbers)}) == 1
    return are_alike and all(is_code(code) or is_symbol(code) for code in codes)


def _read_row(node: LexborNode, texts: Sequence[str], style: Style) -> Item | None:
    """Read the texts of an element as one row; buttons behind its figures are passed over."""
    times = [
        text for at, text in enumerate(texts) if not is_plain(text) and names_other(text) and is_longer_time(texts, at)
    ]
    unstruck = [text for text in texts if not is_struck(text)]
    said = without_repeats([text for text in unstruck if text not in times])
    left = without_other_prices(said)
    named = names_first(left)
    parts = read_parts(without_brackets(named))
    labels = tuple(plain_labels(parts.labels)) if parts is not None else ()
    if parts is None or not 0 < len(labels) <= MOST_LABELS:
        return None
    figures = without_volume(without_amounts(parts.figures), style)
    cells = (*parts.cells, *parts.first)
    read = _unmoved(figures, style) if parts.is_unmoved else read_figures([*figures, *parts.first], style)
    has_percent = any("%" in text for text in texts)
    if read is None or read.absorbed or not _is_whole(read, left, has_percent=has_percent):
        if not _may_be_row(cells, has_percent=has_percent):
            return None
        currency = next((each.currency for each in parts.figures if each.currency), None)
        read = Figures(Decimal(0), None, None, "", currency=currency)
    if parts.is_unnamed and not (read.is_sound and read.change is not None):
        return None
    is_other = parts.is_of_other or are_amounts(figures) or len(unstruck) < len(texts)  # what is on sale, for one
    return Item(
        node,
        kind_of(node),
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
        parted=cells,
        is_unread=not read.last,
        is_unmoved=parts.is_unmoved,
    )


def _unmoved(figures: Sequence[Token], style: Style) -> Figures | None:
    """Return a price with decimals, alone before a word such as `unchanged`; what its list has for moves is zero."""
    price = figures[0].amount(style) if shape_of(figures) == "n" else None
    currency = figures[0].currency if price else None
    return Figures(price, None, None, "", currency=currency) if price and decimals(price) else None


def _is_whole(read: Figures, texts: Sequence[str], *, has_percent: bool) -> bool:
    """Return whether figures have the percentage that their texts have, and a price that stands in one of these."""
    return (read.percent is not None) == has_percent and stands_in_cell(read.last, map(tokens_of, texts))


def _may_be_row(cells: Sequence[Token], *, has_percent: bool) -> bool:
    """Return whether figures that cannot be read by themselves may be a row's: a percentage and others, or a move."""
    kinds = [each.kind for each in cells]
    if not has_percent:
        is_triple = len(kinds) == _TRIPLE and kinds.count("s") == _TRIPLE - 1  # the percents may lack their sign
        return (len(kinds) == _FEWEST_FIGURES or is_triple) and not any(each.body.isdecimal() for each in cells)
    return _FEWEST_FIGURES < len(kinds) <= _MOST_FIGURES and kinds.count("p") == 1

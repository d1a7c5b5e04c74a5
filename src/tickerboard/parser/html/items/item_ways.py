"""Which way the items of a list moved where their figures have no sign: icons, words, looks and the heading show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.html.ways.arrows import EITHER, if_upright, unturned
from tickerboard.parser.html.ways.looks import differing, look_of
from tickerboard.parser.strips.directions import NEAR, arrow_of
from tickerboard.parser.strips.directions import with_arrows as directed_by
from tickerboard.text.numbers import ARROW_MARKS, DOWN, UP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborNode

    from tickerboard.parser.html.items.items import Item
    from tickerboard.parser.html.leaves import Leaves
    from tickerboard.parser.html.ways.arrows import Arrows

_MOST_TEXTS = 2
"""Texts of a move: a percentage and one more."""


def with_arrows(leaves: Leaves, items: Sequence[Item], arrows: Arrows) -> list[Item]:
    """Return items whose unsigned figures have the arrow of their icons.

    A colour that shows no direction is left out where falls alone have a sign. So have those with a word for it, where
    the words of a list say both ways: `Sale` beside each of its prices is none.
    """
    has_ways = {UP, DOWN} <= {item.way for item in items}
    signs = "".join(item.figures.marks for item in items)
    bare = bool(signs) and "+" not in signs and UP not in signs
    found: list[Item] = []
    for item in items:
        marks = item.figures.marks
        if not marks or not ARROW_MARKS.isdisjoint(marks):
            shown = (item.way if has_ways else "") or _shown_by(leaves, item, arrows)
            marks = if_upright(item.node, unturned(marks, shown))
        marks = "" if bare and marks == EITHER else marks
        if marks or not (item.is_led and item.figures.percent):  # a percentage before all else may be of anything
            is_same = marks == item.figures.marks
            found.append(item if is_same else item._replace(figures=item.figures._replace(marks=marks)))
    return found


def _shown_by(leaves: Leaves, item: Item, arrows: Arrows) -> str:
    """Return the arrow of an item's move, or that of all its markup: the price may have that of its last tick."""
    own = {arrows.of(node) for node in _moves(leaves, item)} & {UP, DOWN}
    return own.pop() if len(own) == 1 else arrows.of(item.node)


def with_looks(leaves: Leaves, items: Sequence[Item]) -> list[Item]:
    """Return items of which those without any mark have the look of their move, where it differs in their list.

    It does not where falls alone have a sign.
    """
    bare = [item for item in items if not item.figures.has_way]
    marks = {mark for item in items for mark in item.figures.marks} if bare else set()
    if not bare or (marks and marks.isdisjoint(("+", UP))):
        return [*items]
    texts = differing([look_of(_moves(leaves, item)) for item in bare])
    looks = {id(item): text for item, text in zip(bare, texts, strict=True)}
    return [item._replace(look=looks[id(item)]) if id(item) in looks else item for item in items]


def _moves(leaves: Leaves, item: Item) -> list[LexborNode]:
    """Return the largest elements in an item that hold a percentage and at most one text more."""
    start, end = leaves.spans[item.node.mem_id]
    found = []
    for at in range(start, end):
        node = leaves.nodes[at].parent if "%" in leaves.texts[at] else None
        while node is not None and node.parent is not None and _is_move(leaves, node.parent, item):
            node = node.parent
        found += [node] if node is not None and node.mem_id != item.node.mem_id else []
    return found


def _is_move(leaves: Leaves, node: LexborNode, item: Item) -> bool:
    start, end = leaves.spans.get(node.mem_id, (0, 0))
    return end - start <= _MOST_TEXTS and node.mem_id != item.node.mem_id


def with_headings(leaves: Leaves, items: Sequence[Item]) -> list[Item]:
    """Return items whose unsigned figures have the arrow of the heading above their list, such as `Top losers`."""
    headings: list[tuple[int, str]] = []
    heading, behind = (0, ""), -1
    for item in items:
        start, end = leaves.spans[item.node.mem_id]
        if start != behind:
            heading = (start, arrow_of(leaves.texts[max(0, start - NEAR) : start]))
        behind = end
        headings.append(heading)
    figures = directed_by([(each, item.figures) for each, item in zip(headings, items, strict=True)])
    pairs = zip(items, figures, strict=True)
    return [item if each is item.figures else item._replace(figures=each) for item, each in pairs]

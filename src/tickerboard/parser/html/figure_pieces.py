"""Figures that the markup of a page cuts in pieces: decimals or digits in elements of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.html.tree import DECIMALS, text_of
from tickerboard.text.word_lists import word_set

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_SMALL = word_set("span a b strong i em small sup sub font data bdi s u")
"""Tags of elements that stand within a line."""
_DIGITS = re.compile(r"[0-9][0-9.,]{0,15}%?")
_PERCENT = re.compile(r"[0-9][.,][0-9]+\Z")
_SIGNS = "+-$€£₹¥\u2212"
_WHOLE = re.compile(r"(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)\.[0-9]+%?|(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+),[0-9]+%?")
_INLINE = frozenset(("span", "a"))
"""Tags of elements around the digits that changed, which a `span` marks: a link within a figure is a footnote."""
_RAISED = frozenset(("sup", "small"))
_UNIT = rf"(?:[^\W\d_]|[{re.escape(_SIGNS)}]){{0,4}}"
_FIGURE = re.compile(rf"{_UNIT} ?[0-9][0-9.,]{{0,20}} ?{_UNIT}")
# A change and its percent; before a whole change stands another figure.
_MOVE = re.compile(r"(?:[0-9]\s+[+\u2212-]?[0-9]+|[0-9][.,][0-9]+)\n[0-9]+[.,][0-9]+ ?%")
DIGITS = frozenset("0123456789.,")


def ends_figure(before: str, last: LexborNode, node: LexborNode, raw: str) -> bool:
    """Return whether a text ends the figure in the text before it, whose (last) node is `last`.

    It does so as a percent sign, as the decimals behind a whole number, as the digits that an element within the
    figure's own marks, or as the next of digits that have an element each.
    """
    if raw.strip() == "%":
        return _PERCENT.search(before) is not None
    if not (before and raw and before[-1] in DIGITS and raw[0] in DIGITS):
        return False
    if is_next_digit(last, node):
        return True
    if not _WHOLE.fullmatch(before.lstrip(_SIGNS) + raw):
        return False
    if DECIMALS.fullmatch(raw):
        return _are_beside(last, node, spaced=raw[0] == ",") and (raw[0] == "," or _is_alone(node))
    return _DIGITS.fullmatch(raw) is not None and _is_within(last, node) and last.text_content == before


def is_move(before: str, last: LexborNode, node: LexborNode, text: str) -> bool:
    """Return whether a text, in an element behind the text `last`, is the percent of the change that ends that.

    So it is in `51.50 -2<i>3.74%</i>`, which is no move of 23.74%.
    """
    around = node.parent
    is_behind = "%" in text and around is not None and around.prev is not None and around.prev.mem_id == last.mem_id
    return is_behind and _MOVE.search(f"{before}\n{text}") is not None


def is_next_digit(last: LexborNode, node: LexborNode) -> bool:
    """Return whether two texts are one digit each, or the mark between two, in elements of one kind side by side."""
    first, second = last.parent, node.parent
    return (
        is_digit(last)
        and is_digit(node)
        and first is not None
        and second is not None
        and first.tag == second.tag
        and second.prev is not None
        and second.prev.mem_id == first.mem_id
    )


def is_digit(node: LexborNode) -> bool:
    """Return whether a text is one digit, or the mark between two, and all that its element holds."""
    around = node.parent
    return (node.text_content or "") in DIGITS and around is not None and around.tag in _SMALL and _is_lone(node)


def _is_lone(node: LexborNode) -> bool:
    return node.prev is None and node.next is None


def _are_beside(last: LexborNode, node: LexborNode, *, spaced: bool) -> bool:
    """Return whether a text stands right behind another, within the same line: nothing parts their elements.

    White space may where they are `spaced`: no figure but the decimals of another begins with a comma.
    """
    first, second = _outermost(last, "next"), _outermost(node, "prev")
    before = second.prev
    while spaced and before is not None and before.is_text_node and not (before.text_content or "").strip():
        before = before.prev
    return before is not None and before.mem_id == first.mem_id


def _outermost(node: LexborNode, way: str) -> LexborNode:
    """Return the outermost of the small elements that end, or begin, with a text; the text itself without one."""
    found = node
    while getattr(found, way) is None and (around := found.parent) is not None and around.tag in _SMALL:
        found = around
    return found


def _is_alone(node: LexborNode) -> bool:
    """Return whether decimals are raised, or an element holds nothing but their figure: `.50` may be a change."""
    around = _outermost(node, "prev").parent
    if node.parent is not None and node.parent.tag in _RAISED:
        return True
    return around is not None and _FIGURE.fullmatch(text_of(around)) is not None


def _is_within(last: LexborNode, node: LexborNode) -> bool:
    """Return whether a text is in an element right behind the text `last`, within that text's own element."""
    inner = node.parent
    outer = inner.parent if inner is not None else None
    return (
        inner is not None
        and outer is not None
        and inner.tag == "span"
        and outer.tag in _INLINE
        and inner.prev is not None
        and inner.prev.mem_id == last.mem_id
    )

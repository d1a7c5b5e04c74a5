"""The last digits of prices that a page raises, as those of currencies: `1.0824<sup>7</sup>`, no footnote."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser.html.tree import short_text
from tickerboard.text.numbers import ARROWS, MINUS

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_MOST_DIGITS = 2
_DIGITS = re.compile(rf"[0-9]{{1,{_MOST_DIGITS}}}")
_PRICE = re.compile(r"[0-9][.,]([0-9]+)\Z")
_CHANGE = re.compile(rf"\s*[(]?[{MINUS}+{ARROWS}]? ?[0-9][0-9.,]*[.,]([0-9]+)(?![0-9.,]|\s*%)")
_DOUBT = " ?"
"""What makes a row with such digits a problem."""
_MOST_STEPS = 16
"""Nodes from raised digits to the text behind them, at most."""


class _Raised(NamedTuple):
    """Raised digits, the text that ends in a figure right before them, and the decimals of it and of the change."""

    node: LexborNode
    before: LexborNode
    digits: str
    own: int
    behind: int

    @property
    def place(self) -> tuple[str, str]:
        """What elements with such figures have in common."""
        around = self.before.parent
        return ("", "") if around is None else (around.tag or "", around.attributes.get("class") or "")


def join_raised(root: LexborNode) -> None:
    """Join raised digits to the prices before them where the changes behind have as many decimals as both together.

    Such prices show it for the others in elements alike, where fewer changes have the decimals of the price alone.
    Where no fewer have them, no figure is left: a footnote may stand behind a price that lost its last zero.
    """
    found = sorted(filter(None, map(_raised, root.css("sup"))), key=lambda each: each.place)
    for _, group in groupby(found, key=lambda each: each.place):
        some = [*group]
        whole = sum(each.own + len(each.digits) == each.behind for each in some)
        mark = "" if whole > sum(each.own == each.behind for each in some) else _DOUBT
        for each in some if whole else ():
            each.node.decompose()
            each.before.replace_with(f"{each.before.text_content or ''}{mark}{each.digits}")


def _raised(node: LexborNode) -> _Raised | None:
    """Return what stands around an element where it holds digits right behind decimals, and is no link."""
    digits = short_text(node, _MOST_DIGITS)
    if not _DIGITS.fullmatch(digits) or node.css_first("a") is not None:
        return None
    before = _beside(node, "prev", "last_child")
    price = _PRICE.search(before.text_content or "") if before is not None else None
    if before is None or price is None:
        return None
    behind = _behind(node)
    change = _CHANGE.match(behind.text_content or "") if behind is not None else None
    return _Raised(node, before, digits, len(price[1]), len(change[1]) if change else 0)


def _beside(node: LexborNode, way: str, end: str) -> LexborNode | None:
    """Return the node without children right beside another one, or beside the elements that begin or end with it."""
    found: LexborNode | None = node
    for _ in range(_MOST_STEPS):
        if found is None or getattr(found, way) is not None:
            break
        found = found.parent
    found = getattr(found, way) if found is not None else None
    while found is not None and (inner := getattr(found, end)) is not None:
        found = inner
    return found


def _behind(node: LexborNode) -> LexborNode | None:
    """Return the next text behind a node that is more than white space."""
    found: LexborNode | None = node
    for _ in range(_MOST_STEPS):
        found = _beside(found, "next", "first_child") if found is not None else None
        if found is not None and found.is_text_node and not (found.text_content or "").isspace():
            return found
    return None

"""The texts of a page, each for itself, and which of them each element holds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tickerboard.parser.html.tree import squeeze, walk

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_INLINE = frozenset(("span", "a"))
_DIGITS = re.compile(r"[0-9][0-9.,]{0,15}%?")
_DECIMALS = re.compile(r"[0-9][.,][0-9]+\Z")
_WHOLE = re.compile(r"(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)\.[0-9]+%?|(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+),[0-9]+%?")


@dataclass(slots=True)
class Leaves:
    """The visible texts of a page in order, the node of each, and by element the places of those within it."""

    texts: list[str] = field(default_factory=list)
    nodes: list[LexborNode] = field(default_factory=list)
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)


def read_leaves(root: LexborNode) -> Leaves:
    """Read the texts that a reader sees; texts that only a comment parts, as scripts write them, are one.

    So are the digits of one figure of which an element marks the last ones, those that changed, and a percent sign in
    an element of its own.
    """
    found = Leaves()
    opened: list[tuple[int, int]] = []
    is_open = False
    for node, opens in walk(root):
        if not node.is_element_node:
            if node.is_text_node and (text := squeeze(raw := node.text_content or "")):
                if is_open or (found.texts and _ends_figure(found, node, raw)):
                    found.texts[-1] += f" {text}" if raw[:1].isspace() else text
                else:
                    found.texts.append(text)
                    found.nodes.append(node)
                is_open = not raw[-1:].isspace()
            continue
        is_open = False
        if opens:
            opened.append((node.mem_id, len(found.texts)))
            continue
        while opened:
            identity, start = opened.pop()
            if start < len(found.texts):
                found.spans[identity] = (start, len(found.texts))
            if identity == node.mem_id:
                break
    return found


def _ends_figure(found: Leaves, node: LexborNode, raw: str) -> bool:
    """Return whether a text ends the figure before it: its percent sign, or the digits in an element within its own."""
    before = found.texts[-1]
    if raw.strip() == "%":
        return _DECIMALS.search(before) is not None
    if not (_DIGITS.fullmatch(raw) and _WHOLE.fullmatch(before.lstrip("+-$€£₹¥\u2212") + raw)):
        return False
    inner = node.parent
    outer = inner.parent if inner is not None else None
    return (
        inner is not None
        and outer is not None
        and {inner.tag, outer.tag} <= _INLINE
        and inner.prev is not None
        and inner.prev.mem_id == found.nodes[-1].mem_id
        and found.nodes[-1].text_content == before
    )

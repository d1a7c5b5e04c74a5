"""The texts of a page, each for itself, and which of them each element holds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tickerboard.parser.html.figure_pieces import ends_figure
from tickerboard.parser.html.tree import squeeze, walk
from tickerboard.text.numbers import DOWN_ARROWS, MINUS, UP_ARROWS

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


_SLANTED = {"↗": UP_ARROWS[0], "↘": DOWN_ARROWS[0]}
_MARKS = frozenset(("+", *MINUS, *_SLANTED))
_MARKED = re.compile(rf"[{MINUS}+↗↘] ?[0-9][0-9.,]*(?: ?%)?")


@dataclass(slots=True)
class Leaves:
    """The visible texts of a page in order, the node of each, and by element the places of those within it."""

    texts: list[str] = field(default_factory=list)
    nodes: list[LexborNode] = field(default_factory=list)
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)


def read_leaves(root: LexborNode) -> Leaves:
    """Read the texts that a reader sees; texts that only a comment parts, as scripts write them, are one.

    So are the pieces of one figure: its decimals, its digits, its percent sign in elements of their own.
    """
    found = Leaves()
    opened: list[tuple[int, int]] = []
    is_open = False
    last = root
    for node, opens in walk(root):
        if not node.is_element_node:
            if node.is_text_node and (text := _signed(squeeze(raw := node.text_content or ""))):
                if is_open or (found.texts and ends_figure(found.texts[-1], last, node, raw)):
                    found.texts[-1] += f" {text}" if raw[:1].isspace() else text
                else:
                    found.texts.append(text)
                    found.nodes.append(node)
                last, is_open = node, not raw[-1:].isspace()
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


def _signed(text: str) -> str:
    """Return a text that is a sign or a slanting arrow before a figure as one figure.

    In a line the dash may be one between words, and `↗` stands behind the names of links.
    """
    if not (text and text[0] in _MARKS and _MARKED.fullmatch(text)):
        return text
    return _SLANTED.get(text[0], text[0]) + text[1:].lstrip()

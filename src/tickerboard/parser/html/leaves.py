"""The texts of a page, each for itself, and which of them each element holds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate, compress
from typing import TYPE_CHECKING

from tickerboard.parser.html.figure_pieces import DIGITS, ends_figure
from tickerboard.parser.html.tree import UNSEEN, is_card, is_shown, squeeze
from tickerboard.parser.html.ways.word_pairs import pair_words
from tickerboard.text.numbers import DOWN, MINUS, UP

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from selectolax.lexbor import LexborNode

_ROLES = {
    **dict.fromkeys(("table", "grid", "treegrid"), "table"),
    "row": "tr",
    **dict.fromkeys(("cell", "gridcell", "columnheader", "rowheader"), "td"),
}
"""What each ARIA role is as a tag; they count on a page with rows."""
_TAGS = {"table": "table", "tr": "tr", "td": "td", "th": "td"}
_TOLD = frozenset(("class", "style", "color", "hidden"))
"""Attributes of elements that may be hidden, or of whose looks other readers ask."""
_SLANTED = {"↗": UP, "↘": DOWN}
_MARKS = frozenset(("+", *MINUS, *_SLANTED))
_ENDS = DIGITS | {"%"}
"""How a text begins that may end the figure before it."""
_MARKED = re.compile(rf"[{MINUS}+↗↘] ?[0-9][0-9.,]*(?: ?%)?")


@dataclass(slots=True)
class Leaves:
    """The visible texts of a page in order, the node of each, and by element the places of those within it.

    So that no reader has to walk through the page for them, the elements that others look for are here, too: `grid`
    has those of tables, rows and cells, what they are and how deep they stand; `styled` those that may have a colour of
    their own; `paired` those with words of pairs in their classes.
    """

    texts: list[str] = field(default_factory=list)
    nodes: list[LexborNode] = field(default_factory=list)
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)
    grid: list[tuple[str, LexborNode, int]] = field(default_factory=list)
    styled: list[LexborNode] = field(default_factory=list)
    paired: list[tuple[LexborNode, frozenset[str]]] = field(default_factory=list)

    def without(self, elements: Iterable[LexborNode]) -> Leaves:
        """Return the texts that do not stand in some elements."""
        is_left = [True] * len(self.texts)
        for start, end in (self.spans.get(each.mem_id, (0, 0)) for each in elements):
            is_left[start:end] = [False] * (end - start)
        if not any(is_left):
            return Leaves()
        places = [0, *accumulate(is_left)]
        spans = self.spans.items()
        return Leaves(
            [*compress(self.texts, is_left)],
            [*compress(self.nodes, is_left)],
            {each: (places[start], places[end]) for each, (start, end) in spans if places[start] < places[end]},
        )


def read_leaves(root: LexborNode) -> Leaves:
    """Read the texts that a reader sees; texts that only a comment parts, as scripts write them, are one.

    So are the pieces of one figure: its decimals, its digits, its percent sign in elements of their own.
    """
    found = Leaves()
    texts, spans = found.texts, found.spans
    roles = _roles_of(root)
    opened: list[tuple[LexborNode, int]] = []
    usual: set[str | None] = set()
    is_open = False
    node = last = root
    while True:
        further = None
        if node.is_element_node:
            is_open = False
            tag, attributes = node.tag or "", node.attributes
            if kind := _TAGS.get(tag) or (roles.get(attributes.get("role") or "") if roles else None):
                found.grid.append((kind, node, len(opened)))
            is_usual = _TOLD.isdisjoint(attributes) or (len(attributes) == 1 and attributes.get("class") in usual)
            shows = is_usual or _note(node, attributes, found, usual)
            if not opened or (shows and (tag not in UNSEEN or is_card(node))):
                further = node.first_child
            if further is not None:
                opened.append((node, len(texts)))
        elif node.is_text_node and not (raw := node.text_content or "").isspace() and (text := squeeze(raw)):
            _add(found, text, raw, last, node, joins=is_open)
            last, is_open = node, not raw[-1].isspace()
        while further is None and opened and (further := node.next) is None:
            node, start = opened.pop()
            is_open = False
            if start < len(texts):
                spans[node.mem_id] = (start, len(texts))
        if further is None:
            return found
        node = further


def _add(found: Leaves, text: str, raw: str, last: LexborNode, node: LexborNode, *, joins: bool) -> None:
    """Add a text, to the one before it where it joins that, or ends the figure in it."""
    texts = found.texts
    if text[0] in _SLANTED or text[1:2] == " ":
        text = _signed(text)
    may_end = text[0] in _ENDS and texts and texts[-1][-1] in DIGITS
    if joins or (may_end and ends_figure(texts[-1], last, node, raw)):
        texts[-1] += f" {text}" if raw[0].isspace() else text
    else:
        texts.append(text)
        found.nodes.append(node)


def _roles_of(root: LexborNode) -> Mapping[str, str]:
    return _ROLES if root.css_first('[role="row"]') is not None else {}


def _note(node: LexborNode, attributes: Mapping[str, str | None], found: Leaves, usual: set[str | None]) -> bool:
    """Keep an element of whose looks other readers ask; return whether it is shown.

    `usual` gets the classes of which, alone, each element is shown and none is kept.
    """
    shows = is_shown(attributes)
    if "style" in attributes or "color" in attributes:
        found.styled.append(node)
    classes = attributes.get("class") or ""
    if words := pair_words(classes):
        found.paired.append((node, words))
    elif shows:
        usual.add(classes)
    return shows


def _signed(text: str) -> str:
    """Return a text that is a sign or a slanting arrow before a figure as one figure.

    In a line the dash may be one between words, and `↗` stands behind the names of links.
    """
    if text[0] not in _MARKS or not _MARKED.fullmatch(text):
        return text
    return _SLANTED.get(text[0], text[0]) + text[1:].lstrip()

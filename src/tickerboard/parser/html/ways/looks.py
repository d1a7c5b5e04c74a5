"""How moves without a sign look: where that differs between the rows of a list, some of them may be falls.

Many style sheets name the classes of a fall so that nobody knows them. What such a look means the arithmetic of larger
moves shows, see `resolve_signs`.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tickerboard.parser.html.tree import walk
from tickerboard.parser.html.ways.colours import colour_text_of
from tickerboard.parser.html.ways.word_pairs import arrows_by_word, pair_words
from tickerboard.text.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from selectolax.lexbor import LexborNode

_SAID = word_set("class src alt data-icon aria-label")
_MOST_NODES, _LONGEST = 40, 160

Look = frozenset[str]


def look_of(nodes: Iterable[LexborNode], name: LexborNode | None = None) -> Look:
    """Return the tags, classes, colours and pictures of some elements, without the classes of the element of a name."""
    return frozenset(word for node in nodes for word in _words(node)) - frozenset(_said(name) if name else ())


def arrows_of_looks(looks: Sequence[Look], *, with_colours: bool) -> list[str]:
    """Return the arrow of each look of a list, where pairs of words or colours show both ways; else empty texts."""
    words = [frozenset(found for each in look for found in pair_words(each)) for look in looks]
    arrows = arrows_by_word(frozenset().union(*words), with_colours=with_colours)
    shown = [{arrows[word] for word in each if word in arrows} for each in words]
    return [each.pop() if len(each) == 1 else "" for each in shown]


def differing(looks: Sequence[Look]) -> list[str]:
    """Return the looks of a list as texts; empty ones where all are the same."""
    return [" ".join(sorted(look)) or "plain" for look in looks] if len({*looks}) > 1 else [""] * len(looks)


def _words(node: LexborNode) -> Iterator[str]:
    for each, opens in islice(walk(node), _MOST_NODES):
        if opens and each.is_element_node:
            yield f"<{each.tag}>"
            yield from _said(each)
            for drawing in each.css("use, path")[:1] if each.tag == "svg" else ():
                yield from (value[-_LONGEST:] for value in drawing.attributes.values() if value)


def _said(node: LexborNode) -> Iterator[str]:
    """Yield the classes of an element, the colour of its style, and what its picture is called."""
    attributes = node.attributes
    for name in _SAID.intersection(attributes):
        value = attributes[name] or ""
        yield from value.split() if name == "class" else (value[-_LONGEST:],)
    if colour := colour_text_of(node):
        yield colour

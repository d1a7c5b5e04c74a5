"""What stands within the box of a story and is not part of it, by the words of its classes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.text.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

    from selectolax.lexbor import LexborNode

_BESIDE = word_set("""
    share sharing sharebar sharetools sharedaddy social socials breadcrumb breadcrumbs newsletter newsletters related
    recommended recommendations comments comment disqus tags taglist advert advertisement advertising ads paywall
    regwall promo sidebar caption credit byline bylines author authors bio kicker eyebrow dek deck standfirst subtitle
    subheadline subhead toolbar tooltip cookie cookies toc outbrain taboola trending submeta topics barrier banner cta
    subscribe subscription signup
""")
_OTHER_TEXTS = word_set("""
    comment comments disqus respond barrier subscribe subscription signup upsell newsletter promo related recommended
    recommendations cookie cookies consent
""")
"""Boxes whose paragraphs are not those of a story, however long they are."""
_STATES = frozenset(("has", "no", "with", "without", "is", "not"))
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_MARKED = "[class], [id]"
_WHOLE = frozenset(("html", "body", "main", "article"))
_ASIDES = frozenset(("aside", "nav", "footer"))


def elements_beside(root: LexborNode, inner: LexborNode | None) -> frozenset[int]:
    """Return the elements below a node (by `mem_id`) that are not part of the story.

    What is around `inner`, the element with most of the story, is part of it whatever it is called.
    """
    around = set()
    while inner is not None:
        around.add(inner.mem_id)
        inner = inner.parent
    return frozenset(
        node.mem_id for node in root.css(_MARKED) if node.mem_id not in around and _is_called(node, _BESIDE)
    )


def without_other_texts(nodes: Iterable[LexborNode]) -> list[LexborNode]:
    """Return the elements that do not stand in the comments, in an offer or in an `aside`."""
    known: dict[int, bool] = {}
    return [node for node in nodes if not _is_other(node, known)]


def _is_other(node: LexborNode, known: dict[int, bool]) -> bool:
    """Return whether an element is or stands in a box of other texts; `known` has what was found of each element."""
    path: list[int] = []
    around: LexborNode | None = node
    found = False
    while around is not None and not found:
        if around.mem_id in known:
            found = known[around.mem_id]
            break
        path.append(around.mem_id)
        found = around.tag in _ASIDES or _is_called(around, _OTHER_TEXTS)
        around = around.parent
    known.update(dict.fromkeys(path, found))
    return found


def is_within(node: LexborNode, parts: frozenset[str]) -> bool:
    """Return whether an element or one around it is an `aside`, or has one of some words in its classes."""
    around: LexborNode | None = node
    while around is not None and around.tag not in _WHOLE:
        if around.tag in _ASIDES or _is_called(around, parts):
            return True
        around = around.parent
    return False


def _is_called(node: LexborNode, words: frozenset[str]) -> bool:
    """Return whether an element, not the whole page or story, has one of some words in its classes or its id."""
    return node.tag not in _WHOLE and not words.isdisjoint(_parts(node))


def _parts(node: LexborNode) -> set[str]:
    """Return the words of an element's classes and of its id; a class that says a state, as `has-ads`, has none."""
    attributes = node.attributes
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".split()
    parts: set[str] = set()
    for name in names:
        words = {word.lower() for word in _PART.findall(name)}
        parts |= words if _STATES.isdisjoint(words) else set()
    return parts

"""What stands within the box of a story and is not part of it, by the words of its classes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BESIDE = frozenset(
    "share sharing sharebar sharetools sharedaddy social socials breadcrumb breadcrumbs newsletter "  # noqa: SIM905
    "newsletters related recommended recommendations comments comment disqus tags taglist advert "
    "advertisement advertising ads paywall regwall promo sidebar caption credit byline bylines "
    "author authors bio kicker eyebrow dek deck standfirst subtitle subheadline subhead toolbar "
    "tooltip cookie cookies toc outbrain taboola trending".split()
)
_STATES = frozenset(("has", "no", "with", "without", "is", "not"))
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_MARKED = "[class], [id]"
_WHOLE = frozenset(("html", "body", "main", "article"))


def elements_beside(root: LexborNode, inner: LexborNode | None) -> frozenset[int]:
    """Return the elements below a node (by `mem_id`) that are not part of the story.

    What is around `inner`, the element with most of the story, is part of it whatever it is called.
    """
    around = set()
    while inner is not None:
        around.add(inner.mem_id)
        inner = inner.parent
    return frozenset(
        node.mem_id
        for node in root.css(_MARKED)
        if node.mem_id not in around and node.tag not in _WHOLE and not _BESIDE.isdisjoint(_parts(node))
    )


def is_within(node: LexborNode, parts: frozenset[str]) -> bool:
    """Return whether an element or one around it is an `aside`, or has one of some words in its classes."""
    around: LexborNode | None = node
    while around is not None and around.tag not in _WHOLE:
        if around.tag in {"aside", "nav", "footer"} or not parts.isdisjoint(_parts(around)):
            return True
        around = around.parent
    return False


def _parts(node: LexborNode) -> set[str]:
    """Return the words of an element's classes and of its id; a class that says a state, as `has-ads`, has none."""
    attributes = node.attributes
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".split()
    parts: set[str] = set()
    for name in names:
        words = {word.lower() for word in _PART.findall(name)}
        parts |= words if _STATES.isdisjoint(words) else set()
    return parts

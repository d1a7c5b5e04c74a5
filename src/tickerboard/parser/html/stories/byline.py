"""The names of authors that a page shows by its story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.html.blocks import read_blocks
from tickerboard.parser.html.stories.beside import is_within
from tickerboard.parser.html.tree import text_of
from tickerboard.parser.prose.bylines import names_in, read_names, without_by
from tickerboard.parser.prose.furniture import is_chrome

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_MARKED = ('[rel~="author"]', '[itemprop~="author"]')
_CLASSED = ('[class*="byline" i]', '[class*="author" i]', '[data-testid*="byline" i]')
_LOOKED_AT, _MOST = 20, 10
_ELSEWHERE = frozenset(("comment", "comments", "related", "recommended", "bio", "card", "teaser", "sidebar"))
"""Parts of class names: the authors in such boxes are those of comments and of other stories."""
_NOT_NAMES = frozenset(("about", "author", "authors", "profile", "follow", "more"))


def shown_byline(root: LexborNode) -> str | None:
    """Return the names that are marked as the author's, or else those in a box that is called so; None without any."""
    for selector in _MARKED:
        nodes = [node for node in root.css(selector)[:_LOOKED_AT] if not _is_elsewhere(node)]
        if names := _together(nodes):
            return ", ".join(names)
    for selector in _CLASSED:
        for node in root.css(selector)[:_LOOKED_AT]:
            texts = [] if is_within(node, _ELSEWHERE) else [block.text for block in read_blocks(node)]
            if name := next((name for text in texts if (name := read_names(text) or _name(text))), None):
                return name
    return None


def _is_elsewhere(node: LexborNode) -> bool:
    """Return whether a name is that of a comment or of another story; the article's own `aside` may have its own."""
    aside = node
    while aside.parent is not None and aside.tag != "aside":
        aside = aside.parent
    is_own = aside.parent is not None and aside.parent.tag == "article"
    return is_within(aside.parent if is_own and aside.parent is not None else node, _ELSEWHERE)


def _together(nodes: list[LexborNode]) -> list[str]:
    """Return the names of the first element and of those that stand in the same box."""
    names: dict[str, None] = {}
    box = _box(nodes[0]) if nodes else None
    for node in nodes:
        name = _name(text_of(node.css_first('[itemprop~="name"]') or node))
        if name and _box(node) == box:
            names[name] = None
    return list(names)[:_MOST]


def _box(node: LexborNode) -> int | None:
    above = node.parent
    if above is not None and above.tag in {"span", "li", "a", "strong", "em"}:
        above = above.parent
    return above.mem_id if above is not None else None


def _name(text: str) -> str | None:
    name = names_in(without_by(text))
    if name is None or is_chrome(name) or not _NOT_NAMES.isdisjoint(name.casefold().split()):
        return None
    return name

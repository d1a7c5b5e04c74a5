"""Where the story of a page stands: the box that has most text in its paragraphs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser.html.blocks import BLOCK, read_blocks
from tickerboard.parser.html.stories.beside import elements_beside, without_other_texts
from tickerboard.parser.html.tree import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborNode

    from tickerboard.parser.html.blocks import Block

_LONG, _FEWEST_LONG = 100, 3
_HIGHEST = 4
"""Elements above a paragraph that may be the box of its story."""
_LINKS_CAP = 20
_CHILDREN_CAP = 200


class StoryBox(NamedTuple):
    """The box with a story, and the element within it that has most of its paragraphs; None where none has any."""

    box: LexborNode
    inner: LexborNode | None

    def blocks(self, root: LexborNode, seen: Sequence[Block]) -> Sequence[Block]:
        """Return the blocks of the box; those beside the story are marked so. `seen` are those of the whole page."""
        beside = elements_beside(self.box, self.inner)
        return seen if not beside and self.box.mem_id == root.mem_id else read_blocks(self.box, beside)

    def has_story(self) -> bool:
        """Return whether the box has the body of one story: several long paragraphs."""
        if self.box.tag in {"body", "html"}:
            return False
        return sum(size >= _LONG for _, size in _paragraphs(self.box)) >= _FEWEST_LONG


def find_story(root: LexborNode) -> StoryBox:
    """Return the box with the story: that with the most text in its paragraphs, or one around it that has more.

    A body that is split over several boxes is in the one around them; an `article` or `main` around it is taken.
    """
    weights: Counter[int] = Counter()
    boxes: dict[int, LexborNode] = {}
    totals: Counter[int] = Counter()
    for paragraph, size in _paragraphs(root):
        node = paragraph.parent
        if node is None:
            continue
        boxes[node.mem_id] = node
        weights[node.mem_id] += size
        for _ in range(_HIGHEST):
            if node is None:
                break
            totals[node.mem_id] += size
            node = node.parent
    if not weights:
        return StoryBox(root, None)
    inner = boxes[weights.most_common(1)[0][0]]
    return StoryBox(_outermost(inner, totals), inner)


def _outermost(inner: LexborNode, totals: Counter[int]) -> LexborNode:
    box = outer = inner
    while outer.parent is not None:
        if outer.tag == "main" or (outer.tag == "article" and not _is_post(outer)):
            return outer
        outer = outer.parent
    for _ in range(_HIGHEST - 1):
        around = box.parent
        if around is None or around.tag in {"body", "html"} or totals[around.mem_id] * 4 < totals[box.mem_id] * 5:
            break
        box = around
    return box


def _is_post(article: LexborNode) -> bool:
    """Return whether an `article` is one of several below one headline, as those of a live blog are."""
    around = article.parent
    while around is not None and around.tag not in {"main", "body"}:
        around = around.parent
    if around is None or around.tag == "body" or article.css_first("h1") is not None:
        return False
    return around.css_first("h1") is not None and len(around.css("article")) > 1


def _paragraphs(root: LexborNode) -> list[tuple[LexborNode, int]]:
    """Return the paragraphs of a page's story and how long they are, without those that are mostly links.

    A page that has no `p` for its text may have a `div` for each paragraph.
    """
    nodes = root.css("p, div")
    nodes = [node for node in nodes if node.tag == "p" or _has_text(node)]
    found = []
    has_links = root.css_first("a") is not None
    for node in without_other_texts(nodes) or nodes:
        size = len(text_of(node))
        links = node.css("a")[:_LINKS_CAP] if size and has_links else []
        if size and sum(len(text_of(link)) for link in links) * 2 < size:
            found.append((node, size))
    return found


def _has_text(node: LexborNode) -> bool:
    """Return whether an element has a text of its own, longer than a label, and no block within it but line breaks."""
    child, size = node.first_child, 0
    for _ in range(_CHILDREN_CAP):
        if child is None:
            break
        if child.is_text_node:
            size += len((child.text_content or "").strip())
        elif child.tag in BLOCK and child.tag != "br":
            return False
        child = child.next
    return size >= _LONG

"""Markup to a tree that is safe to walk, and the walk itself: what a reader of the page would see."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from tickerboard.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

DEPTH_CAP = 512
"""Tags nested in each other, as in a browser: the tree builder's time grows with the square of the depth."""

# Left open over paragraphs, each of these with attributes of its own is made again in every later paragraph:
# 50 kB of `<p><b c=1><p><b c=2>…` become gigabytes. A span is never made again.
_FORMATTING = r"(?=[bcefinstu])(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])"
_FORMATTING_OPENS = re.compile("<" + _FORMATTING, re.IGNORECASE | re.ASCII)
_FORMATTING_CLOSES = re.compile("</" + _FORMATTING, re.IGNORECASE | re.ASCII)
# The builder compares each attribute of a tag with all before it: 100,000 in one tag take a quarter of a minute.
_CROWDED = re.compile(r"(<[a-z][^\s/\"'<>]*+)(?:[\s/\"']++[^\s/\"'<>]++){1000,}", re.IGNORECASE | re.ASCII)
_LONG_TAG = 2_000
# The commonest of the tags that do not pile up are passed over at once.
_TAG = re.compile(r"<(/?(?!(?:td|tr|a|p|li)[\s/>])[a-z][a-z0-9-]*+)", re.IGNORECASE | re.ASCII)
# Tags without an end, or whose end may be left out, links, and the shapes of pictures: they do not pile up.
_FLAT = frozenset(
    "a area base br col embed hr img input link meta param source track wbr html head body p li dt dd "  # noqa: SIM905
    "option optgroup thead tbody tfoot tr td th colgroup rb rt rp path rect circle ellipse line polygon polyline "
    "use stop image".split()
)
_PASSED = _FLAT | {f"/{name}" for name in _FLAT}
_UNSEEN = frozenset(
    "head script style noscript template svg math textarea select button object iframe audio video "  # noqa: SIM905
    "canvas title".split()
)


def read_tree(markup: str) -> tuple[LexborNode | None, bool]:
    """Build the tree of a page; tell, too, whether it was cut because it nests too deep."""
    from selectolax.lexbor import LexborHTMLParser

    # Two patterns with plain replacements: one with a group takes half as long again.
    markup = _FORMATTING_CLOSES.sub("</span", _FORMATTING_OPENS.sub("<span", markup))
    if max(map(len, markup.split("<"))) > _LONG_TAG:
        markup = _CROWDED.sub(r"\1", markup)
    end = _too_deep(markup)
    return LexborHTMLParser(markup[:end]).root, end is not None


def _too_deep(markup: str) -> int | None:
    """Tell where a page nests more than `DEPTH_CAP` tags, by their names alone; None for any sane page."""
    opened: Counter[str] = Counter()
    depth = 0
    for place, tag in enumerate(map(str.lower, _TAG.findall(markup))):
        if tag in _PASSED:
            continue
        if tag[0] != "/":
            opened[tag] += 1
            depth += 1
            if depth > DEPTH_CAP:
                return next(islice(_TAG.finditer(markup), place, None)).start()
        elif opened[tag[1:]]:
            opened[tag[1:]] -= 1
            depth -= 1
    return None


def walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Give what can be seen below a node, in order: each node as it opens (True), each element as it closes (False)."""
    top = root.mem_id
    node: LexborNode | None = root
    while node is not None:
        yield node, True
        child = node.first_child if node.is_element_node and (node.mem_id == top or _is_seen(node)) else None
        while child is None and node is not None:
            if node.is_element_node:
                yield node, False
            if node.mem_id == top:
                return
            child = node.next
            node = node.parent
        node = child


def _is_seen(node: LexborNode) -> bool:
    """Tell an element that a reader sees; a responsive `hidden md:block` is seen on a wide screen."""
    if node.tag in _UNSEEN:
        return False
    attributes = node.attributes
    if not attributes:
        return True
    style = (attributes.get("style") or "").replace(" ", "").lower()
    classes = (attributes.get("class") or "").split()
    hidden = "hidden" in classes and not any(":" in each for each in classes)
    return not (hidden or "hidden" in attributes or "display:none" in style or "visibility:hidden" in style)


def squeeze(text: str) -> str:
    """Clean a text and make every run of white space in it one space."""
    return " ".join(clean(text).split())


def text_of(node: LexborNode | None, between: str = "") -> str:
    """Give what a reader sees of a node, on one line; `between` stands between its pieces."""
    if node is None:
        return ""
    lone = node.first_child
    if lone is not None and lone.is_text_node and lone.next is None:  # as in most cells and links: no walk is needed
        return squeeze(lone.text_content or "")
    return squeeze(between.join(each.text_content or "" for each, opens in walk(node) if opens and each.is_text_node))

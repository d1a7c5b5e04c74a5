"""Markup to a tree that is safe to walk, and the walk itself: what a reader of the page would see."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from tickerboard.parser.html.taming import tamed
from tickerboard.text.clean import clean
from tickerboard.text.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from selectolax.lexbor import LexborNode

UNSEEN = word_set("""
    head script style noscript template svg math textarea select button object iframe audio video canvas title
""")
"""Tags of elements in which a reader sees no text."""
_MOST_STEPS = 40
"""Nodes of a short text, at most."""
_LINES = frozenset(("br", "div", "p", "li", "dd", "dt"))
"""Tags of elements that begin a line."""
DECIMALS = re.compile(r"[.,][0-9]{1,8}%?")


def read_tree(markup: str) -> tuple[LexborNode | None, bool]:
    """Build the tree of a page; tell, too, whether it was cut because it nests too deep."""
    from selectolax.lexbor import LexborHTMLParser

    markup, cut = tamed(markup)
    return LexborHTMLParser(markup).root, cut


def walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield what is visible below a node, in order: each node as it opens (True), each element as it closes (False)."""
    opened: list[LexborNode] = []
    node = root
    while True:
        yield node, True
        if node.is_element_node:
            if (not opened or is_seen(node, node.attributes)) and (child := node.first_child) is not None:
                opened.append(node)
                node = child
                continue
            yield node, False
        while opened:
            if (behind := node.next) is not None:
                node = behind
                break
            node = opened.pop()
            yield node, False
        else:
            return


def is_seen(node: LexborNode, attributes: Mapping[str, str | None]) -> bool:
    """Return whether a reader sees what an element says: of buttons only those with a percentage, which are cards."""
    return (node.tag not in UNSEEN or is_card(node)) and is_shown(attributes)


def is_card(node: LexborNode) -> bool:
    """Return whether an element is a button that has a percentage."""
    return node.tag == "button" and "%" in node.text()


def is_shown(attributes: Mapping[str, str | None]) -> bool:
    """Return whether attributes leave an element visible; a responsive `hidden md:block` is so on a wide screen."""
    if not attributes:
        return True
    if "hidden" in attributes:
        return False
    classes = attributes.get("class") or ""
    if "hidden" in classes and "hidden" in classes.split() and not any(":" in each for each in classes.split()):
        return False
    style = attributes.get("style")
    if not style:
        return True
    style = style.replace(" ", "").lower()
    return not ("display:none" in style or "visibility:hidden" in style)


def squeeze(text: str) -> str:
    """Clean a text and make every run of white space in it one space."""
    if text.isascii() and text.isprintable():  # as most is
        return text if " " not in text else " ".join(text.split())
    return " ".join(clean(text).split())


def pieces_of(node: LexborNode, most: int) -> list[str]:
    """Return the texts that a reader sees of a node, one for each element, of its first `most` steps at most.

    Texts that only a comment parts are one, and so are a whole number and the decimals in an element behind it.
    """
    if lone := _lone_text(node):
        return [lone]
    found: list[str] = []
    is_open = False
    for each, _ in islice(walk(node), most):
        if each.is_element_node:
            is_open = False
            if each.tag in _LINES and found:
                found[-1] += " "
        elif each.is_text_node and (text := each.text_content or ""):
            if is_open:
                found[-1] += text
            else:
                found.append(text)
            is_open = True
    return _with_decimals(found)


def seen_text(node: LexborNode, most: int) -> str:
    """Return those texts of a node, on one line."""
    return _lone_text(node) or " ".join(pieces_of(node, most))


def _lone_text(node: LexborNode) -> str:
    """Return the text of a node that holds nothing else, or of the one element in it; empty for any other."""
    child = node.first_child
    while child is not None and child.next is None:
        if child.is_text_node:
            return squeeze(child.text_content or "")
        child = child.first_child if child.is_element_node and is_seen(child, child.attributes) else None
    return ""


def _with_decimals(pieces: list[str]) -> list[str]:
    """Return pieces as texts, decimals with the whole number before them: `.50` behind a space may be a change."""
    whole: list[str] = []
    before = ""
    for piece in pieces:
        text = squeeze(piece)
        is_apart = text[:1] == "." and (before[-1:].isspace() or piece[:1].isspace())
        if whole and not is_apart and DECIMALS.fullmatch(text) and whole[-1][-1:].isdecimal():
            whole[-1] += text
        elif text:
            whole.append(text)
        before = piece
    return whole


def short_text(node: LexborNode, longest: int) -> str:
    """Return what a reader sees of a node that has so many characters at most; an empty text of any longer one."""
    text = seen_text(node, _MOST_STEPS)
    return text if len(text) <= longest else ""


def text_of(node: LexborNode | None, between: str = "") -> str:
    """Return what a reader sees of a node, on one line; `between` stands between its pieces."""
    if node is None:
        return ""
    if lone := _lone_text(node):
        return lone
    return squeeze(between.join(each.text_content or "" for each, opens in walk(node) if opens and each.is_text_node))

"""Which of green and red the text of an element has, as its own style says."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from tickerboard.parser.html.tree import short_text, walk
from tickerboard.parser.strips.clear import sign_of
from tickerboard.text.numbers import ARROW, MINUS, has_digit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from selectolax.lexbor import LexborNode

_COLOUR = re.compile(
    r"(?<![\w-])color ?: ?(?:#([0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-f])"
    r"|rgba?\(([0-9]{1,3})[, ]+([0-9]{1,3})[, ]+([0-9]{1,3})(?! ?[,/] ?0?\.?0+%? ?\))|([a-z]{3,12}))",
    re.IGNORECASE,
)
_MARK = re.compile(rf"[{MINUS}+]|{ARROW}")
_GREEN, RED = "green", "red"
WAYS = frozenset((_GREEN, RED))
_NAMES = {
    **dict.fromkeys(("green", "darkgreen", "limegreen", "seagreen", "forestgreen", "lime"), _GREEN),
    **dict.fromkeys(("red", "darkred", "crimson", "firebrick"), RED),
}
_MOST_NODES = 120
_LONGEST = 24
"""Characters of a text with a figure that a colour is of."""
_STRONGER = 1.4
"""How much stronger than the others the colour of a text is in which a reader sees it."""
_MOST_GREEN = 1 / 3
"""How much of a red its green may be, beyond its blue: more of it is an orange."""


def ways_of(styled: Iterable[LexborNode]) -> frozenset[str]:
    """Return which of green and red are the ways of a page's percents: none where one stands against its sign.

    `styled` are the elements that may have a colour. A percent with a word, `20% off`, is of something else.
    """
    shown = set()
    for each in styled:
        colour = _colour(_style(each))
        if not colour:
            continue
        text = short_text(each, _LONGEST)
        if not is_lone_percent(text):
            continue
        if signs_against(text, is_rise=colour == _GREEN):
            return frozenset()
        shown.add(colour)
    return frozenset(shown)


def row_ways_of(styled: Iterable[LexborNode]) -> frozenset[str]:
    """Return which of green and red the rows of a page's tables have as a whole by their own style."""
    return frozenset(colour for each in styled if each.tag == "tr" and (colour := colour_of(each)))


def colour_of(node: LexborNode) -> str:
    """Return the colour of an element's own text by its style; empty where that is neither green nor red."""
    return _colour(_style(node))


def colour_text_of(node: LexborNode) -> str:
    """Return the colour of an element's own text by its style: `green`, `red`, or what the style says."""
    found = _COLOUR.search(style := _style(node))
    return "" if found is None else _colour(style) or found[0]


def is_lone_percent(text: str) -> bool:
    """Return whether a text is a percent, perhaps with other figures, and no word."""
    return "%" in text and has_digit(text) and not any(map(str.isalpha, text))


def signs_against(text: str, *, is_rise: bool) -> bool:
    """Return whether all signs of a text show the other way."""
    found = {sign_of(mark) for mark in _MARK.findall(text)}
    return found == {-1 if is_rise else 1}


def colours_of(node: LexborNode) -> frozenset[str]:
    """Return which of green and red the percents of an element have by their style, among its first nodes.

    The colour of a price may be that of its last tick.
    """
    return frozenset(
        colour
        for each, opens in islice(walk(node), _MOST_NODES)
        if opens and each.is_element_node and (colour := _colour(_style(each))) and _has_percent(each)
    )


def _style(node: LexborNode) -> str:
    attributes = node.attributes
    style, colour = attributes.get("style") or "", attributes.get("color")
    return f"{style};color:{colour}" if colour else style


def _has_percent(node: LexborNode) -> bool:
    text = short_text(node, _LONGEST)
    return "%" in text and has_digit(text)


def _colour(style: str) -> str:
    """Return `green` or `red` where a style gives a text that colour; empty for any other style."""
    found = _COLOUR.search(style)
    if found is None:
        return ""
    digits, *parts, name = found.groups()
    if name:
        return _NAMES.get(name.lower(), "")
    if digits:
        size = len(digits) // 3
        parts = [str(int(digits[at : at + size] * (3 - size), 16)) for at in range(0, len(digits), size)]
    red, green, blue = (int(part) or 1 for part in parts)
    if green > red * _STRONGER and green >= blue * _STRONGER:
        return _GREEN
    is_orange = green - blue > (red - blue) * _MOST_GREEN
    return RED if red > green * _STRONGER and red > blue * _STRONGER and not is_orange else ""

"""Which way an icon or a word of the markup says that a figure without a sign moved.

Many pages print `0.41%` beside an arrow that is a picture: the names of its classes, its label or its file show the
direction. A figure with a sign of its own needs none of this, and markup that shows both ways shows nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from tickerboard.parser.figures.arrows import minus_of
from tickerboard.parser.html.tree import walk
from tickerboard.parser.html.ways.colours import RED, WAYS, colour_of, colours_of, row_ways_of, ways_of
from tickerboard.parser.html.ways.word_pairs import WordPairs, pair_words
from tickerboard.parser.strips.clear import sign_of
from tickerboard.text.numbers import ARROW_MARKS, ARROWS, DOWN, UP
from tickerboard.text.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from selectolax.lexbor import LexborNode

    from tickerboard.parser.html.leaves import Leaves

EITHER = UP + DOWN
"""The arrows of a figure whose colour shows that it moved, and not which way."""
TURNED = DOWN + UP
"""The arrows of a figure whose one arrow is turned over, so that it may mean either."""
_WORDS = {
    UP: "up upward upwards positive plus gain gains rise rises rising increase increased higher bullish green",
    DOWN: "down downward downwards dn negative minus loss fall falls falling decrease decreased lower bearish red",
}
_ARROWS = {word: arrow for arrow, words in _WORDS.items() for word in words.split()}
_COLOURS = frozenset(("green", "red"))
_RED_RISES = ("zh", "ja", "ko")
"""Languages in whose markets red is the colour of a rise in one place and of a fall in another."""
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Their characters."""
_OF_WAY = word_set("""
    data-trend data-direction data-dir data-move data-movement data-sign data-tendency data-change data-change-direction
    trend direction
""")
"""Attributes that hold a way and nothing else."""
_SHOWS = _OF_WAY | word_set("class aria-label alt title data-icon src href")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
# Classes of menus and of movement on the screen: `drop-down`, `slide-up`, `sign-up`.
_OTHER = re.compile(r"drop|pop|slide|fade|sign|thumb|scroll|anim|back|roll|count|mark|set|start", re.IGNORECASE)
# What a style sheet turns shows the other way than its name, and nothing says which of the two was meant.
_TURN = re.compile(
    r"\brotate-180\b|\brotate[XZ]?\( ?-?(?:180deg|0?\.5turn)|\bscale(?:Y|3d)?\( ?(?:1 ?, ?)?-1\b"
    r"|-scale-y-(?:100|1)\b|\b(?:flip(?:ped|-vertical|-v|-y)?|rotated|upside-?down)(?![\w-])"
)
_MOST_NODES, _LONGEST = 120, 160


class Arrows:
    """The arrows of one page; `minus` is what ▲ before a figure stands for, see `minus_of`.

    `is_unclear` is whether red has no one meaning in the page's language.
    """

    def __init__(self, root: LexborNode, leaves: Leaves) -> None:
        self._colours = ways_of(leaves.styled)
        self._row_colours = row_ways_of(leaves.styled)
        self.minus = minus_of("\n".join(leaves.texts))
        html = root.css_first("html")
        language = (html.attributes.get("lang") or "").lower() if html is not None else ""
        self.is_unclear = language.startswith(_RED_RISES) or _are_of_east(leaves.texts)
        self._pairs = WordPairs(leaves.paired, with_colours=not self.is_unclear)

    def of(self, node: LexborNode) -> str:
        """Return the arrow that an element and those in it show: up or down, an empty text for none or for both.

        Of a colour alone it is `EITHER`, on a page of a language in which red has no one meaning, or of red alone.
        """
        words = {word for value in _values(node) for word in _words(value)}
        colours = set(colours_of(node)) if self._colours and not words else set()
        if self._colours == WAYS:
            words = words or colours
        elif colours == {RED}:
            return EITHER
        if self.is_unclear and words and words <= _COLOURS:
            return EITHER
        shapes = {_ARROWS[word] for word in words - _COLOURS} or {_ARROWS[word] for word in words}
        if not words and (arrow := self._pairs.of(node)):
            shapes = {arrow}
        if len(shapes) != 1:
            return ""
        is_colour = bool(words) and words <= _COLOURS  # that no style sheet turns over
        return shapes.pop() if is_colour else if_upright(node, shapes.pop())

    def of_row(self, row: LexborNode) -> str:
        """Return the arrow that a table's row shows by its own class or style, without the elements in it.

        It is `EITHER` for red where no row is green, and for either on a page on which red has no one meaning.
        """
        shapes = {_ARROWS[word] for value in _said(row) for word in _words(value)}
        if not shapes and (colour := colour_of(row)):
            is_clear = self._row_colours == WAYS and not self.is_unclear
            return _ARROWS[colour] if is_clear else EITHER if colour == RED or self.is_unclear else ""
        return shapes.pop() if len(shapes) == 1 else self._pairs.of_row(row)


def _said(node: LexborNode) -> Iterator[str]:
    """Yield what the class of an element, and its attributes of a way, say."""
    for name, value in node.attributes.items():
        if value and (name == "class" or name in _OF_WAY):
            yield value


def _are_of_east(texts: Sequence[str]) -> bool:
    """Return whether most texts with words of a page are in such a language, whatever the page says of itself."""
    if not any(_EAST.search(text) for text in texts if not text.isascii()):  # as in most pages
        return False
    words = [text for text in texts if any(map(str.isalpha, text))]
    return sum(_EAST.search(text) is not None for text in words) * 2 > len(words)


def if_upright(node: LexborNode, marks: str) -> str:
    """Return the marks of an element, `TURNED` for an arrow without a sign that a class or a style turns over."""
    has_arrow = not ARROW_MARKS.isdisjoint(marks)
    return TURNED if has_arrow and ARROW_MARKS.issuperset(marks) and _is_turned(node) else marks


def _is_turned(node: LexborNode) -> bool:
    """Return whether an element, or one in it, is turned upside down."""
    return any(
        _TURN.search(each.attributes.get(name) or "")
        for each, opens in islice(walk(node), _MOST_NODES)
        if opens and each.is_element_node
        for name in ("class", "style")
    )


def unturned(printed: str, shown: str) -> str:
    """Return the marks of a row as its markup shows them, `shown` is the arrow of its classes and icons.

    Style sheets turn the one arrow of all rows: `▲` of the class `down` beside `-0.45%` is no rise, and the sign alone
    is right. Without a sign the two contradict each other. A row without marks has what its markup shows.
    """
    if not printed or shown not in (UP, DOWN):
        return printed or shown
    signs = "".join(mark for mark in printed if mark not in ARROWS)
    if not signs and sign_of(printed) != sign_of(shown):
        return printed + shown
    return signs if sign_of(printed) == 0 and sign_of(signs) == sign_of(shown) else printed


def _values(node: LexborNode) -> Iterator[str]:
    """Yield what the attributes of an element and of those in it say; the drawing within an `svg` counts, too."""
    for each, opens in islice(walk(node), _MOST_NODES):
        if not opens or not each.is_element_node:
            continue
        drawing = each.css_first("use") if each.tag == "svg" else None
        for shown in (each, drawing) if drawing is not None else (each,):
            for name, value in shown.attributes.items():
                if value and name in _SHOWS:
                    yield value[-_LONGEST:] if name != "href" or shown.tag == "use" else ""


@lru_cache(4_096)
def _words(value: str) -> frozenset[str]:
    """Return the words of a direction in an attribute, such as `icon-Caret-down` or `Down by 0.50%`."""
    parts = (part for part in value.rpartition("/")[2].split() if not _OTHER.search(part))
    return frozenset(word for part in parts for each in _WORD.findall(part) if (word := each.lower()) in _ARROWS)


def names_way(value: str) -> bool:
    """Return whether a class has a word of a direction, or one that is so beside another."""
    return bool(_words(value) or pair_words(value))

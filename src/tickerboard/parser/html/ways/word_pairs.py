"""Pairs of words in classes of which each means a way only beside the other, such as `pos` and `neg`.

By themselves they mean something else on most pages: `pos` a position, `success` a message, `rot` a turn.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from tickerboard.parser.html.tree import short_text, walk
from tickerboard.parser.html.ways.colours import is_lone_percent, signs_against
from tickerboard.text.numbers import DOWN, UP, has_digit
from tickerboard.text.word_lists import phrases, word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from selectolax.lexbor import LexborNode

_WAYS = """
    pos neg|inc dec|incr decr|gainer loser|gewinner verlierer|advance decline|advancer decliner
    alta baixa|alta baja|sube baja|suben bajan|subida bajada|sobe desce|hausse baisse|rialzo ribasso
    naik turun|tăng giảm|yükselen düşen|yukselen dusen|artan azalan|wzrost spadek|rust pokles|nousu lasku|high low
    steigend fallend|steigt fällt|steigt faellt
"""
_COLOURS = """
    success danger|success error|emerald rose|emerald red|green rose|verde rojo|verde roja|verde rosso|verde vermelho
    vert rouge|grün rot|gruen rot|gruen rouge|groen rood|grön röd
"""
_WORD = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+")
_NUMBER = re.compile(r"[0-9](?:[0-9.,]*[0-9])?")
_MOST_NODES, _LONGEST, _LONGEST_CARD = 120, 24, 80


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(up, down) for up, down in map(str.split, phrases(text))]


_OF_WAYS, _OF_COLOURS = _pairs(_WAYS), _pairs(_COLOURS)
_NAMES_OF_COLOURS = frozenset(word for pair in _OF_COLOURS for word in pair)
_FALLS = word_set("neg loser verlierer decliner baixa baja baisse ribasso fallend fällt danger rojo roja rosso rouge")
"""Words of a fall that leave it in doubt whether a figure without a sign rose, where no word of a rise stands."""
_KNOWN = frozenset(word for pair in (*_OF_WAYS, *_OF_COLOURS) for word in pair)


def arrows_by_word(found: frozenset[str], *, with_colours: bool) -> dict[str, str]:
    """Return the arrow of each word of a list of moves that has both words of its pair."""
    known = (*_OF_WAYS, *((*_OF_COLOURS, ("green", "red")) if with_colours else ()))
    pairs = [pair for pair in known if found.issuperset(pair)]
    return {up: UP for up, _ in pairs} | {down: DOWN for _, down in pairs}


class WordPairs:
    """The words of pairs on one page, of which both stand by percents and none against its sign.

    `paired` are the elements with such words. It has no colours where red may be a rise.
    """

    def __init__(self, paired: Iterable[tuple[LexborNode, frozenset[str]]], *, with_colours: bool) -> None:
        signed, found = _signs(paired)
        known = (*_OF_WAYS, *(_OF_COLOURS if with_colours else ()))
        pairs = [(up, down) for up, down in known if up in found and down in found]
        pairs = [(up, down) for up, down in pairs if (up, False) not in signed and (down, True) not in signed]
        falls = {down for _, down in known if down in found and (down, True) not in signed}
        self._arrows = dict.fromkeys(falls & _FALLS, UP + DOWN)
        self._arrows |= {up: UP for up, _ in pairs} | {down: DOWN for _, down in pairs}

    def of(self, node: LexborNode) -> str:
        """Return the arrow that an element or the percents in it show; an empty text for none or for several.

        It is both arrows in one where a word of a fall stands on a page without that of a rise.

        Other elements, such as a badge or a button, have words of their own, and so has the price for its last tick.
        """
        if not self._arrows:
            return ""
        elements = [each for each in _elements(node) if _is_percent(each)]
        words = {word for each in elements for word in _words_of(each)}
        own = _words_of(node)
        words |= own if _is_short(node) else own - _NAMES_OF_COLOURS
        return self._shown(words)

    def of_row(self, node: LexborNode) -> str:
        """Return the arrow that the words of a table's row itself show."""
        return self._shown(_words_of(node))

    def _shown(self, words: Iterable[str]) -> str:
        shown = {self._arrows[word] for word in words if word in self._arrows}
        return shown.pop() if len(shown) == 1 else ""


def _signs(paired: Iterable[tuple[LexborNode, frozenset[str]]]) -> tuple[set[tuple[str, bool]], set[str]]:
    """Return the words beside percents with a sign, and whether it is a plus, and the words beside any percents."""
    signed: set[tuple[str, bool]] = set()
    found: set[str] = set()
    for each, words in paired:
        text = short_text(each, _LONGEST_CARD)
        if "%" not in text or not has_digit(text):
            continue
        if is_lone_percent(text):
            found |= words
        elif len(_NUMBER.findall(text)) > 1:  # a card
            found |= words - _NAMES_OF_COLOURS
        signed |= {(word, rise) for word in words for rise in (True, False) if signs_against(text, is_rise=not rise)}
    return signed, found


def _elements(node: LexborNode) -> Iterator[LexborNode]:
    for each, opens in islice(walk(node), _MOST_NODES):
        if opens and each.is_element_node and "class" in each.attributes:
            yield each


def _is_short(node: LexborNode) -> bool:
    text = short_text(node, _LONGEST)
    return has_digit(text)


def _is_percent(node: LexborNode) -> bool:
    return _is_short(node) and "%" in short_text(node, _LONGEST)


def _words_of(node: LexborNode) -> frozenset[str]:
    return pair_words(node.attributes.get("class") or "")


@lru_cache(4_096)
def pair_words(value: str) -> frozenset[str]:
    """Return the words of pairs in the classes of an element."""
    return frozenset(word for found in _WORD.findall(value) if (word := found.lower()) in _KNOWN)

"""Where a page lists things in items of the same lines: the kinds of the lines repeat, item by item.

What the lines mean is not asked here: words, figures, percents, times and arrows each are a kind, and a longer line
ends a list.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser.figures.currencies import is_currency
from tickerboard.parser.figures.grouping import joined
from tickerboard.parser.figures.tokens import begins_with_word, tokens, words_end
from tickerboard.parser.names.labels import is_numbered_symbol
from tickerboard.text.numbers import ARROW_MARKS, has_digit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tickerboard.parser.strips.page_text import PageText

FEWEST = 3
"""Items of a list, at least."""
_MOST_KINDS = 256
_SMALLEST, _LARGEST = 2, 12
"""Lines of an item."""
_LONGEST = 64
BULLETS = "•▪◦‣●■►* "
"""What may stand before a line; a dash stays, for it may be a minus."""
_WORDS, _KEYED, _TIME, _ARROW = "w", "k", "t", "a"
_FIGURES = {"n": "f", "s": "f", "d": "f", "p": "p"}
_NO_FIGURE = {_WORDS, _TIME, _ARROW, ""}


class Stretch(NamedTuple):
    """Lines whose kinds repeat: the place of the first one, the place behind the last, and how many lines repeat."""

    start: int
    end: int
    size: int


class Kinds:
    """The kinds of a page's free lines, one for each, and the longest stretches that repeat.

    Each stretch has figures and words. They are in the order of their first lines and may overlap.
    """

    def __init__(self, page: PageText) -> None:
        lone = page.lone
        self._kinds = [
            ("p" if text[-1] == "%" else "f") if number in lone else _kind(page, number, text)
            for number, text in page.free
        ]
        codes, others = _codes(self._kinds)
        self._alone: dict[int, dict[tuple[str, ...], list[int]]] = {}
        found: list[Stretch] = []
        for start, end in _blocks(codes, others):
            for size in range(_SMALLEST, min(_LARGEST, (end - start) // FEWEST) + 1):
                found += _repeated(self._kinds, codes, start, end, size)
        self.stretches = sorted(found, key=lambda each: (each.start, each.size))

    def twins(self, first: int, size: int) -> list[int]:
        """Return the places outside of all stretches at which lines of the same kinds begin as those of an item."""
        if size not in self._alone:
            self._alone[size] = self._places_alone(size)
        return self._alone[size].get(tuple(self._kinds[first : first + size]), [])

    def _places_alone(self, size: int) -> dict[tuple[str, ...], list[int]]:
        """Return the places at which so many lines outside of all stretches begin, by the kinds of these lines."""
        places: dict[tuple[str, ...], list[int]] = defaultdict(list)
        behind = 0
        for start, end, _ in [*self.stretches, Stretch(len(self._kinds), len(self._kinds), 0)]:
            for at in range(behind, start - size + 1):
                places[tuple(self._kinds[at : at + size])].append(at)
            behind = max(behind, end)
        return places

    def are_alike(self, place: int, other: int) -> bool:
        """Return whether there is a line at a place, of the same kind as that at the other."""
        return place < len(self._kinds) and self._kinds[place] == self._kinds[other]


def _blocks(codes: bytes, others: bytes) -> Iterator[tuple[int, int]]:
    """Yield where the blocks of short lines begin and end that have as many lines of figures as a list has items."""
    for block in re.finditer(rb"[^\x00]+", codes):
        if len(block[0].translate(None, others)) >= FEWEST:
            yield block.span()


def _codes(kinds: list[str]) -> tuple[bytes, bytes]:
    """Return a byte for each kind, zero for an empty one, and the bytes of kinds without figures.

    A kind that is one too many becomes empty.
    """
    codes = {kind: min(code, _MOST_KINDS) % _MOST_KINDS for code, kind in enumerate(dict.fromkeys(("", *kinds)))}
    if len(codes) > _MOST_KINDS:
        kinds[:] = [kind if codes[kind] else "" for kind in kinds]
    others = bytes([code for kind, code in codes.items() if kind in _NO_FIGURE])
    return bytes(map(codes.__getitem__, kinds)), others


def _alike(codes: bytes, others: bytes) -> bytes:
    """Return a zero for each place at which two rows of bytes are the same."""
    differ = int.from_bytes(codes, "big") ^ int.from_bytes(others, "big")
    return differ.to_bytes(len(codes), "big")


def _repeated(kinds: Sequence[str], codes: bytes, start: int, end: int, size: int) -> Iterator[Stretch]:
    """Yield the longest stretches of a block whose lines are each of the kind of the line so many below."""
    alike = _alike(codes[start : end - size], codes[start + size : end])
    for run in re.finditer(b"\\x00{%d,}" % (size * (FEWEST - 1)), alike):
        first = start + run.start()
        if _is_item(kinds[first : first + size]):
            yield Stretch(first, start + run.end() + size, size)


def _is_item(kinds: Sequence[str]) -> bool:
    """Return whether lines have words and figures, and are no smaller item that repeats."""
    if _WORDS not in kinds or _NO_FIGURE.issuperset(kinds):
        return False
    size = len(kinds)
    return not any(size % part == 0 and kinds[part:] == kinds[:-part] for part in range(_SMALLEST, size // 2 + 1))


def _kind(page: PageText, number: int, text: str) -> str:
    """Return the kind of a line that is more than a figure; empty for one that is too long for an item."""
    if len(text) > _LONGEST:
        return ""
    if text.isalpha() and not is_currency(text):  # as most names are
        return _WORDS
    plain = text.lstrip(BULLETS)
    if begins_with_word(plain):
        return _WORDS
    if not has_digit(plain):
        return _ARROW if plain in ARROW_MARKS else _WORDS
    if is_numbered_symbol(plain):
        return _WORDS
    found = page.tokens(number) if plain == text else tokens(plain)
    if end := words_end(found):
        return _KEYED if found[end - 1].text.endswith(":") and len(found) > end else _WORDS
    found = joined(found) or found
    return "".join([_FIGURES[each.kind] for each in found if each.kind in _FIGURES]) or _TIME

"""The texts of an item of a strip that are not of the quote's day."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tickerboard.parser.figures.tokens import tokens
from tickerboard.parser.names.labels import is_symbol
from tickerboard.parser.phrases.other_figures import names_other_price
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.tokens import Token

_FIGURES = frozenset("nspc")
_FIGURE_KINDS = frozenset("nspca")
_NUMBER = re.compile(r"[0-9](?:[0-9.,]*[0-9])?")
_FIGURE = r"[(+\u2212$€£₹¥-]{0,3}[0-9][0-9.,]*%?\)?"
_PLAIN = re.compile(rf"{_FIGURE}(?: {_FIGURE}){{0,2}}")
_FEWEST = 2
"""Figures of a text that says all of a row."""


@lru_cache(512)
def tokens_of(text: str) -> Sequence[Token]:
    """Return the tokens of a text of an item, each of which is looked at several times; the list is shared."""
    return tokens(text)


def is_plain(text: str) -> bool:
    """Return whether a text is figures and nothing else: it has no words, and is neither a day nor a time."""
    return _PLAIN.fullmatch(text) is not None


def without_other_prices(texts: Sequence[str]) -> list[str]:
    """Return the texts of an item without those before its move that name another price, each with its figure.

    It is one of another time, such as `Target` behind a price, or how much of it is held, such as `10 shares`.
    """
    left: list[str] = []
    is_behind = has_name = False
    for at, text in enumerate(texts):
        is_named = not is_plain(text) and (is_behind or has_digit(text))
        if is_named and names_other_price(text):
            has_name = not has_digit(text)
            continue
        is_figure = all(each.kind in _FIGURES for each in tokens_of(text))
        if is_figure and "%" in text:
            return [*left, *texts[at:]]
        if not (has_name and is_figure):
            left.append(text)
        is_behind, has_name = is_behind or is_figure, False
    return left


def without_repeats(texts: Sequence[str]) -> list[str]:
    """Return the texts of an item, each figure once, and without one that says again what others say part by part.

    Such a sentence, `Acme 102.00, up 2 percent`, is for those who listen; figures stand twice for screens of two sizes.
    """
    numbers = [_NUMBER.findall(text) for text in texts]
    left: list[str] = []
    for at, text in enumerate(texts):
        has_words = len(numbers[at]) >= _FEWEST and " " in text and any(map(str.isalpha, text))
        if has_words and _says_again(texts, numbers, at):
            continue
        is_again = at > 0 and numbers[at - 1] and numbers[at] and _bare(text) in map(_bare, left)
        if not is_again:  # behind a name it is another figure
            left.append(text)
    return left


def _says_again(texts: Sequence[str], numbers: Sequence[Sequence[str]], at: int) -> bool:
    """Return whether a text begins as another one, and has no figures but those of others."""
    others = {number for place, found in enumerate(numbers) if place != at for number in found}
    return others.issuperset(numbers[at]) and any(texts[at].startswith(each) and each != texts[at] for each in texts)


def _bare(text: str) -> str:
    return text.strip("()")


def names_first(texts: Sequence[str]) -> list[str]:
    """Return the texts of an item with its name first, also where it stands below the price and the percentage."""
    kinds = [{each.kind for each in tokens_of(text)} for text in texts]
    count = next((at for at, own in enumerate(kinds) if not own <= _FIGURE_KINDS), 0)
    has_figures = {"n", "p"} <= set().union(*kinds[:count])
    if not has_figures or any(own & _FIGURE_KINDS and own <= _FIGURE_KINDS for own in kinds[count:]):
        return [*texts]
    return [*texts[count:], *texts[:count]]


def without_brackets(texts: Sequence[str]) -> list[str]:
    """Return texts without a bracket behind a name, in which a symbol stands in an element of its own, or nothing."""
    left = [*texts]
    for at, text in enumerate(texts[:-1]):
        if text.endswith(" ("):
            is_closed = texts[at + 2 : at + 3] == [")"] and is_symbol(texts[at + 1])
            if is_closed:
                left[at + 2] = ""
            if is_closed or is_plain(texts[at + 1]):
                left[at] = text.removesuffix(" (")
    return [*filter(None, left)]

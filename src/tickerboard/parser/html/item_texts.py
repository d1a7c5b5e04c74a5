"""The texts of an item of a strip that are not of the quote's day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.figures.tokens import tokens
from tickerboard.parser.strips.other_prices import names_other_price
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIGURES = frozenset("nspc")


def without_other_prices(texts: Sequence[str]) -> list[str]:
    """Return the texts of an item without those before its move that name another price, each with its figure.

    It is one of another time, such as `Target` behind a price, or how much of it is held, such as `10 shares`.
    """
    left: list[str] = []
    is_behind = has_name = False
    for at, text in enumerate(texts):
        if (is_behind or has_digit(text)) and names_other_price(text):
            has_name = not has_digit(text)
            continue
        is_figure = all(each.kind in _FIGURES for each in tokens(text))
        if is_figure and "%" in text:
            return [*left, *texts[at:]]
        if not (has_name and is_figure):
            left.append(text)
        is_behind, has_name = is_behind or is_figure, False
    return left

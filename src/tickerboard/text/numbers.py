"""The figures of a page: which text is a number, and its exact value."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from tickerboard.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

# ASCII digits, grouped in threes or not at all, no spare zero in front: `1,23.4`, `1.234,5`, `1_000`, `1e5`, `05.25`
# and full-width digits are no numbers, not even in part.
NUMBER = r"(?:0|[1-9][0-9]{0,17}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,5})(?:\.[0-9]{1,8})?"
# Typesetters' hyphens and dashes stand for a minus; an em dash never does, it stands between words.
MINUS = "-\u2010\u2011\u2012\u2013\u2212"
SIGN = "[+\u2010\u2011\u2012\u2013\u2212-]?"
UP_ARROWS = "▲△↑⬆⏶🔺"
DOWN_ARROWS = "▼▽↓⬇⏷🔻"
UP, DOWN = UP_ARROWS[0], DOWN_ARROWS[0]
"""The arrow that stands for all of its kind."""
ARROWS = UP_ARROWS + DOWN_ARROWS
ARROW = f"[{ARROWS}]"
ARROW_MARKS = frozenset(ARROWS)
FALLS = frozenset(MINUS + DOWN_ARROWS)
"""The marks of a fall."""

_DIGITS, _DIGIT = "0123456789", pattern(r"\d")
_LETTER = pattern(r"[^\W\d_]")
_UNITS = {"K": 3, "M": 6, "B": 9, "T": 12}


@lru_cache(8_192)
def decimal(text: str) -> Decimal:
    """Return the value of a text that is a NUMBER: its own digits, the thousands commas gone."""
    return Decimal(text.replace(",", ""))


def has_digit(text: str) -> bool:
    """Return whether a decimal digit of any script is in a text."""
    return any(map(text.__contains__, _DIGITS)) if text.isascii() else _DIGIT.search(text) is not None


def has_letter(text: str) -> bool:
    """Return whether a letter of any script is in a text."""
    return text.upper() != text.lower() if text.isascii() else _LETTER.search(text) is not None


def sign_of_move(marks: str) -> int:
    """Return -1 where the marks of a move have one of a fall, 1 for any others, and for none."""
    return 1 if FALLS.isdisjoint(marks) else -1


def signs_of_move(marks: str) -> tuple[int, ...]:
    """Return the signs that a move may have: the one that its marks show, or both where it has none."""
    return (sign_of_move(marks),) if marks else (1, -1)


def signed(number: Decimal, sign: int) -> Decimal:
    """Put a sign on a number; zero never has a minus."""
    return number.copy_negate() if sign < 0 and number else number


def all_signed(numbers: Iterable[Decimal], signs: Iterable[int]) -> list[Decimal]:
    """Put a sign on each of some numbers, as `signed` does on one."""
    pairs = zip(numbers, signs, strict=False)
    return [number.copy_negate() if sign < 0 and number else number for number, sign in pairs]


def scaled(text: str) -> Decimal | None:
    """Return the value of a volume such as `341.59M`; None where its unit is unknown."""
    if not text[-1].isalpha():
        return decimal(text)
    power = _UNITS.get(text[-1].upper())
    return None if power is None else Decimal(int(decimal(text[:-1]).scaleb(power)))

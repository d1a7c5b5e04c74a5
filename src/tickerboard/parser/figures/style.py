"""Which mark parts the decimals on a page: a point (`1,234.5`) or a comma (`1.234,5`), decided by all its figures.

Most figures can be read in one style only: `13.664,00` has a decimal comma, `4,293.93` a decimal point, `0,91` a comma,
for a group has three digits. `1,234` and `1.234` can be read in both, and take the style of those around them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Mark(StrEnum):
    """The mark before the decimals."""

    POINT = "."
    COMMA = ","


# Groups of three, or India's of two before the last three; an apostrophe groups in either style. A leading zero is
# allowed before the decimals only, so that `05.25` is not a figure.
_GROUPS = r"[1-9][0-9]{{0,2}}(?:{group}[0-9]{{3}}){{1,5}}|[1-9][0-9]{{0,2}}(?:['’ ][0-9]{{3}}){{1,5}}"
_LAKH = r"[1-9][0-9]?(?:,[0-9]{2}){1,4},[0-9]{3}"
_WHOLE = r"|0|[1-9][0-9]{0,17}"
_READS = {
    Mark.POINT: re.compile(
        rf"(?:{_GROUPS.format(group=',')}|{_LAKH}{_WHOLE})?(?:(?<=[0-9])|\A(?=\.))(?:\.[0-9]{{1,12}})?"
    ),
    Mark.COMMA: re.compile(rf"(?:{_GROUPS.format(group='[.]')}{_WHOLE})(?:,[0-9]{{1,12}})?"),
}
DECIMALS_OF_FRACTIONS = {
    ord(fraction): decimals
    for fraction, decimals in zip("¼½¾⅛⅜⅝⅞", ("25", "5", "75", "125", "375", "625", "875"), strict=True)
}
"""The decimals that each fraction behind a figure stands for, to translate by."""
FRACTION = "[¼-¾⅛-⅞]"
"""What a price in halves, quarters or eighths ends in: `587¾`."""
_FRACTION = re.compile(FRACTION)
_ONE_MARK = r"(?:0|[1-9][0-9]{0,17})[.,](?:[0-9]{1,2}|[0-9]{4,12})"
_BOTH_MARKS = r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){1,5}\.|(?:\.[0-9]{3}){1,5},)[0-9]{1,12}"
_GROUPED = r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){2,5}|(?:\.[0-9]{3}){2,5})"
CLEAR = rf"(?:{_ONE_MARK}|{_BOTH_MARKS}|{_GROUPED})"
"""A figure that has one value, whatever the page's style: its one mark parts no group of three, or it has several."""
_CLEAR_FIGURE = re.compile(_ONE_MARK)
_CLEAR_LINES = re.compile(f"^{CLEAR}$", re.MULTILINE)
_ONLY = {mark.value: (mark,) for mark in Mark}
ALIKE = str.maketrans("12345678", "99999999")
"""Makes figures alike that can be read with the same marks: only a zero differs from other digits."""
_THOUSAND = 1_000
_OUTWEIGHS = 10
"""How many figures of one style outweigh one of the other."""
_CLEAN = {Mark.POINT: str.maketrans("", "", ",'’ "), Mark.COMMA: str.maketrans(",", ".", ".'’ ")}


@dataclass(frozen=True, slots=True)
class Style:
    """How figures are read: the decimal mark (None where both are on the page), and whether spaces group digits.

    `spaced` is None where a space may group digits, or part a name that ends in a number from its price.
    """

    mark: Mark | None = Mark.POINT
    spaced: bool | None = False

    def value(self, body: str) -> Decimal | None:
        """Return the value of the digits of a figure; None where they cannot be read, or in two ways."""
        marks = marks_of(body)
        if not marks:
            return None
        if len(marks) == 1 or self.mark:
            return _value(body, marks[0] if len(marks) == 1 else self.mark or marks[0])
        one, other = (_value(body, mark) for mark in marks)
        return one if one == other else None


@lru_cache(16_384)
def marks_of(body: str) -> tuple[Mark, ...]:
    """Return the decimal marks with which a figure can be read; none for digits that are not a figure."""
    if _CLEAR_FIGURE.fullmatch(body):
        return _ONLY["." if "." in body else ","]
    if body.isdecimal():
        return (Mark.POINT,) if body[0] != "0" or body == "0" else ()
    if _FRACTION.fullmatch(body[-1:]):
        return _marks_of_whole(body[:-1])
    return tuple(mark for mark, shape in _READS.items() if shape.fullmatch(body))


def _marks_of_whole(body: str) -> tuple[Mark, ...]:
    """Return the marks with which digits before a fraction can be read: both, unless one groups them."""
    if not body or body.isdecimal():
        return tuple(Mark) if body[:1] != "0" or body == "0" else ()
    return tuple(mark for mark in marks_of(body) if _value(body, mark) >= _THOUSAND)


def clear_value(body: str) -> Decimal:
    """Return the value of a `CLEAR` figure."""
    if "," not in body and body.count(".") == 1:
        return Decimal(body)
    return _value(body, marks_of(body)[0])


def are_clear(bodies: Sequence[str]) -> bool:
    """Return whether all figures are `CLEAR`."""
    return len(_CLEAR_LINES.findall("\n".join(bodies))) == len(bodies)


def clear_values(bodies: Sequence[str]) -> list[Decimal]:
    """Return the values of `CLEAR` figures, all at once where each has one mark, and all the same."""
    text = "\n".join(bodies)
    for mark, other in (".,", ",."):
        if other not in text and text.count(mark) == len(bodies):
            return list(map(Decimal, text.replace(",", ".").split("\n"))) if bodies else []
    return list(map(clear_value, bodies))


def decide(bodies: Iterable[str], *, spaced: bool = False, otherwise: Style | None = None) -> Style:
    """Decide the style by all figures of a page, or of a column.

    Without a figure that settles it the style is `otherwise`, or else a point parts the decimals. Where many figures
    of both kinds are on the page, each is read for itself, and one that can be read in both styles is not read.
    """
    votes: dict[Mark, int] = {}
    alike = Counter("\n".join(bodies).translate(ALIKE).split("\n"))
    for body, count in alike.items():
        if body and not body.isdecimal() and len(marks := marks_of(body)) == 1:
            votes[marks[0]] = votes.get(marks[0], 0) + count
    if not votes and otherwise is not None:
        return otherwise
    most = max(votes, key=votes.__getitem__, default=Mark.POINT)
    others = sum(votes.values()) - votes.get(most, 0)
    return Style(most if others * _OUTWEIGHS <= votes.get(most, 0) else None, spaced)


@lru_cache(16_384)
def _value(body: str, mark: Mark) -> Decimal:
    if _FRACTION.fullmatch(body[-1]):
        return Decimal(f"{body[:-1].translate(_CLEAN[mark])}.{body[-1].translate(DECIMALS_OF_FRACTIONS)}")
    return Decimal(body.translate(_CLEAN[mark]))

"""The figures at one place of all rows of a list or a table, read and asked together."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from tickerboard.parser.figures.style import CLEAR, are_clear, clear_values, decide
from tickerboard.parser.figures.tokens import amount_of
from tickerboard.text.numbers import MINUS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.figures.tokens import Token

CLEAR_CELL = rf"([{MINUS}+]?)({CLEAR})(%?)"
"""A text that is one clear figure: groups of its sign, its digits and its percent sign."""
_CLEAR_CELL = re.compile(CLEAR_CELL)
_CELLS = re.compile(rf"^(?:{CLEAR_CELL}|.*)$", re.MULTILINE)
MISSING = " "
"""The kind of a figure that a row has not."""


def clear_parts(texts: Sequence[str]) -> list[tuple[str, str, str]]:
    """Return the sign, the digits and the percent sign of each text that is one clear figure, empty texts of any other.

    One pattern reads all of them.
    """
    found = _CELLS.findall("\n".join(texts))
    return found if len(found) == len(texts) else [("", "", "")] * len(texts)


class Column:
    """The kinds, marks and digits of figures, as a token has them; a figure that is missing has no marks and digits."""

    def __init__(self, kinds: str, marks: Sequence[str], bodies: Sequence[str], powers: Sequence[int] = ()) -> None:
        self.kinds = kinds
        self.marks = marks
        self.bodies = bodies
        self._powers = powers if any(powers) else ()

    @classmethod
    def of(cls, found: Sequence[Token | None]) -> Column:
        """Return the column of some tokens, None for a figure that is missing."""
        parts = [(each.kind, each.marks, each.body, each.power) if each else (MISSING, "", "", 0) for each in found]
        kinds, marks, bodies, powers = zip(*parts, strict=True)
        return cls("".join(kinds), marks, bodies, powers)

    @classmethod
    def of_clear(cls, texts: Sequence[str]) -> Column | None:
        """Return the column of texts each of which is one clear figure; None for any others."""
        if not _CLEAR_CELL.fullmatch(texts[0]):
            return None
        none = [""] * len(texts)
        is_bare = are_clear(texts[:1]) and are_clear(texts)  # then no figure has other parts
        marks, bodies, percents = (none, texts, none) if is_bare else zip(*clear_parts(texts), strict=True)
        if not all(bodies):
            return None
        column = cls(_kinds(marks, percents), marks, bodies)
        column.values = clear_values(bodies)
        return column

    def __bool__(self) -> bool:
        """Whether a row has a figure."""
        return self.kinds.strip(MISSING) != ""

    @property
    def has_percent(self) -> bool:
        """Whether a figure has a percent sign."""
        return "p" in self.kinds

    @property
    def has_move(self) -> bool:
        """Whether a figure has a percent sign, or a mark."""
        return self.has_percent or any(self.marks)

    @property
    def has_unit(self) -> bool:
        """Whether a figure has a unit, such as millions."""
        return self._powers != ()

    @property
    def is_whole(self) -> bool:
        """Whether every row has a figure."""
        return MISSING not in self.kinds

    @property
    def is_percent(self) -> bool:
        """Whether each figure has a percent sign."""
        return {"p"} == {*self.kinds} - {MISSING}

    @property
    def are_prices(self) -> bool:
        """Whether each figure has decimals and no sign."""
        return {"n"} == {*self.kinds} - {MISSING} and not any(map(str.isdecimal, self.bodies))

    @cached_property
    def values(self) -> Sequence[Decimal] | None:
        """The amounts, where every row has a figure, without a unit, that has one value in any style; else None."""
        is_clear = self.is_whole and not self.has_unit and are_clear(self.bodies)
        return clear_values(self.bodies) if is_clear else None

    def amounts(self, style: Style) -> Sequence[Decimal | None]:
        """Return the amounts in a style, as `Token.amount` reads each; None for a figure that is missing."""
        powers = self._powers or [0] * len(self.bodies)
        return self.values or [amount_of(*each, style) for each in zip(self.bodies, powers, strict=True)]

    def own_amounts(self, style: Style) -> Sequence[Decimal | None]:
        """Return the amounts in the style that the figures show themselves, or else in another."""
        return self.values or self.amounts(decide(self.bodies, otherwise=style))


def _kinds(signs: Sequence[str], percents: Sequence[str]) -> str:
    """Return the kinds of figures with these signs and percent signs."""
    if all(percents):
        return "p" * len(percents)
    if not any(percents) and (all(signs) or not any(signs)):
        return ("s" if signs[0] else "n") * len(signs)
    return "".join(["p" if percent else "s" if sign else "n" for sign, percent in zip(signs, percents, strict=True)])

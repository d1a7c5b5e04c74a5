"""Plain rows: a name without digits, a price, a change and a percentage with their signs, each with clear decimals.

Such a row can be read in one way only, whatever else is on the page. So one pattern reads all of a page together, and
what follows is done by the column.
"""

from __future__ import annotations

import re
from operator import add
from typing import TYPE_CHECKING, Any, NamedTuple

from tickerboard.model import maker
from tickerboard.parser.audit import add_up
from tickerboard.parser.figures import currencies
from tickerboard.parser.figures.style import CLEAR, clear_value, clear_values
from tickerboard.parser.names.labels import has_label_shape
from tickerboard.parser.names.together import have_label_shapes
from tickerboard.parser.strips.figures import Figures
from tickerboard.text.numbers import MINUS, all_signed, signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    Figures3 = tuple[list[Decimal], list[Decimal], list[Decimal]]

WORD = r"[A-Za-z][A-Za-z.&'-]*"
"""A word of a plain row's name."""
NAME = rf"{WORD}(?: (?:{WORD}|&)){{0,5}}"
"""The name of a plain row."""
_SIGN = f"[{MINUS}+]"
_ROWS = re.compile(
    rf"^(?:({NAME}) ({CLEAR})(?: ({_SIGN})({CLEAR}))? (\()?({_SIGN})({CLEAR}) ?%(?(5)\))|.*)$", re.MULTILINE
)
_BLOCKS = re.compile(
    rf"^(?:({NAME})\n({CLEAR})([ \n])({_SIGN})({CLEAR})([ \n])(\()?({_SIGN})({CLEAR}) ?%(?(7)\))|.*)$", re.MULTILINE
)
_LONG = 120
_LONGEST = 64
_NO_WORDS = currencies.WORDS | {"na", "NA", "n.a."}
"""Letters that are no word of a name."""


class PlainRow(NamedTuple):
    """The number and the text of a line, its name, and its figures; change and percent have their signs."""

    number: int
    text: str
    label: str
    last: Decimal
    change: Decimal | None
    percent: Decimal
    marks: str
    is_sound: bool

    @property
    def figures(self) -> Figures:
        """The figures without their signs."""
        change = self.change if self.change is None else abs(self.change)
        return Figures(self.last, change, abs(self.percent), self.marks, 0, None, self.is_sound)


_plain = maker(PlainRow)


def read_plain(lines: Iterable[tuple[int, str]]) -> dict[int, PlainRow]:
    """Return the lines that are plain rows, by their numbers."""
    ends = [each for each in lines if each[1].endswith(("%", "%)")) and " " in each[1] and len(each[1]) <= _LONG]
    found = _ROWS.findall("\n".join([text for _, text in ends]))
    rows = [(*line, *groups) for line, groups in zip(ends, found, strict=False) if groups[0]]
    if rows and not are_names([row[2] for row in rows]):
        rows = [row for row in rows if _is_name(row[2])]
    return _with_changes([row for row in rows if row[5]]) | _without_changes([row for row in rows if not row[5]])


def read_plain_blocks(texts: Sequence[str]) -> dict[int, PlainRow]:
    """Return the plain rows that have a change and stand on several lines, by the places of their names.

    The name has a line of its own; a row's `number` is its place, its `text` is its lines.
    """
    rows = []
    place = 0
    for label, price, gap, sign, move, second, opened, share_sign, share in _BLOCKS.findall("\n".join(texts)):
        end = place + 1
        if label:
            end += 1 + (gap == "\n") + (second == "\n")
            block = "\n".join(texts[place:end])
        if label and len(block) <= _LONGEST and _is_name(label):
            rows.append((place, block, label, price, sign, move, opened, share_sign, share))
        place = end
    return _with_changes(rows)


def are_names(labels: Sequence[str]) -> bool:
    """Return whether all labels of rows look like names, and none has a word that no name has."""
    return _NO_WORDS.isdisjoint(" ".join(labels).split()) and have_label_shapes(labels)


def _is_name(label: str) -> bool:
    return _NO_WORDS.isdisjoint(label.split()) and has_label_shape(label)


def _with_changes(rows: Sequence[Sequence[Any]]) -> dict[int, PlainRow]:
    """Return rows that have a change, each given as the line and what the pattern groups."""
    if not rows:
        return {}
    numbers, texts, labels, *printed = zip(*rows, strict=True)
    figures, marks = signed_figures(printed)
    sound = [each and last > 0 for each, last in zip(add_up(*figures), figures[0], strict=True)]
    columns = numbers, texts, labels, *figures, marks, sound
    return dict(zip(numbers, map(_plain, zip(*columns, strict=True)), strict=True))


def signed_figures(printed: Sequence[Sequence[str]]) -> tuple[Figures3, list[str]]:
    """Return the columns of last, change and percent, the moves with their signs, and the signs of each row together.

    `printed` are the columns that the pattern of rows groups, behind the name.
    """
    prices, signs, moves, _, share_signs, shares = printed
    lasts, changes, percents = map(clear_values, (prices, moves, shares))
    marks = list(map(add, signs, share_signs))
    ways = [1 if each == "++" else -1 for each in marks]
    return (lasts, all_signed(changes, ways), all_signed(percents, ways)), marks


def _without_changes(rows: Sequence[Sequence[Any]]) -> dict[int, PlainRow]:
    """Return rows without a change, given in the same way."""
    found = {}
    for number, text, label, price, _, _, _, sign, share in rows:
        percent = signed(clear_value(share), 1 if sign == "+" else -1)
        found[number] = PlainRow(number, text, label, clear_value(price), None, percent, sign, is_sound=False)
    return found

"""Sets of symbols as whole numbers, one bit a symbol, so that a thousand conditions look at each figure once.

A column of numbers is sorted once a snapshot; a comparison finds its place in it and returns the set of all symbols
on that side.
"""

from __future__ import annotations

import operator
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from tickerboard.table.expression import Comparison, Operand

Mask: TypeAlias = int
"""A set: the bits of its members."""


class Index:
    """The bit of each key, such as a symbol. A key keeps its bit."""

    def __init__(self) -> None:
        self._bits: dict[Hashable, int] = {}
        self._keys: list[Any] = []
        self._groups: dict[frozenset[str], Mask] = {}

    def bit(self, key: Hashable) -> Mask:
        """Return the set of one key."""
        if (at := self._bits.get(key)) is None:
            at = self._bits[key] = len(self._keys)
            self._keys.append(key)
        return 1 << at

    def mask(self, keys: Iterable[Hashable]) -> Mask:
        """Return a set of keys."""
        mask = 0
        for key in keys:
            mask |= self.bit(key)
        return mask

    def group(self, members: frozenset[str]) -> Mask:
        """Return the set of a group of the config, made once."""
        if (mask := self._groups.get(members)) is None:
            mask = self._groups[members] = self.mask(members)
        return mask

    def keys(self, mask: Mask) -> Iterator[Any]:
        """Go through the keys of a set, in the order in which they came."""
        while mask:
            lowest = mask & -mask
            yield self._keys[lowest.bit_length() - 1]
            mask ^= lowest


class NumberColumn:
    """The numbers of a frame's subjects, sorted, and the set of those up to each place."""

    def __init__(self, values: Iterable[Any], bits: Iterable[Mask]) -> None:
        pairs = sorted(
            (pair for pair in zip(values, bits, strict=True) if pair[0] is not None), key=operator.itemgetter(0)
        )
        self._values = [value for value, _ in pairs]
        self._below = [0]
        for _, bit in pairs:
            self._below.append(self._below[-1] | bit)
        self.known = self._below[-1]
        """The subjects that have a number."""

    def below(self, value: Any) -> Mask:
        """Return the subjects whose number is less than a value."""
        return self._below[bisect_left(self._values, value)]

    def up_to(self, value: Any) -> Mask:
        """Return the subjects whose number is less than a value or equal to it."""
        return self._below[bisect_right(self._values, value)]


class TextColumn:
    """The texts of a frame's subjects in lower case, and the set of each."""

    def __init__(self, values: Iterable[str], bits: Iterable[Mask]) -> None:
        self._having: dict[str, Mask] = {}
        for value, bit in zip(values, bits, strict=True):
            self._having[value] = self._having.get(value, 0) | bit
        self._containing: dict[str, Mask] = {}

    def equal(self, text: str) -> Mask:
        """Return the subjects with exactly this text."""
        return self._having.get(text, 0)

    def containing(self, text: str) -> Mask:
        """Return the subjects whose text contains this one."""
        if (mask := self._containing.get(text)) is None:
            mask = 0
            for value, each in self._having.items():
                if text in value:
                    mask |= each
            self._containing[text] = mask
        return mask


class Frame:
    """Subjects of conditions, rows or articles, by column. `bits` has the bit of each."""

    def __init__(self, subjects: list[Any], bits: list[Mask], before: Frame | None = None) -> None:
        """Take the frame before this one too, whose columns of text are kept where they are the same."""
        self.subjects, self.bits = subjects, bits
        self.present = 0
        for bit in bits:
            self.present |= bit
        self._numbers: dict[Operand, NumberColumn] = {}
        self._texts: dict[str, tuple[list[str], TextColumn]] = {}
        self._before = before._texts if before is not None and before.bits == bits else {}

    def numbers(self, operand: Operand) -> NumberColumn:
        """Return a column of numbers."""
        column = self._numbers.get(operand)
        if column is None:
            read = operand.read if operand.absolute else operand.field.value
            column = self._numbers[operand] = NumberColumn(map(read, self.subjects), self.bits)
        return column

    def texts(self, operand: Operand) -> TextColumn:
        """Return a column of texts; a missing text is empty."""
        name = operand.field.name
        if name not in self._texts:
            values = [(operand.field.value(each) or "").lower() for each in self.subjects]
            known = self._before.get(name)
            column = known[1] if known and known[0] == values else TextColumn(values, self.bits)
            self._texts[name] = values, column
        return self._texts[name][1]


def comparison_of(node: Comparison) -> Callable[[Frame], Mask]:
    """Return the function that finds the subjects of a frame for which a comparison is true."""
    operand, sign, value = node.operand, node.sign, node.value
    if operand.field.is_text:
        compare_text = _TEXT_SIGNS[sign]
        return lambda frame: compare_text(frame.texts(operand), value, frame.present)
    compare = _SIGNS[sign]
    return lambda frame: compare(frame.numbers(operand), value, frame.present)


_SIGNS: dict[str, Callable[[NumberColumn, Any, Mask], Mask]] = {
    "=": lambda column, value, _: column.up_to(value) & ~column.below(value),
    "!=": lambda column, value, present: present & ~(column.up_to(value) & ~column.below(value)),
    "<": lambda column, value, _: column.below(value),
    "<=": lambda column, value, _: column.up_to(value),
    ">": lambda column, value, _: column.known & ~column.up_to(value),
    ">=": lambda column, value, _: column.known & ~column.below(value),
}
_TEXT_SIGNS: dict[str, Callable[[TextColumn, Any, Mask], Mask]] = {
    "=": lambda column, text, _: column.equal(text),
    "!=": lambda column, text, present: present & ~column.equal(text),
    "~": lambda column, text, _: column.containing(text),
}
_SIGNS["=="], _TEXT_SIGNS["=="] = _SIGNS["="], _TEXT_SIGNS["="]

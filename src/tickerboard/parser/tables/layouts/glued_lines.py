"""Rows without spaces over two lines: `DAX12.443,94-43,96` above `-0,3515:57 Uhr`, a percent and a time.

Neither line shows where each of its figures ends. Of all ways to part them only the right one adds up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.audit import adds_up
from tickerboard.parser.figures.style import marks_of
from tickerboard.parser.tables.fields import Field
from tickerboard.parser.tables.layouts.layout import may_name
from tickerboard.text.numbers import MINUS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tickerboard.parser.figures.style import Style

_LONGEST = 100
_FIGURE = r"[0-9][0-9.,]{0,14}"
_SIGNED = re.compile(rf"({_FIGURE})([{MINUS}+]{_FIGURE})")
# A price and a change without a sign, each with two decimals, or each with three.
_UNSIGNED = tuple(
    re.compile(rf"([0-9][0-9.,]*?[.,][0-9]{{{count}}})([0-9.]*[0-9][.,][0-9]{{{count}}})") for count in (2, 3)
)
# What no name ends in: a space, a mark behind digits, or a part of a figure.
_TORN = re.compile(r"(?: |,|[^a-z]\.|[0-9][.,][0-9]+)\Z")
_TIME = r"(?:(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?: ?Uhr| ?h)?|[0-3][0-9]\.[01][0-9]\.(?:20)?[0-9]{2})"
_END = re.compile(r"[0-9][.,][0-9]{1,4}\Z")
_BELOW = re.compile(rf"[{MINUS}+]?{_FIGURE}%? ?(?:{_TIME})?")
_BEHIND = re.compile(rf" ?(?:{_TIME})?")
_PERCENT = re.compile(rf"[{MINUS}+]?[0-9]+[.,][0-9]{{1,2}}%?")


def ends_in_figure(text: str) -> bool:
    """Return whether a line ends in a figure with decimals; a name such as `CAC 40` does not."""
    return _END.search(text[-_LONGEST:]) is not None


def goes_on(below: str) -> bool:
    """Return whether a line has a figure, and perhaps a time behind it, and nothing else."""
    return len(below) <= _LONGEST and _BELOW.fullmatch(below) is not None


def read_lines(text: str, below: str, style: Style) -> list[str]:
    """Return the name, the price, the change and the percent of two lines; nothing unless one way alone adds up."""
    if len(text) > _LONGEST or not goes_on(below):
        return []
    percents = list(_percents(below))
    found = {
        (name, last, change, percent)
        for name, last, change in _rows(text)
        for percent in percents
        if _add_up(last, change, percent, style) and may_name(Field.NAME, name)
    }
    return [*found.pop()] if len(found) == 1 else []


def _rows(text: str) -> Iterator[tuple[str, str, str]]:
    """Return each way to part a line into a text before the figures, a price and a change."""
    for at in range(1, len(text)):
        name = text[:at]
        if not text[at].isdecimal() or _TORN.search(name):
            continue
        for shape in (_SIGNED, *_UNSIGNED):
            if found := shape.fullmatch(text, at):
                yield name, found[1], found[2]


def _percents(below: str) -> Iterator[str]:
    """Return each percentage that a line may begin with, before its time."""
    for end in range(1, len(below) + 1):
        if _PERCENT.fullmatch(below, 0, end) and _BEHIND.fullmatch(below, end):
            yield below[:end].removesuffix("%")


def _add_up(last: str, change: str, percent: str, style: Style) -> bool:
    """Return whether a price, a change and a percent, each with its sign, are figures and agree."""
    sign = "-" if change[0] in MINUS else ""
    bodies = (last, change.lstrip(f"{MINUS}+"), percent.lstrip(f"{MINUS}+"))
    marks = [marks_of(body) for body in bodies]
    shown = {each[0] for each in marks if len(each) == 1}
    if (percent[0] in MINUS) != bool(sign) or (len(shown) != 1 and style.mark not in shown) or not all(marks):
        return False
    price, move, share = map(style.value, bodies)
    if price is None or not move or share is None:
        return False
    return adds_up(price, -move if sign else move, -share if sign else share)

"""`KEL 4.66 4.70 4.60 4.65 -0.05 -1.06% 1,234,567`: rows of many figures below no header that names them.

The figures stand on the line of the name, or each on a line below it. Which column is the last price shows in the
arithmetic: the only one that adds up with change and percent in every row.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from tickerboard.parser.figures.grouping import joined
from tickerboard.parser.figures.tokens import words_end
from tickerboard.parser.strips.figures import ends_name
from tickerboard.parser.strips.names import is_label, without_bullet
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.tables.fields import Field
from tickerboard.parser.tables.headless import fields_by_arithmetic
from tickerboard.parser.tables.rows import Cell, Table
from tickerboard.parser.tables.table import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.strips.page_text import PageText

_FEWEST_FIGURES = 4
_FEWEST_ROWS = 2
_LONGEST = 200
_CLOSED = frozenset(".!?:;,")
_LONGEST_LABEL = 64
_MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class _Row:
    """A label and its figures, which stand on `count` lines from `place` on."""

    place: int
    count: int
    label: str
    figures: Sequence[Token]

    @property
    def shape(self) -> str:
        """The kinds of the figures; a sign makes no difference."""
        return "".join("n" if each.kind == "s" else each.kind for each in self.figures)


def read(page: PageText) -> StripReading:
    """Read runs of two rows or more with the same columns, of which exactly one can be the last price."""
    reading = StripReading()
    for _, run in groupby(_rows(page), key=lambda row: (row.shape, row.count > 1)):
        rows = list(run)
        cells = [[Cell(row.label), *(Cell(each.text) for each in row.figures)] for row in rows]
        fields = fields_by_arithmetic(cells, page.style) if len(rows) >= _FEWEST_ROWS else None
        if fields:
            fields[0] = Field.SYMBOL
            numbers = [page.free[row.place][0] for row in rows]
            read_table(
                Table(fields, list(zip(numbers, cells, strict=True))),
                page.style,
                reading,
            )
            reading.take(page.free[at][0] for row in rows for at in range(row.place, row.place + row.count))
    return reading


def _rows(page: PageText) -> Iterator[_Row]:
    """Return the rows of a page: a label and four figures or more, one of them a percentage."""
    lone = page.lone
    for place in page.above_moves(_MOST_LINES):
        number, text = page.free[place]
        if number in lone:
            continue
        row = None
        if "%" in text and len(text) <= _LONGEST and text[-1] not in _CLOSED:
            row = _line(page, number, place)
        if row is None and len(text) <= _LONGEST_LABEL and any(map(str.isalpha, text)):
            row = _stack(page, place)
        if row:
            yield row


def _line(page: PageText, number: int, place: int) -> _Row | None:
    found = page.tokens(number)
    if page.style.spaced:
        found = joined(found) or found
    end = words_end(found)
    label = " ".join(each.text for each in found[:end])
    while end < len(found) and ends_name(label, found[end]):
        label, end = f"{label} {found[end].text}", end + 1
    return _row(place, 1, without_bullet(label), found[end:])


def _stack(page: PageText, place: int) -> _Row | None:
    """Read a label's line and the lines of one figure each below it."""
    fewest = page.free[place + 1 : place + 1 + _FEWEST_FIGURES]
    if len(fewest) < _FEWEST_FIGURES or not _may_end(fewest[-1][1]):
        return None
    figures: list[Token] = []
    count = 1
    for number, text in page.free[place + 1 : place + 1 + _MOST_LINES]:
        if len(text) > _LONGEST_LABEL or not _may_end(text) or not (found := _figure(page.tokens(number))):
            break
        figures.append(found)
        count += 1
    if len(figures) < _FEWEST_FIGURES:
        return None
    text = page.free[place][1]
    return _row(place, count, without_bullet(text), figures)


def _may_end(text: str) -> bool:
    return text[-1] in "0123456789%)"


def _figure(found: Sequence[Token]) -> Token | None:
    whole = joined(found) or found
    return whole[0] if len(whole) == 1 and whole[0].kind in "nspd" else None


def _row(place: int, count: int, label: str, found: Sequence[Token]) -> _Row | None:
    figures = [each for each in found if each.kind not in "ct"]
    if len(figures) < _FEWEST_FIGURES or sum(each.kind == "p" for each in figures) != 1 or not is_label(label):
        return None
    return _Row(place, count, label, figures) if all(each.kind in "nspd" for each in figures) else None

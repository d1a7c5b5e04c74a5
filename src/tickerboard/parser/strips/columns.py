"""`KEL 4.66 4.70 4.60 4.65 -0.05 -1.06% 1,234,567`: rows of many figures below no header that names them.

Which column is the last price shows in the arithmetic: the only one that adds up with change and percent in every row.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from tickerboard.parser.audit import is_exact
from tickerboard.parser.strips.names import is_label, read_names, without_bullet
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.strips.rows import Row, resolve_signs
from tickerboard.text.numbers import DOWN_ARROWS, MINUS, signed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.strips.names import Name
    from tickerboard.parser.strips.page_text import PageText

_FEWEST_FIGURES = 4
_FEWEST_ROWS = 2
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class _Line:
    """A label and its figures; `shape` has their kinds."""

    number: int
    label: str
    figures: Sequence[Token]
    text: str

    @property
    def shape(self) -> str:
        """The kinds of the figures; a sign makes no difference."""
        return "".join("n" if each.kind == "s" else each.kind for each in self.figures)


def read(page: PageText) -> StripReading:
    """Read runs of two rows or more with the same columns, of which exactly one can be the last price."""
    reading = StripReading()
    lines = [line for number, text in page.free if "%" in text and (line := _line(page, number, text))]
    for _, run in groupby(lines, key=lambda line: line.shape):
        rows = list(run)
        places = _places(rows, page.style) if len(rows) >= _FEWEST_ROWS else []
        if len(places) == 1:
            names = read_names([row.label for row in rows])
            found = [_row(row, name, places[0], page.style) for row, name in zip(rows, names, strict=True)]
            resolve_signs([each for each in found if each], reading)
    return reading


def _line(page: PageText, number: int, text: str) -> _Line | None:
    if len(text) > _LONGEST:
        return None
    found = page.tokens(number)
    end = next((at + 1 for at in range(len(found) - 1, -1, -1) if found[at].kind in "wx"), 0)
    figures = [each for each in found[end:] if each.kind not in "ct"]
    label = without_bullet(" ".join(each.text for each in found[:end]))
    if len(figures) < _FEWEST_FIGURES or sum(each.kind == "p" for each in figures) != 1 or not is_label(label):
        return None
    return _Line(number, label, figures, text) if all(each.kind in "nsp" for each in figures) else None


def _places(rows: Sequence[_Line], style: Style) -> list[tuple[int, int, int]]:
    """Return the places of last, change and percent with which every row adds up."""
    percent = rows[0].shape.index("p")
    size = len(rows[0].figures)
    beside = [at for at in (percent - 1, percent + 1) if 0 <= at < size]
    candidates = [(last, change, percent) for change in beside for last in range(size) if last not in (change, percent)]
    return [each for each in candidates if all(_fits(row.figures, each, style) for row in rows)]


def _fits(figures: Sequence[Token], places: tuple[int, int, int], style: Style) -> bool:
    last, change, percent = (figures[at].amount(style) for at in places)
    if last is None or change is None or percent is None or figures[places[0]].marks:
        return False
    return any(is_exact(last, signed(change, sign), signed(percent, sign)) for sign in _signs(figures, places))


def _signs(figures: Sequence[Token], places: tuple[int, int, int]) -> Iterator[int]:
    marks = "".join(figures[at].marks for at in places[1:])
    if not any(mark in MINUS + DOWN_ARROWS for mark in marks):
        yield 1
    if not marks or any(mark in MINUS + DOWN_ARROWS for mark in marks):
        yield -1


def _row(line: _Line, name: Name, places: tuple[int, int, int], style: Style) -> Row | None:
    last, change, percent = (line.figures[at].amount(style) for at in places)
    marks = "".join(line.figures[at].marks for at in places[1:])
    currency = line.figures[places[0]].currency
    if last is None:
        return None
    return Row([line.number], name, last, change, percent, marks, line.text, currency=currency)

"""Tables of markup without a header: what their columns are is what their figures show in every row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.audit import decimals
from tickerboard.parser.kinds import known_kind
from tickerboard.parser.names.labels import is_label
from tickerboard.parser.names.no_names import is_time
from tickerboard.parser.tables.arithmetic import figures_of_column
from tickerboard.parser.tables.fields import Field
from tickerboard.parser.tables.headers.header import fields_of
from tickerboard.parser.tables.headless import fields_by_arithmetic
from tickerboard.text.numbers import FALLS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.column import Column
    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.html.tables.slots import Slot

_FEWEST_ROWS, _FEWEST_CELLS = 2, 3
_LABELS = ("data-label", "data-title", "data-th", "data-column", "data-header", "data-heading", "data-name")
"""Attributes in which a cell has the word of its column."""
_FEWEST_BARE = 4
"""Rows that moved, at least, where no percent has its sign."""
_DECIMALS = 2
"""Decimals of a percent without its sign."""
_LEAST_PART = 1_000
"""All changes of a list are seldom a smaller part of their prices."""


def unheaded_fields(rows: Sequence[Sequence[Slot]], style: Style) -> list[Field | None] | None:
    """Return the fields of rows that are a name, its figures, and perhaps a time; None where nothing proves them.

    Most names are well-known: figures of a shop or of a league add up, too.
    """
    size = len(rows[0]) if len(rows) >= _FEWEST_ROWS else 0
    if size < _FEWEST_CELLS or any(len(row) != size for row in rows):
        return None
    texts = [[slot.text for slot in column] for column in zip(*rows, strict=True)]
    columns = list(map(figures_of_column, texts))
    figures = [at for at, column in enumerate(columns) if column]
    others = [text for at, column in enumerate(texts) if at and at not in figures for text in column]
    if 0 in figures or not all(map(is_label, texts[0])) or not all(map(_says_nothing, others)):
        return None
    if sum(known_kind(name) is not None for name in texts[0]) * 2 < len(rows):
        return None
    if len(figures) == _FEWEST_CELLS:
        return fields_by_arithmetic(texts, style)
    if len(figures) != _FEWEST_CELLS - 1 or not _are_percents(columns[figures[0]], columns[figures[1]], style):
        return None
    kinds = {0: Field.NAME, figures[0]: Field.LAST, figures[1]: Field.PERCENT}
    return [kinds.get(at) for at in range(size)]


def labelled_fields(rows: Sequence[Sequence[Slot]]) -> list[Field | None] | None:
    """Return the fields of rows whose cells all have the word of their column as a label, for narrow screens."""
    for name in _LABELS:
        found = {tuple(_label(slot, name) for slot in row) for row in rows}
        names = [*found.pop()] if len(found) == 1 else []
        if len(names) >= _FEWEST_CELLS and (fields := fields_of(names)):
            return fields
    return None


def _label(slot: Slot, name: str) -> str:
    return (slot.node.attributes.get(name) or "").strip() if slot.node is not None else ""


def _says_nothing(text: str) -> bool:
    return not text or is_time(text)


def _are_percents(prices: Column, moves: Column, style: Style) -> bool:
    """Return whether figures without a percent sign are percents: as changes of their prices all are far too small.

    One of them has the minus of a fall, and none a plus.
    """
    if not {*prices.kinds, *moves.kinds} <= {"n", "s"}:
        return False
    marks = "".join(moves.marks)
    lasts, changes = prices.amounts(style), moves.amounts(style)
    moved = [(last, change) for last, change in zip(lasts, changes, strict=True) if last and change]
    are_exact = all(change is not None and decimals(change) == _DECIMALS for change in changes)
    is_small = len(moved) >= _FEWEST_BARE and all(last > change * _LEAST_PART for last, change in moved)
    return is_small and are_exact and bool(marks) and FALLS.issuperset(marks)

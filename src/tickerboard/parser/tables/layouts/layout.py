"""The layout of a text table: its fields, and how its lines are split into a text for each of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tickerboard.parser.names.labels import is_label, is_symbol
from tickerboard.parser.tables.fields import NUMERIC, QUOTED, TEXTS, Field
from tickerboard.parser.tables.months import is_month
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tickerboard.parser.strips.page_text import PageText

    Fields = Sequence[Field | None]
    Cells = list[str]
    Split = Callable[[PageText, int], tuple[int, Cells] | None]
    RowOf = Callable[[PageText, int, int], tuple[int, Cells]]

RULE = re.compile(r"[\s|:+=\-–—_]+")
"""A line between the rows of a table."""
FIGURE = re.compile(r"[0-9][.,][0-9]|[0-9]{3}")
"""What a row has and no header: a figure with decimals, or of three digits."""
_STRANGERS = 3


@dataclass(slots=True)
class Layout:
    """A header: its fields, how many lines it takes, and how the lines below are split into a text for each field.

    `split` takes a place in the page's free lines, and returns how many of them make the row and its cells; None where
    they are no row. `notes` is how many more lines without figures than elsewhere may stand between two rows. `mark` is
    what alone parts the cells of a line, where one mark does.
    """

    fields: Fields
    split: Split
    height: int = 1
    notes: int = 0
    mark: str = ""

    @property
    def strangers(self) -> int:
        """How many lines in a row that are no rows of it end the table."""
        return self.notes + (_STRANGERS if self.height == 1 else self.height + _STRANGERS)

    @property
    def is_wide(self) -> bool:
        """Whether there are columns of other figures than last, change and percent."""
        return not (NUMERIC - QUOTED).isdisjoint(self.fields)


def groups(fields: Fields) -> list[tuple[int, int]]:
    """Split fields into tables that stand side by side: each has its own last price."""
    lasts = [at for at, field in enumerate(fields) if field is Field.LAST]
    if len(lasts) < 2:
        return [(0, len(fields))]
    starts = [0]
    for one, other in pairwise(lasts):
        begins = [at for at in range(one + 1, other + 1) if fields[at] in TEXTS]
        if not begins:
            return [(0, len(fields))]
        starts.append(begins[0])
    return list(zip(starts, [*starts[1:], len(fields)], strict=True))


def covers(fields: Fields) -> bool:
    """Return whether most cells of a header are known."""
    return sum(field is not None for field in fields) * 3 >= len(fields) * 2


def name_of(fields: Fields) -> int | None:
    """Return the column whose cells may have several words: the name's; each other cell is one token."""
    for kind in (Field.NAME, Field.SYMBOL, Field.CURRENCY, Field.FOREIGN):
        if kind in fields:
            return fields.index(kind)
    return None


def may_name(field: Field | None, text: str) -> bool:
    """Return whether a text may be the name or the symbol of a row; in a column of symbols 7203 is one."""
    return is_label(text) or is_symbol(text) or is_month(text) or (field is Field.SYMBOL and text.isdecimal())


def end_of(marks: Sequence[object]) -> int:
    """Return the place behind the last of some cells, or marks, that is set."""
    return max((at + 1 for at, each in enumerate(marks) if each), default=0)


def barred(text: str) -> Cells:
    """Return the cells of a line that bars part."""
    cells = text.strip().removeprefix("|").removesuffix("|").split("|")
    return [cell.strip().strip("*").strip() if "*" in cell else cell.strip() for cell in cells]


def parted(fields: Fields | None, row_of: RowOf, mark: str = "") -> Layout | None:
    """Return the layout of a table whose own marks part its cells, the last of which may be left out.

    `row_of` returns how many lines the row at a place takes, and its cells; it gets the number of columns.
    """
    if fields is None:
        return None
    count = len(fields)

    def split(page: PageText, place: int) -> tuple[int, Cells] | None:
        lines, cells = row_of(page, place, count)
        while len(cells) > count and not has_digit(cells[-1]):  # a button, or nothing
            cells.pop()
        is_row = 2 < len(cells) <= count and has_digit("".join(cells))
        return (lines, cells + [""] * (count - len(cells))) if is_row else None

    return Layout(fields, split, mark=mark)

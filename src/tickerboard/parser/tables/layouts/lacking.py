"""Rows that lack a cell where single spaces part them: the kinds of their cells show which columns these are of.

Below `Name Last Day % Year % P/E` a company without earnings has `Alpha 12.10 +1.20% -3.00%`. A row is read where its
price and its move are the same in every way to put its cells below the header.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from tickerboard.parser.figures.tokens import tokens
from tickerboard.parser.tables.fields import MOVES, NAMES, QUOTED, Field
from tickerboard.parser.tables.layouts.layout import Layout, groups, name_of
from tickerboard.parser.tables.layouts.spaced_rows import name_before, ways_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.tables.layouts.layout import Cells, Fields

_FEWEST_WHOLE = 2
"""Rows with all of their cells, which show the kinds of the columns."""
_LOOKED_AT = 60
"""Lines below a header among which they are looked for."""
_MOST_CELLS = 12
_NEEDED = QUOTED | NAMES
"""Fields of which a row has the same cells in every way to read it."""
_ANY = "d"
"""A dash, which may be a cell of any column."""


def with_lacking(page: PageText, first: int, layout: Layout) -> Layout:
    """Return a layout that also splits rows that lack cells; `first` is the place of the first line below its header.

    Tables side by side, and those whose last column is of the quote, stay as they are.
    """
    fields, whole = layout.fields, layout.split
    name = name_of(fields)
    quoted = [at for at, field in enumerate(fields) if field in QUOTED]
    is_plain = name is not None and name < quoted[0] and len(groups(fields)) == 1 and len(fields) <= _MOST_CELLS
    if not is_plain or Field.LAST not in fields or MOVES.isdisjoint(fields) or quoted[-1] == len(fields) - 1:
        return layout

    @cache
    def kinds() -> Sequence[str]:
        below = range(first, min(first + _LOOKED_AT, len(page.free)))
        return _kinds([found[1] for at in below if (found := whole(page, at))], name or 0)

    def split(page: PageText, place: int) -> tuple[int, Cells] | None:
        if found := whole(page, place):
            return found
        return _lacking(page, place, fields, kinds()) if kinds() else None

    return Layout(fields, split, layout.height, layout.notes, layout.mark)


def _kinds(rows: Sequence[Cells], name: int) -> Sequence[str]:
    """Return the kind of each column; none where one but the name's has cells of several kinds."""
    columns = [{kind for cell in column for kind in _kind_of(cell)} - {_ANY} for column in zip(*rows, strict=True)]
    others = [*columns[:name], *columns[name + 1 :]]
    is_clear = len(rows) >= _FEWEST_WHOLE and all(len(column) == 1 for column in others)
    return ["".join(column) if column in others else "" for column in columns] if is_clear else ()


def _kind_of(cell: str) -> list[str]:
    """Return the kind of the first token of a cell."""
    return [_kind(each) for each in tokens(cell)[:1]]


def _kind(token: Token) -> str:
    """Return the kind of a cell: a percent, a figure, one with a unit such as `1.2B`, a time, a word or a dash."""
    kind = "n" if token.kind == "s" else token.kind
    return f"{kind}u" if token.power else kind


def _lacking(page: PageText, place: int, fields: Fields, kinds: Sequence[str]) -> tuple[int, Cells] | None:
    """Split a line with fewer cells than columns, where its name and its quote are the same in every way to do so."""
    name = name_of(fields) or 0
    rows = [row for found in ways_of(page, place) for row in _rows(found, fields, kinds, name)]
    cells = [{*column} for column in zip(*rows, strict=True)]
    row = [column.pop() if len(column) == 1 else "" for column in cells]
    return (1, row) if row and all(row[at] for at, field in enumerate(fields) if field in _NEEDED) else None


def _rows(found: Sequence[Token], fields: Fields, kinds: Sequence[str], name: int) -> Iterator[Cells]:
    """Yield the ways to put the last tokens of a line below the columns in order, the words before them as its name."""
    front, behind = kinds[:name], kinds[name + 1 :]
    if [*map(_kind, found[:name])] != [*front]:
        return
    for end in range(max(name + 1, len(found) - len(behind) + 1), len(found)):
        label = name_before(found[name:end], found[end:], fields[name])
        for columns in combinations(range(len(behind)), len(found) - end) if label else ():
            pairs = dict(zip(columns, found[end:], strict=True))
            if all(_kind(each) in (behind[at], _ANY) for at, each in pairs.items()):
                cells = [pairs[at].text if at in pairs else "" for at in range(len(behind))]
                yield [*(each.text for each in found[:name]), label, *cells]

"""Lists whose items have the same lines: `btc` / `Bitcoin` / `BTC` / `64,120.50` / `USDT` / `-1.40%`, three or more.

The items show together which line is the name, which is the price and which is a note, an exchange or a button. Of
several figures those are the quote that labels name, that add up in every item, or that can be nothing else.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser import reasons
from tickerboard.parser.problems import TEXT_CAP
from tickerboard.parser.strips.items.columns import FIGURES, NAMES, RANKS, columns_of
from tickerboard.parser.strips.items.edges import edge_of, has_names_above
from tickerboard.parser.strips.items.figures import (
    are_of_longer_time,
    are_of_other_price,
    are_of_unknown_price,
    chosen,
    have_moves,
    without_amounts,
)
from tickerboard.parser.strips.items.lists import BULLETS, FEWEST, Kinds, Stretch
from tickerboard.parser.strips.items.names import names_of
from tickerboard.parser.strips.lines.doubts import lacks_end
from tickerboard.parser.strips.reading import BETWEEN_LINES, StripReading, on_one_line
from tickerboard.parser.strips.rows import Row, resolve_signs
from tickerboard.parser.strips.stacked.problems import is_date
from tickerboard.parser.tables.clear import QUOTED, add_columns
from tickerboard.parser.tables.fields import FURTHER
from tickerboard.parser.tables.keyed import fitting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tickerboard.parser.figures.column import Column
    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.names.labels import Name
    from tickerboard.parser.strips.items.columns import Columns, FigureColumn
    from tickerboard.parser.strips.items.figures import Choice
    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.tables.fields import Field

_INDEX = re.compile(r"(?:\b|SUB)INDEX$", re.MULTILINE)
_SAMPLE = 8
"""Items that are looked at before all others."""
_FEWEST_IN_SHAPE = 4
"""Lines of an item whose shape alone shows that another such item, elsewhere on the page, is of the same kind."""


class _Items(NamedTuple):
    """The items of a list: their columns, their names, and the further figures that labels name.

    `numbers` and `texts` have a column for each line of an item.
    """

    numbers: Sequence[Sequence[int]]
    texts: Sequence[Sequence[str]]
    columns: Columns
    names: list[Name]
    further: Mapping[Field, Column]

    @property
    def lines(self) -> list[list[tuple[int, str]]]:
        """The lines of each item."""
        numbers, texts = (zip(*columns, strict=True) for columns in (self.numbers, self.texts))
        return [list(zip(*item, strict=True)) for item in zip(numbers, texts, strict=True)]


def read(page: PageText) -> StripReading:
    """Read the lists of the page; report those of which one of several moves may be the day's."""
    reading = StripReading()
    kinds = Kinds(page)
    behind = 0
    for stretch in kinds.stretches:
        if stretch.start < behind or (items := _items(page, kinds, stretch)) is None:
            continue
        figures: Sequence[FigureColumn] = items.columns.figures
        if len(_INDEX.findall("\n".join([name.symbol for name in items.names]))) > 1:
            figures = without_amounts(figures)
        style = page.style_for([each.found for each in figures])
        if choice := chosen(figures, style, has_currency=any(items.columns.currencies)):
            _add(page, items, choice, reading)
            behind = stretch.end
        elif message := _doubt(figures, style):
            for lines in items.lines:
                reading.refuse(lines, message)
            behind = stretch.end
    reading.problems.sort(key=lambda each: each.line)
    return reading


def _items(page: PageText, kinds: Kinds, stretch: Stretch) -> _Items | None:
    """Return the items of a list, with those of the same lines elsewhere; None where nothing shows where one begins."""
    edge = edge_of(page, stretch)
    for first in [edge] if edge is not None else range(stretch.start, stretch.start + stretch.size):
        starts = range(first, stretch.end - stretch.size + 1, stretch.size)
        found = _found(page, starts[:_SAMPLE], stretch.size) if len(starts) >= FEWEST else None
        if found is None or not _begins(page, kinds, stretch, first, found.columns.roles, has_edge=edge is not None):
            continue
        others = kinds.twins(first, stretch.size) if stretch.size >= _FEWEST_IN_SHAPE else []
        return (_found(page, [*starts, *others], stretch.size) if others else None) or _found(
            page, starts, stretch.size
        )
    return None


def _found(page: PageText, starts: Sequence[int], size: int) -> _Items | None:
    lines = [zip(*map(page.free.__getitem__, map(line.__add__, starts)), strict=True) for line in range(size)]
    numbers, printed = zip(*lines, strict=True)
    texts = [[text.lstrip(BULLETS) for text in column] for column in printed]
    columns = columns_of(texts)
    names = names_of(columns.names) if columns else None
    if columns is None or names is None or columns.are_parted:
        return None
    further = {each.field: each.found for each in columns.figures if each.field in FURTHER and not each.is_marked}
    return _Items(numbers, texts, columns, names, further)


def _begins(page: PageText, kinds: Kinds, stretch: Stretch, first: int, roles: str, *, has_edge: bool) -> bool:
    """Return whether an item begins with a line: with its number, or with its name, which stands above its figures.

    With its figures it begins where an edge shows it, and no line of the stretch stands before the first item or behind
    the last one: a blank line may stand between a name and its figures, too.
    """
    if roles[0] not in NAMES + RANKS:
        return has_edge and first == stretch.start and (stretch.end - first) % stretch.size == 0
    if has_edge or roles[0] == RANKS:
        return True
    return roles[-1] != NAMES and has_names_above(page, kinds, stretch, first, roles.index(FIGURES))


def _add(page: PageText, items: _Items, choice: Choice, reading: StripReading) -> None:
    """Add the rows of a list; an item with a price and no move is a rate, one without a price is nothing."""
    reading.take(chain(*items.numbers))
    worded = [at for at, role in enumerate(items.columns.roles) if role != FIGURES]
    cut = _cut(page, items)
    is_dated = any(is_date(text) for at in worded for text in items.texts[at])
    if cut is None and not is_dated and _add_clear(items, choice, reading):
        return
    rows: list[Row] = []
    for at, (lines, row) in enumerate(zip(items.lines, _rows(page, items, choice), strict=True)):
        if at == cut:
            reading.report(lines[0][0], "cut-line", reasons.CUT, on_one_line(lines))
            continue
        if row and (day := next((text for _, text in map(lines.__getitem__, worded) if is_date(text)), None)):
            reading.report(lines[0][0], "stale", reasons.of_day(day), row.text)
        if row and row.has_move:
            rows.append(row)
        elif row:
            reading.rates.setdefault(row.name.symbol, row.rate())
    resolve_signs(rows, reading)


def _cut(page: PageText, items: _Items) -> int | None:
    """Return the item within which the page ends, without the mark in which all others end; None without one."""
    numbers, texts = items.numbers[-1], items.texts[-1]
    at = numbers.index(page.free[-1][0]) if page.free[-1][0] in numbers else None
    return at if at is not None and lacks_end(texts[at], [*texts[:at], *texts[at + 1 :]]) else None


def _add_clear(items: _Items, choice: Choice, reading: StripReading) -> bool:
    """Add the quotes of a list of which none is in doubt, by the column; return False, and add nothing, of any other.

    Each item has a last price, a change and a percent, all of them clear, and no other figure that a label names.
    """
    columns = zip(QUOTED, choice, strict=True)
    figures = {kind: (column.marks, column.values) for kind, column in columns if column and column.values}
    if len(figures) < len(QUOTED) or items.further or any(items.columns.currencies):
        return False
    texts = map(BETWEEN_LINES.join, zip(*items.texts, strict=True))
    return add_columns(items.numbers[0], list(texts), items.names, figures, reading)


def _rows(page: PageText, items: _Items, choice: Choice) -> Iterator[Row | None]:
    """Yield the row of each item; None where it has no price, or one that can be read in two ways."""
    none = [None] * len(items.names)
    amounts = zip(*[column.amounts(page.style) if column else none for column in choice], strict=True)
    marks = map("".join, zip(*[column.marks for column in choice[1:] if column], strict=True))
    further = {kind: column.amounts(page.style) for kind, column in items.further.items()}
    parts = zip(items.lines, items.names, amounts, marks, items.columns.currencies, strict=True)
    for at, (lines, name, (last, change, percent), mark, currency) in enumerate(parts):
        if last is None:
            yield None
            continue
        numbers = [number for number, _ in lines]
        row = Row(numbers, name, last, change, percent, mark, on_one_line(lines)[:TEXT_CAP], currency=currency)
        named = {kind: amount for kind, column in further.items() if (amount := column[at]) is not None}
        yield row.with_further(fitting(named, last, change, percent)) if named else row


def _doubt(figures: Sequence[FigureColumn], style: Style) -> str:
    """Return what is in doubt of a list that looks like one of quotes; empty for any other list."""
    if are_of_longer_time(figures):
        return reasons.OTHER_TIME
    if are_of_unknown_price(figures):
        return reasons.UNKNOWN_PRICE
    if are_of_other_price(figures, style):
        return reasons.OTHER_TIME
    return "nothing shows which of its moves is the day's, or whether it is a percent" if have_moves(figures) else ""

"""The figures of the items of a list by their columns: last, change and percent are what adds up in all items."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from tickerboard.parser.figures.column import Column
from tickerboard.parser.html.items.items import Item, lists_of
from tickerboard.parser.tables.arithmetic import places_of_quotes
from tickerboard.parser.tables.fields import Field
from tickerboard.text.numbers import sign_of_move

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.tables.arithmetic import Amounts, Places

_FEWEST = 2
_UNMOVED = Decimal(0)


def with_columns(items: Sequence[Item], style: Style) -> list[Item]:
    """Return items, those of a list that has some unread ones with the figures that its columns show.

    Of all choices of a last price, a change and a percent exactly one adds up in all items with as many figures.
    """
    if not any(each.is_unread for each in items):
        return [*items]
    read: dict[int, Item] = {}
    for alike in lists_of(items):
        for _, group in groupby(sorted(alike, key=_size), key=_size):
            some = [*group]
            if len(some) >= _FEWEST and any(each.is_unread for each in some):
                read |= {id(item): each for item, each in zip(some, _read(some, style), strict=True)}
    return [read.get(id(each), each) for each in items]


def with_brackets(items: Sequence[Item]) -> list[Item]:
    """Return items, those whose percentage has brackets with a minus, where others of their list have none.

    Nor has any move of the list a sign.
    """
    falls: set[int] = set()
    for alike in lists_of(items):
        if any(cell.marks for each in alike for cell in each.cells):
            continue
        moved = [each for each in alike if each.figures.percent]
        shown = [each for each in moved if _has_brackets(each)]
        if len(shown) < len(moved):
            falls |= set(map(id, shown))
    return [each._replace(figures=each.figures._replace(marks="-")) if id(each) in falls else each for each in items]


def _size(item: Item) -> int:
    return len(item.cells)


def _has_brackets(item: Item) -> bool:
    return any(each.kind == "p" and each.is_bracketed for each in item.cells)


def _read(items: Sequence[Item], style: Style) -> list[Item]:
    """Return the items of a list with the figures that their columns show.

    All are unread where these show none: one of them may add up by chance.
    """
    columns = list(map(Column.of, zip(*[each.cells for each in items], strict=True)))
    amounts = [column.own_amounts(style) for column in columns]
    places = places_of_quotes(columns, style)
    closes = [_close_of(columns, amounts, each) for each in places]
    if len(places) > 1 and sum(close is not None for close in closes) == 1:
        at = next(at for at, close in enumerate(closes) if close is not None)
        places, closes = [places[at]], [closes[at]]
    if len(places) != 1 or any(None in amounts[at] for at in places[0]) or _has_decimals(items, places[0]):
        return [each._replace(is_unread=True) for each in items]
    closed = closes[0]
    return [_with_figures(item, [each[at] for each in amounts], places[0], closed) for at, item in enumerate(items)]


def _with_figures(item: Item, amounts: Sequence[Decimal | None], places: Places, closed: int | None) -> Item:
    last, change, percent = (_UNMOVED if (each := amounts[at]) is None else each for at in places)
    close = amounts[closed] if closed is not None else None
    marks = "".join(item.cells[at].marks for at in places[1:])
    if not marks and close is not None and change:
        marks = "+" if last > close else "-"
    figures = item.figures._replace(last=last, change=change, percent=percent, marks=marks, is_sound=True)
    further = item.further if close is None else {Field.PREVIOUS: close, **item.further}
    return item._replace(figures=figures, further=further, is_unread=False)


def _has_decimals(items: Sequence[Item], places: Places) -> bool:
    """Return whether a figure beside those of the quote may be the decimals of another, as `.06` behind `38,356`."""
    others = [cell for item in items for at, cell in enumerate(item.cells) if at not in places]
    return any(cell.body.startswith((".", ",")) for cell in others)


def _close_of(columns: Sequence[Column], amounts: Sequence[Amounts], places: Places) -> int | None:
    """Return the one column from which the change of each item leads to its last price; None where none does."""
    last, change, _ = places
    found = [
        at
        for at in range(len(columns))
        if at not in places and all(map(_leads, amounts[at], amounts[last], amounts[change], columns[change].marks))
    ]
    return found[0] if len(found) == 1 else None


def _leads(close: Decimal | None, last: Decimal | None, change: Decimal | None, marks: str) -> bool:
    """Return whether a change is what parts a price from its close, with its sign where it has one."""
    if close is None or last is None or change != abs(last - close):
        return False
    return not marks or not change or sign_of_move(marks) * (last - close) > 0

"""Strips of markup: repeated elements that each hold a name and figures, whatever their classes are called.

From each percentage the way leads up to the first element that holds a name as well. Two such elements of one kind at
least make a strip, so that a single box with a figure in it is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser import reasons
from tickerboard.parser.html.items.columns import with_brackets, with_columns
from tickerboard.parser.html.items.doubts import ABOVE, doubts_of, list_span
from tickerboard.parser.html.items.finding import find_items
from tickerboard.parser.html.items.headings import (
    is_below_doubtful,
    is_below_other,
    is_below_other_list,
    is_below_other_move,
    is_in_list,
)
from tickerboard.parser.html.items.item_ways import with_arrows, with_headings, with_looks
from tickerboard.parser.html.items.items import UNNAMED, Item, beside_moves, lists_of, settled
from tickerboard.parser.html.tables.names import item_names
from tickerboard.parser.refusals.domain import MarkupList
from tickerboard.parser.refusals.times import is_list_time
from tickerboard.parser.strips.proof import proven
from tickerboard.parser.strips.rows import Row, resolve_signs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from selectolax.lexbor import LexborNode

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.html.leaves import Leaves
    from tickerboard.parser.html.ways.arrows import Arrows
    from tickerboard.parser.names.labels import Name
    from tickerboard.parser.strips.reading import StripReading


def read_siblings(
    leaves: Leaves, style: Style, arrows: Arrows, reading: StripReading, first: int
) -> tuple[list[LexborNode], list[MarkupList]]:
    """Add the quotes of every strip, numbered from `first`; return the elements that were read, and the strips."""
    alike = with_columns(find_items(leaves, style, arrows), style)
    whole = beside_moves([each for each in alike if not each.is_unread])
    shown = with_arrows(leaves, with_brackets(whole), arrows)
    likely = with_looks(leaves, with_headings(leaves, settled(shown)))
    kept = {id(each) for some in lists_of(likely) for each in proven(some)}
    found = [each for each in likely if id(each) in kept]
    others = _of_others(leaves, found)
    numbers = {id(each): first + at for at, each in enumerate(found)}
    for each, why in others:
        reading.report(numbers.pop(id(each)), "not-a-quote", why, each.text)
    found = [each for each in found if id(each) in numbers]
    names = item_names([item.labels for item in found])
    numbers = {id(each): first + at for at, each in enumerate(found)}
    resolve_signs([_row(item, name, numbers[id(item)]) for item, name in zip(found, names, strict=True)], reading)
    read = [item for item, _ in others] + found
    reading.doubts += doubts_of(alike, read, leaves)
    lists = [_list(leaves, each, numbers) for each in lists_of(found)]
    return [node for item in read for node in (item.node, *item.rest)], lists


def _list(leaves: Leaves, items: Sequence[Item], numbers: Mapping[int, int]) -> MarkupList:
    start, end = list_span(leaves, items)
    lines = frozenset(numbers[id(each)] for each in items)
    return MarkupList(lines, leaves.texts[max(0, start - ABOVE) : end])


def _of_others(leaves: Leaves, found: Sequence[Item]) -> list[tuple[Item, str]]:
    """Return the items of a longer time than the day, or of other figures, and what is amiss with each.

    A text in them or above their list says so.
    """
    others: list[tuple[Item, str]] = []
    behind, amiss, headed = 0, "", ""
    for each in sorted(found, key=lambda item: leaves.spans[item.node.mem_id]):
        start, end = leaves.spans[each.node.mem_id]
        is_first = start != behind
        amiss = "" if is_first else amiss
        if each.is_of_longer_time or (is_first and is_list_time(["", *leaves.texts[max(0, start - 2) : start]])):
            amiss = reasons.OTHER_TIME
        elif each.is_of_other:
            amiss = reasons.OTHER_FIGURE
        goes_on = behind and (not is_first or is_in_list(leaves, behind, start))
        headed = headed if goes_on else _amiss_below(leaves, each.node, start)
        why = amiss or (headed if headed != reasons.DOUBTFUL or not each.figures.is_sound else "")
        if why := why or (UNNAMED if each.is_unnamed else ""):
            others.append((each, why))
        behind = end
    return others


def _amiss_below(leaves: Leaves, item: LexborNode, start: int) -> str:
    """Return what is amiss with the items from one on, below a heading or their table's header; empty for nothing."""
    if is_below_other(leaves, start) or is_below_other_list(leaves, start):
        return reasons.OTHER_FIGURE
    is_doubtful = is_below_doubtful(leaves, start) or is_below_other_move(leaves, item)
    return reasons.DOUBTFUL if is_doubtful else ""


def _row(item: Item, name: Name, number: int) -> Row:
    row = Row.of([number], name, item.figures, item.text)
    row = row.with_further(item.further) if item.further else row
    return row._replace(look=item.look) if item.look else row

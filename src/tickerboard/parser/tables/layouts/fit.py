"""How well a layout fits the rows below its header, for one whose words can be split in several ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.audit import adds_up, own_half_unit
from tickerboard.parser.figures.tokens import tokens
from tickerboard.parser.kinds import known_kind
from tickerboard.parser.tables.fields import MOVES, Field
from tickerboard.parser.tables.layouts.layout import name_of
from tickerboard.text.numbers import signed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.tables.layouts.layout import Cells, Fields, Layout

_THREE = 3


def fit(page: PageText, below: Sequence[int], layout: Layout) -> tuple[int, int, int, bool, int]:
    """Return how well a layout fits the rows below: how many it splits, with a percent sign in its own column.

    A row whose figures contradict each other counts against it. Then it counts how many of their names are well-known.

    Beside a move of another time, `Chg 1Y` is one column rather than two.
    """
    rows = [cells for at in below if (found := layout.split(page, at)) for cells in [found[1]]]
    at = name_of(layout.fields)
    known = sum(_is_known(cells[at]) for cells in rows) if at is not None else 0
    is_whole = Field.PERIOD in layout.fields and MOVES.isdisjoint(layout.fields)
    apt = sum(_aptness(cells, layout.fields, page.style) for cells in rows)
    return len(rows), apt, known, is_whole, len(layout.fields)


def _is_known(name: str) -> bool:
    """Return whether a name is well-known, be it with a month behind: `Copper (Jul)`."""
    return known_kind(name.partition(" (")[0]) is not None


def _aptness(cells: Cells, fields: Fields, style: Style) -> int:
    """Return 1 where of a change and a percent the percent alone has its sign, -1 where they contradict each other.

    It is -1 too where the change alone has the percent's sign.

    `Last % Change Volume` is a price, a percent and a volume above `0.15 384% 713000`. It is 0 without both.
    """
    if not {Field.LAST, Field.CHANGE, Field.PERCENT} <= set(fields):
        return 0
    last, change, percent = (cells[list(fields).index(kind)] for kind in (Field.LAST, Field.CHANGE, Field.PERCENT))
    if "%" not in percent or "%" in change:
        return -1 if "%" in change and "%" not in percent else 0
    figures = [each.amount(style) for each in tokens(f"{last} {change} {percent}") if each.kind in "nsp"]
    found = [each for each in figures if each]
    return -1 if len(found) == len(figures) == _THREE and _contradict(*found) else 1


def _contradict(last: Decimal, change: Decimal, percent: Decimal) -> bool:
    """Return whether a change is not the percent, in either direction, as far as its digits tell."""
    return not any(
        signed(change, sign) < last
        and adds_up(last, signed(change, sign), signed(percent, sign), own_half_unit(percent))
        for sign in (1, -1)
    )

"""Where the items of a list begin: blank lines, bullets or the names show it."""

from __future__ import annotations

from operator import sub
from typing import TYPE_CHECKING

from tickerboard.parser.names.labels import is_known, is_label, is_symbol
from tickerboard.parser.strips.items.lists import BULLETS

if TYPE_CHECKING:
    from tickerboard.parser.strips.items.lists import Kinds, Stretch
    from tickerboard.parser.strips.page_text import PageText

_BULLETS = frozenset(BULLETS)


def edge_of(page: PageText, stretch: Stretch) -> int | None:
    """Return the place of the first line of an item, where bullets or blank lines show it; None where they do not."""
    start, end, size = stretch
    numbers, texts = zip(*page.free[start:end], strict=True)
    below = [*map(sub, numbers[1:], numbers)]
    if not _BULLETS.isdisjoint([text[0] for text in texts]):
        bullets = [text[0] in BULLETS for text in texts]
        marks = [bullets[column::size] for column in range(size)]
        marked = [column for column, each in enumerate(marks) if any(each)]
        if len(marked) == 1 and all(marks[marked[0]]):
            return start + marked[0]
    if len({*below}) == 1:
        return None
    gaps = [below[(column - 1) % size :: size] for column in range(size)]
    widest = max(range(size), key=lambda column: min(gaps[column]))
    is_wide = min(gaps[widest]) > max(max(each) for column, each in enumerate(gaps) if column != widest)
    return start + widest if is_wide else None


def has_names_above(page: PageText, kinds: Kinds, stretch: Stretch, first: int, above: int) -> bool:
    """Return whether the `above` lines before the figures of each item name it, rather than those behind them.

    They do not where lines like them stand behind the last item, and the first ones may be a heading; where figures
    follow that have no name above them; or where a blank line parts the first name alone from its figures.
    """
    behind = first + (stretch.end - first) // stretch.size * stretch.size
    if kinds.are_alike(behind, first + above) and page.gap(behind) <= page.gap(first + above + 1):
        return False
    if page.gap(first + above) > page.gap(first + stretch.size + above):
        return False
    left = page.free[behind : behind + above]
    is_apart = len(left) == above and page.gap(behind) > page.gap(first + stretch.size)
    return (
        len(left) < above
        or is_apart
        or not all(
            kinds.are_alike(behind + at, first + at)
            and _is_like(left[at][1], *(page.free[place + at][1] for place in (first, first + stretch.size)))
            for at in range(above)
        )
    )


def _is_like(behind: str, first: str, second: str) -> bool:
    """Return whether a line behind the last item may be its name, as the first line would then be none."""
    if not is_label(behind) or is_symbol(behind) != is_symbol(second):
        return False
    return is_known(behind) or not is_known(first)

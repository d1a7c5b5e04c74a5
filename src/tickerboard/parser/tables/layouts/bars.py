"""Tables whose cells bars part, as text dumps of a page have them.

A row is what stands between its bars, counted against the row of dashes or the header. A line break, an image or a link
within a cell may break its line, not the row.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tickerboard.parser.tables.fields import Field
from tickerboard.parser.tables.headers.groups import grouped_fields
from tickerboard.parser.tables.headers.header import fields_of, is_of_period
from tickerboard.parser.tables.layouts.layout import FIGURE, Layout, barred, end_of, parted
from tickerboard.parser.tables.layouts.pairs import pair_of_figures, pair_of_names
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.tables.layouts.layout import Cells, Fields

_RULE = re.compile(r"\|?[ :]*-{2,}[ :]*(?:\|[ :]*-{2,}[ :]*)+\|?")
_NEAR = 3
"""Lines below a header in which its first row stands."""
_MOST_LINES = 20
"""Lines of a header, each with one cell or more."""


def barred_layout(page: PageText, place: int) -> Layout | None:
    """Return the layout of a table with bars whose header begins at a place; None where none does."""
    height, cells = _header(page, place)
    if len(cells) < 2:
        return None
    if height == 1 and (grouped := _grouped(page, place)):
        return grouped
    first = _first_row(page, place + height, len(cells))
    pairs = {at: names for at, names in _pairs(cells) if at < len(first) and pair_of_figures(first[at])}
    names = [name for at, cell in enumerate(cells) for name in pairs.get(at, [cell])]
    fields = _shifted(names)
    row_of = partial(_row_with_pairs, pairs=frozenset(pairs)) if pairs else row_at
    layout = parted(fields and _widened(fields, names, _split(first, pairs)), row_of, "" if pairs else "|")
    return replace(layout, height=height) if layout else None


def _pairs(cells: Cells) -> Iterator[tuple[int, Cells]]:
    """Return the places of the header's cells that have two names, with these."""
    return ((at, names) for at, cell in enumerate(cells) if (names := pair_of_names(cell)))


def _row_with_pairs(page: PageText, place: int, width: int, pairs: frozenset[int]) -> tuple[int, Cells]:
    """Return a row as `row_at` does, with two cells for each that has two figures; no cells where one has not."""
    lines, cells = row_at(page, place, width - len(pairs))
    return lines, _split(cells, pairs)


def _split(cells: Cells, pairs: Collection[int]) -> Cells:
    found = [pair_of_figures(cell) if at in pairs else [cell] for at, cell in enumerate(cells)]
    return [part for parts in found for part in parts] if all(found) else []


def _widened(fields: Fields, cells: Cells, first: Cells) -> Fields:
    """Return a header's fields without those that no name stands above, and with one for each further cell of a row."""
    named = max(end_of(cells), end_of(fields))
    return [*fields[:named], *[Field.UNNAMED] * (end_of(first) - named)]


def _first_row(page: PageText, place: int, width: int) -> Cells:
    """Return the cells of the first row below a header; none where other lines stand between."""
    for at in range(place, min(place + _NEAR, len(page.free))):
        text = page.free[at][1]
        if "|" not in text:
            break
        if not _RULE.fullmatch(text) and has_digit("".join(cells := row_at(page, at, width)[1])):
            return cells
    return []


def row_at(page: PageText, place: int, width: int) -> tuple[int, Cells]:
    """Return the row of a width that begins at a place: how many lines it takes, and its cells, which may be fewer."""
    text = page.free[place][1]
    lines, cells = 1, barred(text)
    while len(cells) < width and place + lines < len(page.free) and _goes_on(text, page.free[place + lines][1], width):
        text = f"{text} {page.free[place + lines][1]}"
        lines, cells = lines + 1, barred(text)
    return (lines, cells) if len(cells) <= width else (1, barred(page.free[place][1]))


def _goes_on(text: str, more: str, width: int) -> bool:
    """Return whether a line goes on with a row: one bar stands where they meet, and it does not begin a row itself."""
    if "|" not in more or _RULE.fullmatch(more) or len(cells := barred(more)) >= width:
        return False
    is_empty = not more.strip("| ")
    is_joint = text.endswith("|") != more.startswith("|") or is_empty or not has_digit(text + more)
    is_name = cells[0][:1].isalpha() or (cells[0].isdecimal() and barred(text)[0].isdecimal())
    is_new = len(cells) > 1 and has_digit(text) and is_name and any(map(has_digit, cells[1:]))
    return is_joint and not is_new


def _header(page: PageText, place: int) -> tuple[int, Cells]:
    """Return how many lines the header at a place takes, and its cells: as many as the row of dashes has."""
    width = len(barred(page.free[place - 1][1])) if place and _RULE.fullmatch(page.free[place - 1][1]) else 0
    if width:
        return row_at(page, place, width)
    text = page.free[place][1]
    for height, (_, more) in enumerate(page.free[place + 1 : place + _MOST_LINES], 1):
        if "--" in more and _RULE.fullmatch(more):
            cells, width = barred(" ".join([text for _, text in page.free[place : place + height]])), len(barred(more))
            is_whole = len(cells) >= width - 1 and not any(cells[width:])  # an empty one may be lost
            return (height, cells[:width]) if is_whole else (1, barred(text))
        if "|" not in more or FIGURE.search(more):
            break
    return 1, barred(text)


def _shifted(cells: Cells) -> list[Field | None] | None:
    """Return the fields of a header with bars; one without a cell above the names, `Last | Chg | |`, is moved."""
    fields = fields_of(cells)
    is_moved = fields is not None and fields[0] is Field.LAST and not cells[-1]
    return [Field.NAME, *fields[:-1]] if fields and is_moved and Field.NAME not in fields else fields


def _grouped(page: PageText, place: int) -> Layout | None:
    """Return the layout of a header of two lines with bars, the upper of which names groups of columns."""
    if place + 1 == len(page.free):
        return None
    (_, upper), (_, lower) = page.free[place : place + 2]
    above, below = barred(upper), barred(lower)
    is_title = above[0] and not any(above[1:])
    is_whole = "" not in above or fields_of(above) is not None
    if is_title or len(above) != len(below) or FIGURE.search(lower):
        return None
    if is_whole and not any(map(is_of_period, below)):
        return None
    layout = parted(grouped_fields(above, below), row_at)
    return replace(layout, height=2) if layout else None

"""Tables of text whose cells each stand on a line of their own: the header shows how many lines make a row."""

from __future__ import annotations

from functools import partial
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from tickerboard.parser.figures.tokens import tokens
from tickerboard.parser.names.labels import without_bullet
from tickerboard.parser.tables.fields import FIGURES, Field
from tickerboard.parser.tables.headers.header import field_of, fields_of
from tickerboard.parser.tables.layouts.dated import DATE
from tickerboard.parser.tables.layouts.layout import Layout, covers, groups, may_name, name_of
from tickerboard.parser.tables.layouts.leading import is_sound
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.tables.layouts.layout import Cells, Fields

_MOST_LISTED = 16
"""Columns of a table whose cells stand on lines of their own, at most."""
_WHOLE = {Field.LAST, Field.CHANGE, Field.PERCENT}
_LONGEST_CELL, _LONGEST_WORD = 64, 24
"""Characters of a cell, and of a word of the header, at most."""


def listed_layout(page: PageText, place: int) -> Layout | None:
    """Return the layout of a table of one cell a line; None where the lines name no last price and no move."""
    words: list[str] = []
    for _, line in page.free[place : place + _MOST_LISTED]:
        text = without_bullet(line)
        if text in words or len(text) > _LONGEST_WORD:  # no table has a word twice: the next one begins
            break
        if has_digit(text) and field_of(text) is None:
            break
        words.append(text)
    for count in range(len(words), 2, -1):
        fields = fields_of(words[:count])
        if fields and name_of(fields) is None:  # the names of the rows stand below no word
            fields = [Field.NAME, *fields]
        for way in _with_or_without_day(fields) if fields and _is_list(fields) else ():
            if _by_lines(page, place + count, way):
                return Layout(way, partial(_by_lines, fields=way), count)
    return _longer_layout(page, place)


def _longer_layout(page: PageText, place: int) -> Layout | None:
    """Return the layout of a header with more words than its rows have cells, as those of charts are lost.

    A row is a name and figures, the first of which add up.
    """
    lines = [without_bullet(text) for _, text in page.free[place : place + _MOST_LISTED]]
    fields = fields_of(list(takewhile(field_of, lines)) or lines)
    if fields is None or fields[0] not in (Field.NAME, Field.SYMBOL) or not {*fields} >= _WHOLE:
        return None
    fields = fields[: max(map(list(fields).index, _WHOLE)) + 1]
    first = place + len(fields)
    rows = range(first, min(first + _MOST_LISTED, len(page.free)))
    start = next((at for at in rows if _by_lines(page, at, fields)), len(page.free))
    figures = takewhile(lambda at: _is_figures(page.free[at][1]), range(start + 1, len(page.free)))
    whole = [*fields, *[Field.OTHER] * (len(list(islice(figures, _MOST_LISTED))) + 1 - len(fields))]
    found = [_row_of_figures(page, at, whole) for at in (start, start + len(whole))]
    if not all(row and is_sound(row[1], fields, page.style) for row in found):
        return None
    return Layout(whole, partial(_row_of_figures, fields=whole), start - place)


def _row_of_figures(page: PageText, place: int, fields: Fields) -> tuple[int, Cells] | None:
    """Return a name and as many lines of figures as there are fields behind it, where no other one follows."""
    found = _by_lines(page, place, fields)
    behind = place + len(fields)
    is_longer = behind < len(page.free) and _is_figures(page.free[behind][1])
    return found if found and all(map(_is_figures, found[1][1:])) and not is_longer else None


def _is_figures(text: str) -> bool:
    return _may_hold(Field.LAST, tokens(without_bullet(text)), text)


def _with_or_without_day(fields: Fields) -> tuple[Fields, Fields]:
    """Return the fields of a list, and those with a day behind the name that no word of the header stands above."""
    behind = (name_of(fields) or 0) + 1
    return fields, [*fields[:behind], Field.DATE, *fields[behind:]]


def _is_list(fields: Fields) -> bool:
    """Return whether fields make one table with names, its last word known."""
    whole = fields[-1] is not None and covers(fields)
    return whole and len(groups(fields)) == 1 and name_of(fields) is not None


def _by_lines(page: PageText, place: int, fields: Fields) -> tuple[int, Cells] | None:
    """Return as many lines as the header has columns, if each may be the cell of its own."""
    lines = page.free[place : place + len(fields)]
    if len(lines) < len(fields):
        return None
    cells = [without_bullet(text) for _, text in lines]
    named = max((at for at, field in enumerate(fields) if field in (Field.NAME, Field.SYMBOL)), default=0)
    for at, ((number, text), cell, field) in enumerate(zip(lines, cells, fields, strict=True)):
        found = page.tokens(number) if cell == text else tokens(cell)
        if len(cell) > _LONGEST_CELL or not _may_hold(field, found, cell):
            return None
        if at < named and field not in FIGURES and _is_price_or_move(found):  # a row of its own, below words of a menu
            return None
    return len(fields), cells


def _is_price_or_move(found: Sequence[Token]) -> bool:
    """Return whether a line is a figure with decimals, or with a sign."""
    return len(found) == 1 and found[0].kind in "nsp" and (found[0].is_signed or not found[0].body.isdecimal())


def _may_hold(field: Field | None, found: Sequence[Token], text: str) -> bool:
    """Return whether a line may be the cell of a column."""
    if field in FIGURES:
        return all(each.kind in "nspdxca" for each in found) and any(each.kind in "nspdx" for each in found)
    if field in (Field.NAME, Field.SYMBOL):
        return may_name(field, text)
    return field is not Field.DATE or DATE.fullmatch(text) is not None

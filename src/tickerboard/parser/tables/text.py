"""Tables of text: with bars, with columns that wide gaps part, or with single spaces below a header of known words.

A row has as many cells, or figures, as the header has columns; a line that has not is left to the other grammars.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from itertools import takewhile
from typing import TYPE_CHECKING

from tickerboard.parser import reasons
from tickerboard.parser.strips.directions import NEAR, arrows_beside, arrows_of
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.tables.fields import MOVES, NUMERIC, Field
from tickerboard.parser.tables.headers.header import field_of
from tickerboard.parser.tables.layouts.choice import layout_of, may_head
from tickerboard.parser.tables.layouts.layout import RULE, barred, groups
from tickerboard.parser.tables.layouts.spaced_rows import is_like_row
from tickerboard.parser.tables.months import future_above, name_months
from tickerboard.parser.tables.plain_rows import add_plain, plain_rows
from tickerboard.parser.tables.rows import Cell, Table
from tickerboard.parser.tables.short_rows import without_shifted
from tickerboard.parser.tables.table import read_table, report_rows
from tickerboard.text.numbers import DOWN, UP, has_digit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.tables.layouts.layout import Layout

Find = Callable[[int], "Layout | None"]
"""Return the layout of the table whose header begins at a place of a page."""
_LOOKED_AT = 64
_ABOVE = 6
"""Lines above a table that may name its future."""
_NAME_ABOVE = 2
"""Lines of a row whose name stands above its figures."""


def read(page: PageText) -> StripReading:
    """Read every table whose header names a last price and a move; keep those of other kinds from being read."""
    reading = StripReading()
    places = range(len(page.free)) if page.has_columns else page.others  # what is parted needs no look at plain rows
    find: Find = lru_cache(_LOOKED_AT)(partial(layout_of, page))  # the end of a table is looked at twice
    lone = page.lone
    end = 0
    for place in places:
        number, line = page.free[place]
        if place >= end and number not in lone and may_head(line) and (layout := find(place)):
            above = [text for _, text in reversed(page.free[max(0, place - _ABOVE) : place])]
            end = _table(page, place + layout.height, layout, above, reading, find)
            head = page.free[place : place + layout.height]
            unread = [each for each in page.free[max(0, place - 1) : end + 1] if each[0] not in reading.left]
            rules = (number for number, text in unread if RULE.fullmatch(text))
            reading.take([*(number for number, _ in head), *rules])
    return reading


def _table(page: PageText, place: int, layout: Layout, above: Sequence[str], reading: StripReading, find: Find) -> int:
    """Read the rows below a header; return the place behind them."""
    if end := _plain_table(page, place, layout, above, reading, find):
        return end
    parts = groups(layout.fields)
    tables = [Table(layout.fields[start:end]) for start, end in parts]
    taken: list[range] = []
    end = start = place
    strangers = layout.strangers
    while place < len(page.free) and place - end < strangers and not _begins_table(page, place, find):
        found = layout.split(page, place)
        if found is None:
            if _belongs(page, place, layout, at_end=place == end):
                end = place + 1
            place += 1
            continue
        count, cells = found
        taken.append(range(place, place + count))
        for table, (first, behind) in zip(tables, parts, strict=True):
            if any(cells[first:behind]):
                table.rows.append((page.free[place][0], [Cell(cell) for cell in cells[first:behind]]))
        place = end = place + count
    if Field.LAST in layout.fields:
        _drop_cut(page, tables, taken, reading)
        _drop_noted(page, range(start, end), tables, taken, reading)
        arrows = _arrows(tables, _lines_above(page, start - layout.height))
        if _read_rows(page, tables, arrows, above, reading):
            _take_lines(page, taken, reading)
            _report_damaged(page, range(start, end), taken, layout, reading)
    return end


def _plain_table(
    page: PageText, place: int, layout: Layout, above: Sequence[str], reading: StripReading, find: Find
) -> int:
    """Read the rows below a header where all are plain; return the place behind them, 0 where a row is another one."""
    start = place
    while start < len(page.free) and RULE.fullmatch(page.free[start][1]):
        start += 1
    rows = plain_rows(page, start, layout)
    end = start + len(rows)
    is_whole = bool(rows) and not _goes_on(page, end, layout, find) and not _may_be_cut(page, end)
    if not is_whole or future_above(above) or arrows_of(_lines_above(page, place - layout.height)):
        return 0
    numbers = [number for number, _ in page.free[start:end]]
    return end if add_plain(numbers, rows, layout.fields, reading) else 0


def _goes_on(page: PageText, end: int, layout: Layout, find: Find) -> bool:
    """Return whether a table has rows, or lines that belong to it, behind a place."""
    places = range(end, min(end + layout.strangers, len(page.free)))
    return any(
        layout.split(page, place) is not None or _belongs(page, place, layout, at_end=place == end)
        for place in takewhile(lambda place: not _begins_table(page, place, find), places)
    )


def _may_be_cut(page: PageText, end: int) -> bool:
    """Return whether a table ends the page without the bar in which the line above ends."""
    return end == len(page.free) and page.free[-2][1].endswith("|") and not page.free[-1][1].endswith("|")


def _lines_above(page: PageText, place: int) -> Sequence[str]:
    """Return the lines above a header among which its heading stands."""
    head = page.free[place][0]
    return page.lines[max(0, head - 1 - NEAR) : head - 1]


def _arrows(tables: Sequence[Table], above: Sequence[str]) -> Sequence[str]:
    """Return the arrow of each table's heading; headings side by side are of others where a sign contradicts one."""
    arrows = arrows_beside(above, len(tables))
    is_amiss = len(tables) > 1 and any(map(_contradicts, tables, arrows))
    return [arrows_of(above)] * len(tables) if is_amiss else arrows


def _contradicts(table: Table, arrow: str) -> bool:
    """Return whether a move of a table has the other sign than the arrow of its heading."""
    moves = [at for at, field in enumerate(table.fields) if field in MOVES]
    signs = {mark for _, cells in table.rows for at in moves for each in cells[at].tokens for mark in each.marks}
    return (arrow == UP and "-" in signs) or (arrow == DOWN and "+" in signs)


def _read_rows(
    page: PageText, tables: list[Table], arrows: Sequence[str], above: Sequence[str], reading: StripReading
) -> bool:
    """Read the tables below a header and the arrows of their headings; return whether one of them was read."""
    for table, arrow in zip(tables, arrows, strict=True):
        name_months(table, above)
        table.arrow = arrow
        table.may_lack_names = True
    shifted = [row for table in tables for row in without_shifted(table, page.style)]
    read = [read_table(table, page.style, reading) for table in tables if table.rows]
    if any(read):
        report_rows(shifted, reasons.SHIFTED, reading)
    return any(read)


def _begins_table(page: PageText, place: int, find: Find) -> bool:
    """Return whether a table begins at a place, be it of something else: bars part cells of a header's words."""
    text = page.free[place][1]
    if not may_head(text):
        return False
    if find(place):
        return True
    if "|" not in text or has_digit(text):
        return False
    fields = [field_of(cell) for cell in barred(text)]
    return not NUMERIC.isdisjoint(fields) and sum(field is not None for field in fields) > 1


def _belongs(page: PageText, place: int, layout: Layout, *, at_end: bool) -> bool:
    """Return whether a line that is no row belongs to the table all the same: a rule, or a row that is damaged."""
    number, text = page.free[place]
    if layout.is_wide and layout.height == 1 and is_like_row(page.tokens(number)):
        return True
    return at_end and RULE.fullmatch(text) is not None


def _take_lines(page: PageText, taken: Sequence[range], reading: StripReading) -> None:
    """Take all lines of each row whose first line was taken, as it is where the row has no other."""
    for places in taken:
        if len(places) > 1 and page.free[places[0]][0] in reading.left:
            reading.take(page.free[at][0] for at in places)


def _report_damaged(
    page: PageText, table: range, taken: Sequence[range], layout: Layout, reading: StripReading
) -> None:
    """Report the lines between two rows that hold figures and are no row, where only its place shows what a cell is.

    Another grammar would take an opening price for the last one.
    """
    if not layout.is_wide:
        return
    rows = {at for places in taken for at in places}
    block: list[tuple[int, str]] = []
    for at in table:
        number, text = page.free[at]
        if at not in rows and not RULE.fullmatch(text):
            block.append((number, text))
        if block and (at in rows or layout.height == 1):
            if any(each.body for number, _ in block for each in page.tokens(number)):
                reading.refuse(block, reasons.UNEXPLAINED)
            block = []


def _drop_noted(
    page: PageText, lines: range, tables: Sequence[Table], taken: Sequence[range], reading: StripReading
) -> None:
    """Report the rows of two lines whose first line stands by other rows, too: it is a note, and the name is lost."""
    rows = {at for places in taken for at in places}
    notes = {page.free[at][1] for at in lines if at not in rows}
    noted = [places for places in taken if len(places) == _NAME_ABOVE and page.free[places[0]][1] in notes]
    numbers = {page.free[places[0]][0] for places in noted}
    for table in tables if noted else ():
        table.rows = [row for row in table.rows if row[0] not in numbers]
    for places in noted:
        reading.refuse([page.free[at] for at in places], "a row below a note, without its name")


def _drop_cut(page: PageText, tables: Sequence[Table], taken: Sequence[range], reading: StripReading) -> None:
    """Report the last row of a page where it is cut: it has fewer cells than the others, or no percent sign."""
    if not taken or taken[-1].stop < len(page.free):
        return
    number, text = page.free[taken[-1].start][0], page.free[-1][1]
    for table in tables:
        if not table.rows or table.rows[-1][0] != number:
            continue
        figures = [at for at, field in enumerate(table.fields) if field not in (Field.NAME, Field.SYMBOL)]
        *others, last = [cells for _, cells in table.rows]
        bare = not others and any(field is Field.PERCENT and not last[at].text for at, field in enumerate(table.fields))
        filled = _filled(last, figures)
        fewer = bare or (bool(others) and all(filled < _filled(each, figures) for each in others))
        is_open = text[-1] in "+-−–" and not (others and others[-1][-1].text.endswith(("-", "−", "–")))
        if (
            fewer
            or is_open
            or _lost_percent(table, others, last, text)
            or (page.free[-2][1].endswith("|") and not text.endswith("|"))
        ):
            table.rows.pop()
            reading.refuse([(number, text)], "the page ends within a row", "cut-line")


def _filled(cells: Sequence[Cell], places: Sequence[int]) -> int:
    """Return how many of some cells are not empty."""
    return sum(cells[at].text != "" for at in places)


def _lost_percent(table: Table, others: Sequence[Sequence[Cell]], last: Sequence[Cell], text: str) -> bool:
    """Return whether the percent of a page's last row has no sign, where those above have one."""
    moves = [at for at, field in enumerate(table.fields) if field in (Field.CHANGE, Field.PERCENT)]
    if not others and ("|" in text or any("%" in last[at].text for at in moves)):
        return False
    percents = [at for at in moves if table.fields[at] is Field.PERCENT]
    signed = [at for at in percents if not others or others[-1][at].text.rstrip(")").endswith("%")]
    return any(last[at].text.strip("-−–—") and "%" not in last[at].text for at in signed)

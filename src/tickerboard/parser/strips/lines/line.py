"""`HBL 114.90 +1.41 (+1.24%)`: a name and its figures on one line, in any order and number style.

The whole line is rows, or none is: so a sentence that ends in figures is no quote. A row without a change proves
nothing by its figures, so a lone one counts only where its name is a symbol or well-known.
"""

from __future__ import annotations

import re
from itertools import compress
from typing import TYPE_CHECKING

from tickerboard.parser import reasons
from tickerboard.parser.figures.tokens import tokens
from tickerboard.parser.names.labels import (
    is_label,
    proves_itself,
    read_name,
    without_bullet,
)
from tickerboard.parser.names.lists import read_names
from tickerboard.parser.names.no_names import is_time
from tickerboard.parser.strips.cells import gapped, rows_of_cells, stands_in_cell
from tickerboard.parser.strips.clear import add_clear
from tickerboard.parser.strips.directions import directed
from tickerboard.parser.strips.keys import key_field
from tickerboard.parser.strips.lines.doubts import (
    is_ambiguous,
    is_in_points,
    is_near,
    is_torn,
    may_be_cut,
    may_be_moves,
)
from tickerboard.parser.strips.lines.rows import Found, ends_across, read_row, read_several
from tickerboard.parser.strips.proof import proven, refused
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.strips.rows import Row, resolve_signs
from tickerboard.parser.tables.fields import Field
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.names.labels import Name
    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.strips.plain import PlainRow

# The last thing on a row's line is a figure, a bracket, a currency or a dash, perhaps with a button behind it.
_ENDS = re.compile(r"[0-9][^0-9]{0,16}\Z")
_END = 17
_RANK = re.compile(r"\A([0-9]{1,3})\. (?=[^\W\d_])")
"""The rank before a name, `1. Urovant Sciences`."""
_LONG = 120
_MARKS = (";", " , ")
"""What parts the rows of a line."""


def read(page: PageText) -> StripReading:
    """Read the lines that are one or more whole rows, nothing before and nothing behind them."""
    reading = StripReading()
    lone, plain, moving = page.lone, page.plain, page.moving
    rows: list[PlainRow] = []
    others: list[Found] = []
    for number, text in page.free:
        if number in plain:
            rows.append(plain[number])
        elif number in moving and number not in lone and (is_torn(text) or _may_be_row(page, number, text)):
            others += _line(page, number, text) or _refused(page, number, text, reading)
    others = _without_points(others, reading)
    is_clear = not others and add_clear(rows, reading)
    if rows if is_clear else _add(page, rows, others, reading):
        _report_cut(page, reading)
    return reading


def _add(page: PageText, rows: Sequence[PlainRow], others: Sequence[Found], reading: StripReading) -> bool:
    """Add the rows that something bears out, and report those that nothing does; return whether any was added."""
    found = [*(Found(row.number, row.label, row.figures, row.text) for row in rows), *others]
    found.sort(key=lambda each: each.number)
    ways = directed(page, [(range(each.number, each.number + 1), each.figures) for each in found])
    found = [
        each if figures is each.figures else each._replace(figures=figures)
        for each, figures in zip(found, ways, strict=True)
    ]
    whole = _without_cut(page, found, reading)
    found = proven(whole)
    for each in refused(whole, found):
        reading.refuse([(each.number, each.text)], reasons.UNPROVEN)
    named = _named(found, reading)
    resolve_signs([Row.of([each.number], name, each.figures, each.text) for each, name in named], reading)
    return bool(named)


def _without_points(rows: list[Found], reading: StripReading) -> list[Found]:
    """Leave out the rows whose price in points may be a change; report them."""
    doubtful = may_be_moves([(each.number, each.text, each.figures) for each in rows])
    for each in rows:
        if each.number in doubtful:
            reading.refuse([(each.number, each.text)], reasons.IN_POINTS)
    return [each for each in rows if each.number not in doubtful] if doubtful else rows


def _named(found: Sequence[Found], reading: StripReading) -> list[tuple[Found, Name]]:
    """Return the rows with their names; report those whose symbol or name is made of several cells."""
    names = read_names([_without_rank(each, at, found) for at, each in enumerate(found)])
    named = list(zip(found, names, strict=True))
    apart = [bool(each.cells) and not _stands_in_cells(name, each.cells) for each, name in named]
    for each in compress(found, apart):
        reading.refuse([(each.number, each.text)], "the name of a quote is in several cells")
    return [pair for pair, is_apart in zip(named, apart, strict=True) if not is_apart]


def _stands_in_cells(name: Name, cells: Sequence[str]) -> bool:
    """Return whether a symbol, and the name beside it, each stand within one of some cells."""
    texts = [read_name(cell).symbol.casefold() for cell in cells]
    return all(any(part.casefold() in text for text in texts) for part in (name.symbol, name.name or ""))


def _without_cut(page: PageText, found: list[Found], reading: StripReading) -> list[Found]:
    """Leave out the row on a page's last line if it may be cut within its last figure; report it if it is alone."""
    if not found or found[-1].number != page.free[-1][0]:
        return found
    last, others = found[-1], [each for each in found if each.number != found[-1].number]
    if not may_be_cut(last.text, last.figures, [each.text for each in others]):
        return found
    if not others:
        reading.refuse([(last.number, last.text)], reasons.CUT, "cut-line")
    return others


def _report_cut(page: PageText, reading: StripReading) -> None:
    """Report a page that ends within a row, right below the rows."""
    number, text = page.free[-1]
    above = page.free[-2][0] if len(page.free) > 1 else 0
    found = page.tokens(number)
    figures = next((at for at, each in enumerate(found) if each.kind in "nspx"), 0)
    label = " ".join(each.text for each in found[:figures])
    if number in reading.left or above not in reading.left or not figures or not is_label(label):
        return
    if all(each.kind in "nspxdc" or "(" in each.text for each in found[figures:]):
        reading.refuse([(number, text)], reasons.CUT, "cut-line")


def _is_dense(text: str) -> bool:
    """Return whether a long line may be a strip: at least every tenth character of it is a digit."""
    return len(text) <= _LONG or sum(map(text.count, "0123456789")) * 10 >= len(text)


def _may_be_row(page: PageText, number: int, text: str) -> bool:
    """Return whether a line ends as a row does and has two tokens: a look before it is read."""
    if text.count(" , ") > 1:
        text = text.rstrip(" ,")
    if text[-1] in ".!?:;," or not _ENDS.search(text[-_END:]) or not _is_dense(text):
        return False
    return "|" in text or any(map(text.__contains__, _MARKS)) or len(page.tokens(number)) > 1


def _refused(page: PageText, number: int, text: str, reading: StripReading) -> list[Found]:
    """Report a line that is nearly a row; return no row."""
    if is_torn(text):
        reading.refuse([(number, text)], reasons.TORN, "split")
    elif is_in_points(page.tokens(number), page.style):
        reading.refuse([(number, text)], reasons.IN_POINTS)
    elif is_near(page.tokens(number)):
        reading.refuse([(number, text)], reasons.NEARLY)
    elif is_ambiguous(page, number, text):
        reading.refuse([(number, text)], "a figure that can be read with a decimal comma and with a point", "style")
    return []


def _line(page: PageText, number: int, text: str) -> list[Found]:
    """Read a line as rows: what stands between bars, the line without its bars, or several rows in a row."""
    if is_torn(text):
        return []
    if mark := next((each for each in _MARKS if text.count(each) > 1), ""):
        parts = [part.strip(" ,") for part in text.split(mark)]
        parts = [part for part in parts if part and not is_time(part)]
        rows = [read_row(page, tokens(part), number, part) for part in parts]
        are_rows = bool(rows) and all(rows)
        if are_rows and (mark != ";" or any(row.figures.is_sound or proves_itself(row.label) for row in rows if row)):
            return [row for row in rows if row]
        lists = [(cells, " ".join(cells)) for cells in rows_of_cells(text)]
        whole = [(cells, read_row(page, tokens(plain), number, plain)) for cells, plain in lists]
        return [row._replace(cells=cells) for cells, row in whole if row] if all(row for _, row in whole) else []
    if "|" in text:
        parts = [part.strip() for part in text.split("|") if part.strip()]
        cells = [tokens(part) for part in parts]
        rows = [read_row(page, cell, number, part) for cell, part in zip(cells, parts, strict=True)]
        if rows and all(rows):
            return [row for row in rows if row]
        text = " ".join([_RANK.sub(r"\1 ", parts[0]), *map(_without_key, parts[1:])]) if parts else ""
        row = read_row(page, tokens(text), number, text)
        return [row._replace(cells=parts)] if row and stands_in_cell(row.figures.last, cells) else []
    plain = without_bullet(text)
    found = page.tokens(number) if plain == text else tokens(plain)
    row = read_row(page, found, number, text)
    if row is None:
        return read_several(page, page.tokens(number), number)
    columns = page.columns(number) or gapped(plain)
    is_whole = stands_in_cell(row.figures.last, map(tokens, columns) if columns else [found])
    return [row] if is_whole and not (columns and ends_across(row, columns)) else []


def _without_key(cell: str) -> str:
    """Return a cell without the word for a last price before its figure: `$16.02` of `Price $16.02`."""
    key, _, figure = cell.rpartition(" ")
    return figure if key and has_digit(figure) and key_field(key) is Field.LAST else cell


def _without_rank(row: Found, at: int, found: Sequence[Found]) -> str:
    """Return the label without the row's rank, where the rows beside it are numbered too."""
    rank, _, rest = row.label.partition(" ")
    rank = rank.removesuffix(".")
    if not (rest and rank.isdecimal() and len(rank) <= 3):
        return row.label
    beside = [
        found[place].label.partition(" ")[0].removesuffix(".") for place in (at - 1, at + 1) if 0 <= place < len(found)
    ]
    steps = {int(each) - int(rank) for each in beside if each.isdecimal() and len(each) <= 4}
    return rest if steps & {-1, 1} else row.label

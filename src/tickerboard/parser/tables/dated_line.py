"""Tables on one line below whose header stand two closes and their dates, as dumps of reports of a week print them.

`Company Close 4th March 2022 Close 25th February 2022 Change (%) ALPHA 180 170 +5.88% BETA 350 350 0.00%`
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tickerboard.parser.figures.tokens import shape_of, tokens, words_end
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.tables.fields import MOVES, Field
from tickerboard.parser.tables.headers.header import field_of, fields_of
from tickerboard.parser.tables.layouts.dated import DATE, is_borne_out, undated
from tickerboard.parser.tables.rows import Cell, Table
from tickerboard.parser.tables.table import read_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.strips.page_text import PageText

_SHORTEST = 80
_FEWEST = 2
"""Rows of a line."""
_INDEXES = "indexes"
"""A header's word for the names of its rows, which is a heading elsewhere."""
_MOST_WORDS = 4
"""Words of a header's move."""


def read(page: PageText) -> StripReading:
    """Read the lines that are such a table; a row whose move does not lead from one close to the other is reported."""
    reading = StripReading()
    for number, text in page.other_lines:
        if len(text) < _SHORTEST or text.count("%") <= _FEWEST or " 20" not in text:
            continue
        if header := _header(text):
            cells, rest = header
            fields = fields_of(cells)
            parts = _parts(tokens(rest))
            if fields and len(parts) >= _FEWEST:
                _read_rows(page, number, Table(fields), parts, reading)
    return reading


def _header(text: str) -> tuple[list[str], str] | None:
    """Return the cells of the header at the beginning of a line, and the rows behind it; None where there is none."""
    found = list(islice(DATE.finditer(text), 2))
    if len(found) < 2:
        return None
    first, second = found
    price = text[first.end() : second.start()].strip()
    name = text[: first.start()].strip().removesuffix(price).strip()
    words = text[second.end() :].split()
    sizes = range(_MOST_WORDS, 0, -1)
    size = next((size for size in sizes if field_of(" ".join(words[:size])) in MOVES), 0)
    closes = undated([f"{price} {first[0]}", f"{price} {second[0]}"])
    is_name = name.casefold() == _INDEXES or field_of(name) in (Field.NAME, Field.SYMBOL)
    if not (size and closes and is_name):
        return None
    return ["Name", *closes, " ".join(words[:size])], " ".join(words[size:])


def _parts(found: Sequence[Token]) -> list[list[Token]]:
    """Split the tokens of rows behind each percentage."""
    parts: list[list[Token]] = [[]]
    for each in found:
        parts[-1].append(each)
        if each.kind == "p":
            parts.append([])
    return [part for part in parts if part]


def _read_rows(
    page: PageText, number: int, table: Table, parts: Sequence[Sequence[Token]], reading: StripReading
) -> None:
    """Add the rows that their figures bear out to the reading, and report the others."""
    for part in parts:
        label = " ".join(each.text for each in part[: words_end(part)])
        cells = [label, *(each.text for each in part[words_end(part) :])]
        is_whole = shape_of(part).lstrip("w") == "nnp" and label != ""
        if is_whole and is_borne_out(cells, table.fields, page.style):
            table.rows.append((number, [Cell(cell) for cell in cells]))
        else:
            text = " ".join(each.text for each in part)
            reading.report(number, "not-a-quote", "a row whose move does not lead from one close to the other", text)
    reading.take([number])
    read_table(table, page.style, reading)

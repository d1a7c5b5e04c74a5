"""Tables of text: with bars, with columns that wide gaps part, or with single spaces below a header of known words.

A row has as many cells, or figures, as the header has columns; a line that has not is left to the other grammars.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tickerboard.parser.strips.figures import joined
from tickerboard.parser.strips.names import is_label, is_symbol, without_bullet
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.tables.header import (
    FIGURES,
    TEXTS,
    Field,
    field_of,
    fields_of,
    looks_like_header,
    split_header,
)
from tickerboard.parser.tables.table import Cell, Table, read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.strips.page_text import PageText

_CELL = re.compile(r"\S+(?: \S+)*")
_RULE = re.compile(r"[\s|:+=\-–—_]+")
# What a header has and a row of figures has not, looked at first: few lines of a page pass.
_CALLS = re.compile(
    r"name|symbol|ticker|price|last|current|ch(?:an)?n?ge?|%|stock|code|coin|24h|company|kurs|aktie|letzt|titel|wert|cours|dernier|valeur|prix"
    r"|[uú]ltim|precio|valor|pre[cç]o|prezz|titol|var|koers|diff|現在値|株価|終値|銘柄|名称|最新",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[0-9][.,][0-9]|[0-9]{3}")
_LONGEST_HEADER = 240
_FEWEST_CALLS = 2
_LOOK_BELOW = 4
_STRANGERS = 3
"""Lines in a row that are no rows of it end a table."""

Cells = list[str]


@dataclass(slots=True)
class _Layout:
    """A header: its fields, and how a line below it is split into one text for each of them."""

    fields: list[Field | None]
    split: Callable[[PageText, int], Cells | None]


def read(page: PageText) -> StripReading:
    """Read every table whose header names a last price and a move; keep those of other kinds from being read."""
    reading = StripReading()
    place = 0
    while place < len(page.free):
        number, text = page.free[place]
        layout = _layout(page, number, text)
        if layout is None:
            place += 1
        else:
            end = _table(page, place + 1, layout, reading)
            reading.take(each for each, text in page.free[place:end] if each == number or _RULE.fullmatch(text))
            place = end
    return reading


def _layout(page: PageText, number: int, text: str) -> _Layout | None:
    """Return the layout of the table whose header a line is; None for any other line."""
    if len(text) > _LONGEST_HEADER or _FIGURE.search(text) or len(_CALLS.findall(text)) < _FEWEST_CALLS:
        return None
    if text.count("|") > 1:
        fields = fields_of(_barred(text))
        return _barred_layout(fields) if fields else None
    line = page.lines[number - 1]
    spans = [(found.start(), found.end(), found[0]) for found in _CELL.finditer(line.replace("\t", "  "))]
    if len(spans) > 2 and (fields := fields_of([cell for *_, cell in spans])) and _covers(fields):
        return _Layout(fields, lambda page, at: _by_gaps(page, at, spans) or _by_tokens(page, at, fields))
    return _close_layout(page, number, text)


def _close_layout(page: PageText, number: int, text: str) -> _Layout | None:
    """Return the layout of a header whose words stand close together: the one that fits a row below it."""
    ways = split_header(text)
    layouts = [_by_words(fields) for words in ways if (fields := fields_of(words)) and _is_plain(fields)]
    below = range(number + 1, min(number + 1 + _LOOK_BELOW, len(page.lines) + 1))
    layouts.sort(key=lambda each: -len(each.fields))
    if layouts:
        return next((each for each in layouts if any(each.split(page, at) for at in below)), layouts[0])
    for words in ways[:1]:
        found = [field_of(word) for word in words]
        if looks_like_header(found) and (Field.NAME in found or Field.SYMBOL in found):
            return _Layout(found, _no_row)
    return None


def _barred_layout(fields: list[Field | None]) -> _Layout:
    return _Layout(fields, lambda page, at: _padded(_barred(page.lines[at - 1]), len(fields)))


def _no_row(_page: PageText, _number: int) -> Cells | None:
    """Return no cells: what stands below a header of another kind of table is no quote."""
    return None


def _is_plain(fields: list[Field | None]) -> bool:
    """Return whether no table of a header has two columns for one figure."""
    parts = [[each for each in fields[start:end] if each in FIGURES] for start, end in _groups(fields)]
    return all(len(set(part)) == len(part) for part in parts)


def _by_words(fields: list[Field | None]) -> _Layout:
    return _Layout(fields, lambda page, at: _by_tokens(page, at, fields))


def _covers(fields: Sequence[Field | None]) -> bool:
    """Return whether most cells of a header are known."""
    return sum(field is not None for field in fields) * 3 >= len(fields) * 2


def _table(page: PageText, place: int, layout: _Layout, reading: StripReading) -> int:
    """Read the rows below a header; return the place behind them."""
    is_quotes = Field.LAST in layout.fields
    groups = _groups(layout.fields)
    tables = [Table(layout.fields[start:end]) for start, end in groups]
    strangers: list[int] = []
    damaged: list[int] = []
    end = place
    while place < len(page.free) and len(strangers) < _STRANGERS:
        number, text = page.free[place]
        if _layout(page, number, text):
            break
        place += 1
        if _RULE.fullmatch(text):
            continue
        cells = layout.split(page, number)
        if cells is None:
            strangers.append(number)
            continue
        damaged += strangers
        strangers = []
        end = place
        for table, (start, stop) in zip(tables, groups, strict=True):
            row = [Cell(cell) for cell in cells[start:stop]]
            if any(cell.text for cell in row):
                table.rows.append((number, row))
    if is_quotes:
        _drop_cut(page, tables, reading)
        for table in tables:
            if table.rows:
                read_table(table, page.style, reading)
    return max(end, place - len(strangers))


def _drop_cut(page: PageText, tables: Sequence[Table], reading: StripReading) -> None:
    """Report the last line of a page where its row is cut: it has fewer cells than the others, or no percent sign."""
    number, text = page.free[-1]
    for table in tables:
        if not table.rows or table.rows[-1][0] != number:
            continue
        *others, last = [[cell.text for cell in cells] for _, cells in table.rows]
        bare = not others and any(field is Field.PERCENT and not last[at] for at, field in enumerate(table.fields))
        fewer = bare or sum(map(bool, last)) < min((sum(map(bool, each)) for each in others), default=0)
        percents = [
            at
            for at, field in enumerate(table.fields)
            if field is Field.PERCENT and (not others or others[-1][at].rstrip(")").endswith("%"))
        ]
        unsigned = (len(others) > 0 or "|" not in text) and any(
            last[at] and "%" not in last[at] and last[at].strip("-−–—") for at in percents
        )
        is_open = text[-1] in "+-−–" and not (others and others[-1][-1].endswith(("-", "−", "–")))
        if fewer or unsigned or is_open or (page.lines[number - 2].rstrip().endswith("|") and not text.endswith("|")):
            table.rows.pop()
            reading.report(number, "cut-line", "the page ends within a row", text)
            reading.take([number])


def _groups(fields: Sequence[Field | None]) -> list[tuple[int, int]]:
    """Split fields into tables that stand side by side: each has its own last price."""
    lasts = [at for at, field in enumerate(fields) if field is Field.LAST]
    if len(lasts) < 2:
        return [(0, len(fields))]
    starts = [0]
    for one, other in pairwise(lasts):
        begins = [at for at in range(one + 1, other + 1) if fields[at] in TEXTS]
        if not begins:
            return [(0, len(fields))]
        starts.append(begins[0])
    return list(zip(starts, [*starts[1:], len(fields)], strict=True))


def _barred(text: str) -> Cells:
    return [cell.strip().strip("*").strip() for cell in text.strip().strip("|").split("|")]


def _padded(cells: Cells, count: int) -> Cells | None:
    """Return as many cells as the header has; None for a line that has others, or no figure."""
    if not any(each.isdecimal() for cell in cells for each in cell) or not 0 <= count - len(cells) <= 1:
        return None
    return cells + [""] * (count - len(cells))


def _by_gaps(page: PageText, number: int, spans: Sequence[tuple[int, int, str]]) -> Cells | None:
    """Split a line at its wide gaps; a cell belongs to the column that stands above it."""
    line = page.lines[number - 1].rstrip().replace("\t", "  ")
    found = [(each.start(), each.end(), each[0]) for each in _CELL.finditer(line)]
    if len(found) < 3 or not any(each.isdecimal() for each in line):
        return None
    if len(found) == len(spans):
        return [cell for *_, cell in found]
    cells = [""] * len(spans)
    for start, end, text in found:
        overlaps = [min(end, stop) - max(start, begin) for begin, stop, _ in spans]
        best = max(range(len(spans)), key=overlaps.__getitem__)
        if overlaps[best] <= 0 or cells[best]:
            return None
        cells[best] = text
    return cells


def _by_tokens(page: PageText, number: int, fields: Sequence[Field | None]) -> Cells | None:
    """Split a line whose cells stand close together: words, then as many figures as the columns behind them."""
    found = page.tokens(number)
    if page.style.spaced:
        found = joined(found) or found
    cells: Cells = []
    at = 0
    for start, end in _groups(fields):
        part = _group_by_tokens(found[at:], fields[start:end], is_last=end == len(fields))
        if part is None:
            return None
        taken, texts = part
        cells += texts
        at += taken
    return cells if at == len(found) else None


def _group_by_tokens(
    found: Sequence[Token], fields: Sequence[Field | None], *, is_last: bool
) -> tuple[int, Cells] | None:
    """Split the tokens of one table; return how many it took, and its cells."""
    lead = next((at for at, field in enumerate(fields) if field in TEXTS), None)
    if lead is None:
        return None
    tail = next((at for at in range(lead, len(fields)) if fields[at] not in TEXTS), len(fields))
    size = len(fields) - tail
    if any(field in TEXTS for field in fields[tail:]) or size < 2:
        return None
    kinds = ["w" if each.kind in "wx" else "n" for each in found]
    if is_last:
        words = len(found) - size
    else:
        first = next((at for at, kind in enumerate(kinds) if kind == "w"), 0)
        words = next(
            (at for at in range(first, len(kinds)) if kinds[at] == "n" and "w" not in kinds[at : at + size]), 0
        )
    if not lead < words or words + size > len(found) or "w" in kinds[words : words + size]:
        return None
    label = found[lead:words]
    if any(each.kind == "c" for each in found[words : words + size]):
        return None
    if not label or (label[-1].kind in "nsp" and not label[-1].text.isdecimal()):
        return None
    texts = _label_cells([each.text for each in label], fields[lead:tail])
    if texts is None:
        return None
    front = [each.text for each in found[:lead]]
    return words + size, [*front, *texts, *(each.text for each in found[words : words + size])]


def _label_cells(words: list[str], fields: Sequence[Field | None]) -> Cells | None:
    """Split a row's words into its text columns: a symbol is one word, at either end; a name is what is left."""
    if not words:
        return None
    if len(fields) == 1:
        text = without_bullet(" ".join(words))
        return [text] if is_label(text) or is_symbol(text) else None
    if len(fields) != 2 or Field.SYMBOL not in fields or len(words) < 2:
        return None
    return [words[0], " ".join(words[1:])] if fields[0] is Field.SYMBOL else [" ".join(words[:-1]), words[-1]]

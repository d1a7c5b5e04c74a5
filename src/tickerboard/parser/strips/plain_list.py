"""Pages whose only figures are those of one list of plain rows: it is read first, and no grammar looks at its lines.

`HBL 114.90 +1.41 +1.24%`, each row on a line, with spaces or tabs between its parts, or each part on a line of its own.
One pattern reads all rows, and what follows is done by the column. Where anything is in doubt nothing is read here: the
grammars read the page.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from tickerboard.parser.audit import add_up, are_exact
from tickerboard.parser.figures.currencies import is_currency
from tickerboard.parser.figures.style import CLEAR
from tickerboard.parser.names.between import is_between, names_listing
from tickerboard.parser.names.labels import without_bullet
from tickerboard.parser.strips.clear import Plain, add_plain
from tickerboard.parser.strips.plain import NAME, are_names, signed_figures
from tickerboard.parser.strips.reading import BETWEEN_LINES
from tickerboard.parser.tables.headers.header import is_header_word
from tickerboard.parser.tables.headless import read_even
from tickerboard.parser.tables.layouts.choice import has_calls
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.strips.reading import StripReading


def _parted_by(gap: str) -> re.Pattern[str]:
    figures = rf"({CLEAR}){gap}([+-])({CLEAR}){gap}(\()?([+-])({CLEAR}) ?%(?(5)\))"
    return re.compile(f"^({NAME}){gap}{figures}$", re.MULTILINE)


_LINE, _BLOCK = _parted_by(" "), _parted_by("\n")
_LONGEST, _LONGEST_NAME = 120, 64
"""Characters of a row on one line, and of a name above its figures."""
_SIZE = 4
"""Lines of such a row."""
_FEWEST = 3
"""Rows of a list, and those of them that moved, at least."""
_ABOVE = 24
"""Lines above a list that may be its header."""


def read(page: PageText, reading: StripReading) -> None:
    """Read the list of a page that has one and no other figures."""
    first = next((number for number, line in enumerate(page.lines, 1) if has_digit(line)), 0)
    last = next((number for number in range(len(page.lines), 0, -1) if has_digit(page.lines[number - 1])), 0)
    for grammar, size, read_rows in [_CELLS] if page.has_tabs else [] if page.has_columns else [_LINES, _BLOCKS]:
        numbers = range(first - (size > 1), last + 1)  # a name stands above its figures
        is_list = numbers.start > 0 and len(numbers) >= _FEWEST * size and not _is_headed(page, numbers)
        if is_list and read_rows(page, numbers, page.as_printed(numbers), reading):
            page.rows = numbers[::size]
            reading.read_by(grammar)
            return


def _is_headed(page: PageText, numbers: range) -> bool:
    """Return whether a line above a list may be a table's header, or a part of one."""
    above = filter(None, map(str.strip, page.lines[max(0, numbers.start - 1 - _ABOVE) : numbers.start - 1]))
    return any(is_header_word(without_bullet(text)) or has_calls(text) for text in above)


def _read_lines(_page: PageText, numbers: range, lines: Sequence[str], reading: StripReading) -> bool:
    """Read lines each of which is a row; return False, and read nothing, where one is none or in doubt."""
    found = _found(_LINE, lines)
    if len(found) < len(lines) or max(map(len, lines)) > _LONGEST:
        return False
    labels, *printed = zip(*found, strict=True)
    figures, marks = signed_figures(printed)
    rows = Plain(numbers, lines, labels, *figures, marks)
    return are_names(labels) and all(add_up(*figures)) and add_plain(rows, numbers, reading)


def _read_blocks(page: PageText, numbers: range, lines: Sequence[str], reading: StripReading) -> bool:
    """Read lines as rows each of whose parts has one; return False, and read nothing, where one is none or in doubt."""
    found = _found(_BLOCK, lines)
    if len(found) * _SIZE < len(lines):
        return False
    labels, *printed = zip(*found, strict=True)
    if max(map(len, labels)) > _LONGEST_NAME:
        return False
    figures, marks = signed_figures(printed)
    texts = list(map(BETWEEN_LINES.join, zip(*[iter(lines)] * _SIZE, strict=True)))
    rows = Plain(numbers[::_SIZE], texts, labels, *figures, marks)
    is_apart = not any(map(str.strip, page.lines[numbers.stop - 1 : numbers.stop]))
    are_items = is_apart and are_names(labels) and _are_items(labels) and _are_proven(*figures)
    return are_items and add_plain(rows, numbers, reading)


_CELLS, _LINES, _BLOCKS = ("headless", 1, read_even), ("line", 1, _read_lines), ("items", _SIZE, _read_blocks)
"""The grammar that reads such rows elsewhere, the lines of a row, and what reads them here."""


def _found(rows: re.Pattern[str], lines: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the parts of rows; none where the first lines are no row."""
    text = "\n".join(lines)
    return rows.findall(text) if rows.match(text) else []


def _are_items(labels: Sequence[str]) -> bool:
    """Return whether lines above figures name each of them: they differ, and the first is no note."""
    is_note = names_listing(labels[0]) or is_between(labels[0], "") or is_currency(labels[0])
    return not is_note and len({*labels}) == len(labels) and "INDEX" not in "\n".join(labels).upper()


def _are_proven(lasts: Sequence[Decimal], changes: Sequence[Decimal], percents: Sequence[Decimal]) -> bool:
    """Return whether the figures of all rows agree, and some rows moved."""
    moved = list(islice(filter(all, zip(changes, percents, strict=True)), _FEWEST))
    return len(moved) == _FEWEST and all(are_exact(lasts, changes, percents))

"""Pages whose only figures are those of one list of plain rows: it is read first, and no grammar looks at its lines.

`HBL 114.90 +1.41 +1.24%`, each row on a line, or each part of a row on a line of its own. One pattern reads all rows,
and what follows is done by the column. Where anything is in doubt nothing is read here: the grammars read the page.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser.audit import add_up, are_exact
from tickerboard.parser.figures.currencies import is_currency
from tickerboard.parser.figures.style import CLEAR
from tickerboard.parser.names.between import is_between, names_listing
from tickerboard.parser.names.labels import without_bullet
from tickerboard.parser.strips.clear import Plain, add_plain
from tickerboard.parser.strips.plain import NAME, are_names, signed_figures
from tickerboard.parser.strips.reading import BETWEEN_LINES
from tickerboard.parser.tables.headers.header import is_header_word
from tickerboard.parser.tables.layouts.choice import has_calls
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.strips.reading import StripReading


class _Form(NamedTuple):
    """How rows are printed: the grammar for such rows, the lines of a row, the characters of a line, and the rows."""

    grammar: str
    size: int
    longest: int
    rows: re.Pattern[str]


def _parted_by(gap: str) -> re.Pattern[str]:
    figures = rf"({CLEAR}){gap}([+-])({CLEAR}){gap}(\()?([+-])({CLEAR}) ?%(?(5)\))"
    return re.compile(f"^({NAME}){gap}{figures}$", re.MULTILINE)


_FORMS = (_Form("line", 1, 120, _parted_by(" ")), _Form("items", 4, 64, _parted_by("\n")))
_FEWEST = 3
"""Rows of a list, and those of them that moved, at least."""
_ABOVE = 12
"""Lines above a list that may be its header."""


def read(page: PageText, reading: StripReading) -> None:
    """Read the list of a page that has one and no other figures."""
    first, last = _with_digits(page, range(len(page.free))), _with_digits(page, range(len(page.free) - 1, -1, -1))
    if page.has_columns or first is None or last is None:
        return
    for form in _FORMS:
        places = range(first - (form.size > 1), last + 1)  # the name stands above its figures
        if places.start >= 0 and not _is_headed(page, places.start) and _read(page, places, form, reading):
            page.pass_over(places, form.size)
            reading.read_by(form.grammar)
            return


def _with_digits(page: PageText, places: range) -> int | None:
    """Return the first of some places at which a line has a digit."""
    return next((place for place in places if has_digit(page.free[place][1])), None)


def _is_headed(page: PageText, place: int) -> bool:
    """Return whether a line above a place may be a table's header, or a part of one."""
    above = [text for _, text in page.free[max(0, place - _ABOVE) : place]]
    return any(is_header_word(without_bullet(text)) or has_calls(text) for text in above)


def _read(page: PageText, places: range, form: _Form, reading: StripReading) -> bool:
    """Read some lines as rows; return False, and read nothing, where one is no such row or in doubt."""
    start, end = page.free[places.start][0], page.free[places.stop - 1][0] + 1
    lines = page.lines[start - 1 : end - 1]
    text = "\n".join(lines)
    if len(lines) < _FEWEST * form.size or not form.rows.match(text):
        return False
    found = form.rows.findall(text)
    if len(found) * form.size != len(lines) or max(map(len, lines)) > form.longest:
        return False
    labels, prices, signs, moves, _, share_signs, shares = zip(*found, strict=True)
    if not are_names(labels) or (form.size > 1 and not _are_items(page, places, labels)):
        return False
    figures, marks = signed_figures(prices, signs, moves, share_signs, shares)
    if not (_are_proven(*figures) if form.size > 1 else all(add_up(*figures))):
        return False
    texts = lines if form.size == 1 else list(map(BETWEEN_LINES.join, zip(*[iter(lines)] * form.size, strict=True)))
    rows = Plain(range(start, end, form.size), texts, labels, *figures, marks)
    return add_plain(rows, range(start, end), reading)


def _are_items(page: PageText, places: range, labels: Sequence[str]) -> bool:
    """Return whether lines above figures name each of them: none is a note, or below the figures of another one."""
    is_last = places.stop == len(page.free) or page.gap(places.stop) > 1
    is_note = names_listing(labels[0]) or is_between(labels[0], "") or is_currency(labels[0])
    return is_last and not is_note and len({*labels}) == len(labels) and "INDEX" not in "\n".join(labels).upper()


def _are_proven(lasts: Sequence[Decimal], changes: Sequence[Decimal], percents: Sequence[Decimal]) -> bool:
    """Return whether the figures of all rows agree, and some rows moved."""
    moved = list(islice(filter(all, zip(changes, percents, strict=True)), _FEWEST))
    return len(moved) == _FEWEST and all(are_exact(lasts, changes, percents))

"""What is amiss with rows of a name above its figures: of another day, without a price, or cut by the page's end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser import reasons
from tickerboard.parser.names.labels import is_label, without_bullet
from tickerboard.parser.strips.reading import on_one_line
from tickerboard.text.numbers import NUMBER, SIGN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.strips.reading import StripReading
    from tickerboard.parser.strips.stacked.doubts import Stack

_DATE = r"[0-9]{1,2}[-/][0-9]{1,2}[-/][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
_DATE_SIZES = range(8, 11)
_SHORT = 30
_IS_DATE = re.compile(_DATE)
_SHARE = re.compile(rf"\(?{SIGN}{NUMBER}%\)?")
_MOVE = re.compile(rf"{SIGN}{NUMBER} ?\({SIGN}{NUMBER}%\)")
_FIGURES_CUT = re.compile(rf"{NUMBER}(?:\n(?:{_DATE}))?(?:\n{SIGN}[0-9][0-9,.]{{0,20}}(?:\n\([^\n%]{{0,12}}%?)?)?")
_BROKEN = 2
"""Moves without a price that are reported on a page without a single whole row."""


def report_stale(page: PageText, rows: Sequence[Stack], reading: StripReading) -> None:
    """Report the rows with a date between their figures: they are of that day."""
    if not any(is_date(text) for _, text in page.free):
        return
    for row in rows:
        lines = row.lines(page)
        if day := next((text for _, text in lines if is_date(text)), None):
            reading.report(lines[0][0], "stale", reasons.of_day(day), on_one_line(lines))


def is_date(text: str) -> bool:
    """Return whether a line is a date in figures."""
    return len(text) in _DATE_SIZES and _IS_DATE.fullmatch(text) is not None


def report_orphans(page: PageText, reading: StripReading) -> None:
    """Report a move that no row took, with the short lines above it: a row with a damaged or missing field."""
    moves = [place for place, (number, text) in enumerate(page.free) if number not in reading.left and _is_move(text)]
    if not reading.found and sum(bool(_MOVE.fullmatch(page.free[place][1])) for place in moves) < _BROKEN:
        return
    for place in moves:
        if page.free[place][0] in reading.left:
            continue
        block = page.free[max(0, place - 3) : place + 1]
        while len(block) > 1 and (block[0][0] in reading.left or len(block[0][1]) > _SHORT or _is_move(block[0][1])):
            block = block[1:]
        block = _behind_move(block)
        reading.refuse([(number, without_bullet(text)) for number, text in block], reasons.NEARLY)


def _behind_move(block: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Cut a block behind the last move before its own: what stands above is another row's."""
    starts = [at + 1 for at, (_, text) in enumerate(block[:-1]) if _is_move(text)]
    return block[starts[-1] :] if starts else block


def _is_move(text: str) -> bool:
    return text.endswith(("%", ")")) and bool(_SHARE.fullmatch(text) or _MOVE.fullmatch(text))


def report_cut(page: PageText, reading: StripReading) -> None:
    """Report a page that ends within a row; a name alone is no row yet."""
    tail = [each for each in page.free[-4:] if each[0] not in reading.left]
    figures = "\n".join(text for _, text in tail[1:])
    if len(tail) > 1 and is_label(tail[0][1]) and _FIGURES_CUT.fullmatch(figures):
        reading.refuse(tail, reasons.CUT, "cut-line")

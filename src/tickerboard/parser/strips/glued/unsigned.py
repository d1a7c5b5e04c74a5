"""`CAC 407,916.0874.03-0.93%`: name, price, a change without its sign and a percent, and no space between them.

The change has as many decimals as the price, which shows where it begins; the arithmetic shows where the name ends. Of
all ways to part the digits only the right one adds up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser import reasons
from tickerboard.parser.audit import adds_up, decimals
from tickerboard.parser.figures.style import Mark, Style, marks_of
from tickerboard.parser.names.labels import is_company, is_label, proves_itself, read_name
from tickerboard.parser.strips.cells import pieces_of
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.strips.rows import Row, resolve_signs
from tickerboard.text.numbers import MINUS, sign_of_move, signed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from tickerboard.parser.strips.page_text import PageText

_FIGURES = r"[0-9][0-9,]*\.[0-9]+\.[0-9]{1,6}|[0-9][0-9.]*,[0-9]+,[0-9]{1,6}"
_ROW = re.compile(
    rf"\s*(?P<name>[^\W\d_](?:[^\W\d_]|[&.'/ -]|[0-9]{{1,4}}(?=[ ]?[^\W\d_])){{0,30}}?)(?P<figures>{_FIGURES})"
    rf"(?P<open>\()?(?P<sign>[{MINUS}+])(?P<percent>[0-9]{{1,3}}[.,][0-9]{{2}})%(?(open)\))"
)
_UNCLEAR = "not exactly one split into name, price and change adds up"
_LONGEST = 2_000
_MOST_OF_NAME = 4
"""Digits that a name may end in, at most."""


def read(page: PageText) -> StripReading:
    """Read the lines that are one or more such rows and nothing else."""
    reading = StripReading()
    rows: list[Row] = []
    for number, text in page.free:
        if "%" not in text[-2:] or len(text) > _LONGEST:
            continue
        pieces = pieces_of(_ROW, text)
        splits = [set(_splits(piece)) for piece in pieces]
        if any(map(len, splits)):
            for piece, found in zip(pieces, splits, strict=True):
                if row := _row(number, piece, found):
                    rows.append(row)
                else:
                    reading.report(number, "split", _UNCLEAR, piece[0])
            reading.take([number])
    _add(page, rows, reading)
    return reading


def _add(page: PageText, rows: Sequence[Row], reading: StripReading) -> None:
    """Add the rows where one of them, or a word of the page, is of a market: else they may be of anything."""
    labels = [row.name.label or row.name.symbol for row in rows]
    if any(proves_itself(label) or is_company(label) for label in labels) or page.is_of_market:
        resolve_signs(rows, reading)
        return
    for row in rows:
        reading.report(row.lines[0], "not-a-quote", reasons.UNPROVEN, row.text)


def _row(number: int, piece: re.Match[str], splits: set[tuple[str, Decimal, Decimal]]) -> Row | None:
    """Return the row where one split alone adds up, and its change has the price's decimals."""
    if len(splits) != 1:
        return None
    name, last, change = splits.pop()
    percent = Style(_mark(piece)).value(piece["percent"])
    if not change or decimals(change) != decimals(last) or not is_label(name):
        return None
    return Row([number], read_name(name), last, change, percent, piece["sign"], piece[0].strip())


def _splits(piece: re.Match[str]) -> Iterator[tuple[str, Decimal, Decimal]]:
    """Return every way to part a row into a name, a price and a change that adds up."""
    style, figures = Style(_mark(piece)), piece["figures"]
    percent = style.value(piece["percent"])
    sign = sign_of_move(piece["sign"])
    if percent is None:
        return
    for end in range(_MOST_OF_NAME + 1):
        if not figures[:end].isdecimal() and end:
            return
        for at in range(end + 1, len(figures)):
            last, change = (style.value(each) if marks_of(each) else None for each in (figures[end:at], figures[at:]))
            if not last or change is None or figures[at] in ".,":
                continue
            if signed(change, sign) < last and adds_up(last, signed(change, sign), signed(percent, sign)):
                yield f"{piece['name']}{figures[:end]}", last, change


def _mark(piece: re.Match[str]) -> Mark:
    """Return the mark before the decimals, which stands twice among the figures."""
    return Mark(piece["figures"].rstrip("0123456789")[-1])

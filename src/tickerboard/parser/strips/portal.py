"""A market portal's tables: `KSE100 188,202.86` / `341.59M` / `-0.20%` / `-384.80`, four lines a row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.model import Kind
from tickerboard.parser import reasons
from tickerboard.parser.audit import adds_up_either_way
from tickerboard.parser.names.labels import read_name
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.strips.rows import Row, resolve_signs
from tickerboard.text.numbers import NUMBER, SIGN, decimal, scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.strips.page_text import PageText

# Index rows: name and value, volume, percent, change.
_VOLUME_ROW = re.compile(
    rf"([A-Z][A-Za-z0-9.&-]{{1,14}}) ({NUMBER})\n({NUMBER}[A-Z]|[0-9,]+)\n({SIGN})({NUMBER})%\n({SIGN})({NUMBER})"
)
# Commodity rows: name, last and high, low, change, percent.
_RANGE_ROW = re.compile(
    rf"([A-Z][A-Z0-9#&.'-]{{1,14}}(?: [A-Z0-9#&.'-]{{1,14}}){{0,4}}) ({NUMBER}) ({NUMBER})\n({NUMBER})\n"
    rf"({SIGN})({NUMBER})\n({SIGN})({NUMBER})%"
)
# How the first line of a row ends, looked at first.
_LAST = re.compile(r" [0-9][0-9.,]*\Z")
_ENDS = frozenset("0123456789.,")
_END = 20
_ROW_CUT = re.compile(rf"[A-Z][A-Za-z0-9.&-]{{1,14}} {NUMBER}(?:\n{NUMBER}[A-Z]?(?:\n{SIGN}[0-9.]{{0,20}}%?)?)?")


def read(page: PageText) -> StripReading:
    """Read rows of four lines, with or without blank lines between."""
    reading = StripReading()
    filled = page.free
    rows: list[Row] = []
    behind = 0
    for place in page.others:
        text = filled[place][1]
        may_be_row = place >= behind and text[-1] in _ENDS and " " in text and _LAST.search(text[-_END:])
        if may_be_row and (row := _row(filled[place : place + 4], reading)):
            rows.append(row)
            behind = place + 4
    resolve_signs(rows, reading)
    tail = [each for each in filled[-3:] if each[0] not in reading.left]
    if rows and tail and _ROW_CUT.fullmatch("\n".join(text for _, text in tail)):
        reading.refuse(tail, reasons.CUT, "cut-line")
    reading.problems.sort(key=lambda each: each.line)
    return reading


def _row(lines: Sequence[tuple[int, str]], reading: StripReading) -> Row | None:
    """Read four lines as a row of either table."""
    numbers, texts = [number for number, _ in lines], [text for _, text in lines]
    block, text = "\n".join(texts), " / ".join(texts)
    if found := _VOLUME_ROW.fullmatch(block):
        symbol, last, volume, share_sign, share, sign, change = found.groups()
        figures = decimal(last), decimal(change), decimal(share)
        size = scaled(volume)
        if size is None:
            reading.report(numbers[0], "unit", f"unknown volume unit in {volume}", text)
        if volume[-1].isdecimal() and not adds_up_either_way(*figures):  # `S&P 500` / `4,298.86`: a name and a price
            return None
        return Row(numbers, read_name(symbol), *figures, share_sign + sign, text, volume=size)
    if found := _RANGE_ROW.fullmatch(block):
        symbol, last, high, low, sign, change, share_sign, share = found.groups()
        figures = decimal(last), decimal(change), decimal(share)
        name, marks = read_name(symbol), share_sign + sign
        ends = decimal(high), decimal(low)
        return Row(numbers, name, *figures, marks, text, Kind.COMMODITY, high=ends[0], low=ends[1])
    return None

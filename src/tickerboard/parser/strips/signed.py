"""`HBL 114.90 +1.41 (+1.24%)` and its relatives: one line, a sign or an arrow, no word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.strips.signs import Candidate, resolve_signs
from tickerboard.text.numbers import ARROW, NUMBER, SIGN, decimal

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = r"[A-Z0-9][A-Za-z0-9.&^-]{1,14}(?: [A-Z0-9&][A-Za-z0-9.&-]{0,14}){0,2}"
_ROW = re.compile(
    rf"({NAME}):? ({NUMBER}) ({ARROW})? ?({SIGN})({NUMBER}) (?:\(({SIGN})({NUMBER})%\)|({SIGN})({NUMBER})%)(?=\Z|[ |])"
)
# The change is missing: it could be worked out, but the page does not say it.
_NO_CHANGE_GIVEN = re.compile(rf"[A-Z][A-Z0-9.&-]{{1,14}}:? {NUMBER} (?:\({SIGN}{NUMBER}%\)|[+-]{NUMBER}%)")
# Symbol, figure and a share in percent at the line's end, but not one of the shapes above.
_NEAR = re.compile(
    rf"[A-Z][A-Z0-9.&-]{{1,14}}:? [^\sA-Za-z]{{1,40}} (?:{ARROW} ?)?[^\sA-Za-z]{{1,40}} \(?[^\sA-Za-z]{{1,20}}%\)?"
)


def read(lines: Sequence[str]) -> StripReading:
    """Read the lines that are one or more whole rows, nothing before and nothing behind them."""
    reading = StripReading()
    rows: list[Candidate] = []
    for number, line in enumerate(lines, 1):
        if "%" not in line:
            continue
        text = " ".join(line.split())
        if found := _rows(text, number):
            rows += found
        elif _NO_CHANGE_GIVEN.fullmatch(text):
            reading.report(number, "not-a-quote", "a price and a percentage, but no change", text)
            reading.take([number])
        elif _NEAR.fullmatch(text):
            reading.report(number, "not-a-quote", "looks like a quote and is none", text)
            reading.take([number])
    resolve_signs(rows, reading)
    reading.problems.sort(key=lambda each: each.line)
    return reading


def _rows(text: str, number: int) -> list[Candidate]:
    """Read a line of rows with spaces or bars between; nothing unless all of the line is rows."""
    rows, at = [], 0
    while found := _ROW.match(text, at):
        symbol, last, arrow, sign, change, share_sign, share, bare_sign, bare_share = found.groups()
        marks = (arrow or "") + sign + (share_sign or bare_sign or "")
        percent = decimal(share or bare_share)
        rows.append(Candidate([number], symbol, decimal(last), decimal(change), percent, marks, found[0]))
        at = found.end()
        while text[at : at + 1] in (" ", "|"):
            at += 1
    return rows if at == len(text) else []

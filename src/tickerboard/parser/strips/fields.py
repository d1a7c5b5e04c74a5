"""`KSE100` / `86,057.51` / `807.42` / `(0.95%)`: one field a line, rises without a plus."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.strips.signs import Candidate, resolve_signs
from tickerboard.text.numbers import ARROW, NUMBER, SIGN, decimal

if TYPE_CHECKING:
    from collections.abc import Sequence

# At least one letter, no lower-case word of prose: `786` alone would be a figure, `points` a part of a sentence.
_NAME = r"(?=[0-9.&-]{0,14}[A-Za-z])[A-Z0-9][A-Za-z0-9.&^-]{1,14}(?: [A-Z0-9&][A-Za-z0-9.&-]{0,14}){0,2}"
# A date between the figures says of which day they are: the row is stale.
_DATE = r"[0-9]{1,2}[-/][0-9]{1,2}[-/][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
_ROW = re.compile(
    rf"({_NAME})\n({NUMBER})\n(?:({_DATE})\n)?({ARROW} ?)?({SIGN})({NUMBER})[\n ]"
    rf"(?:\(({SIGN})({NUMBER})%\)|({SIGN})({NUMBER})%)"
)
_SHARE = re.compile(rf"\(?{SIGN}{NUMBER}%\)?")
_ROW_CUT = re.compile(rf"{_NAME}\n{NUMBER}(?:\n(?:{_DATE}))?(?:\n{SIGN}[0-9][0-9,.]{{0,20}}(?:\n\([^\n%]{{0,12}}%?)?)?")


def read(lines: Sequence[str]) -> StripReading:
    """Read rows of four lines (five with a date), with or without blank lines between."""
    reading = StripReading()
    filled = [(number, text) for number, line in enumerate(lines, 1) if (text := line.strip())]
    rows: list[Candidate] = []
    place = 0
    while place < len(filled):
        row, count = _row(filled, place)
        if row:
            rows.append(row)
        place += count
    resolve_signs(rows, reading)
    if rows:
        _report_stale(rows, reading)
        _report_orphans(filled, reading)
        _report_cut(filled, reading)
    reading.problems.sort(key=lambda each: each.line)
    return reading


def _row(filled: Sequence[tuple[int, str]], place: int) -> tuple[Candidate | None, int]:
    """Read the row that begins here; give it and how many lines it took, or None and one line."""
    for count in (3, 4, 5):
        block = filled[place : place + count]
        if len(block) == count and (found := _ROW.fullmatch("\n".join(text for _, text in block))):
            symbol, last, _, arrow, sign, change, share_sign, share, bare_sign, bare_share = found.groups()
            marks = (arrow or "").strip() + sign + (share_sign or bare_sign or "")
            figures = decimal(last), decimal(change), decimal(share or bare_share)
            text = " / ".join(text for _, text in block)
            return Candidate([number for number, _ in block], symbol, *figures, marks, text), count
    return None, 1


def _report_stale(rows: Sequence[Candidate], reading: StripReading) -> None:
    for row in rows:
        if found := re.search(rf"/ ({_DATE}) /", row.text):
            reading.report(row.lines[0], "stale", f"the page says that these figures are of {found[1]}", row.text)


def _report_orphans(filled: Sequence[tuple[int, str]], reading: StripReading) -> None:
    """Report a percentage that no row took, with the short lines above it: a row with a damaged field."""
    for place, (number, text) in enumerate(filled):
        if number in reading.left or not _SHARE.fullmatch(text):
            continue
        block = filled[max(0, place - 3) : place + 1]
        while block[0][0] in reading.left or len(block[0][1]) > 30:
            block = block[1:]
        whole = " / ".join(each for _, each in block)
        reading.report(block[0][0], "not-a-quote", "looks like a quote and is none", whole)
        reading.take(each for each, _ in block)


def _report_cut(filled: Sequence[tuple[int, str]], reading: StripReading) -> None:
    """Report a page that ends within a row; a name alone is no row yet."""
    tail = [each for each in filled[-4:] if each[0] not in reading.left]
    if len(tail) in (2, 3, 4) and _ROW_CUT.fullmatch("\n".join(text for _, text in tail)):
        text = " / ".join(text for _, text in tail)
        reading.report(tail[0][0], "cut-line", "the page ends within a quote", text)
        reading.take(number for number, _ in tail)

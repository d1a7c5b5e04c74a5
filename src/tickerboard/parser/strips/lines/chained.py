"""`Alpha Group (ALG) 201.50p +7.70%SBeta (SBET) 307.50p +7.14%`: rows with nothing between them, perhaps behind prose.

Two rows at least follow each other without a space; a heading such as `FTSE 250 - Fallers` may be glued to a name.
Where the words around them name a longer time than the day, as `over the week` does, they are problems.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tickerboard.parser import reasons
from tickerboard.parser.figures.currencies import code_of
from tickerboard.parser.names.labels import Name, is_label
from tickerboard.parser.phrases.periods import without_period
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.strips.rows import Row, resolve_signs
from tickerboard.text.numbers import MINUS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.strips.page_text import PageText

_ROW = re.compile(
    r"((?:[^()%|]|\([A-Z][a-z.]{0,3}\) ?(?=[A-Z])){2,80}?)"
    r" ?\((?:[A-Z]{2,8}: ?)?([A-Z][A-Z0-9.]{0,7})\) ?([$€£]?)([0-9][0-9.,]{0,14})([pc]?)"
    rf" ?\(?([{MINUS}+])([0-9][0-9.,]{{0,8}})%\)?"
)
"""Rows, whose names may have initials in brackets: `Alpha (N.) Group`."""
_HEADING = re.compile(r".*(?:[Rr]isers?|[Ff]allers?|[Gg]ainers|[Ll]osers|[Ww]inners|[Mm]overs)(?::? ?)(?=[^\W\d_])")
_SENTENCE_END = re.compile(r"[.!?](?=\s|[A-Z]|\Z)")
_NEAR = 2
"""Sentences before the rows, or a heading and a sentence, that may name their time."""
_SEAM = re.compile(r"[.!?:a-z](?=[A-Z])")


def read(page: PageText) -> StripReading:
    """Read the lines that hold such rows; prose before and behind them stays for the article."""
    reading = StripReading()
    rows: list[Row] = []
    for number, text in page.other_lines:
        if text.count("%") < 2 or ")" not in text:
            continue
        found = list(_ROW.finditer(text))
        if len(found) < 2 or any(one.end() != other.start() for one, other in pairwise(found)):
            continue
        parts = [_row(number, each, page.style, is_first=not at) for at, each in enumerate(found)]
        if not all(parts):
            continue
        before = text[: found[0].start()] + _prose(found[0][1])
        reading.left[number] = f"{before} {text[found[-1].end() :]}".strip()
        if any(without_period(words) is not None for words in _around(text, found)):
            for each in found:
                reading.report(number, "not-a-quote", reasons.OTHER_TIME, each[0].removeprefix(_glued(each[1])))
        else:
            rows += [row for row in parts if row]
    resolve_signs(rows, reading)
    return reading


def _around(text: str, found: Sequence[re.Match[str]]) -> Iterator[str]:
    """Yield the words that may name the time of a line's rows: right before, between and right behind them."""
    yield from _SENTENCE_END.split(text[: found[0].start()] + _glued(found[0][1]))[-_NEAR:]
    yield from (_glued(each[1]) for each in found[1:])
    yield _SENTENCE_END.split(text[found[-1].end() :])[0]


def _glued(text: str) -> str:
    """Return what may be glued to a name, up to the last seam or the end of a heading."""
    heading = _HEADING.match(text)
    return text[: max([heading.end() if heading else 0, *(each.end() for each in _SEAM.finditer(text))])]


def _row(number: int, found: re.Match[str], style: Style, *, is_first: bool) -> Row | None:
    """Return a row; None where its price or its percent cannot be read, or its name is none."""
    name = found[1][len(_prose(found[1])) :] if is_first else _HEADING.sub("", found[1])
    last, percent = style.value(found[4].rstrip(".,")), style.value(found[7])
    if last is None or percent is None or not is_label(name.strip()):
        return None
    name = name.strip()
    whole = Name(found[2], name, f"{name} ({found[2]})")
    return Row(
        [number], whole, last, None, percent, found[6], found[0], currency=code_of(found[3]) if found[3] else None
    )


def _prose(text: str) -> str:
    """Return what stands before the name of a line's first row: a heading, or a sentence that ends without a space."""
    if heading := _HEADING.match(text):
        return heading[0]
    seams = [each.end() for each in _SEAM.finditer(text)]
    return text[: seams[-1]] if seams and not is_label(text.strip()) else ""

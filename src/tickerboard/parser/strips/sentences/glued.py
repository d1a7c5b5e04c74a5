"""Rows in words with nothing between them: `ASX 200: -0.1% to 8,862 pointsNasdaq: +0.3% to 22,660 points`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from tickerboard.parser import reasons
from tickerboard.parser.kinds import known_kind
from tickerboard.parser.phrases.expected import names_expected
from tickerboard.parser.phrases.periods import names_longer_time
from tickerboard.text.days import MONTH

# A unit right before a capital letter ends a row. A figure alone does not: it may end in the digits of `3M`.
_END = re.compile(
    r"[0-9] ?(?:points|pts|Punkten?|puntos|pontos|punti|(?:US )?cents|pence|kobo)(?=[A-ZÀ-Þ])"
    r"|[0-9](?:/| an? | per )(?:barrel|ounce|tonne|bushel|pound|gallon)(?=[A-ZÀ-Þ])"
)
_MONTH = rf"{MONTH}\.? ['’]?[0-9]{{2,4}} [A-Z]"
_CONTRACT = re.compile(rf"{_MONTH}.*[0-9][.,][0-9]")
"""A row whose name begins with the month of its contract: `Mar 26 Cotton closed at 70.10`."""
_BEFORE_CONTRACT = re.compile(rf"(?<=[0-9a-z])(?:, ?)?(?={_MONTH})")
_NAMED = re.compile(r"[^:]*[^:\s]: \S")
"""A row's name, with a colon behind it."""
_SEAM = re.compile(r"(?<=[a-z0-9.)])(?=[A-Z])|(?<=: )")
"""Where a text may end and a name begin."""
_COLON = re.compile(r": (?!.*: )")
_PRINTED = re.compile(r"[0-9]+ ?(?:h(?:rs?|ours?)?|m(?:in(?:ute)?s?)?) ago")
"""How long ago a list was printed: it is not the time of its moves."""
# How rows begin and end that may have nothing between them: the one, and one right behind another.
_MOVE = re.compile(r": [+\u2212-][0-9.,]+% (?:to|at) \S*[0-9]")
_NEXT = re.compile(r"[0-9a-z][A-Z][^:]{1,40}: [+\u2212-][0-9]")
_FUTURES = re.compile(r" futures?\Z", re.IGNORECASE)


class GluedRow(NamedTuple):
    """A row as printed from its name on, without the heading glued to it; `doubt` is why it cannot be a quote."""

    text: str
    heading: str = ""
    doubt: str | None = None


def glued_rows(line: str) -> tuple[list[GluedRow], str]:
    """Return the rows of a line that has nothing between them, and what it says behind them; no rows for any other.

    What a heading on the line says of the time of its figures counts for all of them.
    """
    is_contract = _CONTRACT.match(line) is not None
    if not (is_contract or ": " in line):
        return [], ""
    named, seam = (_CONTRACT.match, _BEFORE_CONTRACT) if is_contract else (_NAMED.search, _END)
    ends = [found.end() for found in seam.finditer(line)]
    if not ends:
        return [], ""
    parts = [line[start:end] for start, end in pairwise([0, *ends, len(line)]) if start < end]
    rest = "" if named(parts[-1]) else parts.pop()
    if len(parts) < 2 or not all(map(named, parts)):
        return [], ""
    rows = [_from_name(part.rstrip(", ")) for part in parts]
    doubt = next((found for row in rows if (found := _doubt_of(row.heading))), None)
    return [row._replace(doubt=doubt or row.doubt) for row in rows], rest


def may_be_glued(line: str) -> bool:
    """Return whether a line may be rows with nothing between them, whether or not it shows where each of them ends."""
    return ": " in line and len(_MOVE.findall(line)) > 1 and _NEXT.search(line) is not None


def _doubt_of(heading: str) -> str | None:
    """Return why figures below a heading are no quotes; None where it says nothing against them."""
    parts = [each for each in _SEAM.split(heading) if not _PRINTED.fullmatch(each.strip())]
    if any(map(names_longer_time, parts)):
        return reasons.OTHER_TIME
    return reasons.OTHER_FIGURE if any(map(names_expected, parts)) else None


def _from_name(row: str) -> GluedRow:
    """Return a row from its name on, as in `Market snapshotASX 200: +1%`.

    It is in doubt where its name may begin in several places.
    """
    colon = _COLON.search(row)
    name = row[: colon.start()] if colon else row
    seams = [found.start() for found in _SEAM.finditer(name)]
    if not seams or _is_known(name):
        return GluedRow(row)
    known = [seam for seam in seams if _is_known(name[seam:])]
    return GluedRow(row[known[0] :], row[: known[0]]) if len(known) == 1 else GluedRow(row, row, reasons.TORN)


def _is_known(name: str) -> bool:
    """Return whether a name is well-known; the word for futures alone makes none so."""
    return known_kind(_FUTURES.sub("", name)) is not None

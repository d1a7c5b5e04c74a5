"""Tables of futures, one contract month a row: the line above the header says what they are of."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tickerboard.model import Kind
from tickerboard.parser.kinds import known_kind
from tickerboard.parser.names.labels import is_known, is_label
from tickerboard.parser.tables.fields import Field
from tickerboard.parser.tables.rows import Cell
from tickerboard.text.days import MONTHS
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.tables.rows import Table

# A month, perhaps of a year; one cut as no other language cuts it has its year, for `AGO` may be a symbol.
_YEAR = r"[ '’/.-]{0,2}(?:de )?(?:20)?[0-9]{2}"
_MONTH = re.compile(
    rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?(?:{_YEAR})?"
    rf"|(?:ene|abr|ago|dic|fev|fév|avr|juil|déc|mrz|okt|dez|out|lug|giu|ott)\.?{_YEAR}",
    re.IGNORECASE,
)
_STARTS = (
    *("jan ene gen", "feb fev fév", "mar mär mrz", "apr abr avr", "may mai mag mei", "jun juin giu", "jul juil lug"),
    *("aug ago aoû", "sep set", "oct okt out ott", "nov", "dec dic dez déc"),
)
_PLACES = {start: at for at, starts in enumerate(_STARTS) for start in starts.split()}
"""The months of a year by how they begin, from 0."""
_BEFORE_NEXT = (6, 7)
"""July and August, from 0: soybeans are of the month behind them, too."""
_QUARTER, _YEAR_OF_MONTHS = 3, 12
# Without one of these a table of months is a history.
_OF_FUTURES = re.compile(
    r"\b(?:futures?|NYMEX|COMEX|CBOT|CME|ICE|LME|MCX|MATIF|Euronext|Eurex|TOCOM|SHFE|DCE|ZCE)\b", re.IGNORECASE
)
_LONGEST_ROW = 120
"""Characters of a row of another table, at most; a sentence has more."""
_OF_PAST = re.compile(r"\bhistor", re.IGNORECASE)
_CLOSE = re.compile(r" (?:[\u2013\u2014-] (?:close|settlement)|settlements|quotes|prices)\b.*", re.IGNORECASE)
"""What a heading says behind the name: that the prices are those of a day's end."""


def is_month(text: str) -> bool:
    """Return whether a text is a month, perhaps of a year, as `Apr 24`."""
    return _MONTH.fullmatch(text) is not None


def is_of_futures(text: str) -> bool:
    """Return whether a text says that futures stand below it, and not the past of one."""
    return _OF_FUTURES.search(text) is not None and not _OF_PAST.search(text)


def name_months(table: Table, above: Sequence[str]) -> None:
    """Put a future's name before each month, `Corn (CBOT) Apr 24`; below other headings they stay months.

    `above` are the lines above the table, the nearest first. A heading of a history has months that are past.
    """
    heading = future_above(above) or _commodity_above(table, above)
    if Field.NAME not in table.fields or not heading:
        return
    name = _CLOSE.sub("", heading)
    at = table.fields.index(Field.NAME)
    for place, (number, cells) in enumerate(table.rows):
        if is_month(cells[at].text):
            named = [*cells]
            named[at] = Cell(f"{name} {cells[at].text}")
            table.rows[place] = number, named


def _commodity_above(table: Table, above: Sequence[str]) -> str:
    """Return the commodity right above a table of contract months; empty where they may be those of its past.

    Contracts are of months to come that skip some: those of a history follow each other, by months or by quarters.
    """
    if not above or Field.NAME not in table.fields or known_kind(above[0].rstrip(":")) is not Kind.COMMODITY:
        return ""
    at = table.fields.index(Field.NAME)
    months = [month for _, cells in table.rows if (month := _place_of(cells[at].text)) is not None]
    pairs = [*pairwise(months)]
    steps = {after - before for before, after in pairs}
    skip = all(after - before > 1 or before % _YEAR_OF_MONTHS in _BEFORE_NEXT for before, after in pairs)
    is_listed = bool(steps) and min(steps) > 0 and skip and not steps <= {1, _QUARTER, _YEAR_OF_MONTHS}
    return above[0].rstrip(":") if is_listed and len(months) == len(table.rows) else ""


def _place_of(text: str) -> int | None:
    """Return how many months lie before a month of a year; None for any other text."""
    if not is_month(text) or not text[-2:].isdecimal():
        return None
    start = text[:4].casefold()
    place = _PLACES.get(start) or _PLACES.get(start[:3])
    return None if place is None else int(text[-2:]) * _YEAR_OF_MONTHS + place


def future_above(above: Sequence[str]) -> str:
    """Return the nearest of the lines above a table that names a future; empty where another heading is nearer.

    So it is where another table is. A button of one word and a sentence may stand between.
    """
    for text in above:
        if is_label(text):
            if is_of_futures(text):
                return text
            if " " in text or is_known(text):
                return ""
        elif len(text) <= _LONGEST_ROW and has_digit(text):
            return ""
    return ""

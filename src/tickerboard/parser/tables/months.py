"""Tables of futures, one contract month a row: the line above the header says what they are of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.names.labels import is_known, is_label
from tickerboard.parser.tables.fields import Field
from tickerboard.parser.tables.rows import Cell
from tickerboard.text.days import MONTH
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.tables.rows import Table

_MONTH = re.compile(
    rf"{MONTH}\.?(?:[ '’-]{{0,2}}(?:20)?[0-9]{{2}})?",
    re.IGNORECASE,
)
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
    heading = future_above(above)
    if Field.NAME not in table.fields or not heading:
        return
    name = _CLOSE.sub("", heading)
    at = table.fields.index(Field.NAME)
    for place, (number, cells) in enumerate(table.rows):
        if is_month(cells[at].text):
            named = [*cells]
            named[at] = Cell(f"{name} {cells[at].text}")
            table.rows[place] = number, named


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

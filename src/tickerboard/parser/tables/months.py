"""Tables of futures, one contract month a row: the line above the header says what they are of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.strips.names import is_label
from tickerboard.parser.tables.fields import Field
from tickerboard.parser.tables.rows import Cell

if TYPE_CHECKING:
    from tickerboard.parser.tables.rows import Table

_MONTH = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?(?:[ '’-]{0,2}(?:20)?[0-9]{2})?",
    re.IGNORECASE,
)
# Without one of these a table of months is a history.
_OF_FUTURES = re.compile(
    r"\b(?:futures?|NYMEX|COMEX|CBOT|CME|ICE|LME|MCX|MATIF|Euronext|Eurex|TOCOM|SHFE|DCE|ZCE)\b", re.IGNORECASE
)
_CLOSE = re.compile(r" [\u2013\u2014-] (?:close|settlement)\b.*", re.IGNORECASE)
"""What a heading says behind the name: that the prices are those of a day's end."""


def is_month(text: str) -> bool:
    """Return whether a text is a month, perhaps of a year, as `Apr 24`."""
    return _MONTH.fullmatch(text) is not None


def name_months(table: Table, heading: str) -> None:
    """Put a future's name in the heading before each month, `Corn (CBOT) Apr 24`; below others they stay months."""
    if Field.NAME not in table.fields or not is_label(heading) or not _OF_FUTURES.search(heading):
        return
    at = table.fields.index(Field.NAME)
    for place, (number, cells) in enumerate(table.rows):
        if is_month(cells[at].text):
            named = [*cells]
            named[at] = Cell(f"{_CLOSE.sub('', heading)} {cells[at].text}")
            table.rows[place] = number, named

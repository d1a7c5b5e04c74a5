"""Where a figure was read: its document, as text, and its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tickerboard.history import codec
from tickerboard.text.charset import decode
from tickerboard.text.clean import clean

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

_ORIGIN = """
SELECT quote.time, page.label, page.url, quote.line, snapshot.charset, document.data
FROM quote
JOIN snapshot ON snapshot.id = quote.snapshot
JOIN page ON page.id = snapshot.page
JOIN document ON document.id = snapshot.document
WHERE quote.series = ? AND quote.time <= ?
ORDER BY quote.time DESC, quote.snapshot DESC LIMIT 1"""


class Origin(NamedTuple):
    """The page that a figure was read from.

    `time` (UTC) is when the page was observed; `line` counts from 1, 0 where the page has no lines, such as HTML.
    `text` is the whole page, clean, with the lines of the page.
    """

    time: datetime
    source: str
    url: str | None
    line: int
    text: str


def origin(connection: sqlite3.Connection, series: int, time: datetime) -> Origin | None:
    """Return where the figures of a series as of a time (UTC) were read; None where it had none yet."""
    row = connection.execute(_ORIGIN, (series, codec.to_micros(time))).fetchone()
    if row is None:
        return None
    observed, label, url, line, charset, data = row
    return Origin(codec.from_micros(observed), label, url or None, line, clean(decode(codec.unpack(data), charset)))

"""When in the day's session a price was, as a note beside it says: `6/19 大引`, `16:00 close`."""

from __future__ import annotations

import re

_SESSION_STATE = (
    r"(?:大引け?|終値|前引け?|後場|寄付き?|寄り付き|引け|收盘|收盤|开盘|開盤|종가|close|closed|closing|open|schluss|schlusskurs"
    r"|eröffnung|clôture|cierre|chiusura|fechamento|slot)"
)
_DAY = r"(?:[0-9]{1,2}/[0-9]{1,2}|[0-9]{2}-[0-9]{2}|(?:3[01]|[0-2]?[0-9])\.(?:1[0-2]|0?[1-9])\.)"
_CLOCK = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
_MOMENT = re.compile(
    rf"\(?(?:{_DAY},? ?(?:{_CLOCK}(?: ?{_SESSION_STATE})?|{_SESSION_STATE})|{_CLOCK} ?{_SESSION_STATE}?)\)?"
    r"|大引け?|終値|前引け?",
    re.IGNORECASE,
)
"""The day and the clock time of a price, perhaps with the state of the session: `6/19 大引`, `14.11. Schluss`."""


def is_moment(text: str) -> bool:
    """Return whether a text says when in the day's session a price was: no week, no month, no period."""
    return _MOMENT.fullmatch(text) is not None

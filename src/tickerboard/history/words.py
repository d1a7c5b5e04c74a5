"""What moved, in words: the same on screen and in the output of `moved`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.history.moved import ENOUGH

if TYPE_CHECKING:
    from datetime import datetime

    from tickerboard.history.moved import Move
    from tickerboard.history.naming import Naming


def size_in_words(move: Move, since: datetime) -> str:
    """Return how unusual a move is for its symbol, or why that is unknown; `since` (UTC) is the first time."""
    if move.size is not None:
        return f"{move.size:f} times its median move"
    if move.start > since:
        return "first seen within this time"
    if move.observations < ENOUGH:
        return f"too few observations ({move.observations} of {ENOUGH})"
    return "its median move is zero"


def naming_in_words(naming: Naming) -> str:
    """Return in which article a symbol is named and when; never that the article is the reason."""
    place = naming.source if naming.line is None else f"{naming.source}:{naming.line}"
    return f"named in, {naming.when.value} ({naming.time.isoformat(timespec='seconds')}): {naming.sentence}  [{place}]"

"""What moved, in words, on screen and in the output of `moved`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.history.moved import ENOUGH
from tickerboard.history.word_diff import BREAK, Kind, passages

if TYPE_CHECKING:
    from datetime import datetime

    from tickerboard.history.moved import Move
    from tickerboard.history.naming import Naming
    from tickerboard.history.revisions import Revision
    from tickerboard.history.word_diff import Part

AROUND = 6
"""Unchanged words beside a change on a line that shows what changed."""


def is_new(move: Move, since: datetime) -> bool:
    """Return whether a symbol was first seen after a time (UTC), and how unusual its move is cannot be known."""
    return move.size is None and move.start > since


def size_in_words(move: Move, since: datetime) -> str:
    """Return how unusual a move is for its symbol, or why that is unknown; `since` (UTC) is the first time."""
    if move.size is not None:
        return f"{move.size:f} times its median move"
    if is_new(move, since):
        return "first seen within this time"
    if move.observations < ENOUGH:
        return f"too few observations ({move.observations} of {ENOUGH})"
    return "its median move is zero"


def naming_in_words(naming: Naming) -> str:
    """Return in which article a symbol is named and when; never that the article is the reason."""
    place = naming.source if naming.line is None else f"{naming.source}:{naming.line}"
    return f"named in, {naming.when.value} ({naming.time.isoformat(timespec='seconds')}): {naming.sentence}  [{place}]"


def part_in_words(part: Part) -> str:
    """Return a part of what changed, marked as by `git diff --word-diff`."""
    match part.kind:
        case Kind.REMOVED:
            return f"[-{part.text.strip()}-]"
        case Kind.ADDED:
            return f"{{+{part.text.strip()}+}}"
        case _:
            return part.text


def revision_in_words(revision: Revision, seen: str) -> str:
    """Return what changed in an article, on one line; `seen` is when its earlier text was last seen, in words."""
    found = " ".join(part_in_words(part) for part in passages(revision.parts, AROUND))
    return f"changed since {seen}: {' '.join(found.replace(BREAK, ' ').split())}"

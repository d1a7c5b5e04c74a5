"""Why a row is no quote, in the words of a problem: each message that several rules report."""

from __future__ import annotations

CUT = "the page ends within a quote"
NEARLY = "looks like a quote but is not one"
UNPROVEN = "has the shape of a quote, but nothing bears it out"
TORN = "where the name ends is ambiguous"
UNKNOWN_SIGN = "a rise or a fall: nothing on the page shows which"
NO_PRICE = "a move without a price"
UNKNOWN_PRICE = "nothing shows that its price is the last one"
IN_POINTS = "a figure in points that may be the change"

OTHER_TIME = "its move is of another time than the day"
OTHER_SESSION = "its figures are of another session than the day's"
OTHER_MOVE = "its percent is of something else than the day's move"
OTHER_FIGURE = "has the shape of a quote, but its list is of another figure"
DOUBTFUL = "its move may be of what the heading above it names"

UNEXPLAINED = "a row with cells that the header does not explain"
SHIFTED = "it lacks a cell, and its figures may be those of other columns"


def of_day(day: str) -> str:
    """Return the message for figures of a day that the page names."""
    return f"the page says that these figures are of {day}"

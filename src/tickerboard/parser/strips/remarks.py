"""Remarks behind the rows of a list: `Nikkei 225: 38,442.00 (-0.85%) - closed weak`, `IWM $260.47 +2.99% Agency News`.

Three rows near each other show that what stands behind their percents is one. A remark that speaks of a longer time or
of another price may say of what the move is, and its row stays as it is.
"""

from __future__ import annotations

import re
from itertools import islice

from tickerboard.parser.phrases.other_figures import names_other_move, names_other_price
from tickerboard.parser.phrases.periods import names_longer_time

_NUMBER = r"[0-9][0-9.,]{0,16}"
_MOVE = rf"(?:[+\u2212\u2013-][$€£₹]?{_NUMBER} )?\(?[+\u2212\u2013-]{_NUMBER} ?%\)?"
_ROW = rf"^( *(?:[-*•] +)?[^\W\d_][^\n%|]{{0,60}}? +[$€£₹¥]?{_NUMBER} +{_MOVE})"
# Behind a dash any words may stand; without one they begin with capitals, as names do, and have no figures. A word is
# matched in one way only: it takes all of its letters.
_REMARK = r"(?: [-\u2013\u2014] (?P<words>[^\W\d_][^\n]{2,200})| (?P<names>(?:[^\W\d_a-z][^\W\d_]*+[,/&]? ?){1,8}))$"
REMARK = re.compile(_ROW + _REMARK, re.MULTILINE)
HAS_REMARK = re.compile(r"%(?:(?<=[0-9].)|(?<=[0-9] .))\)? (?:[-\u2013\u2014] [^\W\d_]|[^\W\d_a-z])")
_NEAR = 600
"""Characters around a row in which others of its list stand."""
_FEWEST = 3
_FROM = re.compile(
    r"\b(?:since|from|versus|vs|over|above|below|than|against|after|seit|gegenüber|depuis|desde|dal)\b", re.IGNORECASE
)


def without_remark(found: re.Match[str]) -> str:
    """Return a row without the remark behind it, where others near it have one; else as it is."""
    start = found.string.rfind("\n", 0, max(0, found.start() - _NEAR)) + 1
    alike = islice(REMARK.finditer(found.string, start, found.end() + _NEAR), _FEWEST)
    said = found["words"] or found["names"]
    return found[0] if _is_of_move(said) or len([*alike]) < _FEWEST else found[1]


def _is_of_move(remark: str) -> bool:
    """Return whether a remark may say of what the move before it is."""
    return (
        _FROM.search(remark) is not None
        or names_longer_time(remark)
        or names_other_price(remark)
        or names_other_move(remark)
    )

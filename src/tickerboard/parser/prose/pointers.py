"""Lines that point to another story: `Read more: What to watch this week`."""

from __future__ import annotations

import re

from tickerboard.parser.prose.vocabulary import POINTERS, POINTERS_WITHOUT_COLON, any_of
from tickerboard.text.patterns import pattern

_LONGEST = 250
_POINTER = pattern(
    rf"\W{{0,3}}\b(?P<pointer>{any_of(POINTERS)})(?P<rest>\s?[:：|–—►»>-]\s?.*|\s.*|)",
    re.IGNORECASE,
)
_MARKS = " :：|–—►»>-"
_OPENINGS = f"{_MARKS}[(•"
_LEAD = 4
_LEADS = frozenset(form[:_LEAD] for each in POINTERS for form in (each, each.upper().casefold()))
"""The letters that pointers begin with, an `ı` in capitals too: looked at first, for few lines do."""


def read_pointer(text: str) -> str | None:
    """Return the headline that a line points to; empty where it is to stand below; None for any other line."""
    if len(text) > _LONGEST or text.lstrip(_OPENINGS)[:_LEAD].casefold() not in _LEADS:
        return None
    if not (found := _POINTER.fullmatch(text)):
        return None
    rest = found["rest"]
    headline = rest.strip(_MARKS)
    if headline and rest.lstrip()[0] not in _MARKS:
        bare = found["pointer"].casefold() in POINTERS_WITHOUT_COLON and not headline[0].islower()
        return headline if bare else None
    return headline

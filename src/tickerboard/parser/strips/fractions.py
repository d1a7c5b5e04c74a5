"""Figures with fractions in other ways of writing: eighths behind a dash, `437-6`, and three characters, `437 3/4`."""

from __future__ import annotations

import re

# A row of a grain, whose prices are in eighths behind a dash or an apostrophe: `437-6` is 437 6/8.
GRAIN_ROW = re.compile(
    r"^.*(?:\b(?:corn|soybeans?|wheat|oats)\b|\bZ[CSWO][FGHJKMNQUVXZ][0-9]).*$", re.MULTILINE | re.IGNORECASE
)
_EIGHTHS = re.compile(r"(?<![0-9.,/-])([+\u2212-]?)([0-9]{1,4})[-'’]([0246])(?![0-9.,/'’-])")
_GRAIN_PRICE = re.compile(r"(?<![0-9.,/+\u2212-])[0-9]{3,4}[-'’][0246](?![0-9.,/'’-])")
# Looked for from the dash or the apostrophe, each by itself: for one character the search is fastest.
QUARTERS_BEHIND = [re.compile(rf"{mark}(?<=[0-9]{{3}}.)[0246](?![0-9.,/'’-])") for mark in "-'’"]
_QUARTERS = {"0": "", "2": "¼", "4": "½", "6": "¾"}
# Several figures of a line with a fraction of three characters behind each.
_MIXED = re.compile(r"(?<=[0-9]) ([1357])/([248])(?![0-9/])")
EIGHTHS_BEHIND = re.compile(r"/[248](?<=[0-9] [1357]..)(?![0-9/])")
MIXED_LINE = re.compile(r"^.*[0-9] [1357]/[248](?![0-9/]).* [+\u2212-][0-9]+ [1357]/[248](?![0-9/]).*$", re.MULTILINE)
_OF_EIGHT = dict(zip(range(1, 8), "⅛¼⅜½⅝¾⅞", strict=True))


def in_quarters(found: re.Match[str]) -> str:
    """Return a row of a grain with its eighths as fractions, where it has a price in them and no other such figure."""
    row = found[0]
    if not _GRAIN_PRICE.search(row):
        return row
    return _EIGHTHS.sub(lambda each: f"{each[1]}{each[2]}{_QUARTERS[each[3]]}", row)


def with_fractions(found: re.Match[str]) -> str:
    """Return a line with its fractions, `437 3/4`, as one character each."""
    return _MIXED.sub(lambda each: _OF_EIGHT.get(int(each[1]) * 8 // int(each[2]), each[0]), found[0])

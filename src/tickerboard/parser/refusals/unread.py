"""Rows that no grammar read: they are passed over where the heading of a list is looked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.figures.currencies import is_currency
from tickerboard.text.numbers import ARROWS, MINUS

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST, _MOST_WORDS = 90, 6
_FEWEST_FIGURES = 2
_PART = re.compile(r"[\s|;]+")
_FIGURE = re.compile(rf"[{MINUS}+(\[{ARROWS}$€£₹]{{0,4}}[0-9][0-9.,'’:]{{0,20}}[%€kKMB]?[{ARROWS}]?[)\],]{{0,2}}")
_WAY = re.compile(rf"[{MINUS}+(){ARROWS}]{{1,3}}|\(?(?:up|down)|%\)?")
_EXACT = re.compile(r"[0-9][.,:][0-9]|[0-9] ?%|[0-9]{5}|[(+\u2212-][0-9]")
"""What a line of figures has."""
_RANK = re.compile(r"#?[0-9]{1,3}[.)]?")


def is_unread_row(lines: Sequence[str], number: int) -> bool:
    """Return whether a line, by its number from 1, is a name and figures, a name above figures, or a part of one."""
    text = lines[number - 1].strip()
    if not text or len(text) > _LONGEST or text[-1] == ".":
        return False
    if _RANK.fullmatch(text):
        return True
    parts = _parts(text)
    figures = sum(_FIGURE.fullmatch(part) is not None for part in parts)
    if figures and _EXACT.search(text) and _is_row(parts, figures):
        return True
    below = next((line for line in lines[number : number + 2] if line.strip()), "")
    return _are_figures(below)


def _parts(text: str) -> list[str]:
    return [part for part in _PART.split(text) if part]


def _is_row(parts: Sequence[str], figures: int) -> bool:
    """Return whether parts are figures, or a name and two figures at least."""
    words = sum(not _is_of_figures(part) for part in parts)
    return not words or (figures >= _FEWEST_FIGURES and words <= _MOST_WORDS)


def _are_figures(text: str) -> bool:
    if len(text) > _LONGEST or not _EXACT.search(text):
        return False
    parts = _parts(text)
    return any(map(_FIGURE.fullmatch, parts)) and all(map(_is_of_figures, parts))


def _is_of_figures(part: str) -> bool:
    return bool(_FIGURE.fullmatch(part) or _WAY.fullmatch(part)) or is_currency(part)

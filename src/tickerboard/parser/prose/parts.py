"""What the paragraphs of plain text are, by their shape: nothing marks them there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.model import Part
from tickerboard.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADING_WORDS = 6
_CLOSED = tuple('.?!:;,”"’…)。？！：；，」』）')
_QUOTES = ("“", '"', "«")
_RULED_WITH = frozenset("=-_*+|")
_RULE = pattern(r"[=\-_*+|]{4,}")
_COLUMN_GAP = pattern(r"\S {2,}\S")
_BULLETS = ("• ", "· ", "‣ ", "◦ ")
_OPENINGS = (*_QUOTES, *_BULLETS)


def parts_of(paragraphs: Sequence[str]) -> tuple[Part, ...]:
    """Return what each paragraph is.

    A rule opens a table, which goes on to the next sentence; two aligned rows are a table as well. A heading is a few
    words without closing punctuation between two paragraphs.
    """
    aligned = ["  " in text and _COLUMN_GAP.search(text) is not None for text in paragraphs]
    parts: list[Part] = []
    for at, text in enumerate(paragraphs):
        in_table = bool(parts) and parts[-1] is Part.TABLE_ROW
        beside = (at > 0 and aligned[at - 1]) or (at + 1 < len(aligned) and aligned[at + 1])
        is_rule = text[:1] in _RULED_WITH and _RULE.match(text) is not None
        if is_rule or (aligned[at] and (in_table or beside)) or (in_table and not _is_sentence(text)):
            parts.append(Part.TABLE_ROW)
        elif 0 < at < len(paragraphs) - 1 and _is_heading(text):
            parts.append(Part.HEADING)
        else:
            parts.append(part_of(text))
    return tuple(parts)


def part_of(text: str) -> Part:
    """Return what a paragraph is by its first character alone: a quotation, a list item, or a plain paragraph."""
    if text.startswith(_QUOTES):
        return Part.QUOTATION
    return Part.LIST_ITEM if text.startswith(_BULLETS) else Part.PARAGRAPH


def _is_sentence(text: str) -> bool:
    return len(text) > 80 or (text.endswith(_CLOSED) and len(text.split()) > 3)


def _is_heading(text: str) -> bool:
    """Return whether a text is a few words without closing punctuation that are not figures."""
    if text.endswith(_CLOSED) or text.startswith(_OPENINGS):
        return False
    return len(text.split()) <= HEADING_WORDS and any(map(str.isalpha, text))

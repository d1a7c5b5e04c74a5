"""The header of a table: which field each of its words names, and whether the fields make a table of quotes."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from tickerboard.parser.figures.currencies import is_currency
from tickerboard.parser.tables.fields import NUMBERS, WEAK, WEAK_NAMES, WORDS, Field

if TYPE_CHECKING:
    from collections.abc import Sequence


_MARKS = re.compile(r"[\s.:()\[\]*▲▼△▽↑↓⇅↕\u2191\u2193'’]+")
_UNITS = frozenset(("intraday", "pts", "pts.", "points", "delayed", "rs", "rs.", "p"))
"""What a header says in brackets of a price or a change; `Change (1M)` is another change."""
_MOST_WORDS = 4
_MOST_CELLS = 30
_MOST_WAYS = 16
_LONGEST_GLUED = 80
_LONGEST_WORD = 20


def _key(text: str) -> str:
    """Return a header's words in a form that spaces, brackets and sort arrows do not change."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("−", "-").replace("–", "-")
    return _MARKS.sub("", text.replace("pct", "%").replace("percentage", "%"))


_FIELDS = {
    _key(word): field
    for field, words in WORDS.items()
    for line in words.strip().split("\n")
    for word in line.split("|")
    if _key(word)
}


_PLAIN = {part.strip() for words in WORDS.values() for part in words.replace("\n", "|").split("|")} | set(WEAK)


def is_header_word(text: str) -> bool:
    """Return whether a text is a header's word just as it is declared: a look that costs next to nothing."""
    return text.casefold() in _PLAIN


@lru_cache(2_048)
def field_of(text: str) -> Field | None:
    """Return what a header cell names; None for an unknown one."""
    key = _key(text)
    if known := _FIELDS.get(key):
        return known
    if key in WEAK:
        return Field.LAST
    word, _, bracket = text.removesuffix(")").rpartition("(")
    if word and (bracket.casefold() in _UNITS or is_currency(bracket.upper())):
        return field_of(word)
    # The percent sign stands on either side of the word: `% Diff.`.
    return Field.PERCENT if "%" in key and _FIELDS.get(key.strip("%")) is Field.CHANGE else None


def fields_of(cells: list[str]) -> list[Field | None] | None:
    """Return the fields of a header's cells, side by side tables one after the other; None for no header of quotes.

    A header of quotes names the last price and a change or percent, once a table.
    """
    fields = [field_of(cell) for cell in cells]
    keys = [_key(cell) for cell in cells]
    if any(_FIELDS.get(key) is Field.LAST for key in keys):
        fields = [
            field if key not in WEAK or key in _FIELDS else Field.NAME if key in WEAK_NAMES else Field.OTHER
            for key, field in zip(keys, fields, strict=True)
        ]
    if Field.NAME not in fields and Field.SYMBOL not in fields:
        fields = [Field.SYMBOL if key in NUMBERS else field for key, field in zip(keys, fields, strict=True)]
    return fields if is_header(fields) else None


def is_header(fields: list[Field | None]) -> bool:
    """Return whether fields make a table of quotes: a last price and a move."""
    return Field.LAST in fields and (Field.CHANGE in fields or Field.PERCENT in fields)


def looks_like_header(fields: list[Field | None]) -> bool:
    """Return whether fields make a table of any kind: most of three or more cells are known header words."""
    known = sum(field is not None for field in fields)
    return len(fields) >= 3 and known >= 3 and known * 3 >= len(fields) * 2


def split_header(line: str) -> list[list[str]]:
    """Return the ways to split a header line into known words, for one without wide gaps.

    `Price Change %Chg` is a price and a change, or a price change; `NameKurs+/-in %` has no spaces at all.
    """
    words = line.split()
    if len(words) > _MOST_CELLS:
        return []
    ways = [way for way in _ways(words, " ", _MOST_WORDS) if len(way) > 2]
    if not ways and len(key := _key(line)) <= _LONGEST_GLUED:
        ways = [way for way in _ways(list(key), "", _LONGEST_WORD) if len(way) > 2]
    return ways


def _ways(pieces: Sequence[str], between: str, most: int) -> list[list[str]]:
    """Return ways to join pieces into known header words, those with the longest words first."""
    found: list[list[list[str]]] = [[] for _ in range(len(pieces) + 1)]
    found[-1] = [[]]
    for at in range(len(pieces) - 1, -1, -1):
        for count in range(min(most, len(pieces) - at), 0, -1):
            if found[at + count] and field_of(text := between.join(pieces[at : at + count])):
                found[at] += [[text, *rest] for rest in found[at + count]]
        del found[at][_MOST_WAYS:]
    return found[0]

"""The keys of a data sheet: what a line names, and the keys and values that stand on one line."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tickerboard.parser.figures.currencies import code_of
from tickerboard.parser.figures.tokens import FIGURES, tokens
from tickerboard.parser.names.labels import is_symbol, without_bullet
from tickerboard.parser.tables.fields import Field
from tickerboard.parser.tables.headers.header import field_of
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.tokens import Token

# A word before a figure that has its sign, a colon without a space, and the way of a move in its key.
_SETTLED = (
    (re.compile(r"\b(?:up|down) (?=[+\u2212-][0-9])", re.IGNORECASE), ""),
    (re.compile(r"\(up (?=[0-9])", re.IGNORECASE), "(+"),
    (re.compile(r"\(down (?=[0-9])", re.IGNORECASE), "(-"),
    (re.compile(r":(?=[$€£+\u2212-]?[0-9])"), ": "),
    (re.compile(r"\bgain: (?=[0-9])", re.IGNORECASE), "change: +"),
    (re.compile(r"\bloss: (?=[0-9])", re.IGNORECASE), "change: -"),
    (re.compile(r"(?<=[0-9]) ?(?:percent|per cent)\b"), "%"),
)
_NAMED = re.compile(r"(.{2,60}?) ?\(([A-Z][A-Z0-9.]{0,9})\) (?=\S)")
"""A name and its symbol before the first key of a line."""
_LONGEST_KEY = 40
_MOST_WORDS = 5
_WORDED = (Field.SYMBOL, Field.NAME, Field.CURRENCY)
"""Fields whose value is a word."""
_PART = FIGURES | {"x"}
"""Kinds of the words of a value: where spaces group digits, a part of a figure is none by itself."""


def key_field(text: str) -> Field | None:
    """Return what a key names, with or without a colon behind it; None for any other text."""
    return field_of(text.rstrip(": ")) if len(text) <= _LONGEST_KEY else None


def may_be(kind: Field, text: str, found: Sequence[Token]) -> bool:
    """Return whether a text may be the value of a field."""
    if kind is Field.SYMBOL:
        return is_symbol(text)
    if kind is Field.CURRENCY:
        return code_of(text) is not None
    if kind is Field.NAME:
        return key_field(text) is None and not any(each.body for each in found)
    return kind not in (Field.SECTOR, Field.TEXT, Field.FOREIGN) and _is_value(found)


def _is_value(found: Sequence[Token]) -> bool:
    return any(each.kind in "nspd" for each in found) and all(each.kind in FIGURES for each in found)


@lru_cache(1_024)
def inline(text: str) -> list[tuple[Field, str, str]]:
    """Return the keys and values of a line, `Open 226.10 High 229.50`; empty unless all of the line is these.

    Each line of a sheet is asked for as often as there are lines around it: the list is shared.
    """
    pairs: list[tuple[Field, str, str]] = []
    text = without_bullet(text).replace("|", " ")
    for shape, settled in _SETTLED:
        text = shape.sub(settled, text)
    if named := _NAMED.match(text):
        pairs = [(Field.NAME, "Name", named[1]), (Field.SYMBOL, "Symbol", named[2])]
        text = text[named.end() :]
    words = text.split()
    while words:
        pair = next(
            (pair for size in range(min(_MOST_WORDS, len(words) - 1), 0, -1) if (pair := _first(words, size))), None
        )
        if pair is None:
            return pairs if pairs and pairs[-1][0] not in _WORDED and _is_remark(words) else []
        kind, key, count = pair
        size = len(key.split())
        pairs.append((kind, key, " ".join(words[size : size + count])))
        words = words[size + count :]
    return pairs


def _is_remark(words: Sequence[str]) -> bool:
    """Return whether the last words of a line are an unknown key and its value without a figure, as `Remarks: s`."""
    return words[0].endswith(":") and not any(map(has_digit, words))


def _first(words: Sequence[str], size: int) -> tuple[Field, str, int] | None:
    """Return the field that the first words name, these words, and how many words behind them are its value."""
    key = " ".join(words[:size])
    kind = key_field(key)
    if kind is None:
        return None
    if kind in _WORDED:
        text = " ".join(words[size:])
        is_named = key.endswith(":") or kind is not Field.NAME
        return (kind, key, len(words) - size) if is_named and may_be(kind, text, tokens(text)) else None
    count = 0
    while size + count < len(words) and all(each.kind in _PART for each in tokens(words[size + count])):
        count += 1
    return (kind, key, count) if count and may_be(kind, "", tokens(" ".join(words[size : size + count]))) else None

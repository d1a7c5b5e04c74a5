"""The names of a list, asked together: a look at all of them before one at each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.names.labels import LONGEST_PLAIN, are_symbols, has_label_shape
from tickerboard.parser.names.no_names import NEVER_SYMBOLS, SPECIAL, names_other
from tickerboard.parser.tables.headers.header import headers_among

if TYPE_CHECKING:
    from collections.abc import Sequence


def have_label_shapes(texts: Sequence[str]) -> bool:
    """Return whether each text looks like the label of a row, as `has_label_shape` says of one."""
    are_plain = are_symbols(texts) and max(map(len, texts)) <= LONGEST_PLAIN
    return are_plain or all(map(has_label_shape, texts))


def are_labels(texts: Sequence[str]) -> bool:
    """Return whether each text, none of which ends in a colon, can name what a row is of, as `is_label` says of one."""
    return have_label_shapes(texts) and not any(others_among(texts))


def others_among(texts: Sequence[str]) -> list[bool]:
    """Return of each text what `names_other` says."""
    whole = "\n".join(texts)
    small = whole.replace(" ", "").lower()
    is_plain = whole.isascii() and small.replace("\n", "").isalpha()
    letters = small.split("\n")
    words = whole.lower().split() if " " in whole else letters
    if not (is_plain and SPECIAL.isdisjoint(words) and NEVER_SYMBOLS.isdisjoint(texts)):
        return list(map(names_other, texts))
    headers = headers_among(letters)
    if not headers:
        return [False] * len(texts)
    return [each in headers and names_other(text) for each, text in zip(letters, texts, strict=True)]

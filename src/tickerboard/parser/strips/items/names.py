"""The names of a list's items, of one column or of two: a symbol, a name, or both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.names.between import names_listing
from tickerboard.parser.names.labels import (
    Name,
    are_symbols,
    is_label,
    is_plain_code,
    is_symbol,
    is_venue,
    of_badges,
    read_pair,
    without_bullet,
)
from tickerboard.parser.names.lists import read_names
from tickerboard.parser.strips.keys import key_field
from tickerboard.parser.tables.fields import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAIR = 2
_KEYS = (Field.SYMBOL, Field.NAME)


def names_of(columns: Sequence[Sequence[str]]) -> list[Name] | None:
    """Return the names of the items; None where a column has something else, or two could be the names."""
    columns = _without_repeats(list(map(_plain_column, columns)))
    columns = [column for column in columns if not all(map(names_listing, column))]
    if not columns or len(columns) > _PAIR or not all(map(_are_names, columns)):
        return None
    if len(columns) == 1:
        return _of_one(columns[0])
    symbols = [column for column in columns if all(map(_is_code, column))]
    if not symbols:
        return None
    (name,) = [column for column in columns if column is not symbols[0]]
    return of_badges(symbols[0], name) or [read_pair(*pair) for pair in zip(symbols[0], name, strict=True)]


def _of_one(texts: Sequence[str]) -> list[Name] | None:
    return None if any(map(is_venue, texts)) else read_names(texts)


def _without_key(texts: Sequence[str]) -> Sequence[str]:
    """Return names without the key before each of them, as in `Symbol: ACME`."""
    key = texts[0].partition(": ")[0]
    is_keyed = key_field(key) in _KEYS and all(text.startswith(f"{key}: ") for text in texts)
    return [text.partition(": ")[2] for text in texts] if is_keyed else texts


def _plain_column(texts: Sequence[str]) -> Sequence[str]:
    return texts if are_symbols(texts) else [_plain(text) for text in _without_key(texts)]


def _plain(text: str) -> str:
    """Return a name without a bullet, and a symbol without its exchange: `NYSE: ACME`."""
    text = without_bullet(text)
    if ":" not in text:
        return text
    one, _, other = (part.strip() for part in text.partition(":"))
    return one if names_listing(other) else other if names_listing(one) and other else text


def _without_repeats(columns: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """Return the columns without those that say the same as another in other letters, or with a word such as `logo`."""
    if len(columns) < _PAIR:
        return [*columns]
    kept: list[Sequence[str]] = []
    for column in sorted(columns, key=lambda column: (sum(map(len, column)), not all(map(is_symbol, column)))):
        if not any(_repeats(column, other) for other in kept):
            kept = [*[other for other in kept if not _repeats(other, column)], column]
    return [column for column in columns if any(column is other for other in kept)]


def _repeats(column: Sequence[str], other: Sequence[str]) -> bool:
    if column != other and of_badges(other, column):
        return False
    return all(text.casefold().startswith(each.casefold()) for text, each in zip(column, other, strict=True))


def _are_names(texts: Sequence[str]) -> bool:
    return are_symbols(texts) or all(map(_is_name, texts))


def _is_name(text: str) -> bool:
    return is_label(text) or is_symbol(text) or is_plain_code(text)


def _is_code(text: str) -> bool:
    return is_symbol(text) or is_plain_code(text)

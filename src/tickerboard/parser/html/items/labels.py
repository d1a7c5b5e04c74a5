"""The labels of the items of a strip: which of them is the symbol, which the name, and which are neither."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tickerboard.parser.figures.currencies import is_currency
from tickerboard.parser.html.tables.names import without_badges, without_venues
from tickerboard.parser.kinds import known_kind
from tickerboard.parser.names.labels import is_code, is_company, is_symbol, is_venue, proves_itself
from tickerboard.parser.strips.sentences.words import MEASURES
from tickerboard.parser.tables.fields import Field
from tickerboard.parser.tables.headers.header import field_of
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_LABELS = 4
_PAIR = 2
_BETWEEN = re.compile(r"[\s/·•|,()-]+")


def without_key(label: str) -> str:
    """Return the symbol of `Ticker: ACME`, `EPIC: ACME` or `(ACME)`; any other label as it is."""
    if label.startswith("(") and label.endswith(")") and is_symbol(label[1:-1]):
        return label[1:-1]
    key, colon, value = label.partition(": ")
    return value if colon and field_of(key) is Field.SYMBOL and is_symbol(value.rstrip(".")) else label


def plain_labels(labels: Sequence[str]) -> list[str]:
    """Return the labels of one item without badges, each once; `Dow` goes before `Dow Jones Average`, its long form."""
    named = without_venues(without_badges(labels))
    if len(named) == _PAIR and named[0].casefold().startswith(f"{named[1].casefold()} "):
        return named[::-1]
    return named


def without_units(labels: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the labels of the items of one list without an exchange or a unit that stands in all of them."""
    if len(labels) < _PAIR or len({len(each) for each in labels}) != 1:
        return [*labels]
    columns = [*zip(*labels, strict=True)]
    own = [at for at, column in enumerate(columns) if len(set(column)) > 1 or not is_unit(column[0])]
    return [tuple(each[at] for at in own) for each in labels]


def settled_labels(labels: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the symbol and the name of each item of one list; no labels of those with several more that stay unclear.

    Exchanges, sectors and kinds stand in several items, symbols and names do not.
    """
    known = _well_known(labels)
    if known is not None:
        return [(each[known],) for each in labels]
    rich = [each for each in labels if len(each) > _PAIR]
    found = _columns(rich) if len(rich) > 1 else None
    if found is None:
        return [each if len(each) <= _PAIR else () for each in labels]
    return [each if len(each) <= _PAIR else tuple(each[at] for at in found) for each in labels]


def _well_known(labels: Sequence[tuple[str, ...]]) -> int | None:
    """Return which of two labels is well-known in all items, where the other is neither that nor a symbol.

    So the country beside its index is no part of the name.
    """
    if not labels or {len(each) for each in labels} != {_PAIR}:
        return None
    columns = [*zip(*labels, strict=True)]
    known = [at for at, column in enumerate(columns) if all(known_kind(each) for each in column)]
    if len(known) != 1 or any(known_kind(each) or is_symbol(each) for each in columns[1 - known[0]]):
        return None
    return known[0]


def have_word_in_common(labels: Sequence[tuple[str, ...]]) -> bool:
    """Return whether the items of a list have a label in common that may say what their prices are, as `Target` does.

    Exchanges and units do not; nor does a company with several shares.
    """
    if len(set(labels)) < _PAIR:
        return False
    shared = set(labels[0]).intersection(*labels[1:])
    return any(not (is_unit(each) or is_company(each)) for each in shared)


def is_unit(label: str) -> bool:
    """Return whether a label says where a price is of, or in which money or for how much: `NYMEX · USD/barrel`."""
    words = [word for word in _BETWEEN.split(label) if word]
    return bool(words) and all(
        len(word) == 1 or is_venue(word) or is_currency(word) or word.lower() in MEASURES for word in words
    )


def _columns(labels: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    """Return which labels are the symbol and the name, where all items have as many; None where that is not clear."""
    if len(set(map(len, labels))) != 1:
        return None
    columns = [*zip(*labels, strict=True)]
    unlike = [at for at, each in enumerate(columns) if len(set(each)) == len(each) and not any(map(is_venue, each))]
    symbols = [at for at in unlike if all(map(is_symbol, columns[at]))]
    names = [at for at in unlike if at not in symbols]
    return (symbols[0], names[0]) if len(symbols) == 1 and names else None


def are_ranks(numbers: Sequence[int]) -> bool:
    """Return whether numbers before the items of a list count them: each is the next one, or begins a new list."""
    return len(numbers) > 1 and all(number in (1, before + 1) for before, number in pairwise(numbers))


def have_proof(labels: Sequence[str]) -> bool:
    """Return whether a label of an item is a symbol, a code or well-known: goods have ranks and percents, too."""
    return any(proves_itself(label) or is_code(label) for label in labels)


def code_beside(texts: Sequence[str]) -> int | None:
    """Return which text is a share's code right behind its name, `600519`; None where there is none.

    It may be a price as well: the figures have to add up without it.
    """
    name = next((at for at, text in enumerate(texts) if any(map(str.isalpha, text))), len(texts))
    behind = texts[name + 1 : name + 3]
    return name + 1 if len(behind) == _PAIR and is_code(behind[0]) and has_digit(behind[1]) else None

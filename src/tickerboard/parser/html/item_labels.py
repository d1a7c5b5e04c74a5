"""The labels of the items of a strip: which of them is the symbol, which the name, and which are neither."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tickerboard.parser.html.cell_names import without_badges
from tickerboard.parser.strips.names import is_symbol, is_venue
from tickerboard.parser.tables.fields import Field
from tickerboard.parser.tables.header import field_of

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_LABELS = 4
_PAIR = 2


def without_key(label: str) -> str:
    """Return the symbol of `Ticker: ACME` or `EPIC: ACME`; any other label as it is."""
    key, colon, value = label.partition(": ")
    return value if colon and field_of(key) is Field.SYMBOL and is_symbol(value.rstrip(".")) else label


def plain_labels(labels: Sequence[str]) -> list[str]:
    """Return the labels of one item without badges, each once; `Dow` goes before `Dow Jones Average`, its long form."""
    named = without_badges(labels)
    if len(named) == _PAIR and named[0].casefold().startswith(f"{named[1].casefold()} "):
        return named[::-1]
    return named


def settled_labels(labels: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the symbol and the name of each item of one kind; no labels of those with several more that stay unclear.

    Exchanges, sectors and kinds stand in several items, symbols and names do not.
    """
    if len(labels) > 1 and all(len(each) == _PAIR for each in labels):  # the same in all is an exchange or a unit
        unlike = [at for at in range(_PAIR) if len({each[at] for each in labels}) > 1]
        if len(unlike) == 1:
            return [(each[unlike[0]],) for each in labels]
    rich = [each for each in labels if len(each) > _PAIR]
    columns = _columns(rich) if len(rich) > 1 else None
    if columns is None:
        return [each if len(each) <= _PAIR else () for each in labels]
    return [each if len(each) <= _PAIR else tuple(each[at] for at in columns) for each in labels]


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

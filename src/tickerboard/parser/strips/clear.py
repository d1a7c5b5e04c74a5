"""Lists of which every row is clear: their quotes are made by the column, and no rule of doubt is asked.

A row is clear where its figures add up, its signs agree and its name names nothing else. What would make one doubtful
(another row, a currency, an exchange, the page's end) is asked of the whole list.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple

from tickerboard.model import Kind, Quote, maker
from tickerboard.parser.audit import add_up, are_in_range
from tickerboard.parser.figures.currencies import WORDS
from tickerboard.parser.kinds import known_kinds
from tickerboard.parser.names.exchanges import BEHIND_SYMBOLS
from tickerboard.parser.names.labels import kind_of_name
from tickerboard.parser.names.lists import read_names
from tickerboard.parser.names.together import are_labels
from tickerboard.text.numbers import FALLS, UP_ARROWS, all_signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from tickerboard.parser.names.labels import Name
    from tickerboard.parser.strips.plain import PlainRow
    from tickerboard.parser.strips.reading import StripReading

_NO_NAMES = WORDS | BEHIND_SYMBOLS
_RISES = frozenset("+" + UP_ARROWS)
_quote = maker(Quote)


class Columns(NamedTuple):
    """The rows of a list by the column; change and percent have their signs, `further` is open to volume."""

    numbers: Sequence[int]
    texts: Sequence[str]
    names: Sequence[Name]
    lasts: Sequence[Decimal]
    changes: Sequence[Decimal]
    percents: Sequence[Decimal]
    further: Sequence[Iterable[Decimal | None]] = (repeat(None),) * 5
    kinds: Iterable[Kind | None] | None = None
    sectors: Iterable[str | None] = repeat(None)
    currencies: Iterable[str | None] = repeat(None)


class Plain(NamedTuple):
    """Plain rows by the column: numbers and texts, names, figures with their signs, and the signs of each row."""

    numbers: Sequence[int]
    texts: Sequence[str]
    labels: Sequence[str]
    lasts: Sequence[Decimal]
    changes: Sequence[Decimal]
    percents: Sequence[Decimal]
    marks: Sequence[str]


@lru_cache(256)
def sign_of(marks: str) -> int | None:
    """Return the sign that the marks of a row show: None without marks, 0 where they disagree."""
    up, down = not _RISES.isdisjoint(marks), not FALLS.isdisjoint(marks)
    if up and down:
        return 0
    return (1 if up else -1) if up or down else None


def add_clear(rows: Sequence[PlainRow], reading: StripReading) -> bool:
    """Add the quotes of a list of which every row is clear; return False, and add nothing, where one is not."""
    if not rows:
        return True
    *columns, sound = zip(*rows, strict=True)
    return all(sound) and add_plain(Plain(*columns), columns[0], reading)


def add_plain(rows: Plain, lines: Iterable[int], reading: StripReading) -> bool:
    """Add the quotes of rows that add up, and take their lines; return False, and add nothing, of any in doubt."""
    numbers, texts, labels, lasts, changes, percents, marks = rows
    if not (
        all(map(sign_of, {*marks}))
        and are_in_range(lasts, changes, percents)
        and len({text[-1] for text in texts}) == 1  # else the last row may be cut
        and _NO_NAMES.isdisjoint(labels)
        and are_labels(labels)
    ):
        return False
    reading.take(lines)
    put_quotes(Columns(numbers, texts, read_names(labels), lasts, changes, percents), reading)
    return True


def with_signs(
    lasts: Sequence[Decimal], changes: Sequence[Decimal], percents: Sequence[Decimal], marks: Iterable[str]
) -> tuple[list[Decimal], list[Decimal]] | None:
    """Return the changes and the percentages of some rows with their signs, as their marks show them.

    None where the marks of a row show no direction or both, or its figures do not add up or are out of range.
    """
    signs = [*marks]
    way_of = {mark: sign_of(mark) or 0 for mark in {*signs}}
    if 0 in way_of.values():  # none need be shown where nothing moved
        moves = zip(signs, changes, percents, strict=False)
        ways = [way_of[mark] if change or percent else 1 for mark, change, percent in moves]
    else:
        ways = list(map(way_of.__getitem__, signs))
    if 0 in ways:
        return None
    found = all_signed(changes, ways), all_signed(percents, ways)
    return found if are_in_range(lasts, *found) and all(add_up(lasts, *found)) else None


def put_quotes(rows: Columns, reading: StripReading) -> None:
    """Add the quotes of rows of which nothing is in doubt."""
    reading.put_all(list(quotes_of(rows)))


def quotes_of(rows: Columns) -> Iterable[Quote]:
    """Return the quotes of rows, one for each."""
    numbers, texts, own, lasts, changes, percents, further, told, sectors, currencies = rows
    symbols, names, labels = zip(*own, strict=True)
    kinds = [
        Kind.EQUITY if kind is None else kind_of_name(name)
        for kind, name in zip(known_kinds(symbols), own, strict=True)
    ]
    if told is not None:
        kinds = [kind or known for kind, known in zip(told, kinds, strict=False)]
    named = symbols, kinds, lasts, changes, percents, numbers, names, labels, sectors, currencies
    columns: Sequence[Iterable[Any]] = (*named, *further, texts)
    return map(_quote, zip(*columns, strict=False))

"""Lists of which every row is clear: their quotes are made by the column, and no rule of doubt is asked.

A row is clear where its figures add up, its signs agree and its name names nothing else. What would make one doubtful
(another row, a currency, an exchange, the page's end) is asked of the whole list.
"""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple

from tickerboard.model import Kind, Quote, maker
from tickerboard.parser.audit import are_in_range
from tickerboard.parser.figures.currencies import WORDS
from tickerboard.parser.kinds import known_kind
from tickerboard.parser.strips.exchanges import BEHIND_SYMBOLS
from tickerboard.parser.strips.name_lists import read_names
from tickerboard.parser.strips.names import is_label
from tickerboard.text.numbers import MINUS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from tickerboard.parser.strips.names import Name
    from tickerboard.parser.strips.plain import PlainRow
    from tickerboard.parser.strips.reading import StripReading

_NO_NAMES = WORDS | BEHIND_SYMBOLS
WAYS = {
    **dict.fromkeys(("+", "++"), 1),
    **dict.fromkeys([one + other for one in MINUS for other in ("", *MINUS)], -1),
}
"""The signs of a change and a percentage that show one direction, and which: 1 for a rise, -1 for a fall."""
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


def add_settled(rows: Sequence[PlainRow], reading: StripReading) -> bool:
    """Add the quotes of a list of which every row is clear; return False, and add nothing, where one is not."""
    if not rows:
        return True
    numbers, texts, labels, lasts, changes, percents, marks, sound = zip(*rows, strict=True)
    if not (
        all(sound)
        and WAYS.keys() >= {*marks}
        and are_in_range(lasts, changes, percents)
        and len({text[-1] for text in texts}) == 1  # else the last row may be cut
        and _NO_NAMES.isdisjoint(labels)
        and all(map(is_label, labels))
    ):
        return False
    put_quotes(Columns(numbers, texts, read_names(labels), lasts, changes, percents), reading)
    return True


def put_quotes(rows: Columns, reading: StripReading) -> None:
    """Add the quotes of rows of which nothing is in doubt."""
    symbols, names, labels = zip(*rows.names, strict=True)
    kinds = [kind or Kind.EQUITY for kind in map(known_kind, symbols)]
    numbers, texts, _, lasts, changes, percents, further = rows
    none = repeat(None)
    columns: Sequence[Iterable[Any]] = (
        symbols,
        kinds,
        lasts,
        changes,
        percents,
        numbers,
        names,
        labels,
        none,
        none,
        *further,
        texts,
    )
    reading.take(numbers)
    for quote in map(_quote, zip(*columns, strict=False)):
        reading.put(quote)

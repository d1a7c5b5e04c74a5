"""Lists of which every row is clear: their quotes are made by the column, and no rule of doubt is asked.

A row is clear where its figures add up, its signs agree and its name names nothing else. What would make one doubtful
(another row, a currency, an exchange, the page's end) is asked of the whole list.
"""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from tickerboard.model import Kind, Quote, maker
from tickerboard.parser.audit import are_in_range
from tickerboard.parser.figures.currencies import WORDS
from tickerboard.parser.kinds import known_kind
from tickerboard.parser.strips.exchanges import BEHIND_SYMBOLS
from tickerboard.parser.strips.name_lists import read_names
from tickerboard.parser.strips.names import is_label
from tickerboard.text.numbers import MINUS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.strips.plain import PlainRow
    from tickerboard.parser.strips.reading import StripReading

_NO_NAMES = WORDS | BEHIND_SYMBOLS
_AGREE = frozenset({"++"} | {one + other for one in MINUS for other in MINUS})
"""Signs of a change and a percentage that show one direction."""
_NONE = repeat(None)
_quote = maker(Quote)


def add_settled(rows: Sequence[PlainRow], reading: StripReading) -> bool:
    """Add the quotes of a list of which every row is clear; return False, and add nothing, where one is not."""
    if not rows:
        return True
    numbers, texts, labels, lasts, changes, percents, marks, sound = zip(*rows, strict=True)
    if not (
        all(sound)
        and _AGREE.issuperset(marks)
        and are_in_range(lasts, changes, percents)
        and len({text[-1] for text in texts}) == 1  # else the last row may be cut
        and _NO_NAMES.isdisjoint(labels)
        and all(map(is_label, labels))
    ):
        return False
    symbols, names, printed = zip(*read_names(labels), strict=True)
    kinds = [kind or Kind.EQUITY for kind in map(known_kind, symbols)]
    columns = symbols, kinds, lasts, changes, percents, numbers, names, printed, *[_NONE] * 7, texts
    reading.take(numbers)
    for quote in map(_quote, zip(*columns, strict=False)):
        reading.put(quote)
    return True

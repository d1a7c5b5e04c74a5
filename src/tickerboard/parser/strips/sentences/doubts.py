"""What speaks against a row in words: a year or a time for its price, a forecast, an index's number for its change."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from tickerboard.model import Kind
from tickerboard.parser.audit import decimals
from tickerboard.parser.figures.currencies import is_currency
from tickerboard.parser.kinds import known_kind
from tickerboard.parser.strips.sentences.words import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.strips.sentences.clauses import Clause
    from tickerboard.parser.strips.sentences.items import Item

YEAR = "has the shape of a quote, but its price may be a year"
NUMBER_OF_NAME = "has the shape of a quote, but its change may be a part of its name"
FORECAST = "has the shape of a quote, but is a forecast"
LARGE_CHANGE = "has the shape of a quote, but its change is not smaller than its price"
OTHER_PRICE = "has the shape of a quote, but its change may be another price"
TARGET = "has the shape of a price, but may be a target"
SUM = "has the shape of a quote, but may be a sum of money"
NOT_LAST = "has the shape of a quote, but its price may be one earlier in the day"
TIME = "has the shape of a quote, but its price may be a time"

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_IN = frozenset({"in", "en", "em", "till", "til"})
"""Words before a year that may stand before a price: `cierra en 9.500`."""
_TO = frozenset({"to", "zu"})
"""Words before a price, and before what has not happened: `to rise 2%`."""
_WAYS = (Part.RISE, Part.FALL)
_IN_CENTS = frozenset({Kind.COMMODITY, Kind.FUTURE})
"""What is quoted in dollars, and its change in cents: `down 7 at 4.90`."""
_TIME = re.compile(r"(?:1?[1-9]|10|2[0-3])\.?[0-5][0-9]")
# What a price did before the last one: `opened 2% higher at 7,600`, `touched $102`.
_BEFORE = re.compile(
    r"\b(?:opened(?! at)|opens|earlier|briefly|touche[ds]|peaked|bottomed|intraday|eröffnete?t?|zeitweise"
    r"|zwischenzeitlich|ouvre|abrió|abriu)\b"
)
_SMALL_INDEX = re.compile(r"VIX|volatility", re.IGNORECASE)


def may_be_year(items: Sequence[Item], at: int, *, is_bare: bool) -> bool:
    """Return whether the price at a place may be a year: `in 2023`, or one right behind a name, `S&P 500 2023`."""
    price = items[at]
    if price.part is not Part.NUMBER or price.has_money or not _YEAR.fullmatch(price.body):
        return False
    return is_bare or (at > 0 and items[at - 1].body.casefold() in _IN)


def may_be_of_name(items: Sequence[Item], at: int, start: int, style: Style) -> bool:
    """Return whether a change right behind a name may be its number, `Nikkei 225 higher at 38,500`.

    A name with a number of its own takes no second one: `FTSE 100 12 higher`.
    """
    move = items[at]
    if at != start or move.part is not Part.NUMBER or move.sign or move.has_money:
        return False
    value = style.value(move.body)
    has_number = at > 0 and items[at - 1].part is Part.NUMBER
    return value is not None and value.as_tuple().exponent == 0 and not has_number


def may_be_target(items: Sequence[Item], at: int) -> bool:
    """Return whether the price at a place may be what analysts expect: `up to $34 from $30`."""
    return at > 0 and items[at - 1].body.casefold() in _TO


def is_forecast(items: Sequence[Item], start: int) -> bool:
    """Return whether a row says what is to come: `Gold to rise 2% to $2,100`, `FTSE to close up 0.5% at 7,600`.

    What a price did before is no forecast: `rose 0.5% to close at 7,600`.
    """
    return any(
        item.body.casefold() in _TO and (after.part in _WAYS or (at <= start and after.part is Part.VERB))
        for at, (item, after) in enumerate(pairwise(items))
        if at >= start - 1
    )


def may_be_before(line: str) -> bool:
    """Return whether a row may say what a price was before the last one: `FTSE 100 opened 0.5% higher at 7,600`."""
    return _BEFORE.search(line) is not None


def is_large(label: str, clause: Clause) -> bool:
    """Return whether a change is not smaller than its price, and in the same unit."""
    return clause.change is not None and clause.change >= clause.last and known_kind(label) not in _IN_CENTS


def may_be_sum(label: str, clause: Clause) -> bool:
    """Return whether a code of a currency may be the unit of its figures, `EUR +5 to 105`: a rate has decimals."""
    figures = (clause.last, clause.change)
    return is_currency(label) and all(each is not None and not decimals(each) for each in figures)


def times_among(rows: Sequence[tuple[str, Clause]]) -> set[int]:
    """Return the places of the rows, each with its label, whose prices may be times: `FTSE 100 up 0.5% at 10.30`.

    They are where an index has such a price, or where names share one.
    """
    late = {
        at: (label, clause.last)
        for at, (label, clause) in enumerate(rows)
        if clause.is_bare and _TIME.fullmatch(str(clause.last)) and known_kind(label) is not Kind.CURRENCY
    }
    shared = Counter(last for _, last in {*late.values()})
    most = max(shared.values(), default=0)
    are_times = most > 1 and most * 2 >= len(shared)
    if are_times or any("." in str(last) and _is_large_index(label) for label, last in late.values()):
        return {*late}
    return set()


def _is_large_index(label: str) -> bool:
    return known_kind(label) is Kind.INDEX and not _SMALL_INDEX.search(label)

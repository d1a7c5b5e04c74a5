"""Conversion between currencies, by the rates that the pages print."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from tickerboard.parser.figures.currencies import CODE_PATTERN
from tickerboard.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tickerboard.model import Quote, Rate

BRIDGE = "USD"
"""The currency over which two others are converted that no page has a rate of."""


_PAIR = pattern(rf"({CODE_PATTERN})\s?[/-]?\s?({CODE_PATTERN})(?:=X|BUY|SELL)?", re.ASCII)


class Conversion:
    """The rates of the pages: how much of one currency another is worth.

    A pair such as `USD/PKR`, `USDPKR` or `USDPKR=X` is the price of one unit of the first currency in the second. Of a
    buying and a selling rate (`USDPKRBUY`, `USDPKRSELL`) the mean counts.
    """

    def __init__(self, prices: Iterable[Quote | Rate] = ()) -> None:
        found: dict[tuple[str, str], dict[str, Decimal]] = defaultdict(dict)
        for each in prices:
            if (pair := _PAIR.fullmatch(each.symbol.upper())) and each.last > 0 and pair[1] != pair[2]:
                found[pair[1], pair[2]].setdefault(each.symbol, each.last)
        self._rates = {pair: _mean(list(rates.values())) for pair, rates in found.items()}

    def rate(self, source: str, target: str) -> Decimal | None:
        """Return the worth of one unit of `source` in `target`, directly or over USD; None where no page tells it.

        It has as many digits as the caller's decimal context.
        """
        if (direct := self._direct(source, target)) is not None:
            return direct
        first, second = self._direct(source, BRIDGE), self._direct(BRIDGE, target)
        return None if first is None or second is None else first * second

    def _direct(self, source: str, target: str) -> Decimal | None:
        if source == target:
            return Decimal(1)
        if (rate := self._rates.get((source, target))) is not None:
            return rate
        inverse = self._rates.get((target, source))
        return None if inverse is None else 1 / inverse


def _mean(rates: list[Decimal]) -> Decimal:
    return sum(rates, Decimal(0)) / len(rates)

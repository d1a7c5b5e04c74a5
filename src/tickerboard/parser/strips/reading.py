"""What a grammar found on a page: the one place where quotes and problems are put together."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import filterfalse
from operator import gt
from typing import TYPE_CHECKING

from tickerboard.model import Reading
from tickerboard.parser.audit import HALF_PERCENT_UNIT, check_figures, decimals
from tickerboard.parser.problems import problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tickerboard.model import Problem, Quote, Rate

BETWEEN_LINES = " / "
"""What stands between lines that are shown on one."""
_FURTHER = ("name", "sector", "currency", "open", "high", "low", "previous", "volume")


class StripReading:
    """Quotes and rates by symbol, problems, and what is left for the article of each line that a grammar took.

    `grammars` has the grammar that read the first row of each symbol, `doubts` the problems of lines that another
    grammar may read yet.
    """

    __slots__ = ("doubts", "found", "grammars", "left", "problems", "rates")

    def __init__(self) -> None:
        self.found: dict[str, Quote] = {}
        self.rates: dict[str, Rate] = {}
        self.problems: list[Problem] = []
        self.doubts: list[Problem] = []
        self.left: dict[int, str] = {}
        self.grammars: dict[str, str] = {}

    @property
    def readings(self) -> tuple[Reading, ...]:
        """How many of the quotes each grammar read, most first."""
        counts = Counter(map(self.grammars.get, self.found))
        return tuple(Reading(name, count) for name, count in counts.most_common() if name)

    def read_by(self, grammar: str) -> None:
        """Note the grammar that read all quotes that are new."""
        if len(self.grammars) < len(self.found):
            self.grammars = dict.fromkeys(self.found, grammar) | self.grammars

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes, in the order of their first complete lines."""
        return tuple(self.found.values())

    def take(self, numbers: Iterable[int]) -> None:
        """Take whole lines, by their numbers, so that they are no paragraphs; what is left of one already stays."""
        if self.left:
            self.left.update(dict.fromkeys(filterfalse(self.left.__contains__, numbers), ""))
        else:
            self.left = dict.fromkeys(numbers, "")

    def report(self, line: int, code: str, message: str, text: str) -> None:
        """Add a problem."""
        self.problems.append(problem(line, code, message, text))

    def refuse(self, lines: Sequence[tuple[int, str]], why: str, code: str = "not-a-quote") -> None:
        """Report lines, each its number and text, in place of a quote, and take them."""
        self.report(lines[0][0], code, why, on_one_line(lines))
        self.take(number for number, _ in lines)

    def refute(self, quote: Quote, why: str) -> None:
        """Take a quote out again, and report it."""
        del self.found[quote.symbol]
        self.report(quote.line, "not-a-quote", why, quote.text)

    def add(self, quote: Quote, half: Decimal = HALF_PERCENT_UNIT) -> None:
        """Add a quote and audit its figures; a symbol that stands already is completed by figures it lacks."""
        if self.put(quote) and (odd := check_figures(quote.last, quote.change, quote.percent, half)):
            self.report(quote.line, *odd, quote.text)

    def put(self, quote: Quote) -> bool:
        """Add a quote whose figures were audited; return whether its symbol is new."""
        first = self.found.setdefault(quote.symbol, quote)
        if first is quote:
            return True
        if whole := _completed(first, quote) or _finer(first, quote):
            self.found[quote.symbol] = whole
        elif not _is_rounded(quote, first):
            message = f"{quote.symbol} conflicts with line {first.line}"
            self.report(quote.line, "duplicate", message, quote.text)
        return False

    def put_all(self, quotes: Sequence[Quote]) -> None:
        """Add quotes whose figures were audited: together, where each has a symbol of its own."""
        found = {quote.symbol: quote for quote in quotes}
        if len(found) == len(quotes) and self.found.keys().isdisjoint(found):
            self.found = self.found | found if self.found else found
        else:
            for quote in quotes:
                self.put(quote)

    def merge(self, other: StripReading) -> None:
        """Add what another grammar found on the lines that were left."""
        if self.found.keys().isdisjoint(other.found):
            self.found.update(other.found)
        else:
            for symbol, quote in other.found.items():
                if self.found.setdefault(symbol, quote) is not quote:
                    self.add(quote)
        for rate in other.rates.values():
            self.rates.setdefault(rate.symbol, rate)
        self.problems += other.problems
        self.doubts += other.doubts
        self.left.update(other.left)

    def settle_rates(self) -> None:
        """Take out the rates of symbols that have a quote with another price, and report them."""
        for symbol, rate in [*self.rates.items()]:
            quote = self.found.get(symbol)
            if quote is None or _rounds_to(quote.last, rate.last) or _rounds_to(rate.last, quote.last):
                continue
            del self.rates[symbol]
            self.report(rate.line, "duplicate", f"{symbol} conflicts with line {quote.line}", rate.text)

    def report_doubts(self) -> None:
        """Report the lines in doubt that no grammar took."""
        unread = [each for each in self.doubts if each.line not in self.left]
        self.problems += unread
        self.take(each.line for each in unread)

    def in_order(self) -> None:
        """Put quotes and problems in the order of their lines, the rates of quotes with another price among them."""
        self.settle_rates()
        lines = [quote.line for quote in self.found.values()]
        if any(map(gt, lines, lines[1:])):
            self.found = dict(sorted(self.found.items(), key=lambda item: item[1].line))
        self.problems.sort(key=lambda each: each.line)


def on_one_line(lines: Iterable[tuple[int, str]]) -> str:
    """Return the texts of lines as a problem or a quote shows them."""
    return BETWEEN_LINES.join([text for _, text in lines])


def _completed(first: Quote, later: Quote) -> Quote | None:
    """Return the first quote with the figures of a later one that it lacks; None where a figure of both differs."""
    for one, other in zip(first.figures, later.figures, strict=True):
        if one is not None and other is not None and one != other:
            return None
    merged = first._replace(
        change=later.change if first.change is None else first.change,
        percent=later.percent if first.percent is None else first.percent,
    )
    further = {key: getattr(later, key) for key in _FURTHER if getattr(merged, key) is None}
    return merged._replace(**further)


def _finer(first: Quote, later: Quote) -> Quote | None:
    """Return a later row with more figures, or more decimals, of which the first one repeats some; None for any other.

    It stands on the first one's line.
    """
    pairs = [(one, other) for one, other in zip(first.figures, later.figures, strict=True) if one is not None]
    if not all(other is not None and (_rounds_to(other, one) or _rounds_to(one, other)) for one, other in pairs):
        return None
    has_more = len(pairs) < sum(each is not None for each in later.figures)
    if not has_more and not _is_rounded(first, later):
        return None
    further = {key: getattr(first, key) for key in _FURTHER if getattr(later, key) is None}
    return later._replace(line=first.line, **further)


def _is_rounded(quote: Quote, first: Quote) -> bool:
    """Return whether a row repeats the figures of the first one with fewer decimals."""
    pairs = zip(first.figures, quote.figures, strict=True)
    return all(other is None or (one is not None and _rounds_to(one, other)) for one, other in pairs)


def _rounds_to(exact: Decimal, rounded: Decimal) -> bool:
    return exact == rounded or (
        decimals(rounded) < decimals(exact) and abs(exact - rounded) * 2 <= Decimal(1).scaleb(-decimals(rounded))
    )

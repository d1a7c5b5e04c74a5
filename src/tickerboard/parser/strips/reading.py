"""What a strip reader found: the one place where quotes and problems are put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tickerboard.model import Problem, Quote
from tickerboard.parser.audit import check_figures

if TYPE_CHECKING:
    from collections.abc import Iterable

TEXT_CAP = 200
"""Characters of a line that a problem or a quote keeps to show where it is from."""


def problem(line: int, code: str, message: str, text: str) -> Problem:
    """Make a problem, its text cut to a sane length."""
    return Problem(line, code, message, text.strip()[:TEXT_CAP])


@dataclass(slots=True)
class StripReading:
    """Quotes by symbol, problems, and what is left for the article of each line that the strip took."""

    found: dict[str, Quote] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    left: dict[int, str] = field(default_factory=dict)
    sound: int = 0

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes, in the order of their first complete lines."""
        return tuple(self.found.values())

    def take(self, numbers: Iterable[int]) -> None:
        """Take whole lines, by their numbers, so that they are no paragraphs; what is left of one already stays."""
        for number in numbers:
            self.left.setdefault(number, "")

    def report(self, line: int, code: str, message: str, text: str) -> None:
        """Add a problem."""
        self.problems.append(problem(line, code, message, text))

    def add(self, quote: Quote) -> None:
        """Add a quote unless its symbol stands already; audit its figures either way."""
        first = self.found.setdefault(quote.symbol, quote)
        if first is quote:
            if odd := check_figures(*quote.figures):
                self.report(quote.line, *odd, quote.text)
            else:
                self.sound += 1
        elif first.figures != quote.figures:
            message = f"{quote.symbol} stands on line {first.line} with other figures"
            self.report(quote.line, "duplicate", message, quote.text)

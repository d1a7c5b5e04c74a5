"""What a backfill counts: pages, quotes, problems and rejections, by year, grammar and code."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from tickerboard.backfill.reading import Dropped, Parsed

if TYPE_CHECKING:
    from tickerboard.backfill.record import Rejection

SHOWN = 100
"""Rejections that a task keeps in words for the summary; all of them are in `problems.parquet`."""
MARKUP = "markup"
"""The grammar of quotes that were read from HTML tags."""
UNDATED = "undated"


@dataclass(slots=True)
class Tally:
    """Counts of records; `pages` are all documents, `parsed` those that passed the cheap test. Rates count as quotes.

    `years` has the quotes of each year, `rejected` how many records were rejected by code, and `reasons` the first of
    them in words. `unread` are whole inputs that could not be read.
    """

    inputs: int = 0
    size: int = 0
    pages: int = 0
    parsed: int = 0
    quotes: int = 0
    years: Counter[str] = field(default_factory=Counter)
    grammars: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    rejected: Counter[str] = field(default_factory=Counter)
    reasons: list[str] = field(default_factory=list)
    unread: int = 0

    def count(self, each: Parsed | Dropped) -> None:
        """Count a document."""
        self.pages += 1
        if isinstance(each, Dropped):
            return
        self.parsed += 1
        page = each.snapshot.page
        rows = len(page.quotes) + len(page.rates)
        self.quotes += rows
        if rows:
            self.years[str(each.snapshot.observed.year) if each.snapshot.observed else UNDATED] += rows
        read = 0
        for reading in page.readings:
            self.grammars[reading.grammar] += reading.quotes
            read += reading.quotes
        if len(page.quotes) > read:
            self.grammars[MARKUP] += len(page.quotes) - read
        if page.rates:
            self.grammars["rates"] += len(page.rates)
        for problem in page.problems:
            self.problems[problem.code] += 1

    def reject(self, name: str, rejection: Rejection) -> None:
        """Count a rejection of a record of an input."""
        self.rejected[rejection.code] += 1
        if len(self.reasons) < SHOWN:
            place = f"{name}: record {rejection.record:,}" if rejection.record else name
            self.reasons.append(f"{place}: {rejection.message}")

    def add(self, other: Tally) -> None:
        """Add what another part of the backfill counted."""
        for name in ("inputs", "size", "pages", "parsed", "quotes", "unread"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("years", "grammars", "problems", "rejected"):
            getattr(self, name).update(getattr(other, name))
        self.reasons += other.reasons[: SHOWN - len(self.reasons)]

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return {name: dict(value) if isinstance(value, Counter) else value for name, value in self._items()}

    def _items(self) -> list[tuple[str, Any]]:
        return [(name, getattr(self, name)) for name in self.__slots__]

    @classmethod
    def of(cls, given: dict[str, Any]) -> Self:
        """Return the tally of `to_dict`."""
        values: dict[str, Any] = {
            name: Counter(value) if isinstance(value, dict) else value for name, value in given.items()
        }
        return cls(**values)

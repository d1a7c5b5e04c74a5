"""What a page says, as plain values: quotes, an article, other stories and problems.

Everything here is frozen. Numbers are `Decimal` with exactly the digits of the page, text is already clean.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal


class Direction(StrEnum):
    """Which way a quote moved since the last close."""

    UP = "up"
    DOWN = "down"
    UNCHANGED = "unchanged"

    @classmethod
    def of(cls, change: Decimal) -> Direction:
        """Tell the direction of a signed change; the one place where directions come from."""
        if change > 0:
            return cls.UP
        return cls.DOWN if change < 0 else cls.UNCHANGED


class Kind(StrEnum):
    """What a quote is a quote of."""

    EQUITY = "equity"
    INDEX = "index"
    COMMODITY = "commodity"
    CURRENCY = "currency"


@dataclass(frozen=True, slots=True)
class Quote:
    """One line of a strip.

    `last` is a price in the page's currency or an index's points; `change` is in the same unit and `percent` in
    percent of the previous close, both signed (a fall is negative). `line` counts from 1 in the page's text;
    0 where the page has no lines to count. The optional fields are there when the page gives them; `text` is the
    clean text that the quote was read from, at most 200 characters, several lines joined with ` / `.
    """

    symbol: str
    kind: Kind
    last: Decimal
    change: Decimal
    percent: Decimal
    line: int
    name: str | None = None
    sector: str | None = None
    open: Decimal | None = None
    high: Decimal | None = None
    low: Decimal | None = None
    previous: Decimal | None = None
    volume: Decimal | None = None
    text: str = field(default="", compare=False)

    @property
    def direction(self) -> Direction:
        """Up, down or unchanged, by the sign of the change."""
        return Direction.of(self.change)


@dataclass(frozen=True, slots=True)
class Rate:
    """A price that a page gives without its change: an exchange rate, a commodity, an index of another exchange.

    It is no quote: nothing tells which way it moved, and nought would be a guess.
    """

    symbol: str
    kind: Kind
    last: Decimal
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """An inline link to another story: its text, its address where known, and how many paragraphs stand before it."""

    text: str
    url: str | None = None
    after: int = 0


@dataclass(frozen=True, slots=True)
class Article:
    """A news story. `published` is an ISO 8601 date or date-time, with an offset only where the page tells one."""

    headline: str | None = None
    byline: str | None = None
    published: str | None = None
    section: str | None = None
    paragraphs: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something on a page that looks like a quote and is not one, or a quote that does not add up.

    `line` counts from 1 (0: the page as a whole), `code` is a stable word for programs, `message` a plain sentence,
    `text` the line as it stands, cleaned and cut to a sane length.
    """

    line: int
    code: str
    message: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """All that one page says."""

    quotes: tuple[Quote, ...] = ()
    article: Article | None = None
    stories: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()
    rates: tuple[Rate, ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A page as it was found: where, and when (UTC; None when nothing tells); its text, where it has lines to show."""

    source: str
    observed: datetime | None
    page: Page
    text: str = field(default="", compare=False, repr=False)

"""What a page says, as plain values: quotes, an article, other stories and problems.

Everything here is a tuple, which is quicker to define than a dataclass. Numbers are `Decimal` with exactly the digits
of the page, text is already clean.
"""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from tickerboard import schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from decimal import Decimal

T = TypeVar("T", bound=tuple[Any, ...])


def _compared_without_last(count: int) -> Callable[[type[T]], type[T]]:
    """Return a decorator of named tuples whose last fields make no difference between two of them."""

    def decorate(class_: type[T]) -> type[T]:
        def equal(self: T, other: object) -> bool:
            return isinstance(other, class_) and self[:-count] == other[:-count]

        def unequal(self: T, other: object) -> bool:
            return not equal(self, other)

        def hashed(self: T) -> int:
            return hash(self[:-count])

        for name, method in (("__eq__", equal), ("__ne__", unequal), ("__hash__", hashed)):
            setattr(class_, name, method)
        return class_

    return decorate


def maker(class_: type[T]) -> Callable[[Iterable[Any]], T]:
    """Return a function that makes a named tuple of the values of all its fields; unlike `_make`, it does not count."""
    return partial(tuple.__new__, class_)


class Direction(StrEnum):
    """Which way a quote moved since the last close."""

    UP = "up"
    DOWN = "down"
    UNCHANGED = "unchanged"

    @classmethod
    def of(cls, change: Decimal) -> Direction:
        """Return the direction of a signed change; the one place where directions come from."""
        if not change:
            return cls.UNCHANGED
        return cls.DOWN if change.is_signed() else cls.UP


class Kind(StrEnum):
    """What a quote is a quote of."""

    EQUITY = "equity"
    INDEX = "index"
    COMMODITY = "commodity"
    CURRENCY = "currency"
    CRYPTO = "crypto"
    FUND = "fund"
    FUTURE = "future"


@_compared_without_last(1)
class Quote(NamedTuple):
    """A price and how it moved: one row of a strip or of a table. The text makes no two quotes different.

    `last` is a price in the page's currency or an index's points; `change` is in the same unit and `percent` in
    percent of the previous close, both signed (a fall is negative). At least one of the two is there; the other is
    None where the page does not print it. `line` counts from 1 in the page's text; 0 where the page has no lines to
    count. `label` is the name as the page prints it, where it prints no symbol; `symbol` is then that name in upper
    case. `currency` is an ISO 4217 code where the page tells it. The other optional fields are there when the page
    gives them; `text` is the clean text that the quote was read from, at most 200 characters, several lines joined
    with ` / `.
    """

    symbol: str
    kind: Kind
    last: Decimal
    change: Decimal | None
    percent: Decimal | None
    line: int
    name: str | None = None
    label: str | None = None
    sector: str | None = None
    currency: str | None = None
    open: Decimal | None = None
    high: Decimal | None = None
    low: Decimal | None = None
    previous: Decimal | None = None
    volume: Decimal | None = None
    text: str = ""

    @property
    def direction(self) -> Direction:
        """Up, down or unchanged: the sign of the change, or of the percent where the page prints no change."""
        move = self.percent if self.change is None else self.change
        return Direction.UNCHANGED if move is None else Direction.of(move)

    @property
    def figures(self) -> tuple[Decimal, Decimal | None, Decimal | None]:
        """Last, change and percent."""
        return self.last, self.change, self.percent

    def to_dict(self) -> dict[str, Any]:
        """Return the quote as JSON has it (docs/schema.md), its numbers as Decimal."""
        return schema.QUOTE.of(self)


@_compared_without_last(1)
class Rate(NamedTuple):
    """A price that a page prints without any move: an exchange rate, a commodity, an index of another exchange.

    It is not a quote: which way it moved is unknown, and zero would be a guess. The fields are those of a quote; the
    text makes no two rates different.
    """

    symbol: str
    kind: Kind
    last: Decimal
    line: int = 0
    name: str | None = None
    label: str | None = None
    currency: str | None = None
    text: str = ""

    def as_quote(self) -> Quote:
        """Return the rate as conditions read it: without change and percent, so that no test of a move passes."""
        return Quote(self.symbol, self.kind, self.last, None, None, self.line, self.name, self.label)

    def to_dict(self) -> dict[str, Any]:
        """Return the rate as JSON has it (docs/schema.md), its numbers as Decimal."""
        return schema.RATE.of(self)


class Related(NamedTuple):
    """An inline link to another story: its text, its address where known, and how many paragraphs stand before it."""

    text: str
    url: str | None = None
    after: int = 0


class Part(StrEnum):
    """What a paragraph of an article is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    TABLE_ROW = "table row"


class InlineLink(NamedTuple):
    """A link within a paragraph: the paragraph's index, the offset at which the linked text ends, and the address."""

    paragraph: int
    end: int
    text: str
    url: str


@_compared_without_last(2)
class Article(NamedTuple):
    """A news story. `published` is an ISO 8601 date or date-time, with an offset only where the page prints one.

    `parts` has what each paragraph is, or is empty where the page was read without that. Parts and links do not make
    two articles different.
    """

    headline: str | None = None
    byline: str | None = None
    published: str | None = None
    section: str | None = None
    paragraphs: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    url: str | None = None
    parts: tuple[Part, ...] = ()
    links: tuple[InlineLink, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the article as JSON has it (docs/schema.md), its numbers as Decimal."""
        return schema.ARTICLE.of(self)


class Problem(NamedTuple):
    """Something on a page that looks like a quote and is not one, or a quote that does not add up.

    `line` counts from 1 (0: the page as a whole), `code` is a stable word for programs, `message` a plain sentence,
    `text` the line as it stands, cleaned and cut to a sane length.
    """

    line: int
    code: str
    message: str
    text: str

    def to_dict(self) -> dict[str, Any]:
        """Return the problem as JSON has it (docs/schema.md), its numbers as Decimal."""
        return schema.PROBLEM.of(self)


class Reading(NamedTuple):
    """How many of a page's quotes a grammar read."""

    grammar: str
    quotes: int


@_compared_without_last(1)
class Page(NamedTuple):
    """All that one page says. `crawled` (UTC) is the start of the day that a crawl wrote before its first line.

    `readings` are the grammars that read the quotes of its lines; quotes of markup are in none of them.
    """

    quotes: tuple[Quote, ...] = ()
    article: Article | None = None
    stories: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()
    rates: tuple[Rate, ...] = ()
    crawled: datetime | None = None
    readings: tuple[Reading, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the page as JSON has it (docs/schema.md), its numbers as Decimal."""
        return {"schema": schema.VERSION, **schema.PAGE.of(self)}

    def _repr_html_(self) -> str:
        """Return the page as HTML, for notebooks; everything that the page says is escaped."""
        from tickerboard.text.markup import element, table

        parts = []
        if self.quotes or self.rates:
            rows = [(each.symbol, each.last, each.change, each.percent, each.direction) for each in self.quotes]
            prices = [(each.symbol, each.last, None, None, None) for each in self.rates]
            parts.append(table(("symbol", "last", "change", "percent", "direction"), [*rows, *prices]))
        for article in (*([self.article] if self.article else []), *self.stories):
            parts.append(element("h4", article.headline or "(no headline)"))
            parts += [element("p", paragraph) for paragraph in article.paragraphs]
        if self.problems:
            parts.append(
                table(("line", "problem", "text"), [(each.line, each.message, each.text) for each in self.problems])
            )
        return "".join(parts) or element("p", "no quote and no article")


class ObservedFrom(StrEnum):
    """Where the time of a snapshot comes from."""

    MTIME = "mtime"
    HTTP_DATE = "http-date"
    READ = "read"
    CRAWL = "crawl"
    PAGE = "page"


@_compared_without_last(1)
class Snapshot(NamedTuple):
    """A page as it was found.

    `source` is its label on screen and in output, without secrets; `url` its http(s) address, against which its links
    are resolved, None for a page that has none. `observed` (UTC) is when it was as it says, and `observed_from` where
    that time comes from; both are None when nothing tells. `text` is kept where the page has lines to show.
    """

    source: str
    observed: datetime | None
    page: Page
    observed_from: ObservedFrom | None = None
    url: str | None = None
    text: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return the snapshot as JSON has it (docs/schema.md), its numbers as Decimal."""
        return schema.SNAPSHOT.of(self)

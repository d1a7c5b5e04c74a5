"""The shape of the output, schema 2: every field of JSON and CSV, declared once.

`docs/schema.md` is written from these declarations, and objects are written by them. A field reads an attribute of
its own name unless it says otherwise.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

VERSION = 2
"""Goes up when a field goes, changes its meaning or its type; new fields do not change it."""


class Presence(StrEnum):
    """Whether a field is always there."""

    ALWAYS = "no"
    NULL = "yes"
    OPTIONAL = "left out"


class Field(NamedTuple):
    """A field of an object: its name, its type as JSON has it, whether it may lack a value, and what it means."""

    name: str
    type: str
    help: str
    presence: Presence = Presence.ALWAYS
    read: Callable[[Any], Any] | None = None

    def value(self, of: Any) -> Any:
        """Return the field's value of an object."""
        return getattr(of, self.name) if self.read is None else self.read(of)


class Shape(NamedTuple):
    """An object of the output: what it is, and its fields in order."""

    name: str
    help: str
    fields: tuple[Field, ...]

    def of(self, value: Any) -> dict[str, Any]:
        """Return the object for a value; numbers stay Decimal, with the page's digits."""
        found = ((field.name, field.value(value), field.presence) for field in self.fields)
        return {name: each for name, each, presence in found if each is not None or presence is not Presence.OPTIONAL}

    def all(self, values: Iterable[Any]) -> list[dict[str, Any]]:
        """Return the objects for several values."""
        return [self.of(value) for value in values]


NULL, OPTIONAL = Presence.NULL, Presence.OPTIONAL
_SYMBOL = (
    Field("symbol", "string", "as the page prints it; the name in upper case where the page prints a name only"),
    Field("kind", "string", "`equity`, `index`, `commodity`, `currency`, `crypto`, `fund` or `future`"),
    Field("last", "number", "the price, in the page's currency; an index's points"),
)
_LINE = Field("line", "integer", "the line of the page's text, from 1; 0 where the page has no lines")
_LABEL = Field("label", "string", "the name as the page prints it, where it prints no symbol", OPTIONAL)
_NAME = Field("name", "string", "what the symbol stands for, where the page says so", OPTIONAL)
_CURRENCY = Field("currency", "string", "ISO 4217 code, where the page says so", OPTIONAL)

QUOTE = Shape(
    "quote",
    "A price and how it moved.",
    (
        *_SYMBOL,
        Field("change", "number", "since the previous close, in the unit of `last`; a fall is negative", NULL),
        Field("percent", "number", "the same in percent of the previous close", NULL),
        Field(
            "direction",
            "string",
            "`up`, `down` or `unchanged`: the sign of `change`, or of `percent` without it",
            read=lambda quote: quote.direction.value,
        ),
        _LINE,
        _LABEL,
        _NAME,
        Field("sector", "string", "where the page says so", OPTIONAL),
        _CURRENCY,
        *(
            Field(name, "number", f"{help_}, where the page prints it; never computed", OPTIONAL)
            for name, help_ in (
                ("open", "the first price of the session"),
                ("high", "the highest price of the session"),
                ("low", "the lowest price of the session"),
                ("previous", "the previous close"),
            )
        ),
        Field("volume", "number", "how many were traded, where the page prints it", OPTIONAL),
    ),
)
RATE = Shape("rate", "A price without any move.", (*_SYMBOL, _LINE, _LABEL, _NAME, _CURRENCY))
RELATED = Shape(
    "related",
    "A link to another story within an article.",
    (
        Field("text", "string", "the link's text"),
        Field("url", "string", "its http(s) address, where the page has one", NULL),
    ),
)
ARTICLE = Shape(
    "article",
    "A news story, on a page of its own or as an entry of a list or a feed.",
    (
        Field("headline", "string", "the title", NULL),
        Field("byline", "string", "the authors, as the page prints them", NULL),
        Field("published", "string", "ISO 8601 date or date-time; an offset only where the page has one", NULL),
        Field("section", "string", "the part of the site that it stands in", NULL),
        Field("url", "string", "the story's own http(s) address", NULL),
        Field(
            "paragraphs",
            "list of strings",
            "the body and nothing else; empty where the page has the headline only",
            read=lambda article: list(article.paragraphs),
        ),
        Field("related", "list of related", "in the page's order", read=lambda article: RELATED.all(article.related)),
    ),
)
PROBLEM = Shape(
    "problem",
    "A line that looks like a quote but is not one, or a quote whose figures do not agree.",
    (
        Field("line", "integer", "the line of the page's text, from 1; 0 for the page as a whole"),
        Field("code", "string", "a stable word; `docs/parsing.md` lists them"),
        Field("message", "string", "what is wrong"),
        Field("text", "string", "the line, cleaned and shortened"),
    ),
)
PAGE = Shape(
    "page",
    "What a page says.",
    (
        Field(
            "quotes",
            "list of quote",
            "each symbol once, in the order of its first complete line",
            read=lambda page: QUOTE.all(page.quotes),
        ),
        Field("rates", "list of rate", "prices without a move", read=lambda page: RATE.all(page.rates)),
        Field(
            "article",
            "article",
            "the page's own story",
            NULL,
            read=lambda page: None if page.article is None else ARTICLE.of(page.article),
        ),
        Field(
            "stories",
            "list of article",
            "the entries of a list of stories or of a feed",
            read=lambda page: ARTICLE.all(page.stories),
        ),
        Field("problems", "list of problem", "in the order of lines", read=lambda page: PROBLEM.all(page.problems)),
    ),
)


def _of_page(field: Field) -> Callable[[Any], Any]:
    """Return what reads a page's field off its snapshot."""
    return lambda snapshot: field.value(snapshot.page)


def _observed(snapshot: Any) -> str | None:
    return snapshot.observed.isoformat(timespec="seconds") if snapshot.observed else None


SNAPSHOT = Shape(
    "snapshot",
    "A page and where it was found: the object that `parse` prints.",
    (
        Field("schema", "integer", f"{VERSION}", read=lambda _: VERSION),
        Field("source", "string", "the source's name as the command line gave it, without secrets"),
        Field("url", "string", "the page's http(s) address, without user and password", NULL),
        Field("observed", "string", "when the page was as it is here: ISO 8601, UTC", NULL, read=_observed),
        Field(
            "observed_from",
            "string",
            "where that time comes from: `mtime` (the file), `http-date` (the server), `read` (the time of reading), "
            "`crawl` (the crawl's own date) or `page`",
            NULL,
            read=lambda snapshot: snapshot.observed_from.value if snapshot.observed_from else None,
        ),
        *(Field(each.name, each.type, each.help, each.presence, _of_page(each)) for each in PAGE.fields),
    ),
)
REMOVED = Shape(
    "removed",
    "What `parse --follow` prints when a page is gone from its folder.",
    (
        Field("schema", "integer", f"{VERSION}", read=lambda _: VERSION),
        Field("event", "string", "`removed`; a page that is there has no `event`", read=lambda _: "removed"),
        Field("source", "string", "the name of the page that is gone", read=lambda label: label),
    ),
)
SHAPES = (SNAPSHOT, QUOTE, RATE, ARTICLE, RELATED, PROBLEM, REMOVED)

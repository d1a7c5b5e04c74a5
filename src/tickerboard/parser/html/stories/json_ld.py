"""The articles that a page describes in JSON-LD."""

from __future__ import annotations

import json
import re
from collections import deque
from decimal import Decimal
from html import unescape
from typing import TYPE_CHECKING, Any

from tickerboard.parser.html.tree import squeeze
from tickerboard.text.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

_ARTICLES = word_set("""
    Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle
    ReviewNewsArticle AskPublicNewsArticle AdvertiserContentArticle BlogPosting LiveBlogPosting Report
    SocialMediaPosting TechArticle ScholarlyArticle
""")
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed")
"""Keys below which the article of a page may stand; not those of lists of other articles."""
_LONGEST_SCRIPT, _MOST_OBJECTS, _MOST_AUTHORS = 300_000, 1_000, 10
_WRAPPER = re.compile(r"\A\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*\Z")

Thing = dict[str, Any]


def read_things(root: LexborNode) -> list[Thing]:
    """Return the objects of a page's JSON-LD, outer ones first, numbers as Decimal; broken JSON has none."""
    found: list[Thing] = []
    for script in root.css('script[type="application/ld+json"]'):
        text = script.text()
        if len(text) > _LONGEST_SCRIPT:
            continue
        try:
            data = json.loads(_WRAPPER.sub("", text), strict=False, parse_float=Decimal, parse_int=Decimal)
        except (ValueError, ArithmeticError, RecursionError):
            continue
        found += _objects(data)
    return found[:_MOST_OBJECTS]


def _objects(data: object) -> Iterator[Thing]:
    waiting = deque([data])
    seen = 0
    while waiting and seen < _MOST_OBJECTS:
        each = waiting.popleft()
        seen += 1
        if isinstance(each, list):
            waiting.extend(each[:_MOST_OBJECTS])
        elif isinstance(each, dict):
            yield each
            waiting.extend(each[key] for key in _WITHIN if key in each)


def article_of(things: list[Thing], title: str | None) -> Thing:
    """Return the article that a page is about: the one that has the page's title, else the first; {} without any."""
    articles = [each for each in things if is_a(each, _ARTICLES)]
    named = (each for each in articles if title and (text := text_in(each.get("headline"))) and text in title)
    return next(named, articles[0] if articles else {})


def is_a(thing: Thing, kinds: frozenset[str]) -> bool:
    """Return whether an object has one of some types."""
    return not kinds.isdisjoint(types_of(thing))


def types_of(thing: Thing) -> list[str]:
    """Return the types of an object."""
    kind = thing.get("@type")
    return [one for one in (kind if isinstance(kind, list) else [kind]) if isinstance(one, str)]


def text_in(value: object) -> str | None:
    """Return a text of JSON-LD, its entities read, at most 500 characters; the first of a list; else None."""
    if isinstance(value, list) and value:
        value = value[0]
    return squeeze(unescape(value))[:500] or None if isinstance(value, str) else None


def authors_in(value: object, things: list[Thing]) -> tuple[list[str], list[str]]:
    """Return the names of persons, and those of organisations; an author may be a text, an object, or its `@id`."""
    persons: list[str] = []
    houses: list[str] = []
    for each in value if isinstance(value, list) else [value]:
        thing = _resolved(each, things)
        names = thing.get("name") if isinstance(thing, dict) else thing
        group = houses if isinstance(thing, dict) and is_a(thing, _HOUSES) else persons
        group += [text for name in (names if isinstance(names, list) else [names]) if (text := text_in(name))]
    return list(dict.fromkeys(persons))[:_MOST_AUTHORS], list(dict.fromkeys(houses))[:_MOST_AUTHORS]


_HOUSES = frozenset(("Organization", "NewsMediaOrganization", "Corporation"))


def _resolved(value: object, things: list[Thing]) -> object:
    """Return the object that an `@id` alone stands for."""
    if isinstance(value, dict) and "name" not in value and (name := value.get("@id")):
        return next((each for each in things if each.get("@id") == name and "name" in each), value)
    return value


def section_of(things: list[Thing], headline: str | None) -> str | None:
    """Return the last part of a page's breadcrumbs that is neither its first nor the headline."""
    for each in things:
        items = each.get("itemListElement")
        if not is_a(each, frozenset(("BreadcrumbList",))) or not isinstance(items, list):
            continue
        names = [name for item in items if isinstance(item, dict) and (name := _crumb(item))]
        names = [name for name in names[1:] if name != headline]
        if names:
            return names[-1]
    return None


def _crumb(item: Thing) -> str | None:
    inner = item.get("item")
    return text_in(item.get("name")) or (text_in(inner.get("name")) if isinstance(inner, dict) else None)

"""What a page's metadata says of its article: Open Graph and JSON-LD."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tickerboard.parser.html.tree import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

_ARTICLES = frozenset(
    (
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "Report",
    )
)
_LONGEST_SCRIPT = 300_000
_SUFFIX = re.compile(r"\s+[|–—•·-]\s+[^|–—•·]{2,40}\Z")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of its article; `is_article` is whether it says that it is one."""

    headline: str | None = None
    byline: str | None = None
    section: str | None = None
    is_article: bool = False


def read_metadata(root: LexborNode) -> Metadata:
    """Read the metadata of a page; JSON that is broken or nested too deeply says nothing."""
    story = next(_stories(root), {})
    author = _author(story.get("author")) or said(root, "author") or said(root, "article:author")
    title = said(root, "og:title")
    return Metadata(
        headline=_text(story.get("headline")) or (_without_site(title, said(root, "og:site_name")) if title else None),
        byline=author if author and "://" not in author else None,
        section=_text(story.get("articleSection")) or said(root, "article:section"),
        is_article=bool(story) or said(root, "og:type") == "article",
    )


def said(root: LexborNode, name: str) -> str | None:
    """Return the content of a `meta` element, by its property or name."""
    meta = root.css_first(f'meta[property="{name}"], meta[name="{name}"]')
    return squeeze(meta.attributes.get("content") or "") or None if meta else None


def _without_site(title: str, site: str | None) -> str:
    """Return a title without the site's name behind it."""
    if site and title.casefold().endswith(site.casefold()) and len(title) > len(site):
        return title[: -len(site)].rstrip(" |–—•·-")
    found = _SUFFIX.search(title)
    return title[: found.start()] if found and "|" in found[0] else title


def _stories(root: LexborNode) -> Iterator[dict[str, Any]]:
    yield from (each for each in linked_data(root) if not _ARTICLES.isdisjoint(types_of(each)))


def linked_data(root: LexborNode) -> Iterator[dict[str, Any]]:
    """Yield the objects of the page's JSON-LD, numbers as Decimal; JSON that is broken yields none."""
    for script in root.css('script[type="application/ld+json"]'):
        text = script.text()
        if len(text) > _LONGEST_SCRIPT:
            continue
        try:
            data = json.loads(text, strict=False, parse_float=Decimal, parse_int=Decimal)
        except (ValueError, ArithmeticError, RecursionError):
            continue
        yield from _objects(data)


def _objects(data: object) -> Iterator[dict[str, Any]]:
    """Return the objects at the top of JSON-LD: one, a list of them, or those of a graph."""
    for each in data if isinstance(data, list) else [data]:
        if isinstance(each, dict):
            yield each
            graph = each.get("@graph")
            yield from (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()


def types_of(each: dict[str, Any]) -> list[str]:
    """Return the types of an object of JSON-LD."""
    kind = each.get("@type")
    return [one for one in (kind if isinstance(kind, list) else [kind]) if isinstance(one, str)]


def _text(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return squeeze(value)[:500] or None if isinstance(value, str) else None


def _author(value: object) -> str | None:
    """Return the names of authors: a text, an object with a name, or a list of either."""
    names = []
    for each in value if isinstance(value, list) else [value]:
        name = _text(each.get("name") if isinstance(each, dict) else each)
        names += [name] if name else []
    return ", ".join(names[:10]) or None

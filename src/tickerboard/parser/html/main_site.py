"""A page of the main site by its markup: the strip, the article, or the stories of a listing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.model import Article
from tickerboard.parser.html.blocks import read_body
from tickerboard.parser.html.links import absolute, base_address, own_address
from tickerboard.parser.html.stories.published import iso_date, published
from tickerboard.parser.html.tree import text_of
from tickerboard.parser.prose.dates import read_byline

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


def is_site(root: LexborNode) -> bool:
    """Return whether a page is one of the main site: it has its ticker, or a story with its title."""
    return root.css_first("div.js-ticker, article.story .story__title") is not None


def strip_lines(root: LexborNode) -> list[str]:
    """Return the strip's items as the lines that its text dump has: the equities, then the indices in the next bar."""
    lines = []
    for ticker in root.css("div.js-ticker"):
        bar = ticker.next
        while bar is not None and not bar.is_element_node:
            bar = bar.next
        indices = bar is not None and "bg-gray-900" in (bar.attributes.get("class") or "").split()
        for part in (ticker, bar) if bar is not None and indices else (ticker,):
            lines += [text_of(item, between=" ") for item in part.css("div:not(:has(div))")]
    return [line for line in lines if line]


def site_article(root: LexborNode, url: str | None) -> Article | None:
    """Read the page's article: the first story that has a body."""
    body = root.css_first("article.story div.story__content")
    if body is None:
        return None
    story = _around(body)
    headline = text_of(story.css_first(".story__title")) or None
    text = read_body(body, base_address(root, url), headline)
    return Article(
        headline=headline,
        byline=_byline(story),
        published=published(root) or _shown_date(story),
        section=_section(story),
        **text._asdict(),
        url=own_address(root, url),
    )


def site_stories(root: LexborNode, url: str | None) -> tuple[Article, ...]:
    """Read the stories of a listing: boxes with a title, often with a teaser; one that is boxed twice stands once."""
    base = base_address(root, url)
    stories: dict[tuple[str, str | None], Article] = {}
    for box in root.css("article.story"):
        headline = text_of(box.css_first(".story__title"))
        link = box.css_first(".story__title a[href]")
        if not headline:
            continue
        teaser = text_of(box.css_first(".story__excerpt"))
        story = Article(
            headline=headline,
            byline=_byline(box),
            published=_shown_date(box),
            section=_section(box),
            paragraphs=(teaser,) if teaser else (),
            url=absolute(link.attributes.get("href") if link else None, base),
        )
        stories.setdefault((headline, story.url), story)
    return tuple(stories.values())


def _around(body: LexborNode) -> LexborNode:
    """Find the story that a body belongs to."""
    node = body
    while node.tag != "article" and node.parent is not None:
        node = node.parent
    return node


def _byline(story: LexborNode) -> str | None:
    names = [text_of(link) for link in story.css("a.story__byline__link")]
    return ", ".join(name for name in names if name) or text_of(story.css_first(".story__byline")) or None


def _shown_date(story: LexborNode) -> str | None:
    """Read the date that the story shows: that of its markup, with a zone, or else `Published 29 Jan, 2025`."""
    time = story.css_first(".story__time")
    if time is None:
        return None
    for node in (time, *time.css("[title], [datetime]")):
        stamp = node.attributes.get("title") or node.attributes.get("datetime")
        if date := iso_date(stamp or ""):
            return date
    shown = read_byline(text_of(time, between=" "))
    if shown is not None:
        return shown.published
    label = text_of(story.css_first(".story__time .timestamp--label")) or "Published"
    found = read_byline(f"{label} {text_of(story.css_first('.story__time .timestamp--date'))}")
    return found.published if found else None


def _section(story: LexborNode) -> str | None:
    """Take the first badge that is not one of the story's tags."""
    for badge in story.css("span.badge"):
        holder = badge.parent
        if holder is None or "story__tags" not in (holder.attributes.get("class") or "").split():
            return text_of(badge) or None
    return None

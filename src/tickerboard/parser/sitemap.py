"""A news sitemap in; a `Page` of stories out: headline, time and address of each, as the site lists them for searches.

The format is Google's: `urlset` of `url`, each with `loc` and `news:news` (`news:title`, `news:publication_date`).
An index of sitemaps is a problem: it has no news.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from tickerboard.model import Article, Page
from tickerboard.parser.feed import ROOT
from tickerboard.parser.html.links import absolute
from tickerboard.parser.html.stories.published import iso_date
from tickerboard.parser.html.taming import with_few_attributes
from tickerboard.parser.html.tree import read_tree, squeeze, walk
from tickerboard.parser.problems import problem

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_SITEMAP = re.compile(r"<(?:urlset|sitemapindex)[\s>]", re.IGNORECASE)
_CDATA, _CDATA_END = "<![CDATA[", "]]>"
_PREFIX = re.compile(
    r"""xmlns:([a-z][\w-]{0,20})\s?=\s?["']https?://www\.google\.com/schemas/sitemap-news/""", re.IGNORECASE
)


def is_sitemap(text: str) -> bool:
    """Return whether a document's root is that of a sitemap and not that of a feed."""
    root, feed = _SITEMAP.search(text), ROOT.search(text)
    return root is not None and (feed is None or root.start() < feed.start())


def parse_sitemap(text: str) -> Page:
    """Read a news sitemap; each entry with a title becomes a story. Never raises, whatever the text."""
    root, cut = read_tree(with_few_attributes(_without_cdata(text)))
    entries = root.css("url") if root is not None else []
    declared = _PREFIX.search(text)
    prefix = declared[1].lower() if declared else "news"
    stories = tuple(story for entry in entries if (story := _story(entry, prefix)))
    problems = []
    if cut:
        problems.append(problem(0, "deep", "the sitemap nests too many tags and is cut there", ""))
    if root is not None and root.css_first("sitemap") is not None:
        problems.append(problem(0, "feed", "an index of sitemaps: open one of those that it lists", ""))
    elif not stories:
        problems.append(problem(0, "feed", "a sitemap without news: no entry has a title", ""))
    return Page(stories=stories, problems=tuple(problems))


def _without_cdata(text: str) -> str:
    """Return markup in which the text of each CDATA section is escaped instead, for HTML has no such sections."""
    first, *rest = text.split(_CDATA)
    sections = (each.partition(_CDATA_END) for each in rest)
    return first + "".join(escape(inside) + after for inside, _, after in sections)


def _story(entry: LexborNode, prefix: str) -> Article | None:
    """Return an entry as a story; None for one without a title. `prefix` is that of the names of news."""
    names = {"loc": "loc", f"{prefix}:title": "title", f"{prefix}:publication_date": "date"}
    fields: dict[str, str] = {}
    for node, opens in walk(entry):
        if opens and (name := names.get(node.tag or "")) is not None:
            fields.setdefault(name, squeeze(node.text() or ""))
    if not fields.get("title"):
        return None
    return Article(
        headline=fields["title"], published=iso_date(fields.get("date", "")), url=absolute(fields.get("loc"), None)
    )

"""A feed, RSS or Atom, in; a `Page` of stories out. Nothing is fetched."""

from __future__ import annotations

import functools
import io
import re
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from tickerboard.model import Article, Page
from tickerboard.parser.html.blocks import Body, read_body
from tickerboard.parser.html.links import absolute
from tickerboard.parser.html.stories.published import iso_date
from tickerboard.parser.html.taming import with_few_attributes
from tickerboard.parser.html.tree import read_tree, squeeze, text_of
from tickerboard.parser.problems import problem
from tickerboard.text.charset import decode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tickerboard.model import Problem

AUTHOR_CAP = 1_000
"""Characters of an author in which an e-mail address is looked for."""
# What a picture shows. The library takes it for the description of the item, and drops the item's own.
_MEDIA_DESCRIPTION = re.compile(r"<(/?)media:description(?=[\s/>])", re.IGNORECASE)
ROOT = re.compile(r"<(?:rss|feed|rdf:rdf)[\s>]", re.IGNORECASE)


def parse_feed(data: bytes | str) -> Page:
    """Read a feed: RSS 2.0, RSS 1.0 or Atom; each item becomes a story.

    Never raises, whatever the data: of a broken feed the items that can be read are returned, and the problem `feed`.
    """
    import feedparser

    _bound_authors()
    text = decode(data) if isinstance(data, bytes) else data
    root = ROOT.search(text)
    if root is None:
        return Page(problems=(problem(0, "feed", "no feed: neither rss, nor rdf, nor feed is in it", text),))
    # From the root element on: what stands before it may declare another charset, or entities that blow up.
    markup = _MEDIA_DESCRIPTION.sub(r"<\1media:about", text[root.start() :])
    body = with_few_attributes(markup).encode("utf-8", errors="replace")
    try:
        feed = feedparser.parse(io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # noqa: BLE001  it has none of its own: broken namespaces, dates and links raise anything
        return Page(problems=(_broken(error),))
    base = absolute(_text(feed.feed, "link"), None)
    stories = tuple(story for entry in feed.entries if (story := _story(entry, base)))
    return Page(stories=stories, problems=(_broken(feed.bozo_exception),) if feed.bozo else ())


@functools.cache
def _bound_authors() -> None:
    """Have feedparser look for an e-mail address only in authors of a sane length.

    Its pattern takes time that grows with the square of the length, and holds the interpreter meanwhile: an author of
    60 kB takes a minute. The fields that it looks at are those of its current item or feed.
    """
    from feedparser.mixin import _FeedParserMixin as Mixin

    look = Mixin._sync_author_detail

    def look_if_short(self: Any, key: str = "author") -> None:
        if len(self._get_context().get(key) or "") <= AUTHOR_CAP:
            look(self, key)

    Mixin._sync_author_detail = look_if_short


def _broken(error: Exception) -> Problem:
    return problem(0, "feed", f"the feed is broken: {squeeze(str(error))[:120]}", "")


def _story(entry: Mapping[str, Any], base: str | None) -> Article | None:
    """Return an item as a story; None for one that has neither a headline nor a text."""
    url = absolute(_text(entry, "link"), base)
    headline = _plain(_text(entry, "title")) or None
    root, _ = read_tree(_markup(entry))
    body = read_body(root, url or base, headline) if root is not None else Body()
    if headline is None and not body.paragraphs:
        return None
    return Article(
        headline=headline,
        byline=_plain(_text(entry, "author")) or None,
        published=_published(entry),
        section=_section(entry),
        **body._asdict(),
        url=url,
    )


def _text(fields: Mapping[str, Any], name: str) -> str:
    """Return a field as text; in a broken feed it may be anything."""
    value = fields.get(name)
    return value if isinstance(value, str) else ""


def _plain(text: str) -> str:
    """Return a field that may hold markup (`<b>`, `&amp;`) as a reader sees it."""
    if "<" not in text and "&" not in text:
        return squeeze(text)
    return text_of(read_tree(text)[0])


def _markup(entry: Mapping[str, Any]) -> str:
    """Take the whole story where the feed carries it, else its description."""
    contents = entry.get("content") or ()
    whole = next((value for content in contents if (value := _text(content, "value"))), "")
    return whole or _text(entry, "summary")


def _section(entry: Mapping[str, Any]) -> str | None:
    tags = entry.get("tags") or ()
    return next((name for tag in tags if (name := _plain(_text(tag, "term") or _text(tag, "label")))), None)


def _published(entry: Mapping[str, Any]) -> str | None:
    """Return the item's date as ISO 8601 with the offset of the feed: RSS has mail dates, Atom has ISO dates."""
    date = squeeze(_text(entry, "published") or _text(entry, "updated"))[:64]
    try:
        return parsedate_to_datetime(date).isoformat()
    except (ValueError, OverflowError):
        return iso_date(date)

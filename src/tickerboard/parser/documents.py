"""A document's bytes to a snapshot: decoded, recognised, and read by the reader for its type."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.model import ObservedFrom, Snapshot
from tickerboard.parser import parse_page
from tickerboard.parser.problems import problem
from tickerboard.text.charset import decode, is_binary, stray_nul
from tickerboard.text.patterns import pattern

if TYPE_CHECKING:
    from datetime import datetime

    from tickerboard.model import Page

__all__ = ["Document", "DocumentType", "decode", "is_binary", "read_document", "sniff"]

_LOOKED_AT = 4_096
KEPT = 1_000_000
"""Characters of a text that is kept, so that the place of a quote or a problem can be shown."""
# What may precede the root element: a byte order mark, white space, declarations and comments. One piece a match, for a
# possessive repeat over a group is wrong before Python 3.11.5 (CPython gh-106052).
_LEAD = pattern(
    r"[\ufeff\s]++|<\?[^>]*+>|<!--.*?-->|<!doctype (?!html)[^>\[]*+(?:\[[^\]]*+\]\s*+)?>",
    re.IGNORECASE | re.DOTALL,
)
_FEED = pattern(r"<(?:rss|feed|rdf:rdf|urlset|sitemapindex)[\s>]", re.IGNORECASE)
_HTML = pattern(
    r"<(?:!doctype html|html|head|body|title|meta|link|script|style|base|article|section|main|header|nav|aside|div|p|"
    r"span|a|ul|ol|table|h[1-6]|center|form|img|br|hr)[\s/>]",
    re.IGNORECASE,
)
_END_TAG = pattern(r"</[a-z][a-z0-9]{0,15}>", re.IGNORECASE)
_MARKET = pattern(r"<table\s[^<>]{0,300}?id\s{0,5}=\s{0,5}[\"']?listingsTable\b")


class DocumentType(StrEnum):
    """What a document is."""

    TEXT = "text"
    HTML = "html"
    MARKET = "market"
    FEED = "feed"


class Document(NamedTuple):
    """The bytes of one page, as a source found them.

    `label` names the page on screen and in output, without secrets. `url` is its http(s) address, without user and
    password, against which relative links resolve; None for a page that has none. `observed` (UTC) is when the page
    was as it is, and `observed_from` where that time comes from; both are None where the time is unknown. `charset`
    and `content_type` are what a server's headers say.
    """

    label: str
    data: bytes
    observed: datetime | None = None
    observed_from: ObservedFrom | None = None
    url: str | None = None
    charset: str | None = None
    content_type: str | None = None


def read_document(document: Document) -> Snapshot:
    """Decode and read a document; the reader is chosen by what the document is, and loaded only then.

    It takes as long as it takes: `isolation.read_isolated` does the same at a bounded cost.
    """
    text = decode(document.data, document.charset)
    form = sniff(text, document.content_type)
    if form is DocumentType.TEXT:
        return read_decoded(document, text)
    return snapshot_of(document, _read(text, form, document.url))


def read_decoded(document: Document, text: str) -> Snapshot:
    """Read a document of plain text that is decoded already."""
    return snapshot_of(document, parse_page(text), text)


def read_text(text: str, *, url: str | None = None, content_type: str | None = None) -> Page:
    """Read text that is decoded already: a page's text, markup or a feed. Never raise."""
    return _read(text, sniff(text, content_type), url)


def type_of(document: Document) -> DocumentType:
    """Return what a document is."""
    return sniff(decode(document.data, document.charset), document.content_type)


def snapshot_of(document: Document, page: Page, text: str = "") -> Snapshot:
    """Return the snapshot of a document whose page was read; `text` is kept where it is not too long.

    A date that a crawl wrote before the page's first line is the time of the snapshot: the file or server that holds
    the page now only knows when it was stored.
    """
    observed, observed_from = document.observed, document.observed_from
    if page.crawled is not None:
        observed, observed_from = page.crawled, ObservedFrom.CRAWL
    kept = text if len(text) <= KEPT else ""
    if (nul := stray_nul(document.data)) is not None:
        stray = problem(nul, "nul", "the page contains NUL characters, which were dropped", "")
        page = page._replace(problems=tuple(sorted((stray, *page.problems), key=lambda each: each.line)))
    return Snapshot(document.label, observed, page, observed_from, document.url, text=kept)


def sniff(text: str, content_type: str | None = None) -> DocumentType:
    """Return what a document is. Its own opening counts first, for content types are often wrong.

    A type of feed or HTML is believed only where the text bears it out, and text that merely contains `<` stays text.
    """
    if "<" not in text:
        return DocumentType.TEXT
    head = text[:_LOOKED_AT]
    opening = _opening(head)
    declared = (content_type or "").partition(";")[0].strip().lower()
    if _FEED.match(head, opening) or (declared.endswith("xml") and "html" not in declared and _FEED.search(head)):
        return DocumentType.FEED
    if _HTML.match(head, opening) or ("html" in declared and _END_TAG.search(text)):
        return DocumentType.MARKET if _MARKET.search(text) else DocumentType.HTML
    return DocumentType.TEXT


def _opening(head: str) -> int:
    """Return where the root element may begin."""
    at = 0
    while found := _LEAD.match(head, at):
        at = found.end()
    return at


def _read(text: str, form: DocumentType, url: str | None) -> Page:
    match form:
        case DocumentType.FEED:
            from tickerboard.parser.feed import parse_feed
            from tickerboard.parser.sitemap import is_sitemap, parse_sitemap

            return parse_sitemap(text) if is_sitemap(text) else parse_feed(text)
        case DocumentType.MARKET:
            from tickerboard.parser.tables.market import parse_market

            return parse_market(text)
        case DocumentType.HTML:
            from tickerboard.parser.html import parse_html

            return parse_html(text, url)
        case DocumentType.TEXT:
            return parse_page(text)

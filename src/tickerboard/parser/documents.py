"""A document's bytes to a snapshot: decoded, told for what it is, and read by the reader for that."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from tickerboard.model import Snapshot
from tickerboard.parser import parse_page
from tickerboard.text.charset import decode, is_binary

if TYPE_CHECKING:
    from tickerboard.model import Page
    from tickerboard.sources.base import Document

__all__ = ["DocumentType", "decode", "is_binary", "read_document", "sniff"]

_LOOKED_AT = 4_096
KEPT = 1_000_000
"""Characters of a text that is kept, so that the place of a quote or a problem can be shown."""
# What may precede the root element: a byte order mark, white space, declarations and comments. One piece a match, for a
# possessive repeat over a group is wrong before Python 3.11.5 (CPython gh-106052).
_LEAD = re.compile(
    r"[\ufeff\s]++|<\?[^>]*+>|<!--.*?-->|<!doctype (?!html)[^>\[]*+(?:\[[^\]]*+\]\s*+)?>",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(r"<(?:rss|feed|rdf:rdf)[\s>]", re.IGNORECASE)
_HTML = re.compile(
    r"<(?:!doctype html|html|head|body|title|meta|link|script|style|base|article|section|main|header|nav|aside|div|p|"
    r"span|a|ul|ol|table|h[1-6]|center|form|img|br|hr)[\s/>]",
    re.IGNORECASE,
)
_END_TAG = re.compile(r"</[a-z][a-z0-9]{0,15}>", re.IGNORECASE)
_MARKET = re.compile(r"<table\s[^<>]{0,300}?id\s{0,5}=\s{0,5}[\"']?listingsTable\b")


class DocumentType(StrEnum):
    """What a document is."""

    TEXT = "text"
    HTML = "html"
    MARKET = "market"
    FEED = "feed"


def read_document(document: Document) -> Snapshot:
    """Decode and read a document; the reader is chosen by what the document is, and loaded only then."""
    text = decode(document.data, document.charset)
    form = sniff(text, document.content_type)
    page = _read(text, form, document.source)
    kept = text if form is DocumentType.TEXT and len(text) <= KEPT else ""
    return Snapshot(document.source, document.observed, page, text=kept)


def sniff(text: str, content_type: str | None = None) -> DocumentType:
    """Tell what a document is. Its own opening goes first: content types lie.

    A type of feed or HTML is believed only where the text bears it out, and text that merely contains `<` stays text.
    """
    head = text[:_LOOKED_AT]
    opening = _opening(head)
    said = (content_type or "").partition(";")[0].strip().lower()
    if _FEED.match(head, opening) or (said.endswith("xml") and "html" not in said and _FEED.search(head)):
        return DocumentType.FEED
    if _HTML.match(head, opening) or ("html" in said and _END_TAG.search(text)):
        return DocumentType.MARKET if _MARKET.search(text) else DocumentType.HTML
    return DocumentType.TEXT


def _opening(head: str) -> int:
    """Return where the root element may begin."""
    at = 0
    while found := _LEAD.match(head, at):
        at = found.end()
    return at


def _read(text: str, form: DocumentType, source: str) -> Page:
    match form:
        case DocumentType.FEED:
            from tickerboard.parser.feed import parse_feed

            return parse_feed(text)
        case DocumentType.MARKET:
            from tickerboard.parser.tables.market import parse_market

            return parse_market(text)
        case DocumentType.HTML:
            from tickerboard.parser.html import parse_html

            return parse_html(text, source if source.startswith(("http://", "https://")) else None)
        case DocumentType.TEXT:
            return parse_page(text)

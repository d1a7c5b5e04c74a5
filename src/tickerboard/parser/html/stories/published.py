"""When a page says that it was published."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from tickerboard.parser.html.stories.metadata import metas_of
from tickerboard.parser.html.tree import squeeze
from tickerboard.parser.prose.printed import printed_date
from tickerboard.text.word_lists import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

# Taken from the script's text and not from its JSON: a page's JSON may be broken, or nested to any depth.
_JSON_DATE = re.compile(r'"datePublished"\s{0,20}:\s{0,20}"([^"<>]{8,60})"')
_FIRST = 'meta[property="article:published_time"], meta[itemprop="datePublished"]'
_LATER = phrases("""
    article:published|og:published_time|og:article:published_time|published_time|parsely-pub-date|sailthru.date
    datepublished|publish-date|publish_date|publishdate|publication_date|pubdate|dc.date.issued|dcterms.created
    dc.date|dcterms.date|dc.date.created|article.published|pdate|originalpublicationdate|cxenseparse:recs:publishtime
    ptime|displaydate|date
""")
"""Names of `meta` elements with a date on which a story was published; dates of changes are not here."""
_TIMES = "article time[datetime], time[itemprop][datetime], time[pubdate][datetime], [itemprop~=datePublished]"
_CHANGED = ("modif", "updat", "revis")
"""What the class or the property of an element says whose date is that of a change."""
_DAY = 10


def published(root: LexborNode) -> str | None:
    """Return the date and time of a page's metadata as ISO 8601; one with an offset goes before one without."""
    dates = [date for said in _said(root) if (date := iso_date(said) or _other_date(said))]
    return next((date for date in dates if _has_offset(date)), dates[0] if dates else None)


def iso_date(text: str) -> str | None:
    """Return a date that programs wrote, such as `2025-01-29 22:34:17+05:00`, as ISO 8601; None for any other text."""
    text = squeeze(text)
    if not 8 <= len(text) <= 40 or not text.isascii():
        return None
    try:
        date = datetime.fromisoformat(text)
    except ValueError:
        return None
    return date.date().isoformat() if len(text) <= _DAY else date.isoformat(timespec="seconds")


def _other_date(text: str) -> str | None:
    """Return a date as mail has it (`Wed, 29 Jan 2025 22:34:17 GMT`), or as pages print it (`January 29, 2025`)."""
    text = squeeze(text)
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return printed_date(text)
    return date.isoformat() if ":" in text else printed_date(text)


def _has_offset(date: str) -> bool:
    return datetime.fromisoformat(date).tzinfo is not None


def _said(root: LexborNode) -> Iterator[str]:
    for meta in root.css(_FIRST):
        yield meta.attributes.get("content") or ""
    for script in root.css('script[type="application/ld+json"]'):
        yield from _JSON_DATE.findall(script.text())
    metas = metas_of(root, "property", "name", "itemprop")
    for name in _LATER:
        yield from metas.get(name, ())
    for time in root.css(_TIMES):
        attributes = time.attributes
        named = f"{attributes.get('class') or ''} {attributes.get('itemprop') or ''}".lower()
        if not any(word in named for word in _CHANGED):
            yield attributes.get("datetime") or attributes.get("content") or ""

"""When a page says that it was published."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from tickerboard.parser.html.tree import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

# Taken from the script's text and not from its JSON: a page's JSON may be broken, or nested to any depth.
_JSON_DATE = re.compile(r'"datePublished"\s{0,20}:\s{0,20}"([0-9T:Z .+-]{8,40})"')


def published(root: LexborNode) -> str | None:
    """Return the date and time of a page's metadata as ISO 8601; one with an offset goes before one without."""
    dates = [date for said in _said(root) if (date := iso_date(said))]
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
    return date.date().isoformat() if len(text) <= 10 else date.isoformat()


def _has_offset(date: str) -> bool:
    return datetime.fromisoformat(date).tzinfo is not None


def _said(root: LexborNode) -> Iterator[str]:
    for meta in root.css('meta[property="article:published_time"], meta[itemprop="datePublished"]'):
        yield meta.attributes.get("content") or ""
    for script in root.css('script[type="application/ld+json"]'):
        yield from _JSON_DATE.findall(script.text())
    for time in root.css("article time[datetime], time[itemprop][datetime], time[pubdate][datetime]"):
        yield time.attributes.get("datetime") or ""

"""Values as the history's columns hold them: times, figures and articles."""

from __future__ import annotations

import json
import zlib
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tickerboard.model import Article, Problem, Related
from tickerboard.text.digests import sha256

if TYPE_CHECKING:
    from collections.abc import Iterable

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_DIGITS = 40
"""Digits on either side of the point that a figure may have; the parser allows fewer."""


def to_micros(time: datetime) -> int:
    """Return an aware time as microseconds since 1970."""
    return (time - EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """Return the time (UTC) of microseconds since 1970."""
    return EPOCH + timedelta(microseconds=micros)


def to_text(figure: Decimal | None) -> str | None:
    """Return a figure's own digits. Raise ValueError for one that is not finite or absurdly long."""
    if figure is None:
        return None
    if not figure.is_finite() or not -_DIGITS < figure.adjusted() < _DIGITS:
        raise ValueError("not a figure of a page")
    return f"{figure:f}"


def from_text(text: str | None) -> Decimal | None:
    """Return the figure of a column."""
    return None if text is None else Decimal(text)


def storable(text: str) -> str:
    """Return a text without lone surrogates, which SQLite does not take."""
    return text.encode("utf-8", "replace").decode()


def optional(text: str | None) -> str:
    """Return a text, or the empty one that stands for None in columns that are part of a unique key."""
    return storable(text) if text else ""


def pack(data: bytes) -> bytes:
    """Compress a document."""
    return zlib.compress(data, 6)


def unpack(data: bytes) -> bytes:
    """Return the bytes of a document."""
    return zlib.decompress(data)


def hash_of(data: bytes) -> bytes:
    """Return the SHA-256 of bytes."""
    return sha256(data).digest()


def article_columns(article: Article) -> tuple[Any, ...]:
    """Return an article's columns, the first of them the hash of all others."""
    texts = [article.headline, article.byline, article.published, article.section, article.url]
    columns = [
        *(None if text is None else storable(text) for text in texts),
        as_json([storable(each) for each in article.paragraphs]),
        as_json([[storable(each.text), each.url and storable(each.url), each.after] for each in article.related]),
    ]
    return hash_of(as_json(columns).encode()), *columns


def article_of(headline: Any, byline: Any, published: Any, section: Any, url: Any, body: str, related: str) -> Article:
    """Return the article of its columns."""
    links = tuple(Related(*each) for each in json.loads(related))
    return Article(headline, byline, published, section, tuple(json.loads(body)), links, url)


def problems_column(problems: Iterable[Problem]) -> str | None:
    """Return problems as a column; None where there are none."""
    rows = [[each.line, each.code, storable(each.message), storable(each.text)] for each in problems]
    return as_json(rows) if rows else None


def problems_of(column: str | None) -> tuple[Problem, ...]:
    """Return the problems of a column."""
    return tuple(Problem(*each) for each in json.loads(column)) if column else ()


def json_texts(texts: Iterable[str]) -> str:
    """Return texts as `json_each` reads them."""
    return as_json([storable(each) for each in texts])


def as_json(value: Any) -> str:
    """Return a value as `json_each` reads it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

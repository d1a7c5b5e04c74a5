"""A document's bytes to a snapshot: decoded, then parsed."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from tickerboard.model import Snapshot
from tickerboard.parser import parse_page

if TYPE_CHECKING:
    from tickerboard.sources.base import Document

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<meta[^>]{1,200}charset=[\"']?([A-Za-z0-9_-]{1,40})", re.IGNORECASE)


def take(document: Document) -> Snapshot:
    """Decode and parse a document."""
    return Snapshot(document.source, document.observed, parse_page(decode(document.data, document.charset)))


def is_binary(data: bytes) -> bool:
    """Tell data that is no text: it has NUL bytes and no mark of a wide encoding."""
    return b"\0" in data[:65_536] and not any(data.startswith(mark) for mark, _ in _MARKS)


def decode(data: bytes, charset: str | None = None) -> str:
    """Decode by byte order mark, header, meta tag, else UTF-8; what is not UTF-8 is taken for Windows-1252."""
    for mark, wide in _MARKS:
        if data.startswith(mark):
            return data.decode(wide, errors="replace")
    meta = _META.search(data[:1024])
    names: tuple[str | None, ...] = (charset, meta[1].decode("ascii") if meta else None, "utf-8")
    for name in names:
        if name is not None and _is_text_codec(name):
            try:
                return data.decode(name)
            except (UnicodeError, ValueError):
                continue
    return data.decode("cp1252", errors="replace")


def _is_text_codec(name: str) -> bool:
    try:
        return bool(codecs.lookup(name)._is_text_encoding)
    except LookupError:
        return False

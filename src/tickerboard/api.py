"""The public functions: a page's text to what it says, and a file, folder or URL to its pages."""

from __future__ import annotations

import os
import warnings
from email.message import Message
from typing import TYPE_CHECKING

from tickerboard.parser.documents import Document, read_document, read_text
from tickerboard.sources.base import SourceError

if TYPE_CHECKING:
    from tickerboard.model import Page, Snapshot


def parse(text_or_bytes: str | bytes, *, url: str | None = None, content_type: str | None = None) -> Page:
    """Return what a page says. Never raise, whatever the page.

    Bytes are decoded by their own marks, as UTF-8, or by the charset of `content_type` (a Content-Type header). `url`
    is the page's http(s) address, against which relative links resolve. Nothing is fetched.
    """
    if isinstance(text_or_bytes, str):
        return read_text(text_or_bytes, url=url, content_type=content_type)
    if not isinstance(text_or_bytes, bytes | bytearray | memoryview):
        raise TypeError(f"parse() takes text or bytes, not {type(text_or_bytes).__name__}")
    document = Document("", bytes(text_or_bytes), url=url, charset=_charset(content_type), content_type=content_type)
    return read_document(document).page


def _charset(content_type: str | None) -> str | None:
    """Return the charset parameter of a Content-Type header, None without one that can be read."""
    message = Message()
    try:
        message["Content-Type"] = content_type or ""
        return message.get_content_charset()
    except Exception:  # noqa: BLE001  RFC 2231 parameters of hostile headers end the standard library in many ways
        return None


def read(path_or_url: str | os.PathLike[str]) -> list[Snapshot]:
    """Return the pages of a file, a folder or an http(s) URL, or of standard input for `-`.

    Raise SourceError if no page can be read. A page of a folder that cannot be read beside others is a warning.
    """
    import asyncio

    argument = os.fspath(path_or_url)
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return _read(argument)
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:  # notebooks run a loop of their own, in which no other can be started
        return pool.submit(_read, argument).result()


def _read(argument: str) -> list[Snapshot]:
    from tickerboard.sources import open_source
    from tickerboard.sources.updates import failures_of, read_once, snapshots_of

    update = read_once(open_source(argument))
    failures, snapshots = failures_of(update), snapshots_of([update])
    if failures and not snapshots:
        raise SourceError("; ".join(map(str, failures)))
    for failure in failures:
        warnings.warn(str(failure), stacklevel=3)
    return snapshots

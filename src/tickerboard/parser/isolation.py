"""Parses documents that may take long where they can be stopped: in a process of its own, with limits.

Short plain text is parsed at once. All else (HTML, feeds, large text) goes to a worker, which is started when it is
first needed and serves again. A document that exceeds its limits costs that worker and is reported; nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.documents import DocumentType, decode, is_binary, read_decoded, snapshot_of, sniff
from tickerboard.parser.limits import LARGE, SHORT, BinaryError

if TYPE_CHECKING:
    from threading import Event

    from tickerboard.model import Snapshot
    from tickerboard.parser.documents import Document


def read_isolated(document: Document, stop: Event | None = None) -> Snapshot:
    """Decode and read a document as `read_document` does, at a bounded cost.

    `stop` is for callers in a thread of their own, which must end soon when nobody waits for it any more. Raises
    ParsingError for a document that exceeds its limits or is not text, and Stopped soon after `stop` is set.
    """
    if is_binary(document.data):
        raise BinaryError("not a page of text")
    most = LARGE if stop is None else SHORT
    if len(document.data) <= most:
        text = decode(document.data, document.charset)
        if sniff(text, document.content_type) is DocumentType.TEXT:
            return read_decoded(document, text)
    from threading import Event

    from tickerboard.parser.workers import workers

    return snapshot_of(document, workers.read(document, stop or Event()))

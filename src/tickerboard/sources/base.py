"""What a source is: something that gives the bytes of pages, and says when it cannot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime


class SourceError(Exception):
    """A source that cannot be read; the message is one plain, printable line that names the source."""


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of one page, where they are from and when they were observed (UTC; None when nothing tells).

    `charset` and `content_type` are what the response's header says; None from where nothing says it.
    """

    source: str
    data: bytes
    observed: datetime | None
    charset: str | None = None
    content_type: str | None = None


class Source(Protocol):
    """Where page text comes from."""

    @property
    def name(self) -> str:
        """How the source is called on screen; printable, without secrets."""
        ...

    def read(self) -> list[Document]:
        """Read every page there is now; raises SourceError."""
        ...

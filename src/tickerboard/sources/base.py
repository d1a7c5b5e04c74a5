"""What a source is: something that gives the bytes of pages, once or for ever, and says when it cannot."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol
from urllib.parse import urlsplit

from tickerboard.errors import TickerboardError
from tickerboard.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from datetime import datetime

    from tickerboard.sources.pace import Pace

_ADDRESS = re.compile(r"https?://[^\s'\"]+", re.IGNORECASE)


class SourceError(TickerboardError):
    """A source that cannot be read; the message is one plain, printable line that names the source.

    `retry_after` is how many seconds the other side asked us to wait, where it did.
    """

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of one page, where they are from and when they were observed (UTC; None when nothing tells)."""

    source: str
    data: bytes
    observed: datetime | None
    charset: str | None = None
    content_type: str | None = None


@dataclass(frozen=True, slots=True)
class Fetch:
    """What a source gave at one time.

    `documents` are all the pages that it has now; None where it gave none or they are the same as before. `checked`
    (UTC) is when a source said that nothing changed. `failure` is a plain line about what could not be read, `again`
    (UTC) the time of the next try or refresh where there is a timer, `note` how the source is followed.
    """

    source: str
    documents: tuple[Document, ...] | None = None
    failure: str | None = None
    again: datetime | None = None
    checked: datetime | None = None
    note: str | None = None


class Source(Protocol):
    """Where page text comes from."""

    instant: ClassVar[bool]
    """Whether reading it takes no time worth a word, so that it can be read before the screen opens."""
    stream: ClassVar[bool]
    """Whether what it gives comes once and is gone, so that it is followed from the start to its end."""

    @property
    def name(self) -> str:
        """How the source is called on screen; printable, without secrets."""
        ...

    def read(self) -> Fetch:
        """Read every page there is now, once."""
        ...

    def follow(self, pace: Pace) -> AsyncGenerator[Fetch]:
        """Read now, then whenever the pages change or the time has come; ends only where the source does."""
        ...


def shown(name: str) -> str:
    """Give a name as it may be printed."""
    return clean(name.encode("utf-8", "replace").decode()).replace("\n", " ")


def without_secrets(url: str) -> str:
    """Give an address without user, password, query and fragment: tokens are never shown."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  a password with a slash in it looks like one that is no number
    except ValueError:
        return "the address"
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def addresses_without_secrets(text: str) -> str:
    """Give a text with each http address in it made fit to be shown."""
    return _ADDRESS.sub(lambda found: without_secrets(found[0]), text)


def numbered(name: str, number: int) -> str:
    """Give the name of the first, second, … source of one name."""
    return name if number == 1 else f"{name} ({number})"

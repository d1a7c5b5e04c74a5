"""Sources of pages: the protocol that each kind follows, and the types of what a fetch returns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Protocol, TypeAlias, runtime_checkable
from urllib.parse import urlsplit, urlunsplit

from tickerboard.errors import TickerboardError
from tickerboard.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from datetime import datetime

    from tickerboard.parser.documents import Document
    from tickerboard.sources.pace import Pace

_ADDRESS = pattern(r"https?://[^\s'\"]+", re.IGNORECASE)
_SECRET = pattern(r"auth|code|credential|jwt|key|pass|pwd|secret|session|sid|sig|signature|token|user", re.IGNORECASE)
"""Found in the name of a query parameter whose value is not for others to see."""


SAMPLE, SIMULATED, REPLAY = "SAMPLE", "SIMULATED", "REPLAY"
"""The notes of sources whose figures are not today's market: the bundled page, that on a random walk, the history."""
MADE_UP = (SAMPLE, SIMULATED)
"""Those whose figures no market made."""
MARKS = (*MADE_UP, REPLAY)
"""A board with any of them carries the mark."""


class SourceError(TickerboardError):
    """A source that cannot be read. The message is the reason alone: one plain, printable line without the label.

    `retry_after` is how many seconds the other side asked us to wait; None where it did not. `logged` is the reason
    for the log, where the message has something that must not get into it.
    """

    def __init__(self, reason: str, retry_after: float | None = None, logged: str | None = None) -> None:
        super().__init__(reason)
        self.retry_after = retry_after
        self.logged = logged or reason


class Failure(NamedTuple):
    """Why a page or a whole source could not be read.

    `label` names what failed: the source, or one page of a folder. `reason` is one plain line that does not repeat it;
    `logged` is the reason for the log, empty where that is the same.
    """

    label: str
    reason: str
    logged: str = ""

    def __str__(self) -> str:
        return f"{self.label}: {self.reason}"


class Pages(NamedTuple):
    """A successful fetch: every page that the source has now.

    `failures` are the pages that could not be read beside those that were, as in a folder. `again` (UTC) is the time
    of the next refresh, None without a timer. `note` is how the source is followed where that is unusual.
    """

    source: str
    documents: tuple[Document, ...]
    failures: tuple[Failure, ...] = ()
    again: datetime | None = None
    note: str | None = None


class Unchanged(NamedTuple):
    """The source confirms, at `checked` (UTC), that its pages are the same as before. `again` as in Pages."""

    source: str
    checked: datetime
    again: datetime | None = None
    note: str | None = None


class Failed(NamedTuple):
    """A fetch that returned no page at all. `again` (UTC) is the time of the next try, None without a timer."""

    source: str
    failure: Failure
    again: datetime | None = None
    note: str | None = None

    @classmethod
    def of(cls, source: str, reason: object, again: datetime | None = None) -> Failed:
        """Return the failure of a whole source; `reason` is an error or a plain line."""
        logged = reason.logged if isinstance(reason, SourceError) else ""
        return cls(source, Failure(source, str(reason), logged), again)


class Progress(NamedTuple):
    """No page and no failure: the source has only begun, has ended, or is followed in another way than before."""

    source: str
    note: str | None = None


Fetch: TypeAlias = "Pages | Unchanged | Failed | Progress"
"""What a source reports at one time."""


@runtime_checkable
class Numbered(Protocol):
    """A source whose name leaves something out, so that several may have one name: they are numbered."""

    def next(self) -> Source:
        """Return the same source under the next number."""
        ...


class Source(Protocol):
    """Where page text comes from."""

    stream: ClassVar[bool]
    """Whether its bytes come once, so that it is followed from the start to its end."""

    @property
    def instant(self) -> bool:
        """Whether reading and parsing it takes so little time that it is done before the screen opens."""
        ...

    @property
    def name(self) -> str:
        """The label of the source on screen: printable, without secrets, unique among the open sources."""
        ...

    def read(self) -> Fetch:
        """Read every page there is now, once. Never raises SourceError: a failure is returned."""
        ...

    def follow(self, pace: Pace) -> AsyncGenerator[Fetch]:
        """Read now, then whenever the pages change or the timer fires; ends only where the source does."""
        ...


def without_secrets(url: str) -> str:
    """Return an address without user, password, query and fragment, any of which may hold a token."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  a password with a slash in it looks like a port that is not a number
    except ValueError:
        return "the address"
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def document_address(url: str) -> str:
    """Return the address by which a document is found again and its relative links resolve.

    The user, the password, the fragment and the query parameters whose names say that they are secret are left out.
    """
    parts = urlsplit(url)
    query = "&".join(each for each in parts.query.split("&") if not _SECRET.search(each.partition("=")[0]))
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, query, ""))


def addresses_without_secrets(text: str) -> str:
    """Return a text with each http address in it as `without_secrets` leaves it."""
    return _ADDRESS.sub(lambda found: without_secrets(found[0]), text)


def numbered(name: str, number: int) -> str:
    """Return the name of the first, second, … source of one name."""
    return name if number == 1 else f"{name} ({number})"

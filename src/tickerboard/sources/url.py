"""A page at an http(s) address."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, ClassVar

from tickerboard.model import ObservedFrom
from tickerboard.parser.documents import Document
from tickerboard.sources.base import (
    Failed,
    Pages,
    SourceError,
    Unchanged,
    document_address,
    numbered,
    without_secrets,
)
from tickerboard.sources.pace import URL_EVERY, URL_FLOOR
from tickerboard.sources.running import run_to_end
from tickerboard.text.clean import shown

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping

    from tickerboard.sources.base import Fetch
    from tickerboard.sources.pace import Pace


EARLIEST_YEAR = 1990
"""No page was served before: an earlier Date comes from a clock that was never set."""


@dataclass
class UrlSource:
    """One http or https address. It keeps the validators of its last page, to request changes only.

    `number` distinguishes it from others whose addresses differ only in what is not shown.
    """

    url: str
    number: int = field(default=1, compare=False)
    _validators: dict[str, str] = field(default_factory=dict, init=False, compare=False, repr=False)
    instant: ClassVar[bool] = False
    stream: ClassVar[bool] = False

    @property
    def name(self) -> str:
        """The address, without the tokens that may be in it."""
        return numbered(shown(without_secrets(self.url)), self.number)

    def next(self) -> UrlSource:
        """Return the same source under the next number."""
        return replace(self, number=self.number + 1)

    def read(self) -> Fetch:
        """Fetch once."""
        try:
            document = run_to_end(self._ask)
        except SourceError as error:
            return Failed.of(self.name, error)
        return Pages(self.name, (document,)) if document else Unchanged(self.name, datetime.now(UTC))

    def follow(self, pace: Pace) -> AsyncGenerator[Fetch]:
        """Fetch on a timer, never faster than every five seconds."""
        from tickerboard.sources.polling import follow_timed

        return follow_timed(self.name, self._ask, max(pace.every or URL_EVERY, URL_FLOOR), pace)

    async def _ask(self) -> Document | None:
        """Fetch the page; None where the server says that it did not change."""
        from tickerboard.sources.http import get

        answer = await get(self.url, self._validators)
        if answer.status == 304 and self._validators:
            return None
        if answer.status != 200:
            raise SourceError(f"the server answered {answer.status}", retry_after(answer.headers))
        asks = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}
        validators = {ask: answer.headers.get(given, "") for given, ask in asks.items()}
        self._validators = {ask: value for ask, value in validators.items() if value.isascii() and value}
        observed = _date(answer.headers)
        return Document(
            self.name,
            answer.body,
            observed or datetime.now(UTC),
            ObservedFrom.HTTP_DATE if observed else ObservedFrom.READ,
            document_address(answer.url),
            answer.charset,
            answer.headers.get("Content-Type"),
        )


def _date(headers: Mapping[str, str]) -> datetime | None:
    """Return the server's Date in UTC (RFC 9110, 6.6.1); None for a missing or an impossible one."""
    try:
        date = parsedate_to_datetime(headers["Date"]).astimezone(UTC)
    except (KeyError, ValueError, OverflowError):
        return None
    return date if date.year >= EARLIEST_YEAR else None


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Read Retry-After (RFC 9110, 10.2.3): seconds, or a date to count to; None for anything else."""
    value = headers.get("Retry-After", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        seconds = (parsedate_to_datetime(value).astimezone(UTC) - datetime.now(UTC)).total_seconds()
    except (ValueError, OverflowError):
        return None
    return max(seconds, 0.0)

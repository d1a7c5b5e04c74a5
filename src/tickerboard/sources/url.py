"""A page fetched over HTTP."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tickerboard import __version__
from tickerboard.sources.base import Document, SourceError
from tickerboard.sources.local import shown

if TYPE_CHECKING:
    import httpx

BODY_CAP = 5 * 1024 * 1024
TOTAL_SECONDS = 20
CONNECT_SECONDS = 5


@dataclass(frozen=True)
class UrlSource:
    """One http or https address."""

    url: str

    @property
    def name(self) -> str:
        """The address without user, password and query: tokens are never shown."""
        parts = urlsplit(self.url)
        return shown(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}")

    def read(self) -> list[Document]:
        """Fetch once, within 20 seconds in all and 5 MiB decoded."""
        import httpx

        headers = {"User-Agent": f"tickerboard/{__version__}"}
        limits = httpx.Timeout(CONNECT_SECONDS)
        try:
            with (
                httpx.Client(timeout=limits, follow_redirects=True, max_redirects=5, headers=headers) as client,
                client.stream("GET", self.url) as response,
            ):
                return [self._document(response)]
        except httpx.TimeoutException as error:
            raise SourceError(f"{self.name}: no answer in time") from error
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise SourceError(f"{self.name}: cannot be fetched ({type(error).__name__})") from error

    def _document(self, response: httpx.Response) -> Document:
        if response.status_code != 200:
            raise SourceError(f"{self.name}: the server answered {response.status_code}")
        deadline = time.monotonic() + TOTAL_SECONDS
        body = bytearray()
        for chunk in response.iter_bytes(65_536):
            body += chunk
            if len(body) > BODY_CAP:
                raise SourceError(f"{self.name}: larger than 5 MiB")
            if time.monotonic() > deadline:
                raise SourceError(f"{self.name}: not whole within {TOTAL_SECONDS} s")
        kind = response.headers.get("Content-Type")
        return Document(self.name, bytes(body), _date(response), response.charset_encoding, kind)


def _date(response: httpx.Response) -> datetime | None:
    try:
        return parsedate_to_datetime(response.headers["Date"]).astimezone(UTC)
    except (KeyError, ValueError):
        return None

"""HTTP as a board needs it: one GET, bounded in bytes, time and redirects, never led into a private network."""

from __future__ import annotations

import asyncio
import functools
import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx

from tickerboard import __version__
from tickerboard.sources.base import SourceError
from tickerboard.sources.network import PeerGuard, Zone, reason_of, zone_of

if TYPE_CHECKING:
    import ssl
    from collections.abc import Mapping

TOTAL_SECONDS = 20.0
CONNECT_SECONDS = 5.0
REDIRECTS = 5
BODY_CAP = 5 * 1024 * 1024
_CHARSET = re.compile(r";\s{0,20}charset\s{0,20}=\s{0,20}[\"']?([\w.:+-]{1,40})", re.IGNORECASE | re.ASCII)
_HEADERS = {
    "User-Agent": f"tickerboard/{__version__}",
    "Accept": "text/html, application/rss+xml, application/atom+xml, text/plain;q=0.9, */*;q=0.5",
    "Accept-Encoding": "gzip",  # what `_decoded` can bound
}


@dataclass(frozen=True, slots=True)
class Answer:
    """The last answer of a server: where it was found, the status, the headers, and the unpacked body of a 200.

    `url` is the address after all redirects, with whatever secrets are in it. `charset` is that of the Content-Type.
    """

    url: str
    status: int
    headers: httpx.Headers
    charset: str | None
    body: bytes


async def get(url: str, validators: Mapping[str, str]) -> Answer:
    """Request a page within 20 seconds in all. Raises SourceError, its message without the address."""
    try:
        async with asyncio.timeout(TOTAL_SECONDS):
            return await _get(httpx.URL(url), validators)
    except SourceError:
        raise
    except Exception as error:  # whatever the libraries make of what a stranger sends
        raise SourceError(reason_of(error)) from error


async def _get(url: httpx.URL, validators: Mapping[str, str]) -> Answer:
    limits = httpx.Timeout(TOTAL_SECONDS, connect=CONNECT_SECONDS)
    verify = await asyncio.to_thread(_trust)
    async with httpx.AsyncClient(timeout=limits, headers=_HEADERS, verify=verify) as client:
        asked, guard = url, PeerGuard()
        for _ in range(REDIRECTS + 1):
            headers, extensions = dict(validators), {"trace": guard.trace}
            async with client.stream("GET", asked, headers=headers, extensions=extensions) as response:
                if not response.has_redirect_location:
                    body = await _decoded(response) if response.status_code == httpx.codes.OK else b""
                    charset = _charset(response.headers.get("Content-Type", ""))
                    return Answer(str(asked), response.status_code, response.headers, charset, body)
                target = asked.join(response.headers["Location"])
            await _check(asked, target, guard)
            guard.redirected()
            asked = target
    raise SourceError(f"redirected more than {REDIRECTS} times")


def _charset(content_type: str) -> str | None:
    """Return the charset that a Content-Type names. The library's reading of it raises on RFC 2231 parameters."""
    found = _CHARSET.search(content_type)
    return found[1] if found else None


@functools.cache
def _trust() -> ssl.SSLContext:
    """Load the certificates once: it takes tens of milliseconds."""
    return httpx.create_ssl_context()


async def _check(asked: httpx.URL, target: httpx.URL, guard: PeerGuard) -> None:
    """Refuse a redirect to another kind of address, to a plain one, or to a nearer network. Raises SourceError."""
    if target.scheme not in {"http", "https"} or not target.host:
        raise SourceError("redirected to an address that is not http or https")
    if asked.scheme == "https" and target.scheme == "http":
        raise SourceError("redirected from https to http")
    if target.host != asked.host:
        guard.check(await _zone_of_name(asked), await _zone_of_name(target))


async def _zone_of_name(url: httpx.URL) -> Zone:
    """Return the nearest of the networks that a name leads to."""
    port = url.port or (443 if url.scheme == "https" else 80)
    found = await asyncio.get_running_loop().getaddrinfo(url.host, port)
    return max(zone_of(str(address[0])) for *_, address in found)


async def _decoded(response: httpx.Response) -> bytes:
    """Return the body, unpacked here: a library would unpack a bomb of one chunk whole before it could be stopped."""
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in {"identity", "", "gzip", "x-gzip"}:
        raise SourceError(f"unknown content encoding ({encoding[:20]!r})")
    unpack = zlib.decompressobj(31) if "gzip" in encoding else None
    body = bytearray()
    async for chunk in response.aiter_raw():
        body += unpack.decompress(chunk, BODY_CAP + 1 - len(body)) if unpack else chunk
        if len(body) > BODY_CAP:
            raise SourceError(f"larger than {BODY_CAP // 1024 // 1024} MiB")
        if unpack and unpack.eof:  # what follows it is no part of the page, and may have no end
            break
    if unpack and not unpack.eof:
        raise SourceError("incomplete answer")
    return bytes(body)

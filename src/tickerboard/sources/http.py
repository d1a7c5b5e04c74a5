"""HTTP as a board wants it: one GET, bounded in bytes and redirects, never led astray."""

from __future__ import annotations

import asyncio
import functools
import ipaddress
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx

from tickerboard import __version__
from tickerboard.sources.base import SourceError

if TYPE_CHECKING:
    import ssl
    from collections.abc import Mapping

TOTAL_SECONDS = 20.0
CONNECT_SECONDS = 5.0
REDIRECTS = 5
BODY_CAP = 5 * 1024 * 1024
ASTRAY = "redirected to a private address"
_HEADERS = {
    "User-Agent": f"tickerboard/{__version__}",
    "Accept": "text/html, application/rss+xml, application/atom+xml, text/plain;q=0.9, */*;q=0.5",
    "Accept-Encoding": "gzip",  # what `_decoded` can bound
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's last word: where it was found, the status, the headers, and the decoded body of a 200.

    `url` is the address after all redirects, with whatever secrets are in it.
    """

    url: str
    status: int
    headers: httpx.Headers
    charset: str | None
    body: bytes


async def get(url: str, validators: Mapping[str, str]) -> Answer:
    """Ask for a page within 20 seconds in all. Raises SourceError, its message without the address."""
    try:
        async with asyncio.timeout(TOTAL_SECONDS):
            return await _get(httpx.URL(url), validators)
    except (TimeoutError, httpx.TimeoutException) as error:
        raise SourceError("no whole answer in time") from error
    except httpx.ConnectError as error:
        certificate = "CERTIFICATE" in str(error).upper()
        raise SourceError("its certificate is not to be trusted" if certificate else "cannot be reached") from error
    except (httpx.RemoteProtocolError, httpx.ReadError) as error:
        raise SourceError("the answer broke off or was no HTTP") from error
    except httpx.InvalidURL as error:
        raise SourceError("it, or where it redirects to, is no http address") from error
    except (httpx.HTTPError, OSError, ValueError, OverflowError, ExceptionGroup, zlib.error) as error:
        raise SourceError(f"cannot be fetched ({type(error).__name__})") from error


async def _get(url: httpx.URL, validators: Mapping[str, str]) -> Answer:
    limits = httpx.Timeout(TOTAL_SECONDS, connect=CONNECT_SECONDS)
    verify = await asyncio.to_thread(_trust)
    async with httpx.AsyncClient(timeout=limits, headers=_HEADERS, verify=verify) as client:
        asked, near = url, True
        for _ in range(REDIRECTS + 1):
            async with client.stream("GET", asked, headers=dict(validators)) as response:
                was_near, near = near, _answers_from_near(response)
                if near and not was_near:  # the name meant another address a moment ago
                    raise SourceError(ASTRAY)
                if not response.has_redirect_location:
                    body = await _decoded(response) if response.status_code == httpx.codes.OK else b""
                    return Answer(str(asked), response.status_code, response.headers, response.charset_encoding, body)
                target = asked.join(response.headers["Location"])
            await _check(asked, target, near=near)
            asked = target
    raise SourceError(f"redirected more than {REDIRECTS} times")


@functools.cache
def _trust() -> ssl.SSLContext:
    """Load the certificates once: it takes tens of milliseconds."""
    return httpx.create_ssl_context()


async def _check(asked: httpx.URL, target: httpx.URL, *, near: bool) -> None:
    """Refuse a redirect to another kind of address, to a plain one, or from the public net into a private one.

    `near` is whether a private address gave the redirect: its name alone may mean one now that it did not before.
    """
    if target.scheme not in {"http", "https"} or not target.host:
        raise SourceError("redirected to what is no http address")
    if asked.scheme == "https" and target.scheme == "http":
        raise SourceError("redirected from https to http")
    if target.host != asked.host and await _is_private(target) and not (near and await _is_private(asked)):
        raise SourceError(ASTRAY)


async def _is_private(url: httpx.URL) -> bool:
    port = url.port or (443 if url.scheme == "https" else 80)
    found = await asyncio.get_running_loop().getaddrinfo(url.host, port)
    return any(_is_near(str(address[0])) for *_, address in found)


def _is_near(address: str) -> bool:
    return not ipaddress.ip_address(address.partition("%")[0]).is_global


def _answers_from_near(response: httpx.Response) -> bool:
    """Tell whether it is a private address that answers; a proxy's counts, for it alone sees the other end.

    One that is gone already cannot be asked for its address any more, and counts as public.
    """
    peer = response.extensions["network_stream"].get_extra_info("server_addr")
    return peer is not None and _is_near(str(peer[0]))


async def _decoded(response: httpx.Response) -> bytes:
    """Read the body, unpacked here: a library would unpack a bomb of one chunk whole before it could be stopped."""
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in {"identity", "", "gzip", "x-gzip"}:
        raise SourceError(f"encoded in a way that was not asked for ({encoding[:20]!r})")
    unpack = zlib.decompressobj(31) if "gzip" in encoding else None
    body = bytearray()
    async for chunk in response.aiter_raw():
        body += unpack.decompress(chunk, BODY_CAP + 1 - len(body)) if unpack else chunk
        if len(body) > BODY_CAP:
            raise SourceError(f"larger than {BODY_CAP // 1024 // 1024} MiB")
        if unpack and unpack.eof:  # what follows it is no part of the page, and may have no end
            break
    if unpack and not unpack.eof:
        raise SourceError("the answer broke off")
    return bytes(body)

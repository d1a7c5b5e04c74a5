"""Which network an address belongs to, what a redirect may lead to, and why a connection failed."""

from __future__ import annotations

import errno
import ipaddress
import socket
import ssl
import zlib
from enum import IntEnum
from typing import TYPE_CHECKING, Any

import httpx

from tickerboard.sources.base import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ASTRAY = "redirected to a private address"
_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))
"""Prefixes under which an IPv4 address stands in the last 32 bits (RFC 6052, RFC 8215)."""
_COMPATIBLE = ipaddress.IPv6Network("::/96")
"""The prefix of the deprecated IPv4-compatible addresses (RFC 4291, 2.5.5.1)."""


class Zone(IntEnum):
    """Networks by how near they are. A redirect must not lead into a nearer one."""

    PUBLIC = 0
    PRIVATE = 1
    LINK_LOCAL = 2


def zone_of(address: str) -> Zone:
    """Return the network of an IP address; an IPv6 address that stands for an IPv4 one belongs to the network of that.

    Loopback counts as private. Link-local addresses have a zone of their own: those of clouds give out credentials.
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if (inner := _embedded(ip)) is not None:
            return zone_of(str(inner))
        if ip.is_site_local or ip in _NAT64[1]:
            return Zone.PRIVATE
    if ip.is_link_local:
        return Zone.LINK_LOCAL
    return Zone.PUBLIC if ip.is_global and not ip.is_multicast else Zone.PRIVATE


def _embedded(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that an IPv6 one stands for: mapped, 6to4, NAT64 or compatible."""
    if (inner := ip.ipv4_mapped or ip.sixtofour) is not None:
        return inner
    last = int(ip) & 0xFFFF_FFFF
    if ip in _NAT64[0] or (ip in _COMPATIBLE and last > 1):  # `::` and `::1` are addresses of their own
        return ipaddress.IPv4Address(last)
    return None


class PeerGuard:
    """Looks at each server that a chain of redirects leads to, once it is connected and before anything is sent.

    The name of a server may mean another address than a moment ago, so names alone show nothing.
    """

    def __init__(self) -> None:
        self._before: Zone | None = None
        self._now = Zone.PUBLIC

    async def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Check the peer of a new connection (an event of the HTTP library). Raises SourceError."""
        if event.endswith("connect_tcp.complete"):
            peer = info["return_value"].get_extra_info("server_addr")
            self._now = zone_of(str(peer[0])) if peer else Zone.PRIVATE
            if self._before is not None:
                self.check(self._before, self._now)

    def redirected(self) -> None:
        """Note that the server that answered last has sent us on."""
        self._before = self._now

    def check(self, start: Zone, end: Zone) -> None:
        """Refuse to go from one network into a nearer one; what answered last counts too. Raises SourceError."""
        if end > min(start, self._now):
            raise SourceError(ASTRAY)


def reason_of(error: BaseException) -> str:
    """Return why a request failed in plain words, without its address."""
    causes = list(_causes(error))
    if any(isinstance(each, ssl.SSLError) and "CERTIFICATE" in str(each).upper() for each in causes):
        return "its certificate is not trusted"
    if any(isinstance(each, socket.gaierror) for each in causes):
        return "cannot be reached: host name not found"
    for each in causes:
        if isinstance(each, OSError) and each.errno in _UNREACHABLE:
            return f"cannot be reached: {_UNREACHABLE[each.errno]}"
    return next((reason for kinds, reason in _REASONS if isinstance(error, kinds)), _unknown(error))


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """Go through an error and all that led to it."""
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            for each in error.exceptions:
                yield from _causes(each)
        error = error.__cause__ or error.__context__


def _unknown(error: BaseException) -> str:
    return f"cannot be fetched ({type(error).__name__})"


_UNREACHABLE = {
    errno.ECONNREFUSED: "connection refused",
    errno.EHOSTUNREACH: "no route to host",
    errno.ENETUNREACH: "network unreachable",
}
_REASONS: tuple[tuple[tuple[type[BaseException], ...], str], ...] = (
    ((httpx.ConnectTimeout,), "cannot be reached: timed out"),
    ((TimeoutError, httpx.TimeoutException), "timed out before the answer was complete"),
    ((httpx.ConnectError,), "cannot be reached"),
    ((httpx.RemoteProtocolError, httpx.ReadError), "incomplete answer, or not HTTP"),
    ((zlib.error,), "damaged answer"),
    ((httpx.InvalidURL,), "invalid URL or redirect"),
)

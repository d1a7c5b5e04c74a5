"""E5, E11, D12: headers that libraries stumble over, networks that a redirect must not lead into, plain reasons."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

import pytest

from loopback import Loopback, answer
from printed import PAGE, parse
from tickerboard.sources.base import SourceError
from tickerboard.sources.network import PeerGuard, Zone, zone_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "content_type",
    [
        "text/plain; charset*=a''b; charset*0*=c",
        "text/plain; charset*0=utf-8; charset*=x",
        "text/plain; charset=",
        'text/plain; charset="',
        ";;;=;charset",
        "text/plain; charset=utf-8; charset=utf-16",
    ],
)
def test_e5_an_odd_content_type_hides_no_page(content_type: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Loopback(lambda _: answer(PAGE, Content_Type=content_type)) as server:
        assert parse(capsys, server.url).is_page()


def test_e5_a_charset_is_still_believed(capsys: pytest.CaptureFixture[str]) -> None:
    text = "ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\n\nПродажи выросли\n".encode("koi8-r", "replace")
    with Loopback(lambda _: answer(text, Content_Type="text/plain; charset=KOI8-R")) as server:
        assert "Продажи" in parse(capsys, server.url, "--format", "json").out


NEAR = [
    "127.0.0.1",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "0.0.0.0",  # noqa: S104
    "::",
    "::1",
    "::127.0.0.1",
    "::10.0.0.1",
    "::ffff:127.0.0.1",
    "fc00::1",
    "fd00:ec2::254",
    "fec0::1",
    "64:ff9b::127.0.0.1",
    "64:ff9b::10.0.0.1",
    "64:ff9b:1::8.8.8.8",
    "2002:7f00:1::",
    "2002:0a00:0001::",
]
LINK_LOCAL = [
    "169.254.169.254",
    "::ffff:169.254.169.254",
    "64:ff9b::169.254.169.254",
    "2002:a9fe:a9fe::",
    "fe80::1",
    "fe80::1%eth0",
]
PUBLIC = ["8.8.8.8", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:0808:0808::", "2606:4700::1111", "::8.8.8.8"]


@pytest.mark.parametrize("address", NEAR)
def test_e11_a_private_address_is_known_in_any_form(address: str) -> None:
    assert zone_of(address) is Zone.PRIVATE


@pytest.mark.parametrize("address", LINK_LOCAL)
def test_e11_a_link_local_address_is_known_in_any_form(address: str) -> None:
    assert zone_of(address) is Zone.LINK_LOCAL


@pytest.mark.parametrize("address", PUBLIC)
def test_e11_a_public_address_is_known_in_any_form(address: str) -> None:
    assert zone_of(address) is Zone.PUBLIC


class Peer:
    def __init__(self, address: str) -> None:
        self._address = address

    def get_extra_info(self, _: str) -> tuple[str, int]:
        return self._address, 80


async def connected(guard: PeerGuard, address: str) -> None:
    await guard.trace("connection.connect_tcp.complete", {"return_value": Peer(address)})


@pytest.mark.parametrize(
    ("first", "then"), [("8.8.8.8", "127.0.0.1"), ("127.0.0.1", "169.254.169.254"), ("10.0.0.1", "fe80::1")]
)
async def test_e11_a_peer_that_is_nearer_is_refused_as_soon_as_it_is_connected(first: str, then: str) -> None:
    guard = PeerGuard()
    await connected(guard, first)
    guard.redirected()
    with pytest.raises(SourceError, match="redirected to a private address"):
        await connected(guard, then)


@pytest.mark.parametrize(
    ("first", "then"), [("127.0.0.1", "10.0.0.1"), ("10.0.0.1", "8.8.8.8"), ("8.8.8.8", "1.1.1.1")]
)
async def test_e11_a_peer_that_is_as_far_is_not(first: str, then: str) -> None:
    guard = PeerGuard()
    await connected(guard, first)
    guard.redirected()
    await connected(guard, then)


def test_e11_from_loopback_to_the_metadata_of_a_cloud(capsys: pytest.CaptureFixture[str]) -> None:
    place = "http://169.254.169.254/latest/meta-data/"
    with Loopback(lambda _: answer(status="302 Go", Location=place)) as server:
        assert parse(capsys, server.url).is_refused(server.url, "redirected to a private address")


def test_d12_failures_of_several_kinds_read_differently(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real = socket.getaddrinfo

    def look_up(host: Any, *rest: Any, **more: Any) -> Any:
        if host in {"nowhere.example", b"nowhere.example"}:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return real(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    unknown = "http://nowhere.example/page"
    assert parse(capsys, unknown).is_refused(unknown, "cannot be reached: host name not found")
    with Loopback(lambda _: answer(PAGE)) as server:
        closed = server.url
    assert parse(capsys, closed).is_refused(closed, "cannot be reached: connection refused")
    with Loopback(lambda _: answer(status="503 Busy")) as server:
        assert parse(capsys, server.url).is_refused(server.url, "the server answered 503")

"""N: redirects that never end or lead astray, and servers that are not who they say."""

from __future__ import annotations

import re
import socket
import ssl
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import trustme

from children import measured
from loopback import Loopback, Request, answer
from printed import PAGE, parse, refused

if TYPE_CHECKING:
    from collections.abc import Callable

PRIVATE = "redirected to a private address"


def redirect(location: str, status: str = "302 Go") -> bytes:
    return answer(status=status, Location=location)


def countdown(request: Request) -> bytes:
    """Redirect as many times as the path says."""
    left = int(request.path.strip("/"))
    return redirect(f"/{left - 1}") if left else answer(PAGE)


@pytest.mark.parametrize("status", ["301 Moved", "302 Go", "303 See", "307 Go", "308 Moved"])
def test_n11_a_redirect_is_followed(status: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Loopback(lambda asked: answer(PAGE) if asked.path == "/there" else redirect("/there", status)) as server:
        assert parse(capsys, server.url).is_page()


def test_n11_five_redirects_are_followed_and_no_sixth(capsys: pytest.CaptureFixture[str]) -> None:
    with Loopback(countdown) as server:
        assert parse(capsys, f"{server.url}/5").is_page()
        assert parse(capsys, f"{server.url}/6").is_refused(f"{server.url}/6", "redirected more than 5 times")
        assert [request.path for request in server.requests[6:]] == ["/6", "/5", "/4", "/3", "/2", "/1"]


def test_n11_a_loop_of_redirects(capsys: pytest.CaptureFixture[str]) -> None:
    refused(capsys, lambda _: redirect("/page"), "redirected more than 5 times")


@pytest.mark.parametrize(
    "place",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "javascript:alert(1)",
        "data:text/plain,x",
        "mailto:a@b",
    ],
)
def test_n12_a_redirect_to_what_is_no_http_address(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Loopback(lambda _: redirect(place)) as server:
        printed = parse(capsys, server.url)
    assert (printed.status, printed.out) == (2, "")
    assert printed.err.startswith(f"tickerboard: {server.url}: ")
    assert re.search(r"(not http or https|invalid URL or redirect)\n$", printed.err)


@pytest.mark.parametrize("place", ["http://[", "http://127.0.0.1:99999/", "http://127.0.0.1:x/", "http://" + "a" * 99])
def test_n12_a_redirect_to_nonsense(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Loopback(lambda _: redirect(place)) as server:
        printed = parse(capsys, server.url)
    assert (printed.status, printed.out) == (2, "")
    assert re.fullmatch(rf"tickerboard: {server.url}: .*(cannot be|not http|not HTTP|invalid URL).*\n", printed.err)


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Names and what they mean, each time they are looked up: the last meaning stays."""
    meanings: dict[str, list[str]] = {}
    real = socket.getaddrinfo

    def look_up(host: Any, *rest: Any, **more: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        known = meanings.get(name)
        address = (known.pop(0) if len(known) > 1 else known[0]) if known else host
        return real(address, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return meanings


@pytest.mark.parametrize(
    "private", ["127.0.0.1", "10.0.0.1", "192.168.1.1", "169.254.169.254", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_n13_from_a_public_host_to_a_private_address(
    private: str, names: dict[str, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    """The public host is the loopback server when it is asked, for only that can be reached, and public ever after."""
    names["public.example"] = ["127.0.0.1", "8.8.8.8"]
    with Loopback(lambda asked: redirect(f"http://{private}:{port}/inside")) as server:
        port = server.url.rpartition(":")[2]
        url = f"http://public.example:{port}/page"
        assert parse(capsys, url).is_refused(url, PRIVATE)
    assert [request.path for request in server.requests] == ["/page"]


def test_n13_a_name_for_a_private_address_is_no_way_round(
    names: dict[str, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    names |= {"public.example": ["127.0.0.1", "8.8.8.8"], "inside.example": ["127.0.0.1"]}
    with Loopback(lambda asked: redirect(f"http://inside.example:{port}/inside")) as server:
        port = server.url.rpartition(":")[2]
        url = f"http://public.example:{port}/page"
        assert parse(capsys, url).is_refused(url, PRIVATE)
    assert len(server.requests) == 1


def test_n13_from_a_private_address_to_another(names: dict[str, list[str]], capsys: pytest.CaptureFixture[str]) -> None:
    names |= {"one.example": ["127.0.0.1"], "other.example": ["127.0.0.1"]}
    with Loopback(
        lambda asked: answer(PAGE) if asked.path == "/there" else redirect(f"http://other.example:{port}/there")
    ) as server:
        port = server.url.rpartition(":")[2]
        assert parse(capsys, f"http://one.example:{port}/page").is_page()


PUBLIC = """
import socket, sys
sys.path.insert(0, sys.argv[1])
from loopback import Loopback, answer
from tickerboard.cli.main import main
known = {"rebound.example": ["8.8.8.8", "127.0.0.1"], "flip.example": ["8.8.8.8", "127.0.0.1"]}
real = socket.getaddrinfo
def look_up(host, *rest, **more):
    meanings = known.get(host.decode() if isinstance(host, bytes) else host, [host])
    return real(meanings.pop(0) if len(meanings) > 1 else meanings[0], *rest, **more)
socket.getaddrinfo = look_up
inside = Loopback(lambda _: answer(b"ABL 114.90 No Change 0.00 (0%)"))
port = inside.url.rpartition(":")[2]
place = sys.argv[2].replace("PORT", port)
outside = Loopback(lambda _: answer(status="302 Go", Location=place), address="8.8.8.8")
with inside, outside:
    status = main(["parse", outside.url.replace("8.8.8.8", sys.argv[3])])
    print(len(outside.requests), len(inside.requests))
sys.exit(status)
"""


@pytest.mark.parametrize(
    ("typed", "place", "asked"),
    [
        ("8.8.8.8", "http://127.0.0.1:PORT/", b"1 0"),
        ("flip.example", "http://127.0.0.1:PORT/", b"1 0"),
        ("8.8.8.8", "http://rebound.example:PORT/", b"1 0"),
    ],
)
def test_n13_with_a_public_address_of_its_own(typed: str, place: str, asked: bytes) -> None:
    """On a network made for it; E11: a name that means another address after it was checked is sent no request."""
    network = "ip link set lo up && ip address add 8.8.8.8/32 dev lo || exit 77"
    command = ["unshare", "-rn", "bash", "-c", f'{network}; exec "$@"', "bash", sys.executable, "-c", PUBLIC]
    tests = Path(__file__).parent.parent
    done = subprocess.run([*command, tests, place, typed], capture_output=True, timeout=30)
    if done.returncode == 77 or done.stderr.startswith(b"unshare:"):
        pytest.skip("this system lets nobody make a network of his own")
    assert (done.returncode, done.stdout.strip()) == (2, asked), done
    assert done.stderr.endswith(f": {PRIVATE}\n".encode())


@pytest.fixture
def authority(tmp_path: Path) -> tuple[trustme.CA, dict[str, str]]:
    """A certificate authority, and the environment in which it is trusted."""
    authority = trustme.CA()
    path = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(path))
    return authority, {"SSL_CERT_FILE": str(path)}


def identified(authority: trustme.CA, *names: str, **more: Any) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(*names, **more).configure_cert(context)
    return context


def test_n14_from_https_to_http(authority: tuple[trustme.CA, dict[str, str]]) -> None:
    own, trusting = authority
    with (
        Loopback(lambda _: answer(PAGE)) as plain,
        Loopback(lambda _: redirect(plain.url), identified(own, "127.0.0.1")) as server,
        Loopback(lambda _: redirect(server.url)) as first,
    ):
        for url in (server.url, first.url):
            done = measured("parse", url, env=trusting)
            assert (done.status, done.err) == (2, f"tickerboard: {url}: redirected from https to http")
        assert not plain.requests


def test_n14_from_http_to_https(authority: tuple[trustme.CA, dict[str, str]]) -> None:
    own, trusting = authority
    with (
        Loopback(lambda _: answer(PAGE), identified(own, "127.0.0.1")) as safe,
        Loopback(lambda _: redirect(safe.url)) as server,
    ):
        done = measured("parse", server.url, env=trusting)
        assert (done.status, done.err) == (0, "")


LONG_AGO = datetime.now(UTC) - timedelta(days=90)
CERTIFICATES: dict[str, Callable[[trustme.CA], ssl.SSLContext]] = {
    "made by nobody known": lambda _: identified(trustme.CA(), "127.0.0.1"),
    "for another host": lambda own: identified(own, "example.org"),
    "out of date": lambda own: identified(
        own, "127.0.0.1", not_before=LONG_AGO, not_after=LONG_AGO + timedelta(days=1)
    ),
}


@pytest.mark.parametrize("certificate", CERTIFICATES)
def test_n15_bad_certificates_are_refused(certificate: str, authority: tuple[trustme.CA, dict[str, str]]) -> None:
    own, trusting = authority
    with Loopback(lambda _: answer(PAGE), CERTIFICATES[certificate](own)) as server:
        done = measured("parse", server.url, env=trusting)
    assert (done.status, done.err) == (2, f"tickerboard: {server.url}: its certificate is not trusted")
    assert not server.requests

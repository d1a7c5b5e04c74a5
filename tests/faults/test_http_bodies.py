"""N: bodies that have no end, unpack to more than there is room for, or break off."""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING

import pytest

from children import measured
from loopback import Loopback, Request, answer
from printed import PAGE, parse, refused

if TYPE_CHECKING:
    from collections.abc import Callable

TOO_LARGE = "larger than 5 MiB"
BROKE_OFF = "incomplete answer"
NO_HTTP = "incomplete answer, or not HTTP"
HEAD = b"HTTP/1.1 200 OK\r\n"
PEAK = 120
"""MiB, the program itself among them: 40 of it, more on other machines. A bomb would take hundreds."""


def endless(head: bytes, piece: bytes) -> Callable[[Request], bytes]:
    """Answer with a head, then the same piece for ever, as fast as it is taken."""

    def reply(request: Request) -> bytes:
        request.write(HEAD + head + b"\r\n")
        while not request.closing.is_set():
            request.write(piece)
        return b""

    return reply


def bounded(reply: Callable[[Request], bytes], why: str) -> None:
    """Check that a page is refused without taking memory for it."""
    with Loopback(reply) as server:
        done = measured("parse", server.url)
    assert (done.status, done.err) == (2, f"tickerboard: {server.url}: {why}")
    assert done.peak < PEAK


@pytest.mark.parametrize("head", [b"", b"Content-Length: 1000000000000\r\n"])
def test_n7_an_endless_body(head: bytes) -> None:
    bounded(endless(head, b"x" * 65_536), TOO_LARGE)


def test_n7_an_endless_body_in_chunks() -> None:
    bounded(endless(b"Transfer-Encoding: chunked\r\n", b"10000\r\n" + b"x" * 65_536 + b"\r\n"), TOO_LARGE)


def test_n7_endless_headers(capsys: pytest.CaptureFixture[str]) -> None:
    refused(capsys, endless(b"X: y", b"X: " + b"y" * 10_000 + b"\r\n"), NO_HTTP)


def test_n8_a_gzip_bomb() -> None:
    bomb = gzip.compress(b"\0" * 200_000_000, 9)
    assert len(bomb) < 250_000
    bounded(lambda _: answer(bomb, Content_Encoding="gzip"), TOO_LARGE)


def test_n8_a_bomb_packed_twice() -> None:
    bomb = gzip.compress(gzip.compress(b"\0" * 200_000_000, 9), 9)
    assert len(bomb) < 2_000
    bounded(lambda _: answer(bomb, Content_Encoding="gzip, gzip"), "unknown content encoding ('gzip, gzip')")


@pytest.mark.parametrize("way", ["br", "deflate", "zstd", "gzip, identity", "\x1b]0;pwned\x07"])
def test_n8_other_ways_of_packing(way: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Loopback(lambda _: answer(PAGE, Content_Encoding=way)) as server:
        printed = parse(capsys, server.url)
    assert (printed.status, printed.out, printed.err.count("\n")) == (2, "", 1)
    assert "\x1b" not in printed.err


def test_n8_a_tail_without_an_end_behind_the_gzip(capsys: pytest.CaptureFixture[str]) -> None:
    packed = gzip.compress(PAGE)
    with Loopback(endless(b"Content-Encoding: gzip\r\n", packed + b"\0" * 65_536)) as server:
        assert parse(capsys, server.url).is_page()


@pytest.mark.parametrize("cut", [-1, -8, -12, 5, 0])
def test_n9_cut_gzip(cut: int, capsys: pytest.CaptureFixture[str]) -> None:
    refused(capsys, lambda _: answer(gzip.compress(PAGE)[:cut], Content_Encoding="gzip"), BROKE_OFF)


def test_n9_gzip_that_is_none_or_damaged(capsys: pytest.CaptureFixture[str]) -> None:
    packed = bytearray(gzip.compress(PAGE))
    packed[-6] ^= 1
    for body in (b"no gzip at all", bytes(packed), zlib.compress(PAGE)):
        refused(capsys, lambda _, body=body: answer(body, Content_Encoding="gzip"), "damaged answer")  # type: ignore[misc]


def test_n9_whole_gzip_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    with Loopback(lambda _: answer(gzip.compress(PAGE), Content_Encoding="GZip")) as server:
        assert parse(capsys, server.url).is_page()


def test_n10_a_content_length_that_promises_more(capsys: pytest.CaptureFixture[str]) -> None:
    refused(capsys, lambda _: HEAD + b"Content-Length: 900\r\n\r\n" + PAGE, NO_HTTP)


def test_n10_a_content_length_that_promises_less(capsys: pytest.CaptureFixture[str]) -> None:
    with Loopback(lambda _: HEAD + b"Content-Length: %d\r\n\r\n" % len(PAGE) + PAGE + b"KEL 4.66 No") as server:
        assert parse(capsys, server.url).is_page()


@pytest.mark.parametrize("said", [b"-1", b"junk", b"1e3", b"+4", b"7\r\nContent-Length: 8", b"", "٣".encode()])
def test_n10_a_content_length_that_is_none(said: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    refused(capsys, lambda _: HEAD + b"Content-Length: " + said + b"\r\n\r\n" + PAGE, NO_HTTP)


@pytest.mark.parametrize("sent", [b"", HEAD, HEAD + b"\r\n" + PAGE, HEAD + b"Content-Length: 99\r\n\r\n" + PAGE])
def test_n16_reset(sent: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    def reply(request: Request) -> bytes:
        request.write(sent)
        request.reset()
        return b""

    refused(capsys, reply, NO_HTTP)


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"\0\1\2garbage\r\n\r\n",
        b"HTTP/1.1 2000 OK\r\n\r\n",
        b"SSH-2.0-x\r\n",
        HEAD + b"no header\r\n\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nab",
        PAGE,
    ],
)
def test_n16_garbage(sent: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    refused(capsys, lambda _: sent, NO_HTTP)

"""A page over HTTP, from a real server with real faults."""

from __future__ import annotations

import asyncio
import gzip
from contextlib import aclosing
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING

import httpx
import pytest

from clocks import NOON, FakeClock
from loopback import Loopback, Request, answer
from tickerboard import __version__
from tickerboard.sources import http
from tickerboard.sources.base import SourceError
from tickerboard.sources.pace import Pace
from tickerboard.sources.url import UrlSource, retry_after

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = "ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\n".encode()


def one(reply: Callable[[Request], bytes], path: str = "/page") -> str:
    """Fetch once from a server that answers so; give the failure, or the page."""
    with Loopback(reply) as server:
        fetch = UrlSource(server.url + path).read()
    return fetch.failure or (fetch.documents or ())[0].data.decode()


async def test_a_page_is_asked_for_conditionally_after_the_first_time() -> None:
    def reply(request: Request) -> bytes:
        if request.headers.get("if-none-match") == '"1"':
            return answer(status="304 Not Modified")
        return answer(PAGE, ETag='"1"', Last_Modified="Mon, 05 Jan 2026 11:00:00 GMT")

    clock = FakeClock()
    with Loopback(reply) as server:
        async with aclosing(UrlSource(server.url).follow(Pace(60, clock))) as fetches:
            first = await anext(fetches)
            assert first.documents is not None
            assert first.again == NOON + timedelta(seconds=60)
            coming = asyncio.ensure_future(anext(fetches))
            await clock.advance(60)
            second = await coming
        assert (second.documents, second.failure, second.checked) == (None, None, clock.time)
        assert server.requests[1].headers["if-modified-since"] == "Mon, 05 Jan 2026 11:00:00 GMT"
        assert server.requests[0].headers["user-agent"] == f"tickerboard/{__version__}"


async def test_failures_wait_longer_and_longer_then_recover() -> None:
    broken = [True]
    clock = FakeClock()
    with Loopback(lambda _: answer(status="503 No") if broken[0] else answer(PAGE)) as server:
        async with aclosing(UrlSource(server.url).follow(Pace(60, clock))) as fetches:
            waits: list[float] = []
            fetch = await anext(fetches)
            while len(waits) < 7:
                assert fetch.failure == f"{server.url}: the server answered 503"
                assert fetch.again is not None
                waits.append((fetch.again - clock.time).total_seconds())
                broken[0] = len(waits) < 7
                coming = asyncio.ensure_future(anext(fetches))
                await clock.advance(waits[-1])
                fetch = await coming
            assert fetch.failure is None
    assert all(48 * 2**at <= wait <= 60 * 2**at for at, wait in enumerate(waits[:4]))


async def test_the_refresh_key_asks_at_once() -> None:
    clock = FakeClock()
    pace = Pace(3600, clock)
    with Loopback(lambda _: answer(PAGE)) as server:
        async with aclosing(UrlSource(server.url).follow(pace)) as fetches:
            await anext(fetches)
            coming = asyncio.ensure_future(anext(fetches))
            await clock.advance(2)
            pace.ask()
            assert (await asyncio.wait_for(coming, 5)).documents is not None
    assert len(server.requests) == 2
    assert server.most_at_once == 1


async def test_a_timer_below_five_seconds_is_held_to_five() -> None:
    clock = FakeClock()
    with Loopback(lambda _: answer(PAGE)) as server:
        async with aclosing(UrlSource(server.url).follow(Pace(0.1, clock))) as fetches:
            assert (await anext(fetches)).again == NOON + timedelta(seconds=5)


@pytest.mark.parametrize(
    ("value", "seconds"), [("7", 7.0), ("-5", None), ("soon", None), ("", None), ("1000000000", 100_000_000.0)]
)
def test_retry_after_is_read(value: str, seconds: float | None) -> None:
    assert retry_after({"Retry-After": value}) == seconds


def test_retry_after_may_be_a_date() -> None:
    seconds = retry_after({"Retry-After": format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)})
    assert seconds is not None
    assert 80 < seconds <= 90


@pytest.mark.parametrize(("asked", "least", "most"), [(7.0, 60, 60), (100.0, 100, 100), (1e8, 900, 900)])
async def test_retry_after_is_clamped(asked: float, least: float, most: float) -> None:
    assert least <= Pace().after_failure(1, 60, asked) <= most


async def test_waits_double_with_jitter_up_to_a_cap() -> None:
    waits = [Pace().after_failure(failures, 60, None) for failures in range(1, 40)]
    assert all(0.8 * min(60 * 2**at, 900) <= wait <= min(60 * 2**at, 900) for at, wait in enumerate(waits))


def test_the_servers_word_on_time_is_kept() -> None:
    with Loopback(lambda _: answer(PAGE, Date="Mon, 05 Jan 2026 11:00:00 GMT")) as server:
        fetch = UrlSource(server.url).read()
    assert fetch.documents is not None
    assert fetch.documents[0].observed == datetime(2026, 1, 5, 11, tzinfo=UTC)


def test_304_unasked_is_a_failure() -> None:
    assert "answered 304" in one(lambda _: answer(status="304 Not Modified"))


def test_redirects_are_followed_a_few_times() -> None:
    def reply(request: Request) -> bytes:
        return answer(PAGE) if request.path == "/there" else answer(status="302 Go", Location="/there")

    assert one(reply) == PAGE.decode()
    assert "redirected more than 5 times" in one(lambda _: answer(status="302 Go", Location="/again"))


@pytest.mark.parametrize("place", ["file:///etc/hostname", "ftp://127.0.0.1/x", "javascript:alert(1)"])
def test_redirects_elsewhere_are_refused(place: str) -> None:
    failure = one(lambda _: answer(status="302 Go", Location=place))
    assert "redirected to what is no http address" in failure or "cannot be fetched" in failure


@pytest.mark.parametrize(
    ("typed", "target", "refused"),
    [
        ("https://8.8.8.8/", "http://8.8.4.4/", "from https to http"),
        ("http://8.8.8.8/", "http://127.0.0.1/", "to a private address"),
        ("http://8.8.8.8/", "http://10.0.0.1/", "to a private address"),
        ("http://8.8.8.8/", "http://[::1]/", "to a private address"),
        ("http://8.8.8.8/", "http://169.254.169.254/", "to a private address"),
    ],
)
async def test_redirects_that_lead_astray_are_refused(typed: str, target: str, refused: str) -> None:
    with pytest.raises(SourceError, match=refused):
        await http._check(httpx.URL(typed), httpx.URL(target))


def test_an_endless_body_is_cut_off() -> None:
    def reply(request: Request) -> bytes:
        request.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while not request.closing.is_set():
            request.write(b"x" * 65_536)
        return b""

    assert "larger than 5 MiB" in one(reply)


def test_a_gzip_bomb_is_cut_off() -> None:
    bomb = gzip.compress(b"\0" * 200_000_000, 9)
    assert "larger than 5 MiB" in one(lambda _: answer(bomb, Content_Encoding="gzip"))


def test_gzip_is_unpacked_once_and_whole() -> None:
    packed = gzip.compress(PAGE)
    assert one(lambda _: answer(packed, Content_Encoding="gzip")) == PAGE.decode()
    assert "broke off" in one(lambda _: answer(packed[:-12], Content_Encoding="gzip"))
    assert "not asked for" in one(lambda _: answer(packed, Content_Encoding="gzip, gzip"))
    assert "cannot be fetched" in one(lambda _: answer(b"no gzip", Content_Encoding="gzip"))


@pytest.mark.parametrize("raw", [b"", b"\0\1\2garbage\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nshort"])
def test_broken_answers_are_failures(raw: bytes) -> None:
    assert "broke off or was no HTTP" in one(lambda _: raw)


@pytest.mark.parametrize("first", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_a_drip_has_a_deadline(monkeypatch: pytest.MonkeyPatch, first: bytes) -> None:
    monkeypatch.setattr(http, "TOTAL_SECONDS", 0.5)

    def reply(request: Request) -> bytes:
        request.write(first)
        while not request.closing.wait(0.1):
            request.write(b"X: y\r\n" if b"\r\n\r\n" not in first and first else b"" if not first else b"x")
        return b""

    assert "no whole answer in time" in one(reply)


def test_nobody_there() -> None:
    with Loopback(lambda _: b"") as server:
        url = server.url
    assert UrlSource(url).read().failure == f"{url}: cannot be reached"


def test_secrets_in_an_address_are_not_shown() -> None:
    source = UrlSource("http://me:secret@127.0.0.1:9/page?token=abc")
    assert source.name == "http://127.0.0.1:9/page"
    assert "secret" not in str(source.read())
    assert "abc" not in str(source.read())

"""N: servers that are slow, busy or gone, and how often they are asked."""

from __future__ import annotations

import asyncio
import re
import socket
import subprocess
import sys
import time
from contextlib import aclosing, suppress
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from clocks import NOON, FakeClock
from loopback import Loopback, Request, answer
from printed import PAGE, parse, refused
from terminal import Terminal
from tickerboard import __version__
from tickerboard.sources import http
from tickerboard.sources.base import Failed, Pages, Unchanged
from tickerboard.sources.pace import Pace
from tickerboard.sources.url import UrlSource

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


async def asked_at(server: Loopback, clock: FakeClock, every: float, hours: float) -> list[float]:
    """Follow a page for hours of a clock that runs fast; give the seconds at which the server was asked."""
    times: list[float] = []
    reply = server.reply

    def note_time(request: Request) -> bytes:
        times.append((clock.time - NOON).total_seconds())
        return reply(request)

    server.reply = note_time
    async with aclosing(UrlSource(server.url).follow(Pace(every, clock))) as fetches:
        fetch = await anext(fetches)
        while (
            isinstance(fetch, Pages | Failed)
            and fetch.again is not None
            and fetch.again < NOON + timedelta(hours=hours)
        ):
            coming = asyncio.ensure_future(anext(fetches))
            await clock.advance((fetch.again - clock.time).total_seconds() - 0.1)
            assert not coming.done()
            await clock.advance(0.1)
            fetch = await coming
    return times


def gaps(times: list[float]) -> list[float]:
    return [round(later - earlier, 3) for earlier, later in pairwise(times)]


async def test_n1_a_page_is_asked_for_conditionally_after_the_first_time() -> None:
    def reply(request: Request) -> bytes:
        if request.headers.get("if-none-match") == '"1"':
            return answer(status="304 Not Modified")
        return answer(PAGE, ETag='"1"', Last_Modified="Mon, 05 Jan 2026 11:00:00 GMT")

    clock = FakeClock()
    with Loopback(reply) as server:
        async with aclosing(UrlSource(server.url).follow(Pace(60, clock))) as fetches:
            first = await anext(fetches)
            assert isinstance(first, Pages)
            assert first.again == NOON + timedelta(seconds=60)
            coming = asyncio.ensure_future(anext(fetches))
            await clock.advance(60)
            second = await coming
        assert second == Unchanged(server.url, clock.time, clock.time + timedelta(seconds=60))
        assert server.requests[1].headers["if-modified-since"] == "Mon, 05 Jan 2026 11:00:00 GMT"
        assert server.requests[0].headers["user-agent"] == f"tickerboard/{__version__}"


def test_n1_what_has_not_changed_stays_on_the_board() -> None:
    def reply(request: Request) -> bytes:
        if "if-none-match" in request.headers:
            return answer(status="304 Not Modified")
        return answer(PAGE, ETag='W/"1"', Date="Mon, 05 Jan 2026 11:00:00 GMT")

    with Loopback(reply) as server, Terminal("--live", server.url, size=(160, 30)) as terminal:
        terminal.until(lambda text: "114.90" in text and "observed 2026-01-05" in text)
        terminal.type("r")
        text = terminal.until(lambda text: "observed 2026-01-05" not in text)
        assert server.requests[1].headers["if-none-match"] == 'W/"1"'
        assert "114.90" in text
        assert "answered 304" not in text


def test_n1_a_tag_that_cannot_be_sent_back_is_not() -> None:
    with Loopback(lambda _: answer(PAGE, ETag='"é"')) as server:
        source = UrlSource(server.url)
        assert isinstance(source.read(), Pages)
        assert isinstance(source.read(), Pages)
    assert "if-none-match" not in server.requests[1].headers


def test_n2_304_unasked_is_a_failure(capsys: pytest.CaptureFixture[str]) -> None:
    refused(capsys, lambda _: answer(status="304 Not Modified"), "the server answered 304")


@pytest.mark.parametrize(
    ("value", "least", "most"),
    [
        ("7", 60, 60),
        ("100", 100, 100),
        ("1000000000", 900, 900),
        ("9" * 5_000, 900, 900),
        ("-5", 60, 60),
        ("1e9", 60, 60),
        ("soon", 60, 60),
        ("٣٠٠", 60, 60),
        ("", 60, 60),
        (timedelta(seconds=90), 80, 91),
        (timedelta(days=3_000), 900, 900),
        (timedelta(days=-1), 60, 60),
    ],
)
async def test_n3_retry_after(value: str | timedelta, least: float, most: float) -> None:
    if isinstance(value, timedelta):
        value = format_datetime(datetime.now(UTC) + value, usegmt=True)
    busy = [answer(status="503 Busy", Retry_After=value)]
    with Loopback(lambda _: busy.pop() if busy else answer(PAGE)) as server:
        times = await asked_at(server, FakeClock(), 60, 0.3)
    assert least <= gaps(times)[0] <= most


async def test_n3_no_word_of_the_server_makes_the_timer_faster() -> None:
    with Loopback(lambda _: answer(status="429 Slow", Retry_After="1000")) as server:
        assert gaps(await asked_at(server, FakeClock(), 3_600, 2.5)) == [3_600, 3_600]


@pytest.mark.parametrize("every", [5, 60])
async def test_n4_waits_grow_with_jitter_up_to_a_cap(every: float) -> None:
    with Loopback(lambda _: answer(status="502 Bad Gateway")) as server:
        first, other = [gaps(await asked_at(server, FakeClock(), every, 2.5))[:10] for _ in range(2)]
    assert len(first) == 10
    for at, wait in enumerate(first):
        grown = min(every * 2**at, 900)
        assert max(0.79 * grown, every) <= wait <= grown
    assert first != other


async def test_n5_recovered_is_as_if_nothing_had_been() -> None:
    fails = [True, True, True, True, False, True, False, False]
    with Loopback(lambda _: answer(status="503 No") if fails and fails.pop(0) else answer(PAGE)) as server:
        times = await asked_at(server, FakeClock(), 60, 0.5)
    assert gaps(times)[2] > 190
    assert set(gaps(times)[4:]) == {60}
    assert len(times) > 10


def test_n5_the_board_recovers_and_the_failure_is_gone() -> None:
    state = {"status": "503 Busy"}
    with (
        Loopback(lambda _: answer(PAGE, status=state["status"])) as server,
        Terminal("--live", server.url, size=(160, 30)) as terminal,
    ):
        terminal.until(lambda text: "the server answered 503; next try" in text)
        state["status"] = "200 OK"
        terminal.type("r")
        terminal.until(lambda text: "114.90" in text and "503" not in text)


@pytest.fixture
def no_accept() -> Iterator[str]:
    """An address that lets nobody in: its queue is full."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        queue = [socket.socket() for _ in range(8)]
        for each in queue:
            each.setblocking(False)
            with suppress(BlockingIOError):
                each.connect(listening.getsockname())
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        for each in queue:
            each.close()


def test_n6_no_accept(no_accept: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(http, "CONNECT_SECONDS", 0.3)
    started = time.monotonic()
    assert parse(capsys, no_accept).is_refused(no_accept, "cannot be reached: timed out")
    assert time.monotonic() - started < 10


def test_n6_nobody_there(capsys: pytest.CaptureFixture[str]) -> None:
    with Loopback(lambda _: b"") as server:
        url = server.url
    assert parse(capsys, url).is_refused(url, "cannot be reached: connection refused")


SLOW = {
    "no bytes": (b"", b""),
    "slow headers": (b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
    "one endless header": (b"HTTP/1.1 200 OK\r\nX: ", b"y"),
    "never done with saying continue": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "a drip": (b"HTTP/1.1 200 OK\r\n\r\n", b"x"),
    "a drip of chunks": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
}


@pytest.mark.parametrize("how", SLOW)
def test_n6_a_total_deadline(how: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(http, "TOTAL_SECONDS", 0.5)
    first, piece = SLOW[how]

    def reply(request: Request) -> bytes:
        request.write(first)
        return request.drip(piece)

    refused(capsys, reply, "timed out before the answer was complete")


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_n6_the_deadlines_as_they_are(no_accept: str) -> None:
    def reply(request: Request) -> bytes:
        request.write(b"HTTP/1.1 200 OK\r\n\r\n")
        return request.drip(b"x")

    with Loopback(reply) as server:
        for url, least, most in ((no_accept, 5, 8), (server.url, 20, 23)):
            started = time.monotonic()
            done = subprocess.run([sys.executable, "-m", "tickerboard", "parse", url], capture_output=True)
            assert (done.returncode, done.stdout) == (2, b"")
            assert done.stderr.endswith(b"timed out before the answer was complete\n")
            assert least <= time.monotonic() - started < most


@pytest.mark.parametrize(("key", "live"), [("r", ["--live"]), ("LL", ["--live"]), ("rL", [])])
def test_n17_never_two_requests_at_once_however_keys_are_hammered(key: str, live: list[str]) -> None:
    def slow(request: Request) -> bytes:
        request.closing.wait(0.3)
        return answer(PAGE)

    with Loopback(slow) as server, Terminal(*live, "--every", "5", server.url) as terminal:
        terminal.until(lambda text: "114.90" in text)
        for _ in range(40):
            terminal.type(key)
            terminal.read(0.03)
        terminal.type("r")
        terminal.until(lambda _: len(server.requests) > 1)
        assert server.most_at_once == 1
        times = [request.at for request in server.requests]
        assert min(gaps(times)) > 0.5  # the program waits a second; on a busy machine the first one comes late


def test_n17_a_hammered_key_leaves_no_queue() -> None:
    with Loopback(lambda _: answer(PAGE)) as server, Terminal(server.url) as terminal:
        terminal.until(lambda text: "114.90" in text)
        terminal.type("r" * 40)
        terminal.until(lambda _: len(server.requests) > 1)
        terminal.read(2.6)
        assert len(server.requests) <= 3


async def test_n17_a_timer_below_five_seconds_is_held_to_five() -> None:
    with Loopback(lambda _: answer(PAGE)) as server:
        assert set(gaps(await asked_at(server, FakeClock(), 0.1, 0.01))) == {5}


JUMPING = """
import os
from datetime import timedelta
from pathlib import Path
from tickerboard.sources import pace
from tickerboard.cli.main import main
jump, now = Path(os.environ["JUMP"]), pace.SystemClock.now
pace.SystemClock.now = lambda clock: now(clock) + timedelta(days=int(jump.read_text()))
sys.exit(main())
"""


@pytest.mark.parametrize("days", [1, -1])
def test_n19_the_clock_jumps_a_day(days: int, tmp_path: Path) -> None:
    """The machine's own clock cannot be set here: the program's one reading of it jumps instead."""
    jump = tmp_path / "jump"
    jump.write_text("0")
    with (
        Loopback(lambda _: answer(PAGE, Date=format_datetime(datetime.now(UTC), usegmt=True))) as server,
        Terminal("--live", server.url, size=(160, 30), program=JUMPING, env={"JUMP": str(jump)}) as terminal,
    ):
        terminal.until(lambda text: "114.90" in text)
        jump.write_text(str(days))
        if days > 0:
            terminal.until(lambda text: "STALE" in text)
        terminal.read(2)
        assert len(server.requests) == 1
        terminal.type("r")
        terminal.until(lambda text: re.search(r"next \d\d:\d\d", text) is not None and len(server.requests) == 2)

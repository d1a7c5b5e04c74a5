"""A page over HTTP that is well served; what servers do wrong is in tests/faults."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from datetime import UTC, datetime

from clocks import FakeClock
from loopback import Loopback, answer
from printed import PAGE
from tickerboard.sources.base import Pages
from tickerboard.sources.pace import Pace
from tickerboard.sources.url import UrlSource


async def test_the_refresh_key_asks_at_once() -> None:
    clock = FakeClock()
    pace = Pace(3600, clock)
    with Loopback(lambda _: answer(PAGE)) as server:
        async with aclosing(UrlSource(server.url).follow(pace)) as fetches:
            await anext(fetches)
            coming = asyncio.ensure_future(anext(fetches))
            await clock.advance(2)
            pace.ask()
            assert isinstance(await asyncio.wait_for(coming, 5), Pages)
    assert len(server.requests) == 2


async def test_a_wish_within_a_second_is_kept_for_its_end() -> None:
    clock = FakeClock()
    pace = Pace(3600, clock)
    with Loopback(lambda _: answer(PAGE)) as server:
        async with aclosing(UrlSource(server.url).follow(pace)) as fetches:
            await anext(fetches)
            coming = asyncio.ensure_future(anext(fetches))
            await clock.advance(0.3)
            pace.ask()
            await clock.advance(0.6)
            assert len(server.requests) == 1
            await clock.advance(0.1)
            assert isinstance(await asyncio.wait_for(coming, 5), Pages)


def test_the_servers_word_on_time_is_kept() -> None:
    with Loopback(lambda _: answer(PAGE, Date="Mon, 05 Jan 2026 11:00:00 GMT")) as server:
        fetch = UrlSource(server.url).read()
    assert isinstance(fetch, Pages)
    assert fetch.documents[0].observed == datetime(2026, 1, 5, 11, tzinfo=UTC)

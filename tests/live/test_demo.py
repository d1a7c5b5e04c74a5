"""The sample on a random walk."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

from clocks import FakeClock
from tickerboard.sources.demo import SIMULATED, DemoSource
from tickerboard.sources.pace import Pace
from tickerboard.sources.updates import Update


async def walk(seed: int, steps: int) -> list[Update]:
    clock = FakeClock()
    async with aclosing(DemoSource(seed).follow(Pace(None, clock))) as fetches:
        got = [Update.of(await anext(fetches))]
        for _ in range(steps):
            coming = asyncio.ensure_future(anext(fetches))
            await clock.advance(2)
            got.append(Update.of(await coming))
    return got


async def test_it_moves_adds_up_and_is_marked() -> None:
    steps = await walk(1, 60)
    pages = [snapshot.page for update in steps for snapshot in update.snapshots or ()]
    assert {len(page.quotes) for page in pages} == {34}
    assert [problem for page in pages for problem in page.problems] == []
    assert len({page.quotes for page in pages}) > 50
    assert {update.fetch.note for update in steps} == {SIMULATED}


async def test_a_seed_gives_the_same_walk() -> None:
    first, again, other = await walk(1, 5), await walk(1, 5), await walk(2, 5)
    assert [update.snapshots for update in first] == [update.snapshots for update in again]
    assert first[5].snapshots != other[5].snapshots

"""The sample on a random walk."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import TYPE_CHECKING

from clocks import FakeClock
from fetches import taken
from tickerboard.sources.base import SIMULATED
from tickerboard.sources.demo import DemoSource
from tickerboard.sources.pace import Pace

if TYPE_CHECKING:
    from tickerboard.sources.updates import Snapshots


async def walk(seed: int, steps: int) -> list[Snapshots]:
    clock = FakeClock()
    async with aclosing(DemoSource(seed).follow(Pace(None, clock))) as fetches:
        got = [taken(await anext(fetches), clock.time)]
        for _ in range(steps):
            coming = asyncio.ensure_future(anext(fetches))
            await clock.advance(2)
            got.append(taken(await coming, clock.time))
    return got


async def test_it_moves_adds_up_and_is_marked() -> None:
    steps = await walk(1, 60)
    pages = [snapshot.page for update in steps for snapshot in update.snapshots]
    assert {len(page.quotes) for page in pages} == {34}
    assert [problem for page in pages for problem in page.problems] == []
    assert len({page.quotes for page in pages}) > 50
    assert {update.note for update in steps} == {SIMULATED}


async def test_a_seed_gives_the_same_walk() -> None:
    first, again, other = await walk(1, 5), await walk(1, 5), await walk(2, 5)
    assert [update.snapshots for update in first] == [update.snapshots for update in again]
    assert first[5].snapshots != other[5].snapshots

"""Sources that are asked on a timer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.sources.base import Failed, Pages, SourceError, Unchanged

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable

    from tickerboard.parser.documents import Document
    from tickerboard.sources.base import Fetch
    from tickerboard.sources.pace import Pace

HAND_FLOOR = 1.0
"""Seconds between two requests, however fast the refresh key is pressed."""


async def follow_timed(
    name: str, ask: Callable[[], Awaitable[Document | None]], every: float, pace: Pace
) -> AsyncGenerator[Fetch]:
    """Ask every so many seconds, or at once when the user wants it; wait longer after each failure in a row.

    A retry by hand that fails changes nothing about when the next one is due: it must not lengthen an outage.
    """
    failures, by_hand, due = 0, False, pace.clock.now()
    while True:
        try:
            async with pace.turn(min(HAND_FLOOR, every)):
                document = await ask()
        except SourceError as error:
            if by_hand and failures:
                left = (due - pace.clock.now()).total_seconds()
                wait = max(left, error.retry_after or 0.0, HAND_FLOOR)
            else:
                failures += 1
                wait = pace.after_failure(failures, every, error.retry_after)
            yield Failed.of(name, error, pace.after(wait))
        else:
            failures, wait = 0, every
            if document is None:
                yield Unchanged(name, pace.clock.now(), pace.after(wait))
            else:
                yield Pages(name, (document,), again=pace.after(wait))
        due = pace.after(wait)
        by_hand = await pace.wait(wait)

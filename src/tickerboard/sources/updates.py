"""Fetches parsed: what the board takes in, once or for as long as a source is followed."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tickerboard.logs import log
from tickerboard.parser.documents import read_document
from tickerboard.sources.base import Fetch

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from datetime import datetime

    from tickerboard.model import Article, Snapshot
    from tickerboard.sources.base import Source
    from tickerboard.sources.pace import Pace

MEND_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Update:
    """A fetch and the snapshots of its pages; `at` is when it came in (UTC), None where that does not matter."""

    fetch: Fetch
    snapshots: tuple[Snapshot, ...] | None = None
    at: datetime | None = None

    @classmethod
    def of(cls, fetch: Fetch, at: datetime | None = None) -> Update:
        """Parse the pages of a fetch."""
        documents = fetch.documents
        return cls(fetch, None if documents is None else tuple(read_document(document) for document in documents), at)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles and stories of its pages."""
        pages = [snapshot.page for snapshot in self.snapshots or ()]
        return tuple(each for page in pages for each in (page.article, *page.stories) if each)

    @property
    def has_something(self) -> bool:
        """Whether there is any quote or article in it."""
        pages = [snapshot.page for snapshot in self.snapshots or ()]
        return bool(self.articles) or any(page.quotes or page.rates for page in pages)


def read_once(source: Source, at: datetime | None = None) -> Update:
    """Read a source and parse its pages; `at` as in Update."""
    started = time.monotonic()
    update = Update.of(source.read(), at)
    log.fetched(source, update, time.monotonic() - started)
    return update


async def updates(source: Source, pace: Pace) -> AsyncGenerator[Update]:
    """Follow a source: parse each fetch off the caller's thread, and begin again where following itself broke."""
    import asyncio
    from contextlib import aclosing

    while True:
        pace.woke = time.monotonic()
        try:
            async with aclosing(source.follow(pace)) as fetches:
                async for fetch in fetches:
                    update = await asyncio.to_thread(Update.of, fetch, pace.clock.now())
                    log.fetched(source, update, time.monotonic() - pace.woke)
                    yield update
                return
        except Exception as error:  # noqa: BLE001  whatever broke is told on the board, and mended
            broken = f"{source.name}: following it broke ({type(error).__name__})"
            update = Update(Fetch(source.name, failure=broken, again=pace.after(MEND_SECONDS)), None, pace.clock.now())
            log.fetched(source, update, time.monotonic() - pace.woke)
            yield update
        await pace.wait(MEND_SECONDS)

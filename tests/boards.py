"""Boards for the tests: the sample's, and one of any text."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from children import PATIENCE
from clocks import NOON, FakeClock
from fetches import one_page, taken
from tickerboard.board.board import Board
from tickerboard.board.listings import Listings
from tickerboard.settings.config import Config
from tickerboard.sources.demo import SampleSource
from tickerboard.ui.app import TickerboardApp
from tickerboard.ui.table.quote_table import QuoteTable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from textual.pilot import Pilot

    from tickerboard.sources.base import Source
    from tickerboard.sources.updates import Snapshots


def sample() -> Board:
    """The board of the sample page."""
    return Board.of([taken(SampleSource().read())])


def page(text: str, source: str = "page.txt", at: datetime = NOON) -> Snapshots:
    """What a source gives when its page is this text."""
    return taken(one_page(source, text, at), at)


def app_on(board: Board | None = None, sources: Sequence[Source] = (), **settings: Any) -> TickerboardApp:
    """The application on a board, its motion frozen."""
    return TickerboardApp(board or sample(), sources, Config(motion=False, **settings), clock=FakeClock())


def text_of(app: TickerboardApp) -> str:
    """What the screen shows, as lines of text."""
    width, height = app.size
    strips = app.screen._compositor.render_strips(app.size)
    return "\n".join("".join(segment.text for segment in strip)[:width] for strip in strips[:height])


def lines_of(app: TickerboardApp) -> list[str]:
    """What the screen shows, a text for each line."""
    return text_of(app).split("\n")


def put(path: Path, text: str) -> None:
    """Replace a file as an editor does: another file, renamed over it."""
    other = path.with_name("." + path.name + ".new")
    other.write_text(text, "utf-8")
    other.replace(path)


def listed() -> Board:
    """The board of the sample page, with names and sectors."""
    return Board.of([taken(SampleSource().read())], Listings.load())


def symbols(app: TickerboardApp) -> list[str]:
    """The symbols of the table, in its order."""
    return [row.quote.symbol for row in app.screen.query_one(QuoteTable).rows]


async def until(pilot: Pilot[Any], seen: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Let the application run until something is true."""
    end = time.monotonic() + seconds
    while not seen():
        assert time.monotonic() < end, "it never came"
        await pilot.pause(0.02)


async def write(pilot: Pilot[None], text: str) -> None:
    """Type a text."""
    names = {" ": "space", ">": "greater_than_sign", "=": "equals_sign", '"': "quotation_mark", "<": "less_than_sign"}
    await pilot.press(*(names.get(letter, letter) for letter in text))
    await pilot.pause()

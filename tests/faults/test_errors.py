"""X: faults of the program itself. One line, a status that is not 0, the terminal as it was, and no secrets."""

from __future__ import annotations

import asyncio
import re
from contextlib import aclosing
from typing import TYPE_CHECKING, ClassVar

import pytest

from boards import sample, text_of, until
from clocks import FakeClock
from fetches import failures_in, one_page
from terminal import Terminal
from tickerboard.settings.config import Config
from tickerboard.sources.base import Failed, Fetch, Progress
from tickerboard.sources.pace import Pace
from tickerboard.sources.updates import has_something, updates
from tickerboard.ui.app import TickerboardApp

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

BROKEN = """
import asyncio
from tickerboard.ui.board.screen import BoardScreen
from tickerboard.ui.table.quote_table import QuoteTable
from tickerboard.cli.main import main

def broken(self, *_):
    password = "hunter2-in-a-variable"
    raise ValueError("hunter2-in-the-message")

async def broken_later():
    await asyncio.sleep(0.2)
    broken(None)

WHERE
sys.exit(main())
"""
SEQUENCE = re.compile(rb"\x1b\[[?<0-9]*[a-z]|\x1b\]22;default\x07")
PLACES = {
    "mount": "BoardScreen.on_mount = broken",
    "timer": "BoardScreen.on_screen_resume = lambda self: self.set_timer(0.2, lambda: broken(self))",
    "worker": "BoardScreen.on_screen_resume = lambda self: self.run_worker(broken_later()) and None",
    "render": "QuoteTable.render_line = broken",
    "key": "BoardScreen.action_heat = broken",
    "compose": "BoardScreen.compose = broken",
}


@pytest.mark.parametrize("where", PLACES)
def test_x1_x2_a_fault_is_one_line_without_values(where: str) -> None:
    with Terminal("--no-motion", size=(100, 30), program=BROKEN.replace("WHERE", PLACES[where])) as terminal:
        if where == "key":
            terminal.until(lambda text: "AIRLINK" in text)
            terminal.type("m")
        assert terminal.status() == 2
        terminal.assert_given_back()
        last_words = re.sub(
            rb"\x1b\[[?<0-9]*[a-z]|\x1b\]22;default\x07", b"", terminal.bytes.rpartition(b"\x1b[?1016l")[2]
        )
        assert last_words.strip() == b"tickerboard: internal error: ValueError (<string>:10)"
        assert b"hunter2" not in terminal.bytes


LEFT_EARLY = """
import os, signal
from tickerboard.ui.board.screen import BoardScreen
from tickerboard.ui.table.quote_table import QuoteTable
from tickerboard.cli.main import main

shown = BoardScreen.on_mount

async def mount(self):
    os.kill(os.getpid(), signal.SIGINT)
    await self.query(QuoteTable).remove()
    shown(self)

BoardScreen.on_mount = mount
sys.exit(main())
"""


def test_x1_a_board_that_is_left_before_it_is_whole_has_no_fault() -> None:
    with Terminal("--no-motion", program=LEFT_EARLY) as terminal:
        assert terminal.status() == 130
        terminal.assert_given_back()
        assert b"error" not in terminal.bytes.rpartition(b"\x1b[?1049l")[2]


class Fragile:
    """A source whose following dies once, then gives a page."""

    name = "fragile"
    instant: ClassVar[bool] = False
    stream: ClassVar[bool] = False

    def __init__(self) -> None:
        self.begun = 0

    def read(self) -> Fetch:
        return Progress(self.name)

    async def follow(self, pace: Pace) -> AsyncGenerator[Fetch]:
        self.begun += 1
        if self.begun == 1:
            raise ZeroDivisionError
        data = "KEL 4.66 No Change ▼ 0.00 (0%)\n"
        yield one_page(self.name, data)
        await pace.wait(3600)


async def test_x3_following_that_broke_is_told_and_begun_again() -> None:
    clock, source = FakeClock(), Fragile()
    async with aclosing(updates(source, Pace(60, clock))) as coming:
        broken = await anext(coming)
        assert failures_in(broken) == ["fragile: following it broke (ZeroDivisionError)"]
        assert isinstance(broken, Failed)
        assert broken.again is not None
        later = asyncio.ensure_future(anext(coming))
        await clock.advance(31)
        assert has_something(await later)


async def test_x3_the_board_says_so_and_recovers() -> None:
    clock, source = FakeClock(), Fragile()
    app = TickerboardApp(sample(), [source], Config(motion=False), live=True, clock=clock)
    async with app.run_test(size=(160, 30)) as pilot:
        await until(pilot, lambda: app.board.sources[-1].failed)
        assert app.board.sources[-1].failures[0].reason.startswith("following it broke")
        await until(pilot, lambda: "FAILED" in text_of(app))
        assert "fragile: following it broke" in text_of(app)
        await clock.advance(31)
        await until(pilot, lambda: not app.board.sources[-1].failed)
        assert "KEL" in {row.quote.symbol for row in app._board_screen.board.rows}

"""What changed in an article, on screen: from the reader, and from the list of what moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boards import page, text_of, until
from clocks import FakeClock
from recording import OPEN, arrival, keep, strip
from tickerboard.board.board import Board
from tickerboard.settings.config import Config
from tickerboard.ui.app import TickerboardApp
from tickerboard.ui.history.keeper import HistoryPlan

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

FIRST = "\nShares of ABL fell on Monday after the mill said that it had sold less than ever before.\n"
SECOND = FIRST.replace("fell", "rose").replace("less", "more")


def app_of(path: Path, text: str, at: datetime = OPEN) -> TickerboardApp:
    keep(path, arrival(strip(ABL="20.00") + FIRST), arrival(strip(ABL="23.00") + SECOND, 5))
    board = Board.of([page(text, at=at)])
    return TickerboardApp(board, [], Config(motion=False), clock=FakeClock(), history=HistoryPlan(path, records=False))


async def test_the_changes_of_the_article_in_the_reader_are_marked(tmp_path: Path) -> None:
    app = app_of(tmp_path / "history.db", strip(ABL="23.00") + SECOND)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("D")
        await until(pilot, lambda: "Changed since" in text_of(app))
        assert "Shares of ABL [-fell-] {+rose+} on Monday" in " ".join(text_of(app).split())
        await pilot.press("escape")
        await until(pilot, lambda: "Changed since" not in text_of(app))


async def test_an_article_that_did_not_change_is_reported(tmp_path: Path) -> None:
    app = app_of(tmp_path / "history.db", strip(ABL="20.00") + FIRST)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("D")
        await until(pilot, lambda: "no earlier text of this article" in " ".join(text_of(app).split()))


async def test_what_moved_shows_the_changes_and_leads_to_them(tmp_path: Path) -> None:
    app = app_of(tmp_path / "history.db", strip(ABL="23.00") + SECOND)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("M")
        await until(pilot, lambda: "[-fell-] {+rose+}" in text_of(app))
        await pilot.press("end", "enter")
        await until(pilot, lambda: "Changed since" in text_of(app))

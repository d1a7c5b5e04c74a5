"""The history played again on the board."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from boards import text_of, until
from clocks import FakeClock
from recording import OPEN, arrival, keep, prices, strip
from terminal import Terminal
from tickerboard.board.listings import Listings
from tickerboard.history import History
from tickerboard.settings.config import Config
from tickerboard.ui.app import TickerboardApp
from tickerboard.ui.history.keeper import HistoryPlan
from tickerboard.ui.history.past import Past
from tickerboard.ui.history.replay import Replay

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def history(tmp_path: Path) -> Path:
    path = tmp_path / "history.db"
    keep(path, *(arrival(strip(ABL=f"{price}.00"), 10 * at) for at, price in enumerate((20, 21, 22, 23))))
    return path


async def test_each_snapshot_comes_when_its_time_has_come_by_the_injected_clock(history: Path) -> None:
    clock = FakeClock()
    replay = Replay(Past(History(history), None, Listings.load()), OPEN, OPEN + timedelta(hours=1), 60, clock)
    plan = HistoryPlan(history, records=False)
    board = replay.first_board(Listings.load())
    app = TickerboardApp(board, [], Config(motion=False), live=True, clock=replay.clock, history=plan, replay=replay)
    async with app.run_test(size=(120, 20)) as pilot:
        await until(pilot, lambda: " 20.00" in text_of(app) and "REPLAY 2026-01-05 09:30" in text_of(app))
        for minutes, price, later in ((9, 20, 21), (2, 21, 22), (8, 21, 22), (2, 22, 23)):
            await until(pilot, lambda: clock.is_awaited)
            await clock.advance(minutes)  # a second of the clock is a minute of the history
            await until(pilot, partial(shows, app, f" {price}.00"))
            await pilot.pause(0.3)
            assert not shows(app, f" {later}.00")
        await pilot.press("L")
        await clock.advance(3_600)
        await until(pilot, lambda: "PAUSED" in text_of(app) and " 22.00" in text_of(app))
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: "THEN 09:40:00" in text_of(app) and " 21.00" in text_of(app))
        await pilot.press("escape")
        await until(pilot, lambda: "REPLAY" in text_of(app))
        await pilot.press("L")
        while " 23.00" not in text_of(app):
            await clock.advance(1)
            await pilot.pause(0.1)
        assert "PAUSED" not in text_of(app)


def shows(app: TickerboardApp, text: str) -> bool:
    return text in text_of(app)


def test_the_command_plays_the_day_of_the_latest_snapshot_and_records_nothing(history: Path) -> None:
    env = {"TICKERBOARD_HISTORY": str(history), "TZ": "UTC"}
    with Terminal("replay", "--no-motion", "--speed", "600", env=env) as terminal:
        terminal.until(lambda text: "REPLAY 2026-01-05" in text and " 20.00" in text)
        terminal.until(lambda text: " 23.00" in text)
        terminal.type("q")
        assert terminal.status() == 0
    assert prices(history) == ["20.00", "21.00", "22.00", "23.00"]


def test_only_the_named_sources_are_played(history: Path) -> None:
    other = arrival(strip(KEL="7.00"), 15)
    keep(history, other._replace(source="other.txt", snapshot=other.snapshot._replace(source="other.txt")))
    env = {"TICKERBOARD_HISTORY": str(history), "TZ": "UTC"}
    with Terminal("replay", "--no-motion", "--speed", "6000", "other.txt", env=env) as terminal:
        text = terminal.until(lambda text: " KEL " in text)
        assert "ABL" not in text
        terminal.type("q")
        assert terminal.status() == 0


def test_a_folder_of_dated_pages_is_played_without_having_been_recorded(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for minute in range(3):
        (folder / f"20260105_09{minute:02}.txt").write_text(strip(ABL=f"{20 + minute}.00"), "utf-8")
    env = {"TICKERBOARD_HISTORY": str(tmp_path / "none.db"), "TZ": "UTC"}
    with Terminal("replay", "--no-motion", "--speed", "120", str(folder), env=env) as terminal:
        terminal.until(lambda text: "REPLAY 2026-01-05" in text and " 20.00" in text)
        terminal.until(lambda text: " 22.00" in text)
        terminal.type("q")
        assert terminal.status() == 0
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["--from", "2020-01-01"], 1, "no snapshots in that time"),
        (["unknown.txt"], 1, "unknown.txt: no snapshots in that time"),
        (["--from", "soon"], 2, "is not a time"),
        (["--speed", "0"], 2, "invalid speed"),
    ],
)
def test_what_cannot_be_played_is_one_line(history: Path, arguments: list[str], status: int, words: str) -> None:
    with Terminal("replay", *arguments, size=(160, 20), env={"TICKERBOARD_HISTORY": str(history)}) as terminal:
        assert terminal.status() == status
        terminal.read(0.2)
        assert words in terminal.text

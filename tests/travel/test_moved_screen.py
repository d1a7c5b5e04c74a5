"""What moved, on screen: the moves of a period, and the articles that name them."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from boards import page, text_of, until
from clocks import FakeClock
from recording import OPEN, arrival, keep, strip
from terminal import Terminal
from tickerboard.board.board import Board
from tickerboard.settings.config import Config
from tickerboard.settings.state import State
from tickerboard.ui.app import TickerboardApp
from tickerboard.ui.history.keeper import HistoryPlan
from tickerboard.ui.memory import Memory

DAY = 24 * 60
NAMED = "\nShares of ABL rose on Monday after the mill said that it had sold more than ever before.\n"


def app_of(path: Path, memory: Memory | None = None) -> TickerboardApp:
    board = Board.of([page(strip(ABL="23.00", KEL="5.00"), at=OPEN + timedelta(minutes=5))])
    plan = HistoryPlan(path, records=False)
    return TickerboardApp(board, [], Config(motion=False), clock=FakeClock(), memory=memory, history=plan)


async def test_moves_are_listed_with_the_articles_that_name_them_and_lead_there(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    days = [arrival(strip(ABL="20.00", KEL=f"{4 + day % 2}.00"), -day * DAY) for day in range(30, 0, -1)]
    keep(path, *days, arrival(strip(ABL="20.00", KEL="5.00")), arrival(strip(ABL="23.00", KEL="5.00") + NAMED, 5))
    app = app_of(path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "M")
        await until(pilot, lambda: "What moved: session" in text_of(app) and "20.00 → 23.00" in text_of(app))
        text = text_of(app)
        assert "ABL        ▲  +15.00%  20.00 → 23.00" in text
        assert app.screen.shown(0).spans[-1].style == "$quote-up"  # type: ignore[attr-defined]
        assert "named in, within" in text
        assert "Shares of ABL rose on Monday" in text
        assert "because" not in text
        assert "d day" in text
        await pilot.press("w")
        await until(pilot, lambda: "What moved: week" in text_of(app))
        await pilot.press("slash", *"abl", "enter")
        await until(pilot, lambda: "What moved" not in text_of(app))
        assert app.screen_stack[0].query_one("#table").symbol == "ABL"  # type: ignore[attr-defined]


def risen(folder: Path) -> TickerboardApp:
    """A board on a history in which ABL rose in a day."""
    path = folder / "history.db"
    keep(path, arrival(strip(ABL="20.00"), -DAY), arrival(strip(ABL="23.00"), 5))
    return app_of(path)


async def test_too_few_observations_are_reported_and_nothing_is_made_up(tmp_path: Path) -> None:
    app = risen(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("M")
        await until(pilot, lambda: "too few observations" in text_of(app))


async def test_that_all_moves_have_too_few_observations_is_said_once(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    keep(path, arrival(strip(ABL="20.00", KEL="4.00"), -DAY), arrival(strip(ABL="23.00", KEL="5.00"), 5))
    app = app_of(path)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("M")
        await until(pilot, lambda: "4.00 →  5.00" in text_of(app))
        assert text_of(app).count("too few") == 1
        await pilot.press("enter")
        await until(pilot, lambda: "row 2 of 2" in text_of(app))


async def test_a_move_is_indented_below_its_symbol_in_a_narrow_window(tmp_path: Path) -> None:
    app = risen(tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("M")
        await until(
            pilot, lambda: re.search(r"│ ABL        ▲  \+15\.00% .*\n.*│     20\.00 → 23\.00  too few ", text_of(app))
        )


async def test_the_prices_of_moves_stand_below_each_other(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    keep(path, *(arrival(strip(ABL=f"{100 + at}.00", KEL=f"{4 + at}.00"), at) for at in range(3)))
    app = app_of(path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("M")
        await until(pilot, lambda: "  100.00 → 102.00  " in text_of(app) and "    4.00 →   6.00  " in text_of(app))
        assert "first seen 09:30" in text_of(app)


@pytest.mark.parametrize("key", ["s", "d", "w"])
async def test_the_title_is_as_long_as_a_narrow_window_allows(tmp_path: Path, key: str) -> None:
    app = risen(tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("M", key)
        await until(pilot, lambda: re.search(r"╭─ (session|day|week), .*\d ─", text_of(app)))


async def test_the_moves_are_those_up_to_the_time_that_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    keep(path, *(arrival(strip(ABL=f"{price}.00"), at) for at, price in enumerate((20, 21, 99, 23))))
    app = app_of(path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*["left_square_bracket"] * 3)
        await until(pilot, lambda: "THEN 09:31" in text_of(app))
        await pilot.press("M")
        await until(pilot, lambda: "20.00 → 21.00" in text_of(app))


async def test_without_a_history_the_screen_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a short path: the message is not wrapped
    app = app_of(Path("none.db"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("M")
        await until(pilot, lambda: "no history yet" in text_of(app))


async def test_the_moves_since_the_last_look(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    keep(path, *(arrival(strip(ABL=f"{20 + at}.00"), at) for at in range(5)))
    looked = (OPEN + timedelta(minutes=3)).isoformat()
    app = app_of(path, Memory(State(looked=looked)))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("M", "l")
        await until(pilot, lambda: "What moved: last look" in text_of(app) and "23.00 → 24.00" in text_of(app))


async def test_without_a_last_look_there_is_a_line(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    keep(path, arrival(strip(ABL="20.00")))
    app = app_of(path)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("M", "l")
        await until(pilot, lambda: "no board was left before" in text_of(app))


def test_leaving_a_board_is_the_last_look_of_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TICKERBOARD_STATE", str(tmp_path / "state.json"))
    monkeypatch.setenv("TICKERBOARD_HISTORY", str(tmp_path / "history.db"))
    command = [sys.executable, "-m", "tickerboard", "moved", "--from", "last look", "--format", "csv"]
    keep(tmp_path / "history.db", arrival(strip(ABL="20.00")))
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (2, "tickerboard: no board was left before; name a time\n")
    with Terminal("--no-motion") as terminal:
        terminal.until(lambda text: "AIRLINK" in text)
        terminal.type("q")
        assert terminal.status() == 0
    minutes = (datetime.now(UTC) - OPEN).total_seconds() / 60
    keep(tmp_path / "history.db", arrival(strip(ABL="25.00"), minutes + 1))
    done = subprocess.run(command, capture_output=True, text=True)
    assert "ABL,equity," in done.stdout
    assert ",20.00," in done.stdout

"""The board turned back: what each key shows, and that what comes meanwhile does not disturb."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boards import page, put, text_of, until
from clocks import NOON, FakeClock
from recording import arrival, keep, strip
from terminal import ESCAPE, Terminal
from tickerboard.board.board import Board
from tickerboard.settings.config import Config
from tickerboard.ui.app import TickerboardApp
from tickerboard.ui.history.keeper import HistoryPlan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

BACK, FORWARD, MOVE_BACK, MOVE_FORWARD = (
    "left_square_bracket", "right_square_bracket", "left_curly_bracket", "right_curly_bracket",
)  # fmt: skip
FIRST = strip(ABL="1.00", KEL="4.00") + "\nThe cement makers of the north met on Monday, and nobody said what for.\n"
SECOND = strip(ABL="2.00", KEL="4.00") + "\nThe refiners raised their price a second time this week, dealers said.\n"
THIRD = strip(ABL="2.00", KEL="5.00")
NOW = strip(ABL="3.00", KEL="5.00")


@pytest.fixture
def history(tmp_path: Path) -> Path:
    path = tmp_path / "history.db"
    keep(path, arrival(FIRST), arrival(SECOND, 1), arrival(THIRD, 2), arrival(NOW, 3))
    return path


def app_of(history: Path) -> TickerboardApp:
    """The board of the latest page, with a history that it only reads."""
    board = Board.of([page(NOW, at=NOON)])
    return TickerboardApp(
        board, [], Config(motion=False), clock=FakeClock(), history=HistoryPlan(history, records=False)
    )


async def shows(pilot: Pilot[None], seen: Callable[[str], bool]) -> str:
    await until(pilot, lambda: seen(text_of(pilot.app)))  # type: ignore[arg-type]
    return text_of(pilot.app)  # type: ignore[arg-type]


def row(text: str, symbol: str) -> str:
    """The last price in a row of the table."""
    line = next(line for line in text.splitlines() if f" {symbol} " in line)
    return next(word.rstrip("↑↓") for word in line.split(symbol)[1].split() if word[0].isdecimal())


async def test_brackets_step_the_whole_board_and_escape_leads_back(history: Path) -> None:
    async with app_of(history).run_test(size=(120, 30)) as pilot:
        await shows(pilot, lambda text: "3.00" in text)
        await pilot.press(BACK)
        text = await shows(pilot, lambda text: "THEN" in text)
        assert (row(text, "ABL"), row(text, "KEL")) == ("2.00", "5.00")  # the latest snapshot is what was shown already
        assert "THEN 09:32:00" in text
        assert "3.00" not in text  # nor on the tape
        await pilot.press(BACK)
        text = await shows(pilot, lambda text: "THEN 09:31:00" in text)
        assert row(text, "KEL") == "4.00"
        assert "The refiners raised" in text
        await pilot.press(BACK)
        text = await shows(pilot, lambda text: "THEN 09:30:00" in text)
        assert "The cement makers" in text
        assert "refiners" not in text
        await pilot.press(BACK)
        await pilot.pause(0.2)
        assert "THEN 09:30:00" in text_of(pilot.app)  # type: ignore[arg-type]
        await pilot.press(FORWARD)
        await shows(pilot, lambda text: "THEN 09:31:00" in text and row(text, "ABL") == "2.00")
        await pilot.press("escape")
        text = await shows(pilot, lambda text: "THEN" not in text)
        assert row(text, "ABL") == "3.00"
        assert "STATIC" in text


async def test_the_first_step_back_passes_what_is_shown_though_a_row_has_vanished_since(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    keep(path, arrival(strip(ABL="2.00", KEL="5.00", HUBC="9.00")), arrival(THIRD, 1), arrival(NOW, 2))
    async with app_of(path).run_test(size=(120, 30)) as pilot:
        await pilot.press(BACK)
        text = await shows(pilot, lambda text: "THEN" in text)
        assert "THEN 09:31:00" in text
        assert row(text, "ABL") == "2.00"


async def test_forward_from_the_last_snapshot_leads_to_now(history: Path) -> None:
    async with app_of(history).run_test(size=(120, 30)) as pilot:
        await pilot.press(BACK)
        await shows(pilot, lambda text: "THEN 09:32:00" in text)
        await pilot.press(FORWARD)
        await shows(pilot, lambda text: "THEN" not in text and row(text, "ABL") == "3.00")


async def test_steps_in_a_row_are_all_taken(history: Path) -> None:
    async with app_of(history).run_test(size=(120, 30)) as pilot:
        await pilot.press(BACK, BACK, BACK, FORWARD)
        await shows(pilot, lambda text: "THEN 09:31:00" in text)


async def test_braces_lead_to_the_moves_of_the_row_under_the_cursor(history: Path) -> None:
    async with app_of(history).run_test(size=(120, 30)) as pilot:
        await pilot.press("down", MOVE_BACK)  # KEL moved once, from 4.00 to 5.00
        text = await shows(pilot, lambda text: "THEN 09:32:00" in text)
        assert row(text, "KEL") == "5.00"
        await pilot.press(MOVE_BACK)
        await pilot.pause(0.2)
        assert "THEN 09:32:00" in text_of(pilot.app)  # type: ignore[arg-type]
        await pilot.press("up", MOVE_BACK)
        await shows(pilot, lambda text: "THEN 09:31:00" in text)
        await pilot.press(MOVE_FORWARD)
        await shows(pilot, lambda text: "THEN 09:33:00" in text and row(text, "ABL") == "3.00")


async def test_live_updates_go_on_underneath_and_do_not_disturb(history: Path) -> None:
    app = app_of(history)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press(BACK)
        await shows(pilot, lambda text: "THEN 09:32:00" in text)
        await app._take(page(strip(ABL="9.00", KEL="9.50")))
        await pilot.pause(0.3)
        text = text_of(app)
        assert "THEN 09:32:00" in text
        assert "9.00" not in text
        await pilot.press("escape")
        await shows(pilot, lambda text: "THEN" not in text and row(text, "ABL") == "9.00")


async def test_escape_clears_a_prompt_and_a_filter_only_when_it_is_not_needed_for_now(history: Path) -> None:
    async with app_of(history).run_test(size=(120, 30)) as pilot:
        await pilot.press("slash", "k", "e", "l", "enter", BACK)
        text = await shows(pilot, lambda text: "THEN" in text)
        assert " ABL " not in text.splitlines()[2]
        await pilot.press("escape")
        text = await shows(pilot, lambda text: "THEN" not in text)
        assert "filter kel" in text
        await pilot.press("escape")
        await shows(pilot, lambda text: "filter kel" not in text)


async def test_ages_are_those_of_then(history: Path) -> None:
    app = app_of(history)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press(BACK)
        await shows(pilot, lambda text: "THEN 09:32:00" in text)
        await pilot.press("enter")
        text = await shows(pilot, lambda text: "observed" in text)
        assert "0 s old" in text


async def test_without_a_history_a_step_says_so_and_the_board_stays(tmp_path: Path) -> None:
    async with app_of(tmp_path / "none.db").run_test(size=(120, 30), notifications=True) as pilot:
        await pilot.press(BACK)
        await shows(pilot, lambda text: "no history yet" in text and "STATIC" in text)


@pytest.mark.parametrize("size", [(200, 60), (120, 40), (80, 24), (40, 12)])
async def test_then_and_the_place_on_the_axis_are_never_cut(history: Path, size: tuple[int, int]) -> None:
    async with app_of(history).run_test(size=size) as pilot:
        await pilot.press(BACK)
        await shows(pilot, lambda text: "THEN 09:32" in text and "●" in text.splitlines()[-1])


async def test_the_axis_marks_where_an_article_was_first_seen(history: Path) -> None:
    async with app_of(history).run_test(size=(120, 30)) as pilot:
        await pilot.press(BACK)
        text = await shows(pilot, lambda text: "THEN" in text)
        line = text.splitlines()[-1]
        assert "◂ 09:30 ▲" in line
        assert "09:33 ▸" in line
        assert line.count("▲") == 3  # two, and the legend


def test_at_opens_the_board_as_of_a_time(history: Path, tmp_path: Path) -> None:
    env = {"TICKERBOARD_HISTORY": str(history), "TZ": "UTC"}
    with Terminal("--no-motion", "--at", "2026-01-05T09:31", env=env) as terminal:
        text = terminal.until(lambda text: "THEN 2026-01-05 09:31:00" in text)
        assert row(text, "ABL") == "2.00"
        terminal.until(lambda text: "Trend" in text)
        terminal.type(ESCAPE)
        terminal.until(lambda text: "THEN" not in text and "3.00" in text)
        terminal.type("q")
        assert terminal.status() == 0
    for time, status in (("2025-01-01", 1), ("soon", 2)):
        with Terminal("--at", time, env=env) as terminal:
            assert terminal.status() == status
            terminal.read(0.2)
            assert len(terminal.text.split("\n")[0].strip()) > 20
            assert "Traceback" not in terminal.text


def test_a_folder_of_dated_pages_travels_without_being_recorded(tmp_path: Path) -> None:
    for at, text in enumerate((FIRST, SECOND, THIRD)):
        path = tmp_path / "pages" / f"psx-2026-01-0{at + 5}_1630.txt"
        path.parent.mkdir(exist_ok=True)
        put(path, text)
    history = tmp_path / "history.db"
    env = {"TICKERBOARD_HISTORY": str(history), "TZ": "UTC"}
    with Terminal("--no-motion", str(tmp_path / "pages"), env=env) as terminal:
        terminal.until(lambda text: "STATIC" in text and "5.00" in text)
        terminal.type("[")
        text = terminal.until(lambda text: "THEN 2026-01-06 16:30:00" in text)
        assert row(text, "KEL") == "4.00"
        terminal.type("[")
        terminal.until(lambda text: "THEN 2026-01-05 16:30:00" in text)
        terminal.type("q")
        assert terminal.status() == 0
    assert not history.exists()

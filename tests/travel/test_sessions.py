"""The columns that the history fills: the trend of the session, and where a price stands in the day's range."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from boards import page, put, text_of, until
from clocks import NOON, FakeClock
from fetches import taken
from recording import arrival, keep, strip
from terminal import Terminal
from tickerboard.board.board import Board
from tickerboard.board.session import DayRange
from tickerboard.model import ObservedFrom
from tickerboard.parser.documents import Document
from tickerboard.settings.config import Config
from tickerboard.sources.base import Pages
from tickerboard.table.figures import place_on_line, sparkline
from tickerboard.ui.app import TickerboardApp
from tickerboard.ui.history.keeper import HistoryPlan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STORY = "\nShares of ABL rose on Monday after the mill said that its orders were the largest of the year.\n"
NOW = strip(ABL="3.00", KEL="5.00")


def prices(*texts: str) -> list[Decimal | None]:
    return [Decimal(text) if text else None for text in texts]


def test_a_sparkline_reaches_from_the_lowest_to_the_highest_price() -> None:
    assert sparkline(prices("1", "2", "4.50", "8")) == "▁▂▄▇"
    assert sparkline(prices("", "5", "5")) == " ▄▄"
    assert sparkline([]) == ""


def test_a_place_in_the_range_is_none_where_the_figures_contradict_it() -> None:
    assert DayRange(Decimal(10), Decimal(20)).place(Decimal(15)) == 50
    assert DayRange(Decimal(10), Decimal(20)).place(Decimal(21)) is None
    assert DayRange(Decimal(10), Decimal(10)).place(Decimal(10)) is None
    assert [place_on_line(Decimal(at), 5) for at in (0, 50, 100)] == ["●────", "──●──", "────●"]


def app_of(path: Path) -> TickerboardApp:
    board = Board.of([page(NOW, at=NOON)])
    return TickerboardApp(board, [], Config(motion=False), clock=FakeClock(), history=HistoryPlan(path, records=False))


async def test_the_columns_stay_away_while_no_row_has_anything_to_show(tmp_path: Path) -> None:
    app = app_of(tmp_path / "none.db")
    async with app.run_test(size=(140, 20)) as pilot:
        await pilot.pause(0.5)
        assert "3.00" in text_of(app)
        assert "Trend" not in text_of(app)
        assert "Day range" not in text_of(app)


async def test_the_columns_show_the_recorded_session(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    keep(path, *(arrival(strip(ABL=f"{price}.00", KEL="5.00"), at) for at, price in enumerate((1, 4, 2, 3))))
    app = app_of(path)
    async with app.run_test(size=(140, 20)) as pilot:
        await until(pilot, lambda: "Trend" in text_of(app) and "▇" in text_of(app))
        row = next(line for line in text_of(app).splitlines() if " ABL " in line)
        assert "─────●──" in row  # 3.00 between 1.00 and 4.00
        assert "▁" in row
        other = next(line for line in text_of(app).splitlines() if " KEL " in line)
        assert "●" not in other  # it has no range
        assert "▄▄▄▄▄▄▄▄" in other


async def test_the_pages_own_low_and_high_need_no_history() -> None:
    html = (
        b"<table><tr><th>Symbol<th>Last<th>Change<th>Change %<th>High<th>Low</tr>"
        b"<tr><td>ABL<td>15.00<td>+1.00<td>7.14%<td>20.00<td>10.00</tr></table>"
    )
    board = Board.of([taken(Pages("page", (Document("page", html, NOON, ObservedFrom.MTIME),)), NOON)])
    app = TickerboardApp(board, [], Config(motion=False), clock=FakeClock())
    async with app.run_test(size=(140, 20)) as pilot:
        await until(pilot, lambda: "────●───" in text_of(app))


def showing(price: str) -> Callable[[str], bool]:
    return lambda text: f" {price}" in text


def places_of(text: str, part: str) -> list[int]:
    return [line.find(part) for line in text.split("\n") if part in line]


def test_a_live_board_draws_the_trend_of_what_it_recorded_itself_in_the_room_kept_for_it(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    put(path, strip(ABL="1.00") + STORY)
    env = {"TICKERBOARD_HISTORY": str(tmp_path / "history.db")}
    with Terminal("--live", "--no-motion", str(path), size=(140, 20), env=env) as terminal:
        before = terminal.until(lambda text: " 1.00" in text and " 2 Article" in text)
        for price in ("2.00", "1.50"):
            put(path, strip(ABL=price) + STORY)
            terminal.until(showing(price))
        after = terminal.until(lambda text: "Trend" in text and "▇" in text.split("Trend")[1] and "────●───" in text)
        assert places_of(after, " 2 Article") == places_of(before, " 2 Article")
        terminal.type("q")
        assert terminal.status() == 0

"""The chart in a quote's details: its periods, its marks, and the line that a past quote was read from."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from boards import app_on, page, text_of, until
from clocks import FakeClock
from colours import LEAST, painted
from recording import OPEN, arrival, keep, strip
from tickerboard.board.board import Board
from tickerboard.history.steps import Period
from tickerboard.settings.config import Config
from tickerboard.ui.app import TickerboardApp
from tickerboard.ui.colours import contrast
from tickerboard.ui.history.braille import draw, levels
from tickerboard.ui.history.chart import Chart, picture
from tickerboard.ui.history.keeper import HistoryPlan
from tickerboard.ui.history.series import Series
from tickerboard.ui.looks import LOOKS

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from textual.color import Color

NAMED = "\nShares of ABL rose on Monday after the mill said that it had sold more than ever before.\n"
DAY = 24 * 60


def series_of(first: datetime, last: datetime, *, opening: str | None = None, period: Period = Period.ALL) -> Series:
    prices = [Decimal("20.00"), Decimal("23.00")]
    printed = None if opening is None else Decimal(opening)
    return Series("ABL", period, [first, last], prices, [], printed, None, None)


def board_on(tmp_path: Path) -> TickerboardApp:
    """A board of two symbols: quotes of ten days, then a session of six minutes in which an article names one."""
    path = tmp_path / "history.db"
    days = [arrival(strip(ABL=f"{20 + day}.00", KEL="5.00"), -day * DAY) for day in (10, 8, 6, 3, 1)]
    prices = (20, 24, 21, 22, 26, 23)
    session = [arrival(strip(ABL=f"{price}.00", KEL="5.00") + NAMED * (at == 3), at) for at, price in enumerate(prices)]
    keep(path, *days, *session)
    board = Board.of([page(strip(ABL="23.00", KEL="5.00"), at=OPEN + timedelta(minutes=5))])
    return TickerboardApp(board, [], Config(motion=False), clock=FakeClock(), history=HistoryPlan(path, records=False))


@pytest.fixture
def app(tmp_path: Path) -> TickerboardApp:
    """That board."""
    return board_on(tmp_path)


def test_a_column_of_the_plot_reaches_from_its_lowest_to_its_highest_price() -> None:
    columns = levels([0, 0.1, 0.15, 1], [1.0, 4.0, 2.0, 3.0], 4)
    assert columns == [(1.0, 4.0), (2.0, 2.0), (2.0, 2.0), (2.0, 3.0)]  # a price holds until the next one
    assert draw([(1.0, 4.0), (1.0, 1.0)], 1, 1.0, 4.0) == ["⣇"]
    assert draw([None, (4.0, 4.0)], 1, 1.0, 4.0, base=1.0) == ["⣸"]
    assert draw([(2.0, 2.0), (3.0, 3.0)], 1, 1.0, 4.0, base=3.0) == ["⠖"], "what is below the base hangs from it"
    assert draw([(5.0, 5.0), (5.0, 5.0)], 1, 5.0, 5.0) == ["⣤"]


@pytest.mark.parametrize(("colours", "are_graded"), [("truecolor", True), ("256", False), ("standard", False)])
async def test_the_area_below_the_prices_fades_towards_its_base(
    colours: str, are_graded: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", colours)
    app = board_on(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "ABL · session" in text_of(app) and "⣿" in text_of(app))
        chart = app.screen.query_one(Chart)
        strips = [chart.render_line(y) for y in range(chart.size.height)]
        inks = [each.style.color for strip in strips for each in strip if "⣿" in each.text and each.style]
        up = app.text_styles["quote--up"].color
        assert up in inks, "where it is farthest from the base"
        assert (len({*inks}) > 3) == are_graded


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_the_session_is_drawn_with_its_high_and_low(app: TickerboardApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "ABL · session" in text_of(app) and "⠀" in text_of(app))
        lines = text_of(app).splitlines()
        assert any("26.00" in line and "⠀" in line for line in lines)
        assert any("20.00" in line and "⠀" in line for line in lines)
        assert any("09:30" in line and "09:35" in line for line in lines)
        assert any("esc back" in line and ("d day" in line) == (size[0] > 40) for line in lines)


async def test_without_a_history_no_key_of_a_chart_is_offered() -> None:
    async with app_on().run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "p previous · a articles" in text_of(pilot.app))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("opening", "period", "begin"),
    [
        ("19.50", Period.SESSION, "open 19.50"),
        (None, Period.SESSION, "first 20.00"),
        ("19.50", Period.WEEK, "first 20.00"),
    ],
)
def test_only_the_price_that_the_page_calls_so_is_the_open(opening: str | None, period: Period, begin: str) -> None:
    title = picture(series_of(OPEN, OPEN + timedelta(minutes=9), opening=opening, period=period), 80, 10)[0]
    assert f"  {begin}  high 23.00  low 20.00" in "".join(text for text, _ in title)


@pytest.mark.parametrize(
    ("days", "width", "times"),
    [(0, 30, "09:30 09:39"), (40, 30, "01-05 02-14"), (400, 30, "2026-01 2027-02"), (400, 60, "2026-01-05 2027-02-09")],
)
def test_the_axis_has_years_where_they_are_needed(days: int, width: int, times: str) -> None:
    lines = picture(series_of(OPEN, OPEN + timedelta(days=days, minutes=9)), width, 10)
    assert "".join(text for text, _ in lines[-1]).split() == times.split()


async def test_the_axis_marks_the_article_that_names_the_symbol(app: TickerboardApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "▲ named in an article" in text_of(app))
        axis = next(line for line in text_of(app).splitlines() if "───▲───" in line)
        left, _, right = axis.partition("▲")
        assert left.count("─") == pytest.approx(right.count("─") * 3 / 2, abs=3)  # minute 3 of 5
        await pilot.press("n")
        await until(pilot, lambda: "KEL · session" in text_of(app))
        assert "───▲───" not in text_of(app)


async def test_keys_choose_the_period_and_n_and_p_the_quote(app: TickerboardApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "w")
        await until(pilot, lambda: "ABL · week" in text_of(app))
        assert "high 26.00" in text_of(app)
        await pilot.press("l")
        await until(pilot, lambda: "ABL · all" in text_of(app))
        assert "high 30.00" in text_of(app)
        assert "2025-12-26" in text_of(app)
        await pilot.press("n")  # the period stays
        await until(pilot, lambda: "KEL · all" in text_of(app))
        await pilot.press("p", "s")
        await until(pilot, lambda: "ABL · session" in text_of(app))
        await pilot.press("d")
        await until(pilot, lambda: "ABL · day" in text_of(app))
        await pilot.press("escape")
        await until(pilot, lambda: "ABL · day" not in text_of(app))


async def test_a_past_quote_shows_the_lines_of_the_page_it_was_read_from(app: TickerboardApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "left_square_bracket")
        await until(pilot, lambda: "THEN 09:34" in text_of(app))
        await pilot.press("enter")
        await until(pilot, lambda: "KEL · session" in text_of(app) and "▶ 2" in text_of(app))
        assert any("▶ 2" in line and "KEL 5.00 No Change" in line for line in text_of(app).splitlines())
        assert any("ABL 26.00 No Change" in line for line in text_of(app).splitlines())


async def test_the_details_are_whole_without_a_history(tmp_path: Path) -> None:
    board = Board.of([page(strip(ABL="23.00"))])
    plan = HistoryPlan(tmp_path / "none.db", records=False)
    app = TickerboardApp(board, [], Config(motion=False), clock=FakeClock(), history=plan)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "w")
        await until(pilot, lambda: "read from" in text_of(app))
        assert "week" not in text_of(app)


@pytest.mark.once
@pytest.mark.parametrize("theme", [look.name for look in LOOKS])
async def test_every_text_of_the_past_has_enough_contrast(app: TickerboardApp, theme: str) -> None:
    app.theme = theme
    poor: dict[tuple[str, str], tuple[Color, Color]] = {}
    async with app.run_test(size=(120, 40)) as pilot:
        for keys, seen in (("left_square_bracket", "THEN"), ("enter", "named in an article"), ("M", "What moved")):
            await pilot.press(keys)
            await until(pilot, lambda seen=seen: seen in text_of(app))  # type: ignore[misc]
            poor |= {(keys, text): (ink, ground) for text, ink, ground in painted(app) if contrast(ink, ground) < LEAST}
            await pilot.press("escape")
    assert not poor

"""Columns of the table: which have room, how long names are, and where figures are aligned."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from boards import app_on, lines_of, listed, page, text_of, until
from tickerboard.board.board import Board
from tickerboard.model import Article
from tickerboard.table.figures import move_bar
from tickerboard.ui.board.room import LEAST_READER
from tickerboard.ui.table.cells import tail_of

UNEVEN = "ABL 7,806 Increased By 81.8 (1.06%)\nKEL 4.66 Decreased By ▼ -0.1 (-2.1%)\nHBL 75.255 No Change ▼ 0.00 (0%)\n"


async def test_figures_are_aligned_on_their_point_with_the_digits_of_the_page() -> None:
    app = app_on(Board.of([page(UNEVEN)]))
    async with app.run_test(size=(120, 40)):
        rows = [next(line for line in lines_of(app) if f" {symbol} " in line) for symbol in ("ABL", "KEL", "HBL")]
        units = [rows[0].index("7,806") + 4, rows[1].index("4.66"), rows[2].index("75.255") + 1]
        assert len(set(units)) == 1
        percents = [rows[0].index("+1.06%") + 1, rows[1].index("-2.1%") + 1, rows[2].index(" 0% ") + 1]
        assert len(set(percents)) == 1


@pytest.mark.parametrize(("text", "tail"), [("7,806", 0), ("0.00", 3), ("-2.1%", 3), ("0%", 1), ("", 0)])
def test_the_tail_of_a_figure(text: str, tail: int) -> None:
    assert tail_of(text) == tail


async def test_columns_without_a_value_are_left_out_and_wide_screens_have_more() -> None:
    app = app_on(Board.of([page("ABL 4.66 No Change ▼ 0.00 (0%)\n")]))
    async with app.run_test(size=(200, 40)):
        assert "Volume" not in text_of(app)
        assert "Sector" not in text_of(app)
    app = app_on(listed())
    async with app.run_test(size=(200, 40)):
        assert "Air Link Communication" in text_of(app)


async def test_a_column_for_which_there_is_no_room_is_named_when_it_is_added() -> None:
    app = app_on(listed())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("c", "escape")
        await pilot.pause()
        assert "no room" not in text_of(app)
        await pilot.press("c", "end", "space", "escape")
        await until(pilot, lambda: "no room for heat; the table needs more width" in lines_of(app)[0])


async def test_a_column_of_the_users_own_comes_before_whole_names() -> None:
    app = app_on(listed(), columns=("rank", "symbol", "name", "last", "change", "percent", "bar"))
    async with app.run_test(size=(120, 40)):
        assert "Move" in lines_of(app)[2]
        assert "Air Link Communicatio…" in text_of(app)


async def test_names_are_whole_where_the_table_has_the_window() -> None:
    app = app_on(listed())
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.press("z")
        await until(pilot, lambda: "Article" not in text_of(app))
        row = next(line for line in lines_of(app) if " OGDC " in line)
        assert "Oil & Gas Development Company Limited" in row
        assert "Oil & Gas Exploration Companies" in row


async def test_names_take_what_other_columns_leave() -> None:
    app = app_on(listed())
    async with app.run_test(size=(200, 60)):
        row = next(line for line in lines_of(app) if "HBL        " in line[:20])
        assert "Habib Bank Limited " in row
        assert " Commercial B… │" in row


@pytest.mark.parametrize(
    ("percent", "bar"),
    [("0", "    │    "), ("0.2", "    │▏   "), ("3", "    │█▌  "), ("-2", "   █│    "), ("-30", "████│    ")],
)
def test_a_move_as_a_bar(percent: str, bar: str) -> None:
    assert move_bar(Decimal(percent), 4) == bar


async def test_a_column_without_room_leaves_it_to_one_that_has_room() -> None:
    app = app_on(listed(), columns=("symbol", "last", "sector", "percent", "rank"))
    async with app.run_test(size=(40, 20)):
        headings = next(line for line in lines_of(app) if "Symbol" in line)
        assert "Percent " in headings
        assert "#▴" in headings
        assert "Sector" not in headings


@pytest.mark.parametrize("size", [(120, 40), (200, 60)])
async def test_the_room_of_brief_articles_is_the_tables(size: tuple[int, int]) -> None:
    brief, long_ = (Article("A headline", paragraphs=("Some words. " * count,)) for count in (4, 400))
    app = app_on(replace(listed(), articles=(brief,)))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "Air Link Communicatio" in text_of(app) and "Some words." in text_of(app))
        width = app.screen.query_one("#reading").size.width
        app._board_screen.take(replace(app._board_screen.present, articles=(brief, long_), serial=9))
        await until(pilot, lambda: "Article 1/2" in text_of(app))
        await until(pilot, lambda: app.screen.query_one("#reading").size.width > width)


async def test_room_that_no_column_can_take_is_the_articles() -> None:
    app = app_on(listed(), columns=("rank", "symbol", "last", "change", "percent", "previous", "bar", "heat"))
    async with app.run_test(size=(103, 30)) as pilot:
        await until(pilot, lambda: "Article" in text_of(app))
        headings = next(line for line in lines_of(app) if "Symbol" in line)
        assert "Previous …│" in headings.replace("┃", "│")
        assert app.screen.query_one("#reading").outer_size.width > LEAST_READER

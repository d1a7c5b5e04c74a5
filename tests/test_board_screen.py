"""The board, driven from the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boards import app_on, text_of
from tickerboard.board import Board
from tickerboard.order import Column
from tickerboard.sources.files import FileSource
from tickerboard.ui.board_screen import BoardScreen
from tickerboard.ui.dialogs import Dialog
from tickerboard.ui.quote_table import QuoteTable
from tickerboard.ui.reader import Reader
from tickerboard.ui.tape import Tape
from tickerboard.update import Update

if TYPE_CHECKING:
    from pathlib import Path

    from tickerboard.ui.app import TickerboardApp


@pytest.fixture
def app() -> TickerboardApp:
    return app_on()


async def test_the_table_has_the_focus_and_its_keys_work_at_once(app: TickerboardApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        table = app.screen.query_one(QuoteTable)
        assert app.focused is table
        await pilot.press("j", "down", "k")
        assert table.symbol == "BOP"
        await pilot.press("G")
        assert table.symbol == "KSE30"
        await pilot.press("g")
        assert table.symbol == "AIRLINK"


async def test_sorting_keeps_the_cursor_on_its_symbol(app: TickerboardApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        table = app.screen.query_one(QuoteTable)
        await pilot.press("j", "s", "s", "S")
        await pilot.pause()
        assert (table.sort.column, table.sort.descending) == (Column.LAST, True)
        assert table.rows[0].quote.symbol == "KSE100"
        assert table.symbol == "BOP"


async def test_panes_tab_zoom_and_numbers(app: TickerboardApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2")
        assert app.focused is app.screen.query_one(Reader)
        await pilot.press("z")
        await pilot.pause()
        assert not app.screen.query_one("#quotes").display
        await pilot.press("z", "1", "tab")
        assert app.focused is app.screen.query_one(Reader)


async def test_the_tape_steps_and_goes_to_its_row(app: TickerboardApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "right", "right", "enter")
        await pilot.pause()
        assert app.screen.query_one(QuoteTable).symbol == "CNERGY"
        assert app.focused is app.screen.query_one(QuoteTable)


async def test_space_stops_the_tape_and_plus_makes_it_faster(app: TickerboardApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        tape = app.screen.query_one(Tape)
        await pilot.press("space", "plus")
        assert tape.paused
        assert tape.speed == 12


async def test_details_and_help_open_and_close(app: TickerboardApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        for key in ("enter", "question_mark"):
            await pilot.press(key)
            assert isinstance(app.screen, Dialog)
            await pilot.press("q")
            assert isinstance(app.screen, BoardScreen)


async def test_a_header_click_sorts_and_a_row_click_moves(app: TickerboardApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        table = app.screen.query_one(QuoteTable)
        await pilot.click(QuoteTable, offset=(10, 0))
        await pilot.pause()
        assert table.sort.column is Column.SYMBOL
        await pilot.click(QuoteTable, offset=(10, 3))
        assert table.cursor == 2


async def test_sizes_down_to_one_cell_and_back(app: TickerboardApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        for size in ((80, 24), (40, 12), (10, 3), (1, 1), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        await pilot.pause()
        assert app.focused is app.screen.query_one(QuoteTable)
        await pilot.press("j")
        assert app.screen.query_one(QuoteTable).symbol == "BOP"


async def test_a_failed_refresh_keeps_the_board_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\n", "utf-8")
    source = FileSource(path)
    app = app_on(Board.of([Update.of(source.read())]), [source])
    async with app.run_test(size=(120, 40)) as pilot:
        path.unlink()
        await pilot.press("r")
        await app.workers.wait_for_complete()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, BoardScreen)
        assert [row.quote.symbol for row in screen.board.rows] == ["ABL"]
        assert "page.txt: no such file" in text_of(app)


async def test_the_list_of_articles_opens_one() -> None:
    app = app_on()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        assert "1 articles" in text_of(app)
        assert "● 2023-11-17  A quiet opening" in text_of(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.focused is app.screen.query_one(Reader)

"""Filter, views, watchlist, columns and order: how the rows are looked at."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from boards import app_on, listed, page, symbols, text_of, until, write
from tickerboard.board.board import Board
from tickerboard.settings.config import Config, ViewSettings
from tickerboard.settings.state import State, load_state
from tickerboard.table.columns import CHANGE, LAST, NAME, PERCENT, PREVIOUS, SECTOR, SYMBOL
from tickerboard.table.sort import Sort
from tickerboard.ui.app import TickerboardApp
from tickerboard.ui.board.screen import BoardScreen
from tickerboard.ui.memory import Memory
from tickerboard.ui.table.quote_table import QuoteTable
from tickerboard.ui.tape import Tape

if TYPE_CHECKING:
    from pathlib import Path


VIEWS = {
    "cement": ViewSettings('sector = "cement"', "percent desc", ("symbol", "percent")),
    "falls": ViewSettings("percent < 0"),
}


async def test_a_filter_is_typed_kept_and_cleared() -> None:
    app = app_on(listed())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash")
        await write(pilot, "cem")
        assert symbols(app) == ["DGKC", "FCCL", "MLCF"]
        assert "3 of 34 rows" in text_of(app)
        await pilot.press("enter", "j")
        assert app.screen.query_one(QuoteTable).symbol == "FCCL"
        assert "Quotes 3/34 · filter cem · rank ▴" in text_of(app)
        await pilot.press("escape")
        await pilot.pause()
        assert len(symbols(app)) == 34
        assert app.screen.query_one(QuoteTable).symbol == "FCCL"


async def test_an_expression_tells_what_is_wrong_as_it_is_typed() -> None:
    app = app_on(listed())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash")
        await write(pilot, "percent >")
        assert "a value is missing at the end" in text_of(app)
        await write(pilot, " 3")
        assert symbols(app) == ["DFML", "OGDC", "SNGP"]
        assert "missing" not in text_of(app)
        await pilot.press("escape")
        await pilot.pause()
        assert len(symbols(app)) == 34
        assert app.focused is app.screen.query_one(QuoteTable)


async def test_a_filter_holds_across_refreshes_and_says_when_nothing_passes() -> None:
    app = app_on(Board.of([page("ABL 4.66 No Change ▼ 0.00 (0%)\nKEL 5.00 Increased By ▲ 0.10 (2.04%)\n")]))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash")
        await write(pilot, "percent > 1")
        await pilot.press("enter")
        assert symbols(app) == ["KEL"]
        screen = app.screen
        assert isinstance(screen, BoardScreen)
        screen.show(
            screen.board.updated(page("ABL 4.76 Increased By ▲ 0.10 (2.15%)\nKEL 4.90 No Change ▼ 0.00 (0%)\n"))
        )
        await pilot.pause()
        assert symbols(app) == ["ABL"]
        screen.show(screen.board.updated(page("ABL 4.66 No Change ▼ 0.00 (0%)\nKEL 4.90 No Change ▼ 0.00 (0%)\n")))
        await pilot.pause()
        assert "no row passes the filter: percent > 1" in text_of(app)


async def test_five_hundred_rows_are_filtered_as_one_types() -> None:
    strip = "".join(f"S{at:03}X {at + 1}.00 No Change ▼ 0.00 (0%)\n" for at in range(500))
    app = app_on(Board.of([page(strip)]))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash")
        await write(pilot, "last>250")
        assert len(symbols(app)) == 250


async def test_views_by_key_by_number_and_restored(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    memory = Memory(State(), path)
    app = TickerboardApp(listed(), [], Config(motion=False, views=VIEWS), memory=memory)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v")
        await pilot.pause()
        assert symbols(app) == ["FCCL", "DGKC", "MLCF"]
        assert app.screen.query_one(QuoteTable).columns == (SYMBOL, PERCENT)
        await until(pilot, lambda: "view cement" in text_of(app))
        await pilot.press("f3")
        await pilot.pause()
        assert len(symbols(app)) == 14 + 0
        await pilot.press("f2")
    assert load_state(path).view == "cement"
    again = TickerboardApp(listed(), [], Config(motion=False, views=VIEWS), memory=Memory(load_state(path), path))
    async with again.run_test(size=(120, 40)) as pilot:
        assert symbols(again) == ["FCCL", "DGKC", "MLCF"]
        await pilot.press("f1")
        await pilot.pause()
        assert len(symbols(again)) == 34


async def test_the_watchlist_is_marked_filtered_on_the_tape_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    app = TickerboardApp(listed(), [], Config(motion=False), memory=Memory(State(), path))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("w", "j", "j", "w")
        await pilot.pause()
        assert "AIRLINK*" in text_of(app)
        assert load_state(path).watchlist == ("AIRLINK", "CNERGY")
        await pilot.press("slash")
        await write(pilot, "symbol in watchlist")
        await pilot.press("enter")
        assert symbols(app) == ["AIRLINK", "CNERGY"]
        await pilot.press("t")
        await pilot.pause()
        tape = text_of(app).split("\n")[-2]
        assert "CNERGY" in tape
        assert "BOP" not in tape
        await pilot.press("g", "w", "t")
        await pilot.pause()
        assert symbols(app) == ["CNERGY"]
        assert "DFML" in text_of(app).split("\n")[-2]


async def test_columns_are_chosen_moved_and_dropped_when_narrow() -> None:
    app = app_on(listed())
    async with app.run_test(size=(160, 40)) as pilot:
        table = app.screen.query_one(QuoteTable)
        await pilot.press("c")
        assert "■ volume        no values; shares traded" in text_of(app)
        await pilot.press("space", "j", "J", "enter")
        await pilot.pause()
        assert table.sheet.chosen == (NAME, SYMBOL, LAST, CHANGE, PERCENT, PREVIOUS, SECTOR)
        await pilot.press("c", *["j"] * 12, "space", "enter")
        await pilot.pause()
        assert NAME in table.sheet.chosen
        assert "Air Link Communi…" in text_of(app)
        assert "no room" not in text_of(app)
        await pilot.resize_terminal(40, 20)
        await pilot.pause()
        assert SYMBOL in table.columns
        assert NAME not in table.columns


def test_an_order_by_several_columns_puts_missing_values_last_both_ways() -> None:
    board = listed()
    for text in ("sector, percent desc", "sector desc, percent desc"):
        rows = Sort.parse(text).apply(board.rows)
        keys = [(row.sector, -row.quote.percent) for row in rows if row.sector and row.quote.percent is not None]
        grouped = [sector for sector, _ in keys]
        assert grouped == sorted(grouped, reverse="sector desc" in text, key=str)
        assert all(one[1] <= two[1] for one, two in itertools.pairwise(keys) if one[0] == two[0])
    assert {row.quote.symbol for row in Sort.parse("volume desc").apply(board.rows)} == {
        row.quote.symbol for row in board.rows
    }
    assert str(Sort.parse("percent desc, symbol").by(LAST)) == "last, percent desc, symbol"


async def test_a_long_figure_makes_its_column_wider() -> None:
    app = app_on(Board.of([page("KSE100 123,456,789,012 Increased By 732.1 (0%)\nABL 4.66 No Change ▼ 0.00 (0%)\n")]))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "123,456,789,012" in text_of(app)


async def test_the_tape_moves_either_way_and_stops_under_the_mouse() -> None:
    app = TickerboardApp(listed(), [], Config(tape_back=True, tape_speed=30))
    async with app.run_test(size=(80, 24)) as pilot:
        tape = app.screen.query_one(Tape)
        await until(pilot, lambda: text_of(app).split("\n")[-2].find("AIRLINK") > 0)
        await pilot.hover(Tape)
        await until(pilot, lambda: not tape.moves)
        standing = text_of(app).split("\n")[-2]
        await pilot.pause(0.2)
        assert text_of(app).split("\n")[-2] == standing
        await pilot.hover(QuoteTable)
        await until(pilot, lambda: tape.moves)

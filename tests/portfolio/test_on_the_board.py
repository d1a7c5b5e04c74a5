"""Positions on the board: columns, totals, the privacy key, and lots that are edited meanwhile."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from boards import listed, page, put, text_of, until
from tickerboard.board.board import Board
from tickerboard.settings.config import Config
from tickerboard.ui.app import TickerboardApp
from tickerboard.ui.memory import Memory

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "OGDC 139.75 Increased By ▲ 4.95 (3.67%)\nBOP 5.11 Increased By ▲ 0.04 (0.79%)\n"
LOTS = "symbol,quantity,price,date,currency,fee\nOGDC,100,120.50,2023-01-02,PKR,25\n"


async def test_lots_are_columns_and_a_total_that_a_key_hides(tmp_path: Path) -> None:
    put(tmp_path / "lots.csv", LOTS)
    memory = Memory(config_path=tmp_path / "config.toml")
    app = TickerboardApp(Board.of([page(PAGE)]), [], Config(motion=False), memory=memory)
    async with app.run_test(size=(200, 30), notifications=True) as pilot:
        await until(pilot, lambda: "gain +1,900.00 PKR (+15.73%)" in text_of(app) and "Gain %" in text_of(app))
        assert "13,975.00" in text_of(app)
        await pilot.press("dollar_sign")
        await until(pilot, lambda: "gain ••• PKR (+15.73%)" in text_of(app))
        assert "13,975.00" not in text_of(app)
        await pilot.press("dollar_sign", *"/gain_percent > 20", "enter")
        await until(pilot, lambda: "no row passes the filter" in text_of(app))
        await pilot.press("escape")
        put(tmp_path / "lots.csv", LOTS + "BOP,ten,5\nBOP,500,4.75,,PKR,\n")
        await until(pilot, lambda: "gain +2,080.00 PKR" in text_of(app))
        assert "lots.csv:3: quantity 'ten' is not a plain number" in text_of(app).replace("\n", "")
        (tmp_path / "lots.csv").unlink()
        await until(pilot, lambda: "PKR" not in text_of(app))


async def test_value_and_gain_have_room_in_a_usual_window(tmp_path: Path) -> None:
    put(tmp_path / "lots.csv", LOTS)
    memory = Memory(config_path=tmp_path / "config.toml")
    app = TickerboardApp(Board.of([page(PAGE)]), [], Config(motion=False), memory=memory)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: re.search(r"13,975\.00 +\+1,900\.00 ", text_of(app)))


async def test_the_total_of_the_lots_and_no_empty_cells_in_a_small_window(tmp_path: Path) -> None:
    put(tmp_path / "lots.csv", LOTS)
    memory = Memory(config_path=tmp_path / "config.toml")
    app = TickerboardApp(listed(), [], Config(motion=False), memory=memory)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "─ gain +1,900.00 PKR (+15.73%) ─┼─ 2 Article " in text_of(app))
        assert re.search(r"Value +Gain {1,6}…", text_of(app))


async def test_lots_none_of_which_has_a_quote_have_no_gain(tmp_path: Path) -> None:
    put(tmp_path / "lots.csv", LOTS)
    memory = Memory(config_path=tmp_path / "config.toml")
    app = TickerboardApp(Board.of([page("KEL 4.66 No Change ▼ 0.00 (0%)\n")]), [], Config(motion=False), memory=memory)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "1 position without a value · row 1 of 1" in text_of(app))
        assert "gain" not in text_of(app)


async def test_gains_have_the_colour_of_their_sign_and_none_while_they_are_hidden(tmp_path: Path) -> None:
    put(tmp_path / "lots.csv", LOTS + "HBL,25,910.20,,PKR,\n")
    memory = Memory(config_path=tmp_path / "config.toml")
    app = TickerboardApp(listed(), [], Config(motion=False), memory=memory)

    def colour(text: str) -> str | None:
        strips = app.screen._compositor.render_strips(app.size)
        styles = [part.style for strip in strips for part in strip if text in part.text]
        return next((style.color.name for style in styles if style and style.color), None)

    async with app.run_test(size=(200, 60)) as pilot:
        await until(pilot, lambda: re.search(r"\+1,900\.00 +\+15\.73% ", text_of(app)))
        rise, fall = (app.theme_variables[f"quote-{way}"] for way in ("up", "down"))
        assert [colour("+1,900.00"), colour("+15.73%")] == [rise, rise]
        assert colour("-19,882.50") == fall
        await pilot.press("dollar_sign")
        await until(pilot, lambda: "•••" in text_of(app))
        assert colour("•••") == app.theme_variables["foreground"].lower()


async def test_all_of_a_position_has_room_between_names_and_a_third_pane(tmp_path: Path) -> None:
    put(tmp_path / "lots.csv", LOTS + "HBL,2500,110.20,,PKR,\n")
    memory = Memory(config_path=tmp_path / "config.toml")
    app = TickerboardApp(listed(), [], Config(motion=False), memory=memory)
    async with app.run_test(size=(200, 60)) as pilot:
        await until(pilot, lambda: "4 Movers" in text_of(app) and " PKR (+" in text_of(app))
        await until(pilot, lambda: re.search(r" Quantity +Value +Gain +Gain % ", text_of(app)))
        assert re.search(r" OGDC .* 100 +13,975\.00 +\+1,900\.00 +\+15\.73% ", text_of(app))
        await pilot.resize_terminal(160, 45)
        await until(pilot, lambda: re.search(r" gain \+\S+ PKR \(\+\S+%\) · row 1 of 34 ─╯", text_of(app)))


async def test_a_file_that_is_not_one_of_lots_is_reported_and_the_lots_stay(tmp_path: Path) -> None:
    put(tmp_path / "lots.csv", LOTS)
    memory = Memory(config_path=tmp_path / "config.toml")
    app = TickerboardApp(Board.of([page(PAGE)]), [], Config(motion=False), memory=memory)
    async with app.run_test(size=(200, 30), notifications=True) as pilot:
        await until(pilot, lambda: "gain +1,900.00" in text_of(app))
        put(tmp_path / "lots.csv", "symbol,price\n")
        await until(pilot, lambda: "no column quantity" in text_of(app))
        await until(pilot, lambda: "gain +1,900.00" in text_of(app))  # the report may take a row of the table first

"""What the table shows: filter, views, order, columns and width, and what of it a restart keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boards import app_on, listed, symbols, text_of, until, write
from tickerboard.settings.config import Config, ViewSettings
from tickerboard.settings.state import State, load_state
from tickerboard.ui.app import TickerboardApp
from tickerboard.ui.memory import Memory
from tickerboard.ui.table.quote_table import QuoteTable

if TYPE_CHECKING:
    from pathlib import Path


WIDE = (120, 50)


async def test_c2_a_misspelled_field_keeps_the_last_filter_and_enter_keeps_the_prompt_open() -> None:
    app = app_on(listed())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash")
        await write(pilot, "percnt > 2")
        await pilot.press("enter")
        await pilot.pause()
        assert "did you mean percent?" in text_of(app)
        assert app.focused is not app.screen.query_one(QuoteTable)
        assert len(symbols(app)) == 34
        await pilot.press(*["left"] * 7, "e")
        await pilot.press("left")
        await write(pilot, "")
        await pilot.press("escape", "slash")
        await write(pilot, "percent > 3")
        assert symbols(app) == ["DFML", "OGDC", "SNGP"]
        await pilot.press("enter")
        await pilot.pause()
        assert app.focused is app.screen.query_one(QuoteTable)


async def test_c2_the_table_keeps_the_last_valid_filter_while_an_expression_is_typed() -> None:
    app = app_on(listed())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash")
        for letter in ("p", "e", "r", "c", "e", "n", "t", "space", "greater_than_sign", "space"):
            await pilot.press(letter)
            await pilot.pause()
            assert len(symbols(app)) == 34, letter
        await pilot.press("3")
        await pilot.pause()
        assert len(symbols(app)) == 3


async def test_c4_a_view_that_is_not_there_changes_nothing_and_says_so() -> None:
    app = app_on(listed())
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await pilot.press("slash")
        await write(pilot, "cement")
        await pilot.press("enter", "S", "v")
        await pilot.pause()
        assert "no views" in text_of(app)
        assert len(symbols(app)) == 3
        assert app.screen.query_one(QuoteTable).sort.descending
        await pilot.press("f3")
        await pilot.pause()
        assert "no view 2" in text_of(app)
        assert len(symbols(app)) == 3


async def test_c11_the_sort_is_kept_over_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    views = {"falls": ViewSettings("percent < 0", "percent")}
    app = TickerboardApp(listed(), [], Config(motion=False, views=views), memory=Memory(State(), path))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("v", "greater_than_sign")
        await pilot.pause()
        order = symbols(app)
    assert load_state(path).sort == "previous desc, percent"
    again = TickerboardApp(listed(), [], Config(motion=False, views=views), memory=Memory(load_state(path), path))
    async with again.run_test(size=WIDE) as pilot:
        assert symbols(again) == order
        await pilot.press("f1")
        await pilot.pause()
        assert len(symbols(again)) == 34
    assert load_state(path).sort == ""


async def test_what_is_typed_takes_the_place_of_the_filter_and_the_arrow_keys_keep_it() -> None:
    app = app_on()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"kse", "enter", "slash", *"hb")
        await until(pilot, lambda: symbols(app) == ["HBL"])
        await pilot.press("enter", "slash", "end", *"l")
        await until(pilot, lambda: "filter hbl" in text_of(app))


async def test_c11_chosen_columns_without_room_are_named_and_marked() -> None:
    app = app_on(listed(), columns=("symbol", "last", "name", "sector"))
    async with app.run_test(size=(40, 24), notifications=True) as pilot:
        assert text_of(app).split("\n")[2].endswith("…┃")
        await pilot.press("c")
        await pilot.pause()
        assert "no room" in " ".join(text_of(app).replace("▊", "").replace("▎", "").split())
        await pilot.resize_terminal(200, 24)
        await until(pilot, lambda: "no room" not in text_of(app))
        await pilot.resize_terminal(40, 24)
        await until(pilot, lambda: "no room" in text_of(app))
        await pilot.press("end", "space", "enter")
        await until(pilot, lambda: "no room for heat" in text_of(app))


@pytest.mark.parametrize("size", [(120, 40), (80, 40)])
async def test_c11_the_border_between_table_and_reader_moves_and_is_kept(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "state.json"
    app = TickerboardApp(listed(), [], Config(motion=False), memory=Memory(State(), path))
    async with app.run_test(size=size) as pilot:
        before = app.screen.query_one("#quotes").size
        await pilot.press("left_parenthesis", "left_parenthesis", "shift+left")
        await pilot.pause()
        after = app.screen.query_one("#quotes").size
        assert after.area < before.area
        await pilot.press(*["right_parenthesis"] * 40)
        await pilot.pause()
        assert app.screen.query_one("#reader").size.area > 0
        assert app.screen.query_one("#quotes").size.area > before.area
        await pilot.press(*["left_parenthesis"] * 5)
        await pilot.pause()
        kept = app.screen.query_one("#quotes").size
    again = TickerboardApp(listed(), [], Config(motion=False), memory=Memory(load_state(path), path))
    async with again.run_test(size=size) as pilot:
        await pilot.pause()
        assert again.screen.query_one("#quotes").size == kept
        await pilot.press("z")
        await pilot.pause()
        assert again.screen.query_one("#quotes").size.width >= size[0] - 1

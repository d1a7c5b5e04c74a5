"""Keys, themes and edited settings of the user's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boards import app_on, listed, sample, text_of, until
from tickerboard.settings.config import Config
from tickerboard.table.columns import SYMBOL
from tickerboard.ui.app import TickerboardApp
from tickerboard.ui.memory import Memory
from tickerboard.ui.table.quote_table import QuoteTable
from tickerboard.ui.tape import Tape

if TYPE_CHECKING:
    from pathlib import Path


async def test_keys_of_the_users_own() -> None:
    app = app_on(listed(), keys={"table.sort": "X", "app.quit": "Q"})
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("X")
        await pilot.pause()
        assert app.screen.query_one(QuoteTable).sort.column is SYMBOL
        await pilot.press("s")
        await pilot.pause()
        assert app.screen.query_one(QuoteTable).sort.column is SYMBOL
        await pilot.press("question_mark")
        await pilot.pause()
        assert "X" in {keys for keys, what in app.screen.facts if what == "sort by the next column"}  # type: ignore[attr-defined]


async def test_a_theme_of_the_users_own() -> None:
    app = app_on(listed(), theme="mine", themes={"mine": {"base": "tickerboard-light", "up": "#010203"}})
    async with app.run_test(size=(120, 40)):
        assert app.get_css_variables()["quote-up"] == "#010203"
        table = app.screen.query_one(QuoteTable)
        colours = {
            segment.style.color.name for segment in table.render_line(2) if segment.style and segment.style.color
        }
        assert "#010203" in colours


async def test_an_edited_config_is_reloaded_and_an_invalid_one_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("motion = false\n", "utf-8")
    app = TickerboardApp(sample(), [], Config(motion=False), memory=Memory(config_path=path))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("s", "j", "j")
        symbol = app.screen.query_one(QuoteTable).symbol
        await pilot.pause(0.3)  # the watch on the file begins
        path.write_text("motion = false\ntheme = 'tickerboard-light'\ntape_speed = 3\n", "utf-8")
        await until(pilot, lambda: app.theme == "tickerboard-light")
        assert app.screen.query_one(Tape).speed == 3
        table = app.screen.query_one(QuoteTable)
        assert (table.symbol, table.sort.column) == (symbol, SYMBOL)
        path.write_text("tape_sped = 3\n", "utf-8")
        await until(pilot, lambda: "tape_sped" in text_of(app))
        assert app.theme == "tickerboard-light"

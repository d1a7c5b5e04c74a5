"""The third pane of a wide board: movers, headlines, the heat map or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boards import app_on, lines_of, listed, page, text_of, until
from fetches import taken
from tickerboard.board.board import Board
from tickerboard.settings.config import ConfigError, ViewSettings
from tickerboard.settings.reading import read_config
from tickerboard.sources.demo import SampleSource
from tickerboard.ui.table.quote_table import QuoteTable

if TYPE_CHECKING:
    from pathlib import Path

    from tickerboard.ui.app import TickerboardApp


async def test_the_third_pane_shows_movers_then_headlines_then_nothing() -> None:
    app = app_on(listed())
    async with app.run_test(size=(200, 60)) as pilot:
        await until(pilot, lambda: "─ 14 up · 14 down ─╯" in text_of(app))
        assert "Sectors" in text_of(app)
        await pilot.press("i")
        await until(pilot, lambda: "─ 1 article ─╯" in text_of(app))
        await pilot.press("i")
        await until(pilot, lambda: "─ 5 Movers │ Headlines │ Heat map · 30 quotes" in text_of(app))
        assert text_of(app).count("Headlines") == 1
        assert "Air Link Communication Limited" in text_of(app)
        await pilot.press("i")
        await until(pilot, lambda: "Heat map ·" not in text_of(app))
        await pilot.press("i", "i", "i")
        await pilot.resize_terminal(200, 40)
        await until(pilot, lambda: any("Article" in line and "Heat map" in line for line in lines_of(app)))
        await pilot.press("i")
        await until(pilot, lambda: "Heat map ·" not in text_of(app))
        await pilot.resize_terminal(120, 40)
        await pilot.press("i")
        await until(pilot, lambda: "third pane: movers, from 160 columns" in text_of(app))
        await pilot.resize_terminal(170, 40)
        await until(pilot, lambda: "Rising" in text_of(app))


async def test_an_empty_heat_map_names_the_filter_as_it_is_typed() -> None:
    app = app_on(listed())
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.press("slash", *"xy")
        await until(pilot, lambda: "no quote passes the filter: xy " in text_of(app))
        await pilot.press("z")
        await until(pilot, lambda: "no quote passes the filter: xyz " in text_of(app))


def in_bold(app: TickerboardApp, y: int) -> list[str]:
    """What is bold on a line, without the keys of the panes."""
    strip = app.screen._compositor.render_strips(app.size)[y]
    return [each.text for each in strip if each.style and each.style.bold and len(each.text) > 1]


@pytest.mark.parametrize("theme", ["tickerboard-dark", "terminal"])
async def test_the_title_names_what_there_is_and_marks_what_is_shown(theme: str) -> None:
    falls = {"falls": ViewSettings("percent < 0", "percent")}
    app = app_on(listed(), theme=theme, views=falls)
    async with app.run_test(size=(200, 45)) as pilot:
        for key, chosen in (("2", "Movers"), ("i", "Headlines"), ("i", "Heat map")):
            await pilot.press(key)
            await until(pilot, lambda chosen=chosen: chosen in in_bold(app, 1))  # type: ignore[misc]
            assert " Movers │ Headlines │ Heat map " in lines_of(app)[1]
            assert len({"Movers", "Headlines", "Heat map"} & {*in_bold(app, 1)}) == 1
        assert "1 Quotes 34 · all rows │ falls · rank ▴ " in lines_of(app)[1]
        await pilot.press("v")
        await until(pilot, lambda: "1 Quotes 14/34 · all rows │ falls · percent ▴ " in lines_of(app)[1])
        assert "falls" in in_bold(app, 1)
        assert "all rows" not in in_bold(app, 1)


async def test_a_page_without_equities_has_movers_too() -> None:
    coins = "Markets\n\nBitcoin 26,259.61 -0.33%\nEthereum 1,594.94 +0.22%\nSolana 18.98 -2.47%\n"
    async with (app := app_on(Board.of([page(coins)]))).run_test(size=(200, 40)) as pilot:
        await until(pilot, lambda: "─ 1 up · 2 down ─╯" in text_of(app))
        assert "Rising" in text_of(app)
        assert "no quote has moved" not in text_of(app)


async def test_movers_and_heat_map_show_what_the_filter_leaves() -> None:
    app = app_on(listed())
    every = "─ 14 up · 14 down ─╯", "Heat map · 30 quotes · all"
    async with app.run_test(size=(200, 60)) as pilot:
        await until(pilot, lambda: all(title in text_of(app) for title in every))
        await pilot.press("slash", *"sector~oil", "enter")
        await until(pilot, lambda: "Heat map · 4 quotes · filter sector~oil · all of one size" in text_of(app))
        await until(pilot, lambda: "─ 4/34 rows · 4 up · 0 down ─╯" in text_of(app))
        assert "Fertilizer" not in text_of(app)
        await pilot.press("slash", *"nothing at all", "enter")
        await until(
            pilot, lambda: all(f"no {what} passes the filter: noth" in text_of(app) for what in ("quote", "row"))
        )
        await pilot.press("escape")
        await until(pilot, lambda: all(title in text_of(app) for title in every))


async def test_the_third_pane_has_a_cursor_and_keys_of_its_own() -> None:
    app = app_on(listed())
    async with app.run_test(size=(200, 60)) as pilot:
        await until(pilot, lambda: "Rising" in text_of(app))
        await pilot.press("tab", "tab")
        await until(pilot, lambda: lines_of(app)[-1].startswith(" ⏎ go there"))
        await pilot.press("down", "enter")
        await until(pilot, lambda: "row 16 of 34" in text_of(app))
        assert app.screen.focused is app.screen.query_one(QuoteTable)


async def test_a_headline_opens_its_article() -> None:
    second = "<html><body><h1>A second story</h1><p>It has one paragraph.</p></body></html>"
    app = app_on(Board.of([taken(SampleSource().read()), page(second, "b.html")]), side="headlines")
    async with app.run_test(size=(170, 50)) as pilot:
        await until(pilot, lambda: "─ 2 articles ─╯" in text_of(app))
        await pilot.press("tab", "tab", "end", "enter")
        await until(pilot, lambda: "Article 2/2" in text_of(app))
        await pilot.press("tab", "home", "enter")
        await until(pilot, lambda: "Article 1/2" in text_of(app))


@pytest.mark.parametrize(("size", "is_shown"), [((200, 60), True), ((100, 55), True), ((200, 48), False)])
async def test_the_heat_map_takes_what_the_rows_leave_free(size: tuple[int, int], is_shown: bool) -> None:
    app = app_on(listed())
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "row 1 of 34" in text_of(app))
        await pilot.pause()
        assert ("Heat map · 30 quotes" in text_of(app)) == is_shown
        assert sum("Quotes 34" in line for line in lines_of(app)) == 1
        assert all(symbol in text_of(app) for symbol in ("AIRLINK", "KSE30"))


async def test_no_figure_of_a_mover_is_cut() -> None:
    rows = "VERYLONGSYMBOL 1,234,567.89 Increased By 12,345.67 (1.01%)\nABL 4.66 Increased By ▲ 4.16 (832%)\n"
    async with (app := app_on(Board.of([page(rows)]))).run_test(size=(170, 30)) as pilot:
        await until(pilot, lambda: "Rising" in text_of(app))
        movers = [line[-38:] for line in lines_of(app)]
        assert any("VERYLONGS… 1,234,567.89 ▲   +1.01%" in line for line in movers)
        assert any(" ABL " in line and " 4.66 ▲ +832% " in line for line in movers)


async def test_a_long_headline_is_cut_with_a_mark() -> None:
    title = "A headline that is so long that it has no room on the three lines that each headline has in the third pane"
    story = f"<html><body><h1>{title}</h1><p>It has one paragraph.</p></body></html>"
    app = app_on(Board.of([taken(SampleSource().read()), page(story, "b.html")]), side="headlines")
    async with app.run_test(size=(170, 50)) as pilot:
        await until(pilot, lambda: "that each headline has in the thi…" in text_of(app))


async def test_there_is_no_heat_map_for_a_few_quotes_of_many_rows() -> None:
    indices = "".join(f"KSE{at} 7,806 Increased By 81.8 (1.06%)\n" for at in range(20, 32))
    app = app_on(Board.of([page("ABL 4.66 Increased By ▲ 0.10 (2.19%)\n" + indices)]))
    async with app.run_test(size=(200, 60)) as pilot:
        await until(pilot, lambda: "Quotes 13" in text_of(app) and "Movers" in text_of(app))
        assert "5 Heat map" not in text_of(app)
        app._board_screen.take(Board.of([page(indices)]))
        await until(pilot, lambda: "Index  mean +1.06%" in text_of(app))


async def test_the_heat_map_on_the_board_has_a_cursor_and_follows_the_number_of_rows() -> None:
    rows = "".join(f"S{at} 10.00 Increased By ▲ 0.10 (1.01%)\n" for at in range(12))
    app = app_on(Board.of([page(rows)]))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "Heat map · 12 quotes" in text_of(app))
        await pilot.press("5", "right")
        await until(pilot, lambda: "▲ +0.10 +1.01% ─╯" in text_of(app))
        await pilot.press("enter")
        await until(pilot, lambda: "named in" in text_of(app))
        await pilot.press("escape")
        more = "".join(f"T{at} 10.00 Increased By ▲ 0.10 (1.01%)\n" for at in range(40))
        app.screen.query_one(QuoteTable).focus()
        app._board_screen.take(app._board_screen.present.updated(page(more, "more.txt")))
        await until(pilot, lambda: "Quotes 52" in text_of(app) and "Heat map ·" not in text_of(app))


def test_the_third_pane_is_a_setting(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('side = "charts"\n', "utf-8")
    with pytest.raises(ConfigError, match="side must be 'movers', 'headlines', 'heat' or 'none'"):
        read_config(path, needed=True)

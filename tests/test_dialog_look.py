"""What dialogs look like: their keys, their colours, and the scrollbar within their frames."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rich.color import Color as RichColor

from boards import app_on, listed, page, text_of, until
from fetches import failed
from tickerboard.board.board import Board
from tickerboard.model import Article
from tickerboard.settings.config import AlertSettings
from tickerboard.ui.dialogs.lists import Lines

if TYPE_CHECKING:
    from tickerboard.ui.app import TickerboardApp

RULES = {name: AlertSettings(when="percent > 9") for name in ("rises", "soars")}


def colours_of(app: TickerboardApp, part: str) -> set[RichColor | None]:
    """The colours of the texts on screen that have a part."""
    strips = app.screen._compositor.render_strips(app.size)
    return {each.style.color for strip in strips for each in strip if part in each.text and each.style}


def colour(app: TickerboardApp, name: str) -> RichColor:
    return RichColor.parse(app.theme_variables[name])


async def test_a_list_without_lines_shows_only_the_way_back() -> None:
    app = app_on(listed())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: "No problems" in text_of(app))
        assert "─ esc back ─╯" in text_of(app)
        assert "choose" not in text_of(app)


async def test_a_snoozed_alert_says_so_before_what_it_fired() -> None:
    app = app_on(listed(), alerts=RULES)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("A", "j", "z")
        await until(pilot, lambda: "snoozed · has not fired" in text_of(app))
        assert colours_of(app, "snoozed") == {colour(app, "warning")}
        assert colours_of(app, "rises") == {colour(app, "primary")}
        await pilot.press("z")
        await until(pilot, lambda: "snoozed" not in text_of(app))


async def test_no_alert_has_the_cursor_while_a_new_one_is_typed() -> None:
    app = app_on(listed(), alerts=RULES)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("A", "j", "n")
        await until(pilot, lambda: "Alerts: AIRLINK fires when" in text_of(app))
        assert app.screen.query_one(Lines).highlighted is None
        await pilot.press("escape")
        assert app.screen.query_one(Lines).highlighted == 1
        await pilot.press("e")
        await until(pilot, lambda: "Alerts: soars fires when" in text_of(app))
        assert app.screen.query_one(Lines).highlighted == 1


async def test_why_an_alert_is_not_saved_has_the_colour_of_a_failure() -> None:
    app = app_on(listed(), alerts=RULES)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("A", "n", "enter")
        await until(pilot, lambda: "Alerts: no place for alerts" in text_of(app))
        assert colours_of(app, "no place for alerts") == {colour(app, "chip-failed")}


async def test_the_condition_of_an_alert_is_shown_where_it_is_typed() -> None:
    app = app_on(listed(), alerts=RULES)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("A", "n")
        await until(pilot, lambda: "abs(percent) > 3 " in text_of(app))


async def test_a_source_and_its_failure_stand_apart() -> None:
    app = app_on(Board.of([page("ABL 4.66 No Change ▼ 0.00 (0%)\n"), failed("https://example.org/news", "timed out")]))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("x")
        await until(pilot, lambda: "│   1 quote · " in text_of(app))
        assert "│   timed out " in text_of(app)
        assert colours_of(app, "  timed out") == {colour(app, "chip-failed")}


async def test_the_scrollbar_of_a_dialog_is_a_thin_thumb() -> None:
    app = app_on(listed())
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in ("question_mark", "T", "ctrl+p"):
            await pilot.press(keys)
            await until(pilot, lambda: any("┃" in line[40:78] for line in text_of(app).split("\n")))
            await pilot.press("escape")
            await pilot.pause()


async def test_keys_stand_one_below_another_at_the_end_of_the_palettes_lines() -> None:
    app = app_on(listed())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await until(pilot, lambda: "choose the columns" in text_of(app))
        lines = text_of(app).split("\n")
        ends = [re.search(r"([sS><O]) *[│┃]", line) for line in lines if re.search(" (sort by|reverse) the ", line)]
        assert [end[1] for end in ends if end] == ["s", "S", ">", "<"]
        assert len({end.start() for end in ends if end}) == 1
        assert "─ ⏎ run · esc back ─╯" in next(line for line in reversed(lines) if "╯" in line)
        assert "action, symbol or article" in text_of(app)


@pytest.mark.parametrize("size", [(30, 8), (40, 12)])
async def test_all_of_the_palettes_frame_is_in_a_low_window(size: tuple[int, int]) -> None:
    app = app_on(listed())
    async with app.run_test(size=size) as pilot:
        await pilot.press("ctrl+p")
        await until(pilot, lambda: "─ ⏎ run · esc back ─╯" in text_of(app))


async def test_a_dialog_offers_to_scroll_only_where_not_all_is_in_view() -> None:
    app = app_on(listed())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("E")
        await until(pilot, lambda: "─ esc back ─╯" in text_of(app))
        await pilot.press("escape", "question_mark")
        await until(pilot, lambda: "↓ scroll · ^p commands · ? back" in text_of(app))
        await pilot.resize_terminal(200, 200)
        await until(pilot, lambda: "── ^p commands · ? back" in text_of(app))


async def test_columns_on_screen_stand_out_from_those_without_values_or_room() -> None:
    app = app_on(listed())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        await until(pilot, lambda: "no values; shares traded" in text_of(app))
        assert colours_of(app, "■") >= {colour(app, "primary"), colour(app, "quote-flat")}
        assert colours_of(app, "no values; shares") == {colour(app, "quote-flat")}


async def test_the_line_of_a_page_that_is_meant_stands_out() -> None:
    app = app_on(listed())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "▶ 1" in text_of(app))
        assert colours_of(app, "▶ 1") == {colour(app, "primary")}


async def test_titles_of_articles_with_and_without_a_day_stand_one_below_another() -> None:
    articles = (Article("Orders rise", published="2026-01-05"), Article("Orders fall"))
    app = app_on(replace(listed(), articles=articles))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("a")
        await until(pilot, lambda: "2 articles" in text_of(app))
        lines = [line for line in text_of(app).split("\n") if re.search("● .*Orders", line)]
        assert len(lines) == 2
        assert len({line.index("Orders") for line in lines}) == 1


async def test_all_of_what_is_wrong_with_a_filter_is_shown_in_a_narrow_window() -> None:
    app = app_on(listed())
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("slash", *"perc", "space", "greater_than_sign", "enter")
        await until(pilot, lambda: "unknown field 'perc'; did you mean" in text_of(app) and "percent?" in text_of(app))


@pytest.mark.parametrize(("keys", "line"), [(["c"], "rank"), (["A"], "rises"), (["x"], "STATIC")])
async def test_the_line_under_the_cursor_is_of_one_colour_in_16_colours(
    keys: list[str], line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "standard")
    app = app_on(Board.of([page("ABL 4.66 No Change ▼ 0.00 (0%)\n", "a.txt")]), alerts=RULES)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        await until(pilot, lambda: f" {line}" in text_of(app))
        strips = app.screen._compositor.render_strips(app.size)
        lines = [[part.style for part in strip if part.style and part.style.reverse] for strip in strips[1:-2]]
        reversed_ = next(each for each in lines if each)
        assert {(style.color, style.bgcolor) for style in reversed_} <= {(None, None)}

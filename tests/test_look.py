"""The look of the board: frames, the lines above and below, figures, light, and the third pane."""

from __future__ import annotations

import time
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from boards import app_on, listed, page, text_of, until
from fetches import taken
from tickerboard.board.board import Board
from tickerboard.settings.config import Config, ConfigError
from tickerboard.settings.reading import read_config
from tickerboard.sources.demo import SampleSource
from tickerboard.table.figures import move_bar
from tickerboard.ui.app import TickerboardApp
from tickerboard.ui.board.lights import SECONDS
from tickerboard.ui.board.screen import BoardScreen
from tickerboard.ui.frame_parts import Caption, needed, ruled, thumb
from tickerboard.ui.parts import width_of
from tickerboard.ui.table.cells import tail_of
from tickerboard.ui.table.quote_table import QuoteTable

if TYPE_CHECKING:
    from pathlib import Path

UNEVEN = "ABL 7,806 Increased By 81.8 (1.06%)\nKEL 4.66 Decreased By ▼ -0.1 (-2.1%)\nHBL 75.255 No Change ▼ 0.00 (0%)\n"


def lines_of(app: TickerboardApp) -> list[str]:
    return text_of(app).split("\n")


@pytest.mark.parametrize(
    ("size", "framed"),
    [((200, 60), "╭╭╭╰╰╰╭╰"), ((120, 40), "╭╭╰╰"), ((120, 22), "╭╭"), ((80, 24), "├┤"), ((40, 12), "╭")],
)
async def test_frames_take_no_line_where_room_is_short(size: tuple[int, int], framed: str) -> None:
    app = app_on(listed())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "".join(each for each in text_of(app) if each in "╭╰├┤") == framed


async def test_the_focused_frame_has_the_accent_colour() -> None:
    app = app_on()
    async with app.run_test(size=(120, 40)) as pilot:

        def lit() -> list[str]:
            strips = app.screen._compositor.render_strips(app.size)
            accent = app.theme_variables["accent"].lower()
            return [
                segment.text
                for segment in strips[1]
                if segment.style and segment.style.color and segment.style.color.get_truecolor().hex == accent
            ]

        assert any("Quotes" in text for text in lit())
        await pilot.press("2")
        await pilot.pause()
        assert any("Article" in text for text in lit())
        assert not any("Quotes" in text for text in lit())


async def test_keys_of_the_focused_pane_as_the_user_mapped_them() -> None:
    app = app_on(keys={"table.filter": "F"})
    async with app.run_test(size=(120, 40)) as pilot:
        assert lines_of(app)[-1].startswith(" F filter   s sort")
        await pilot.press("2")
        await pilot.pause()
        assert lines_of(app)[-1].startswith(" / find   n next")
        assert lines_of(app)[-1].rstrip().endswith("? help  q quit")
        await pilot.press("slash")
        await until(
            pilot, lambda: lines_of(app)[-1].startswith(" ⏎ keep the matches   esc stop finding   ^p commands ")
        )
        await pilot.press("escape", "1", "F")
        await until(pilot, lambda: lines_of(app)[-1].startswith(" ⏎ keep the filter   esc all rows   ^p "))


@pytest.mark.parametrize("pane", ["1", "2"])
async def test_a_prompt_stands_in_the_frame_of_its_pane(pane: str) -> None:
    app = app_on()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(pane, "slash", *"oil")
        await until(pilot, lambda: any(line[:6] == "│ oil " and line[-2:] == " │" for line in lines_of(app)))
        prompt = app.screen.query_one(Input)
        assert prompt.content_region.right == prompt.region.right - (pane == "2") - 1, "only its padding is beside it"


async def test_a_message_stands_on_the_status_line_and_covers_nothing() -> None:
    app = app_on()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        before = lines_of(app)[1:]
        await pilot.press("v")
        await until(pilot, lambda: "no views" in lines_of(app)[0])
        assert lines_of(app)[0].startswith(" SAMPLE  no views: add [views.NAME] tables to the config")
        assert lines_of(app)[0].endswith("▲14 ▼14 ■2 "), "the market stays"
        assert lines_of(app)[1:] == before


async def test_a_message_without_room_is_cut_and_whole_in_the_list_of_messages() -> None:
    app = app_on()
    async with app.run_test(size=(40, 12), notifications=True) as pilot:
        await pilot.pause()
        before = lines_of(app)[1:]
        await pilot.press("v")
        await until(pilot, lambda: lines_of(app)[0] == " SAMPLE  no views: add [views.… · E all ")
        assert lines_of(app)[1:] == before, "nothing is covered"
        await pilot.press("E")
        await until(pilot, lambda: "Messages" in text_of(app))
        assert all(part in text_of(app) for part in ("no views: add ", "[views.NAME] tables ", "to the config "))


async def test_a_message_stands_in_the_frame_of_the_dialog_in_front() -> None:
    app = app_on()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("x")
        await until(pilot, lambda: "Sources" in text_of(app))
        before = text_of(app)
        await pilot.press("d")
        await until(pilot, lambda: "the only source cannot be removed" in text_of(app))
        changed = [now for was, now in zip(before.splitlines(), lines_of(app), strict=True) if was != now]
        assert ["╰" in line for line in changed] == [True]


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


@pytest.mark.parametrize("busy", [0, 2 * SECONDS])
async def test_a_change_lights_up_and_is_out_after_a_moment(busy: float) -> None:
    row = "ABL {}.00 No Change ▼ 0.00 (0%)\n"
    app = TickerboardApp(Board.of([page(row.format(1))]), [], Config())
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.screen
        assert isinstance(screen, BoardScreen)
        table, shades = screen.query_one(QuoteTable), set()
        await pilot.pause()

        def ground() -> object:
            line = table.render_line(1)
            shade = next(segment.style.bgcolor for segment in line if segment.style and "2.00" in segment.text)
            shades.add(shade)
            return shade

        screen.show(screen.board.updated(page(row.format(2))))
        lit = ground()
        await pilot.pause()
        time.sleep(busy)  # nothing runs meanwhile
        await until(pilot, lambda: ground() != lit and screen._lights.after > 1e9)
        assert "2.00↑" in text_of(app)
        assert len(shades) >= 2


async def test_the_third_pane_shows_movers_then_headlines_then_nothing() -> None:
    app = app_on(listed())
    async with app.run_test(size=(200, 60)) as pilot:
        await until(pilot, lambda: "Movers · 14 up · 14 down" in text_of(app))
        assert "Sectors" in text_of(app)
        await pilot.press("i")
        await until(pilot, lambda: "Headlines 1" in text_of(app))
        await pilot.press("i")
        await until(pilot, lambda: "Headlines" not in text_of(app))
        assert "Heat map · 30 quotes" in text_of(app)
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


async def test_a_filter_is_named_where_the_frames_share_a_line_and_no_figure_is_cut() -> None:
    app = app_on(listed())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"oil", "enter")
        await until(pilot, lambda: "1 Quotes 1/34 · filter oil" in text_of(app))
    for width in range(20, 60):
        foot = "".join(
            text
            for text, _ in ruled(
                Caption(("Quotes 34",), ("row 1 of 34", "gain +1,402.90 PKR")), width, "╭", "╮", focused=True
            )
        )
        assert "gain" not in foot or "gain +1,402.90 PKR" in foot


async def test_a_column_for_which_there_is_no_room_is_named_when_it_is_added() -> None:
    app = app_on(listed())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("c", "escape")
        await pilot.pause()
        assert "no room" not in text_of(app)
        await pilot.press("c", "end", "space", "escape")
        await until(pilot, lambda: "no room for heat; the table needs more width" in lines_of(app)[0])


async def test_movers_and_heat_map_show_what_the_filter_leaves() -> None:
    app = app_on(listed())
    every = "Movers · 14 up · 14 down ─", "Heat map · 30 quotes · all"
    async with app.run_test(size=(200, 60)) as pilot:
        await until(pilot, lambda: all(title in text_of(app) for title in every))
        await pilot.press("slash", *"sector~oil", "enter")
        await until(pilot, lambda: "Heat map · 4 quotes · filter sector~oil · all of one size" in text_of(app))
        await until(pilot, lambda: "Movers 4/34 · 4 up · 0 down ─" in text_of(app))
        assert "Fertilizer" not in text_of(app)
        await pilot.press("slash", *"nothing at all", "enter")
        await until(pilot, lambda: "no quote to show" in text_of(app) and "no row passes the filter" in text_of(app))
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


async def test_every_frame_has_the_key_that_leads_to_it() -> None:
    app = app_on(listed(), keys={"pane.heat": "B"})
    async with app.run_test(size=(200, 60)) as pilot:
        await until(pilot, lambda: "B Heat map" in text_of(app))
        assert all(title in lines_of(app)[1] for title in ("╭─ 1 Quotes", "╭─ 2 Article", "╭─ 4 Movers"))
        await pilot.press("4")
        await until(pilot, lambda: lines_of(app)[-1].startswith(" ⏎ go there"))
        await pilot.press("B")
        await until(pilot, lambda: lines_of(app)[-1].startswith(" ⏎ details"))
        await pilot.press("1", "i", "i", "i", "4")
        await until(pilot, lambda: "no third pane here; i chooses it" in text_of(app))
        await pilot.press("B")
        await until(pilot, lambda: "no room for the heat map here; m shows it alone" in text_of(app))


async def test_a_headline_opens_its_article() -> None:
    second = "<html><body><h1>A second story</h1><p>It has one paragraph.</p></body></html>"
    app = app_on(Board.of([taken(SampleSource().read()), page(second, "b.html")]), side="headlines")
    async with app.run_test(size=(170, 50)) as pilot:
        await until(pilot, lambda: "Headlines 2" in text_of(app))
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


async def test_the_heat_map_on_the_board_has_a_cursor_and_follows_the_number_of_rows() -> None:
    rows = "".join(f"S{at} 10.00 Increased By ▲ 0.10 (1.01%)\n" for at in range(12))
    app = app_on(Board.of([page(rows)]))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "Heat map · 12 quotes" in text_of(app))
        await pilot.press("tab", "tab", "right")
        await until(pilot, lambda: "▲ +0.10 +1.01% ─╯" in text_of(app))
        await pilot.press("enter")
        await until(pilot, lambda: "named in" in text_of(app))
        await pilot.press("escape")
        more = "".join(f"T{at} 10.00 Increased By ▲ 0.10 (1.01%)\n" for at in range(40))
        app.screen.query_one(QuoteTable).focus()
        app._board_screen.take(app._board_screen.present.updated(page(more, "more.txt")))
        await until(pilot, lambda: "Quotes 52" in text_of(app) and "Heat map ·" not in text_of(app))


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


def test_the_third_pane_is_a_setting(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('side = "charts"\n', "utf-8")
    with pytest.raises(ConfigError, match="side must be 'movers', 'headlines', 'heat' or 'none'"):
        read_config(path, needed=True)


@pytest.mark.parametrize("width", [8, 20, 40, 77])
def test_a_rule_fills_its_width_whatever_it_says(width: int) -> None:
    caption = Caption(("Quotes 18/34", "percent ▾", "filter banks"), ("row 1 of 34",))
    assert width_of(ruled(caption, width, "╭", "╮", focused=False)) >= width
    assert width_of(ruled(caption, max(width, 30), "╭", "╮", focused=False)) == max(width, 30)
    assert needed(caption) < 60


def test_the_thumb_spans_what_is_in_view() -> None:
    assert thumb(10, 10, 10, 0) == (0, 0)
    assert thumb(10, 20, 10, 0) == (0, 5)
    assert thumb(10, 20, 10, 10) == (5, 10)


@pytest.mark.parametrize(
    ("percent", "bar"),
    [("0", "    │    "), ("0.2", "    │▏   "), ("3", "    │█▌  "), ("-2", "   █│    "), ("-30", "████│    ")],
)
def test_a_move_as_a_bar(percent: str, bar: str) -> None:
    assert move_bar(Decimal(percent), 4) == bar

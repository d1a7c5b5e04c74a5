"""The look of the board: frames, the lines above and below, messages, and light."""

from __future__ import annotations

import time

import pytest
from textual.widgets import Input

from boards import app_on, lines_of, listed, page, text_of, until, write
from tickerboard.board.board import Board
from tickerboard.settings.config import Config
from tickerboard.ui.app import TickerboardApp
from tickerboard.ui.board.lights import SECONDS
from tickerboard.ui.board.screen import BoardScreen
from tickerboard.ui.frame_parts import Caption, needed, ruled, thumb
from tickerboard.ui.parts import width_of
from tickerboard.ui.table.quote_table import QuoteTable

STORY = "A headline of some words\n\nA first paragraph has a number of words, so that it is taken for prose.\n"


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
        assert lines_of(app)[-1].startswith(" / find   . next quote   m heat map")
        assert lines_of(app)[-1].rstrip().endswith("? help  q quit")
        await pilot.press("slash")
        await until(
            pilot, lambda: lines_of(app)[-1].startswith(" ⏎ keep the matches   esc stop finding   ^p commands ")
        )
        await pilot.press("escape", "1", "F")
        await until(pilot, lambda: lines_of(app)[-1].startswith(" ⏎ keep the filter   esc all rows   ^p "))


async def test_the_way_out_of_a_filter_is_the_first_key_while_there_is_one() -> None:
    app = app_on(listed())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"oil", "enter")
        await until(pilot, lambda: lines_of(app)[-1].startswith(" esc all rows   / filter   s sort"))
        await pilot.press("escape")
        await until(pilot, lambda: lines_of(app)[-1].startswith(" / filter   s sort"))


async def test_keys_without_a_use_are_not_shown() -> None:
    app = app_on(Board.of([page(STORY, "one.txt")]))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: lines_of(app)[-1].startswith(" / find   ^p commands "))
        board = app._board_screen.present.updated(page(STORY.replace("headline", "title"), "two.txt"))
        app._board_screen.take(board.updated(page("ABL 4.66 Increased By ▲ 0.10 (2.19%)\n", "rows.txt")))
        keys = " / find   n next   a articles   . next quote   m heat map   ^p commands "
        await until(pilot, lambda: lines_of(app)[-1].startswith(keys))


@pytest.mark.parametrize("pane", ["1", "2"])
async def test_a_prompt_stands_in_the_frame_of_its_pane(pane: str) -> None:
    app = app_on()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(pane, "slash", *"oil")
        await until(pilot, lambda: any(line[:6] == "│ oil " and line[-2:] == " │" for line in lines_of(app)))
        prompt = app.screen.query_one(Input)
        assert prompt.content_region.right == prompt.region.right - (pane == "2") - 1, "only its padding is beside it"


@pytest.mark.parametrize(
    ("size", "filter_", "title"),
    [
        ((40, 12), "percent > 1", "╭─ 1 Quotes 8/34 · filter percent > 1 ─╮"),
        ((40, 12), "percent > 1 and last > 9", "╭─ 1 8/34 · percent > 1 and last > 9 ──╮"),
        (
            (80, 24),
            "percent > 1 and last > 9",
            "├─ 1 Quotes 8/34 · filter percent > 1 and last > 9 ──────┼─ 2 Article ─ ● 40% ─┤",
        ),
    ],
)
async def test_a_filter_is_whole_in_the_title_of_a_small_window(
    size: tuple[int, int], filter_: str, title: str
) -> None:
    app = app_on()
    async with app.run_test(size=size) as pilot:
        await pilot.press("slash")
        await write(pilot, filter_)
        await pilot.press("enter")
        await until(pilot, lambda: title in text_of(app))


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


async def test_a_message_above_a_narrow_board_moves_into_the_frame_of_a_dialog_that_opens() -> None:
    app = app_on()
    async with app.run_test(size=(40, 12), notifications=True) as pilot:
        await pilot.pause()
        app.notify("alert falls: HUMNL 9.44 -4.65% (+3 more)", severity="warning", markup=False)
        await until(pilot, lambda: "HUMNL 9.44" in text_of(app) and "▌" in text_of(app))
        await pilot.press("A")
        await until(pilot, lambda: "╰─ alert falls: HUMNL 9.44" in text_of(app))
        assert "▌" not in text_of(app), "nothing is covered"
        await pilot.press("escape")
        await pilot.pause()
        assert "▌" not in text_of(app)


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

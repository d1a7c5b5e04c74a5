"""The panes of the board: which are shown, what leads to each, and the keys that work from all of them."""

from __future__ import annotations

import pytest

from boards import app_on, listed, page, text_of, until
from tickerboard.board.board import Board

ROWS = "ABL 4.66 Increased By ▲ 0.10 (2.19%)\nKEL 9.90 Decreased By ▼ -0.10 (-1%)\n"
STORY = "A headline of some words\n\nA first paragraph has a number of words, so that it is taken for prose.\n"


@pytest.mark.parametrize(
    ("key", "pane", "keys"), [("4", "side", "⏎ go there"), ("5", "heat", "⏎ details"), ("3", "tape", "⏎ go to the row")]
)
async def test_slash_filters_the_rows_from_every_pane_and_comes_back(key: str, pane: str, keys: str) -> None:
    app = app_on(listed())
    async with app.run_test(size=(200, 60)) as pilot:
        await until(pilot, lambda: "4 Movers" in text_of(app) and "5 Heat map" in text_of(app))
        await pilot.press(key, "slash", *"oil")
        await until(pilot, lambda: "Quotes 1/34 · filter oil" in text_of(app) and "⏎ keep the filter" in text_of(app))
        await pilot.press("enter")
        await until(pilot, lambda: text_of(app).split("\n")[-1].startswith(f" {keys}"))
        assert app.focused is not None
        assert app.focused.id == pane
        await pilot.press("slash", "escape")
        await until(pilot, lambda: "1 Quotes 34" in text_of(app))
        assert app.focused.id == pane


async def test_slash_on_the_tape_shows_the_table_where_there_is_room_for_one_pane() -> None:
    app = app_on(listed())
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("2", "3")
        await until(pilot, lambda: "Article" in text_of(app))
        await pilot.press("slash", *"oil", "enter")
        await until(pilot, lambda: "Quotes 1/34" in text_of(app))


async def test_the_question_for_a_heading_is_gone_with_its_answer() -> None:
    app = app_on(listed())
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        for answer in ("2", "escape"):
            await pilot.press("O")
            await until(pilot, lambda: "press a heading's key" in text_of(app))
            await pilot.press("v")
            await until(pilot, lambda: "press a heading's key" not in text_of(app))
            await pilot.press("O", answer)
            await until(pilot, lambda: "no views" in text_of(app) or "press" not in text_of(app))
        assert "press a heading's key" not in text_of(app)


@pytest.mark.parametrize("size", [(200, 60), (120, 40), (80, 24)])
async def test_without_an_article_the_table_has_its_room_until_one_comes(size: tuple[int, int]) -> None:
    app = app_on(Board.of([page(ROWS)]))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "Article" not in text_of(app)
        await pilot.press("2")
        await until(pilot, lambda: "2 Article" in text_of(app) and "Quotes" not in text_of(app))
        assert " no article " in text_of(app).split("\n", 1)[1]
        await pilot.press("1")
        await until(pilot, lambda: "Quotes 2" in text_of(app))
        app._board_screen.take(app._board_screen.present.updated(page(STORY, "story.txt")))
        await until(pilot, lambda: "A first paragraph" in text_of(app) and "Quotes 2" in text_of(app))


@pytest.mark.parametrize(
    ("width", "end"), [(80, "CNERGY 4.60"), (84, "▼ -0.15 -3.16%"), (40, "BOP 5.11"), (56, "▲ +0.04 +0.79%")]
)
async def test_no_figure_is_cut_at_the_end_of_a_tape_that_stands(width: int, end: str) -> None:
    app = app_on(listed())
    async with app.run_test(size=(width, 24)):
        tape = next(line for line in text_of(app).split("\n") if line.startswith(" AIRLINK 75.25"))
        assert tape.rstrip().endswith(end)


async def test_every_key_of_the_tape_says_what_it_did() -> None:
    app = app_on(listed())
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        for keys, said in (
            ("t", "the watchlist is empty; w adds the row to it"),
            ("w t", "tape: the watchlist"),
            ("t", "tape: all quotes"),
            ("plus", "tape: 12 cells a second"),
            ("minus", "tape: 10 cells a second"),
            ("space", "tape paused"),
            ("space", "tape resumed"),
            ("dollar_sign", "no lots to hide"),
        ):
            await pilot.press(*keys.split())
            await until(pilot, lambda said=said: said in text_of(app).split("\n")[0])  # type: ignore[misc]


async def test_the_title_of_a_narrow_heat_map_is_not_cut() -> None:
    app = app_on(listed(), side="heat")
    async with app.run_test(size=(160, 30)) as pilot:
        await until(
            pilot,
            lambda: (
                "─ 5 Movers │ Headlines │ Heat map ──╮" in text_of(app)
                and "─ 30 quotes · all of one size ─╯" in text_of(app)
            ),
        )


async def test_a_frame_that_is_shown_later_has_its_key_too() -> None:
    app = app_on(listed())
    async with app.run_test(size=(200, 40)) as pilot:
        await until(pilot, lambda: "4 Movers" in text_of(app))
        await pilot.press("i", "i")
        await until(pilot, lambda: "5 Movers │ Headlines │ Heat map" in text_of(app))

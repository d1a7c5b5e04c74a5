"""A board without quotes: an article has their room, and with nothing at all it says what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boards import app_on, page, put, text_of, until
from fetches import taken
from tickerboard.board.board import Board
from tickerboard.settings.config import Config
from tickerboard.settings.state import load_state
from tickerboard.sources.base import Progress
from tickerboard.sources.demo import SampleSource
from tickerboard.ui.app import TickerboardApp
from tickerboard.ui.memory import Memory
from tickerboard.ui.reader.reader import Reader
from tickerboard.ui.table.quote_table import QuoteTable

if TYPE_CHECKING:
    from pathlib import Path


STORY = "Markets are mixed\nBy A. Writer, Reuters\n23 November 2026\n\nStocks rose on Monday.\n\nOGDC gained.\n"


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 60)])
async def test_an_article_without_quotes_opens_in_the_reader(size: tuple[int, int]) -> None:
    app = app_on(Board.of([page(STORY)]))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.focused is app.screen.query_one(Reader))
        assert "Stocks rose on Monday." in text_of(app)


async def test_an_article_without_quotes_has_the_room_of_the_movers() -> None:
    app = app_on(Board.of([page(STORY)]))
    async with app.run_test(size=(200, 60)) as pilot:
        await until(pilot, lambda: "Stocks rose on Monday." in text_of(app))
        assert "Movers" not in text_of(app)
        await pilot.press("i")
        await until(pilot, lambda: "─ 1 article ─" in text_of(app))
        await app._take(page("HBL 75.25 Increased By ▲ 0.18 (0.24%)\n" + STORY))
        await pilot.press("i", "i", "i")
        await until(pilot, lambda: "─ 1 up · 0 down ─" in text_of(app))


async def test_an_article_without_quotes_that_comes_later_has_the_focus_until_the_user_takes_it() -> None:
    app = app_on(Board.of([Progress("page.txt", "fetching")]))
    async with app.run_test(size=(40, 12)) as pilot:
        await app._take(page(STORY))
        await until(pilot, lambda: "Stocks rose on Monday." in text_of(app))
        assert app.screen.query_one(Reader).has_focus
        await pilot.press("1")
        await app._take(page(STORY + "\nHBL fell.\n", "other.txt"))
        await pilot.pause()
        assert app.screen.query_one(QuoteTable).has_focus


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_an_article_has_the_room_of_the_table_until_that_has_rows(size: tuple[int, int]) -> None:
    app = app_on(Board.of([page(STORY)]))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "Stocks rose on Monday." in text_of(app))
        assert "Symbol" not in text_of(app)
        assert " no quotes" in text_of(app).split("\n")[0]
        await pilot.press("1")
        await until(pilot, lambda: "no quotes on this page" in text_of(app))
        await pilot.press("2")
        await app._take(page("HBL 75.25 Increased By ▲ 0.18 (0.24%)\n" + STORY))
        await until(pilot, lambda: "Symbol" in text_of(app) and "Stocks rose on Monday." in text_of(app))
        assert app.focused is app.screen.query_one(Reader)


async def test_a_board_with_nothing_to_show_has_one_pane_that_says_what_to_do() -> None:
    app = app_on(Board.of([page("")]))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "tickerboard doctor SOURCE   check a source" in text_of(app))
        words = text_of(app)
        assert all(key in words for key in ("!   problems", "x   sources", "r   refresh"))
        assert "Article" not in words
        await app._take(page("HBL 75.25 Increased By ▲ 0.18 (0.24%)\n" + STORY))
        await until(pilot, lambda: "2 Article" in text_of(app))
        assert "tickerboard doctor" not in text_of(app)


async def test_an_empty_board_shows_how_to_open_what_was_opened_before(tmp_path: Path) -> None:
    file, state = tmp_path / "a page.txt", tmp_path / "state.json"
    put(file, "HBL 75.25 Increased By ▲ 0.18 (0.24%)\n")
    secret = page("KEL 75.25 Increased By ▲ 0.18 (0.24%)\n", "https://example.org/?key=1")
    board = Board.of([page(file.read_text("utf-8"), str(file)), secret, taken(SampleSource().read())])
    memory = Memory(state_path=state)
    memory.leave(memory.state, board)
    memory.leave(memory.state, Board.of([page(STORY, "https://example.org/a")]))
    app = TickerboardApp(Board.of([page("")]), [], Config(motion=False), memory=Memory(load_state(state)))
    async with app.run_test(size=(160, 40)) as pilot:
        await until(pilot, lambda: "opened before" in text_of(app))
        lines = [line.strip(" │") for line in text_of(app).split("\n")]
        at = lines.index("opened before")
        assert lines[at + 1 : at + 4] == ["tickerboard https://example.org/a", f"tickerboard '{file}'", ""]

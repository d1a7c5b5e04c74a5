"""Every key of the board does what the help says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual import events

from boards import app_on, sample
from tickerboard.model import Article
from tickerboard.table.columns import RANK, SYMBOL
from tickerboard.ui.board.screen import BoardScreen
from tickerboard.ui.dialogs.dialog import Dialog
from tickerboard.ui.reader.reader import Reader
from tickerboard.ui.table.quote_table import QuoteTable
from tickerboard.ui.tape import Tape

if TYPE_CHECKING:
    from tickerboard.ui.app import TickerboardApp


def make(*, articles: int = 1) -> TickerboardApp:
    stories = tuple(Article(f"Story {at}", paragraphs=(f"Words of story {at}. " * 300,)) for at in range(articles))
    board = sample()
    return app_on(replace(board, articles=(*board.articles, *stories[1:])))


def table(app: TickerboardApp) -> QuoteTable:
    return app.screen.query_one(QuoteTable)


async def test_keys_that_move_in_the_table() -> None:
    app = make()
    moves = {
        "down j": "CNERGY",
        "j j k up": "AIRLINK",
        "G": "KSE30",
        "end": "KSE30",
        "G g": "AIRLINK",
        "G home": "AIRLINK",
        "pagedown": "PAEL",
        "pagedown pageup": "AIRLINK",
        "k": "AIRLINK",
    }
    async with app.run_test(size=(120, 22)) as pilot:
        for keys, symbol in moves.items():
            await pilot.press(*keys.split())
            assert table(app).symbol == symbol, keys
            await pilot.press("home")


async def test_s_goes_through_every_column_and_turns() -> None:
    app = make()
    async with app.run_test(size=(120, 40)) as pilot:
        for column in (*table(app).columns[1:], RANK):
            await pilot.press("s")
            await pilot.pause()
            assert table(app).sort.column is column
            values = [row.quote.symbol for row in table(app).rows]
            await pilot.press("S")
            await pilot.pause()
            assert table(app).sort.descending
            if column in {SYMBOL, RANK}:
                assert [row.quote.symbol for row in table(app).rows] == values[::-1]
            await pilot.press("S")


async def test_keys_that_move_in_the_reader() -> None:
    app = make(articles=2)
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.press("n", "2")
        for keys, line in {"j down": 2, "j k": 0, "j j up": 1, "pagedown pageup": 0, "G g": 0}.items():
            await pilot.press(*keys.split())
            await pilot.pause()
            assert app.screen.query_one(Reader).scroll_offset.y == line, keys
            await pilot.press("home")
        for key in ("G", "end", "pagedown"):
            await pilot.press(key)
            await pilot.pause()
            assert app.screen.query_one(Reader).scroll_offset.y > 10, key
            await pilot.press("home")
            await pilot.pause()
            assert app.screen.query_one(Reader).scroll_offset.y == 0, key


async def test_keys_that_choose_a_pane() -> None:
    app = make()
    async with app.run_test(size=(120, 40)) as pilot:
        assert app.focused is table(app)
        keys = {
            "tab": ["reader", "tape", "table"],
            "shift+tab": ["tape"],
            "2": ["reader"],
            "3": ["tape"],
            "1": ["table"],
        }
        for key, panes in keys.items():
            for pane in panes:
                await pilot.press(key)
                assert app.focused is not None
                assert app.focused.id == pane, key


@pytest.mark.parametrize(("key", "hidden"), [("1", "#reading"), ("2", "#quotes")])
async def test_z_shows_the_focused_pane_alone_and_back(key: str, hidden: str) -> None:
    app = make()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(key, "z")
        await pilot.pause()
        assert not app.screen.query_one(hidden).display
        await pilot.press("z")
        await pilot.pause()
        assert app.screen.query_one(hidden).display


async def test_n_and_p_go_round_the_articles() -> None:
    app = make(articles=3)
    async with app.run_test(size=(120, 40)) as pilot:
        reader = app.screen.query_one(Reader)
        seen = []
        for key in ("n", "n", "n", "p", "p"):
            await pilot.press(key)
            seen.append(reader.article.headline if reader.article else None)
        first = "A quiet opening, a loud close: one day on the trading floor"
        assert seen == ["Story 1", "Story 2", first, "Story 2", "Story 1"]


async def test_keys_of_the_tape() -> None:
    app = make()
    async with app.run_test(size=(120, 40)) as pilot:
        tape = app.screen.query_one(Tape)
        await pilot.press("space", "plus", "plus", "minus")
        assert (tape.paused, tape.speed) == (True, 12)
        await pilot.press("space")
        assert not tape.paused
        await pilot.press("3", "l", "right", "left", "h", "right", "enter")
        await pilot.pause()
        assert table(app).symbol == "BOP"


@pytest.mark.parametrize("key", ["q", "ctrl+c"])
async def test_keys_that_quit_or_go_back(key: str) -> None:
    app = make()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        assert isinstance(app.screen, Dialog)
        await pilot.press(key)
        assert isinstance(app.screen, BoardScreen)
        await pilot.press(key)
    assert app.return_code == 0


@pytest.mark.parametrize("key", ["escape", "q", "enter"])
async def test_help_lists_the_live_keys_and_closes(key: str) -> None:
    app = make()
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.press("question_mark")
        assert isinstance(app.screen, Dialog)
        assert {"sort by the next column", "refresh now", "next pane"} <= {what for _, what in app.screen.facts}
        await pilot.press(key)
        assert isinstance(app.screen, BoardScreen)


async def test_the_palette_opens() -> None:
    app = make()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert type(app.screen).__name__ == "Palette"


async def test_every_binding_has_an_id() -> None:
    app = make()
    async with app.run_test(size=(120, 40)) as pilot:
        for pane in "123":
            await pilot.press(pane)
            ours = [each for each in app.screen.active_bindings.values() if not each.binding.system]
            shown = [each.binding for each in ours if each.binding.description]
            assert not [binding.key for binding in shown if not binding.id]


async def test_the_mouse() -> None:
    app = make()
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot._post_mouse_events([events.MouseScrollDown], QuoteTable, offset=(5, 5))
        await pilot.pause()
        assert table(app).scroll_offset.y > 0
        await pilot.click(Tape, offset=(32, 0))
        await pilot.pause()
        assert table(app).symbol == "BOP"

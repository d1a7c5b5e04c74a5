"""The board, driven from the keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

import pytest

from boards import app_on, listed, page, text_of, until
from fetches import one_page, taken
from tickerboard.board.board import Board
from tickerboard.sources.base import Fetch, Progress
from tickerboard.sources.files import FileSource
from tickerboard.table.columns import LAST, SYMBOL
from tickerboard.ui.board.screen import BoardScreen
from tickerboard.ui.dialogs.dialog import Dialog
from tickerboard.ui.reader.reader import Reader
from tickerboard.ui.table.quote_table import QuoteTable
from tickerboard.ui.tape import Tape

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from tickerboard.sources.pace import Pace
    from tickerboard.ui.app import TickerboardApp


@pytest.fixture
def app() -> TickerboardApp:
    return app_on()


async def test_the_table_has_the_focus_and_its_keys_work_at_once(app: TickerboardApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        table = app.screen.query_one(QuoteTable)
        assert app.focused is table
        await pilot.press("j", "down", "k")
        assert table.symbol == "BOP"
        await pilot.press("G")
        assert table.symbol == "KSE30"
        await pilot.press("g")
        assert table.symbol == "AIRLINK"


async def test_sorting_keeps_the_cursor_on_its_symbol(app: TickerboardApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        table = app.screen.query_one(QuoteTable)
        await pilot.press("j", "s", "s", "S")
        await pilot.pause()
        assert (table.sort.column, table.sort.descending) == (LAST, True)
        assert table.rows[0].quote.symbol == "KSE100"
        assert table.symbol == "BOP"


async def test_panes_tab_zoom_and_numbers(app: TickerboardApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2")
        assert app.focused is app.screen.query_one(Reader)
        await pilot.press("z")
        await pilot.pause()
        assert not app.screen.query_one("#quotes").display
        await pilot.press("z", "1", "tab")
        assert app.focused is app.screen.query_one(Reader)


async def test_the_tape_steps_and_goes_to_its_row(app: TickerboardApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "right", "right", "enter")
        await pilot.pause()
        assert app.screen.query_one(QuoteTable).symbol == "CNERGY"
        assert app.focused is app.screen.query_one(QuoteTable)


async def test_space_stops_the_tape_and_plus_makes_it_faster(app: TickerboardApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        tape = app.screen.query_one(Tape)
        await pilot.press("space", "plus")
        assert tape.paused
        assert tape.speed == 12


async def test_details_and_help_open_and_close(app: TickerboardApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        for key in ("enter", "question_mark"):
            await pilot.press(key)
            assert isinstance(app.screen, Dialog)
            await pilot.press("q")
            assert isinstance(app.screen, BoardScreen)


async def test_a_header_click_sorts_and_a_row_click_moves(app: TickerboardApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        table = app.screen.query_one(QuoteTable)
        await pilot.click(QuoteTable, offset=(10, 0))
        await pilot.pause()
        assert table.sort.column is SYMBOL
        await pilot.click(QuoteTable, offset=(10, 3))
        assert table.cursor == 2


async def test_sizes_down_to_one_cell_and_back(app: TickerboardApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        for size in ((80, 24), (40, 12), (10, 3), (1, 1), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        await pilot.pause()
        assert app.focused is app.screen.query_one(QuoteTable)
        await pilot.press("j")
        assert app.screen.query_one(QuoteTable).symbol == "BOP"


async def test_figures_that_do_not_add_up_are_marked_wherever_they_stand() -> None:
    app = app_on(Board.of([page("ABL 4.66 Increased By ▲ 0.10 (9.04%)\nHBL 75.25 Increased By ▲ 0.18 (0.24%)\n")]))
    async with app.run_test(size=(200, 20)) as pilot:
        await until(pilot, lambda: "─ 2 up · 0 down ─" in text_of(app))
        assert re.search(r" ABL! +4\.66 ▲ +\+9\.04% ", text_of(app)), "among the movers"
        assert "ABL! 4.66 ▲ +0.10 +9.04%" in text_of(app), "on the tape"
        await pilot.press("m")
        await until(pilot, lambda: "Heat map" in text_of(app).split("\n")[0] and " ABL! " in text_of(app))
        assert "ABL!  4.66  ▲ +0.10 +9.04%" in text_of(app)


async def test_the_sectors_beside_the_movers_are_in_the_order_of_their_moves() -> None:
    app = app_on(listed())
    async with app.run_test(size=(200, 60)) as pilot:
        await until(pilot, lambda: "Sectors" in text_of(app))
        lines = [line[163:199] for line in text_of(app).split("\n")]
        sectors = lines[next(at for at, line in enumerate(lines) if "Sectors" in line) + 1 :]
        moves = [float(found[1]) for line in sectors if (found := re.search(r"[▲▼■] +([-+]?[\d.]+)%", line))]
        assert len(moves) > 10
        assert moves[:10] == sorted(moves[:10], reverse=True)


async def test_a_failed_refresh_keeps_the_board_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\n", "utf-8")
    source = FileSource(path)
    app = app_on(Board.of([taken(source.read())]), [source])
    async with app.run_test(size=(120, 40)) as pilot:
        path.unlink()
        await pilot.press("r")
        await app.workers.wait_for_complete()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, BoardScreen)
        assert [row.quote.symbol for row in screen.board.rows] == ["ABL"]
        assert "page.txt: no such file" in text_of(app)


async def test_the_list_of_articles_opens_one() -> None:
    app = app_on()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        assert "1 article" in text_of(app)
        assert "● 2023-11-17  A quiet opening" in text_of(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.focused is app.screen.query_one(Reader)


class Torrent:
    """A source that gives a hundred pages in a row."""

    name = "torrent"
    instant: ClassVar[bool] = False
    stream: ClassVar[bool] = True

    def read(self) -> Fetch:
        return Progress(self.name)

    async def follow(self, pace: Pace) -> AsyncGenerator[Fetch]:
        for at in range(100):
            rows = f"ABL {100 + at // 2}.00 No Change ▼ 0.00 (0%)\nKEL {300 + (at + 1) // 2}.00 No Change ▼ 0.00 (0%)\n"
            yield one_page(self.name, rows)
        await pace.wait(3600)


async def test_a_torrent_of_pages_is_shown_a_few_times_and_ends_on_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[int] = []
    show = BoardScreen.show

    def counted(screen: BoardScreen, board: Board) -> None:
        shown.append(board.serial)
        show(screen, board)

    monkeypatch.setattr(BoardScreen, "show", counted)
    app = app_on(Board(), [Torrent()])
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: shown[-1:] == [100])
        assert "149.00" in text_of(app)
        assert "350.00" in text_of(app)
        assert len(shown) < 90


async def test_what_several_updates_changed_lights_up_when_they_are_shown_at_once() -> None:
    rows = "ABL {}.00 No Change ▼ 0.00 (0%)\nKEL {}.00 No Change ▼ 0.00 (0%)\nHBL 7.00 No Change ▼ 0.00 (0%)\n"
    app = app_on(Board.of([page(rows.format(1, 1))]))
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.screen
        assert isinstance(screen, BoardScreen)
        screen.show(screen.board.updated(page(rows.format(2, 1))).updated(page(rows.format(2, 2))))
        await pilot.pause()
        table = screen.query_one(QuoteTable)
        grounds = [{segment.style.bgcolor for segment in table.render_line(y) if segment.style} for y in (1, 2, 3)]
        assert [len(each) > 1 for each in grounds] == [True, True, False]


async def test_a_board_that_comes_while_the_application_ends_is_not_shown(app: TickerboardApp) -> None:
    """The parts are taken away first, and a board may come between that and the end."""
    async with app.run_test(size=(160, 30)):
        screen = app.screen
        assert isinstance(screen, BoardScreen)
        app._begin_batch()  # as the application does before it ends: nothing is painted any more
        app._running = False
        await screen.remove_children()
        screen.show(Board.of([page("ABL 1.00 +0.10 (+11.11%)")]))
        screen.turn_to(Board.of([page("ABL 1.00 +0.10 (+11.11%)")]))
        await screen.show_side()


@pytest.mark.parametrize("size", [(8, 2), (12, 3)])
async def test_a_window_without_room_for_a_board_says_so_and_nothing_else(size: tuple[int, int]) -> None:
    app = app_on()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        words = " ".join(text_of(app).split())
        assert words.startswith("Too")
        assert "Too small for a board. Enlarge the window".startswith(words)

"""The board while updates come in, driven from the keyboard."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from boards import app_on, page, sample, text_of, until
from clocks import FakeClock
from fetches import failed
from tickerboard.board.board import Board
from tickerboard.settings.config import Config
from tickerboard.sources.demo import DemoSource
from tickerboard.table.columns import SYMBOL
from tickerboard.ui.app import TickerboardApp
from tickerboard.ui.board.screen import BoardScreen
from tickerboard.ui.reader.reader import Reader
from tickerboard.ui.table.quote_table import QuoteTable

if TYPE_CHECKING:
    import pytest
    from textual.strip import Strip


def quotes(seed: int, count: int = 60) -> str:
    """A strip whose figures depend on the seed, its symbols and their order do not."""
    chance = random.Random(seed)
    lines = []
    for at in range(count):
        change = chance.randint(-90, 90)
        word = ("Increased By ▲", "Decreased By ▼", "No Change ▼")[0 if change > 0 else 1 if change < 0 else 2]
        percent = f"{change / 100:.2f}".rstrip("0").rstrip(".")
        lines.append(f"S{at:02}X {100 + change / 100:.2f} {word} {change / 100:.2f} ({percent}%)")
    return "\n".join(lines) + "\n"


def screen_of(app: TickerboardApp) -> BoardScreen:
    assert isinstance(app.screen, BoardScreen)
    return app.screen


async def test_fifty_refreshes_leave_cursor_scroll_and_order_where_they_are() -> None:
    app = app_on(Board.of([page(quotes(0))]))
    async with app.run_test(size=(120, 30)) as pilot:
        table = app.screen.query_one(QuoteTable)
        await pilot.press("s", *["j"] * 40)
        await pilot.pause()
        before = (table.symbol, table.cursor - table.scroll_offset.y, table.scroll_offset.y)
        for seed in range(1, 51):
            screen_of(app).show(screen_of(app).board.updated(page(quotes(seed))))
            await pilot.pause(0)
            assert (table.symbol, table.cursor - table.scroll_offset.y, table.scroll_offset.y) == before
        assert table.sort.column is SYMBOL


async def test_a_moving_order_carries_the_cursor_along_on_its_screen_line() -> None:
    app = app_on(Board.of([page(quotes(0))]), hold=0)
    async with app.run_test(size=(120, 30)) as pilot:
        table = app.screen.query_one(QuoteTable)
        await pilot.press("s", "s", "s", "s", *["j"] * 25)
        await pilot.pause()
        symbol, line = table.symbol, table.cursor - table.scroll_offset.y
        for seed in range(1, 51):
            screen_of(app).show(screen_of(app).board.updated(page(quotes(seed))))
            await pilot.pause(0)
            assert table.symbol == symbol
            percents = [row.quote.percent for row in table.rows if row.quote.percent is not None]
            assert percents == sorted(percents)
            at_an_edge = table.scroll_offset.y in {0, table.max_scroll_y}
            assert at_an_edge or table.cursor - table.scroll_offset.y == line


async def test_a_table_scrolled_away_from_its_cursor_stays_there() -> None:
    app = app_on(Board.of([page(quotes(0))]))
    async with app.run_test(size=(120, 30)) as pilot:
        table = app.screen.query_one(QuoteTable)
        table.scroll_to(y=30, animate=False)
        await pilot.pause()
        screen_of(app).show(screen_of(app).board.updated(page(quotes(1))))
        await pilot.pause()
        assert (table.scroll_offset.y, table.cursor) == (30, 0)


async def test_the_order_stands_while_the_user_moves_and_for_as_long_as_it_is_held() -> None:
    clock = FakeClock()
    app = TickerboardApp(Board.of([page(quotes(0))]), [], Config(motion=False), clock=clock)
    async with app.run_test(size=(120, 30)) as pilot:
        table = app.screen.query_one(QuoteTable)

        async def order(seed: int) -> list[str]:
            screen_of(app).show(screen_of(app).board.updated(page(quotes(seed))))
            await pilot.pause()
            return [row.quote.symbol for row in table.rows]

        await pilot.press("s", "s", "j")
        await pilot.pause()
        standing = [row.quote.symbol for row in table.rows]
        assert await order(1) == standing
        await clock.advance(4)
        assert await order(2) != standing
        await pilot.press("o")
        assert "order held" in text_of(app)
        held = [row.quote.symbol for row in table.rows]
        assert await order(3) == held
        await pilot.press("o")
        assert [row.quote.symbol for row in table.rows] != held


async def test_what_changed_lights_up_for_a_moment_and_keeps_a_mark() -> None:
    app = app_on(Board.of([page("ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\nKEL 4.66 No Change ▼ 0.00 (0%)\n")]))
    async with app.run_test(size=(120, 30)) as pilot:
        update = page("ABL 115.90 Increased By ▲ 0.82 (0.71%)\nKEL 4.66 No Change ▼ 0.00 (0%)\n")
        screen_of(app).show(screen_of(app).board.updated(update))
        await pilot.pause()
        table = app.screen.query_one(QuoteTable)

        def lit(y: int) -> bool:
            grounds = {segment.style.bgcolor for segment in table.render_line(y) if segment.style}
            return len(grounds) > 1

        assert lit(1)
        assert not lit(2)
        await pilot.pause(1.0)
        assert not lit(1)
        assert "115.90↑" in text_of(app)


async def test_only_the_lines_that_changed_are_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_on(Board.of([page(quotes(0, 20))]))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        painted: list[int] = []
        table = app.screen.query_one(QuoteTable)
        real = table.render_line

        def render_line(y: int) -> Strip:
            painted.append(y)
            return real(y)

        monkeypatch.setattr(table, "render_line", render_line)
        changed = quotes(0, 20).split("\n")
        changed[7] = quotes(9, 20).split("\n")[7]
        screen_of(app).show(screen_of(app).board.updated(page("\n".join(changed))))
        await pilot.pause()
        assert set(painted) == {8}


async def test_an_article_is_read_on_while_others_come() -> None:
    words = "The mills said that their {} rose for a third month and will rise again. "
    app = app_on(Board.of([page(words.format("orders") * 200)]))
    async with app.run_test(size=(120, 20)) as pilot:
        reader = app.screen.query_one(Reader)
        await pilot.press("2", "j", "j", "j")
        reading = reader.article
        screen_of(app).show(screen_of(app).board.updated(page(words.format("prices") * 200)))
        await pilot.pause()
        assert (reader.article, reader.scroll_offset.y) == (reading, 3)
        assert "Article 2/2" in text_of(app)
        await pilot.press("p")
        await pilot.pause()
        assert reader.article != reading
        assert "Article 1/2" in text_of(app)


async def test_old_rows_are_marked_and_dim() -> None:
    app = app_on(Board.of([page("ABL 4.66 No Change ▼ 0.00 (0%)\nKEL 4.66 No Change ▼ 0.00 (0%)\n")]))
    async with app.run_test(size=(120, 30)) as pilot:
        screen_of(app).show(screen_of(app).board.updated(page("KEL 4.66 No Change ▼ 0.00 (0%)\n")))
        await pilot.pause()
        assert "ABL†" in text_of(app)
        assert "KEL " in text_of(app)


async def test_live_goes_on_and_off_and_says_so() -> None:
    clock = FakeClock()
    app = TickerboardApp(sample(), [DemoSource()], Config(motion=False), clock=clock)
    async with app.run_test(size=(120, 30)) as pilot:
        assert "SAMPLE  time unknown" in text_of(app)
        await pilot.press("L")
        await until(pilot, lambda: "SIMULATED  read 0 s ago" in text_of(app))
        serial = screen_of(app).board.serial
        await clock.advance(2)
        await until(pilot, lambda: screen_of(app).board.serial > serial)
        await pilot.press("L")
        await pilot.pause(0.2)
        serial = screen_of(app).board.serial
        await clock.advance(60)
        await pilot.pause(0.2)
        assert screen_of(app).board.serial == serial
        assert "SIMULATED PAUSED" in text_of(app)


def inks(app: TickerboardApp) -> list[object]:
    """The colours of the texts in the second row of the table."""
    line = app.screen.query_one(QuoteTable).render_line(2)
    return [segment.style.color for segment in line if segment.style and segment.text.strip()]


async def test_a_board_past_its_time_is_stale_and_its_rows_dim() -> None:
    clock = FakeClock()
    app = TickerboardApp(Board.of([page(quotes(0, 5))]), [], Config(motion=False), live=True, clock=clock)
    async with app.run_test(size=(120, 30)) as pilot:
        assert "STALE" not in text_of(app)
        live = inks(app)
        await clock.advance(901)
        update = failed("page.txt", "gone")
        screen_of(app).show(screen_of(app).board.updated(update))
        await pilot.pause()
        assert "FAILED  15 min old · page.txt: gone" in text_of(app)
        assert all(dim != ink for dim, ink in zip(inks(app), live, strict=True))

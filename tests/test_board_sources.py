"""Where a quote comes from: the sources screen, the columns source and age, the details. And what a refresh costs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

import pytest

from boards import app_on, page, text_of, until
from clocks import NOON, FakeClock
from fetches import failed, one_page, taken
from tickerboard.board.board import Board
from tickerboard.model import ObservedFrom
from tickerboard.parser.documents import Document
from tickerboard.settings.config import Config
from tickerboard.sources.base import Pages
from tickerboard.table.columns import AGE, SOURCE, SYMBOL
from tickerboard.table.filter import compile_filter
from tickerboard.ui.app import TickerboardApp
from tickerboard.ui.board.screen import BoardScreen
from tickerboard.ui.table import cells, pane, sheet
from tickerboard.ui.table.quote_table import QuoteTable

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from tickerboard.sources.base import Fetch
    from tickerboard.sources.pace import Pace
    from tickerboard.table.column import CellContext, Column

ABL = "ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\n"
KEL = "KEL 4.66 No Change ▼ 0.00 (0%)\n"
MINUTE = timedelta(minutes=1)
NEWS = "https://example.org/news"


@dataclass
class Broken:
    """A source that fails until it is mended, and counts how often it is read."""

    name: str = NEWS
    works: bool = False
    reads: int = 0
    instant: ClassVar[bool] = False
    stream: ClassVar[bool] = False
    _now: list[Fetch] = field(default_factory=list)

    def read(self) -> Fetch:
        self.reads += 1
        return one_page(self.name, KEL, NOON) if self.works else failed(self.name, "connection refused")

    async def follow(self, pace: Pace) -> AsyncGenerator[Fetch]:
        while True:
            yield self.read()
            await pace.wait(3600)


@pytest.mark.parametrize("live", [False, True])
async def test_b7_the_sources_screen_retries_and_removes_a_source(live: bool) -> None:
    source = Broken()
    board = Board.of([page(ABL), failed(NEWS, "connection refused")])
    app = TickerboardApp(board, [source], Config(motion=False), live=live, clock=FakeClock())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: source.reads == 1)
        await pilot.press("x")
        await until(pilot, lambda: "Sources" in text_of(app))
        text = text_of(app)
        assert f"FAILED  {NEWS}" in text
        assert "connection refused" in text
        assert "not read yet" in text
        assert f"{'LIVE' if live else 'STATIC'}  page.txt" in text
        assert "1 quote · 0 s old · read 12:00:00 UTC" in text
        before, source.works = source.reads, True
        await pilot.press("j", "r")
        await until(pilot, lambda: "FAILED" not in text_of(app))
        assert source.reads == before + 1
        assert [row.quote.symbol for row in app.board.rows] == ["ABL", "KEL"]
        await pilot.press("d")
        await until(pilot, lambda: NEWS not in text_of(app))
        assert [row.quote.symbol for row in app.board.rows] == ["ABL"]
        await pilot.press("d")
        await until(pilot, lambda: "the only source cannot be removed" in text_of(app))
        assert "page.txt" in text_of(app)
        await pilot.press("escape")
        assert isinstance(app.screen, BoardScreen)


def test_b7_a_removed_source_takes_its_rows_and_leaves_what_is_read() -> None:
    story = "\nThe mills said on Friday that their orders rose for a third month.\n"
    board = Board.of([page(ABL, "a"), page(KEL + story, "b")]).without("b")
    assert [row.quote.symbol for row in board.rows] == ["ABL"]
    assert [state.source for state in board.sources] == ["a"]
    assert len(board.articles) == 1
    assert Board.of([page(ABL, "a"), page(ABL, "b", NOON + MINUTE)]).without("b").rows[0].source == "a"


async def test_b2_the_columns_source_and_age_tell_where_a_row_is_from() -> None:
    clock = FakeClock()
    board = Board.of([page(ABL, "folder/old.txt", NOON - 3 * MINUTE), page(KEL, f"{NEWS}")])
    config = Config(motion=False, columns=("symbol", "source", "age"))
    app = TickerboardApp(board, [], config, live=True, clock=clock)
    async with app.run_test(size=(120, 30)) as pilot:
        table = app.screen.query_one(QuoteTable)
        assert table.columns == (SYMBOL, SOURCE, AGE)
        lines = text_of(app).splitlines()
        assert lines[3].split()[1:4] == ["ABL", "old.txt", "3min"]
        assert lines[4].split()[1:4] == ["KEL", "example.org/news", "0s"]
        await clock.advance(30)
        await until(pilot, lambda: "30s" in text_of(app).splitlines()[4])


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (ObservedFrom.HTTP_DATE, "by the server's clock"),
        (ObservedFrom.READ, "by the time of reading"),
        (ObservedFrom.CRAWL, "by the crawl's date"),
        (None, "time unknown"),
    ],
)
async def test_b2_the_details_tell_source_time_and_age(source: ObservedFrom | None, says: str) -> None:
    document = Document(NEWS, ABL.encode(), NOON if source else None, source)
    app = app_on(Board.of([taken(Pages(NEWS, (document,)))]))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        text = text_of(app)
        assert NEWS in text
        assert says in text
        assert ("12:00:00 UTC" in text) is (source is not None)


async def test_a_refresh_asks_once_for_the_cells_of_a_row_that_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_on(Board.of([page(ABL + KEL)]))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        asked: list[str] = []
        real = cells.cell_of

        def counted(row: object, column: Column, context: CellContext) -> object:
            asked.append(column.name)
            return real(row, column, context)  # type: ignore[arg-type]

        monkeypatch.setattr(sheet, "cell_of", counted)
        screen = app.screen
        assert isinstance(screen, BoardScreen)
        screen.show(screen.board.updated(page(ABL.replace("114.90", "114.91") + KEL)))
        await pilot.pause()
        assert asked == [column.name for column in screen.query_one(QuoteTable).columns]


async def test_a_filter_is_compiled_once_for_each_change_and_not_at_a_refresh(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = compile_filter

    def counted(text: str, groups: dict[str, frozenset[str]]) -> object:
        compiled.append(text)
        return real(text, groups)

    monkeypatch.setattr(pane, "compile_filter", counted)
    app = app_on(Board.of([page(ABL + KEL)]))
    async with app.run_test(size=(120, 30)) as pilot:
        compiled.clear()
        await pilot.press("slash", "k", "e", "l", "enter")
        await pilot.pause()
        assert compiled == ["k", "ke", "kel"]
        screen = app.screen
        assert isinstance(screen, BoardScreen)
        for _ in range(3):
            screen.show(screen.board.updated(page(ABL + KEL)))
            await pilot.pause()
        assert compiled == ["k", "ke", "kel"]

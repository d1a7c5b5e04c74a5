"""Columns: each is declared once and works everywhere, also one of another package."""

from __future__ import annotations

import os
import subprocess
import sys
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from boards import app_on, listed, page, symbols, text_of, until, write
from tickerboard.board.board import Board
from tickerboard.board.listings import Listing
from tickerboard.board.row import Row
from tickerboard.board.session import Session
from tickerboard.model import Kind, Quote
from tickerboard.portfolio.positions import Position
from tickerboard.table.column_registry import UnknownColumnError
from tickerboard.table.columns import COLUMNS, DEFAULT_COLUMNS, PERCENT
from tickerboard.table.sort import Sort
from tickerboard.ui.table.quote_table import QuoteTable

if TYPE_CHECKING:
    from pathlib import Path

PLUGIN = """
from tickerboard.table.column import Column, Content

DOUBLE = Column("double", lambda row: row.quote.last * 2, "twice the last price", 0, width=14)
BROKEN = Column("broken", lambda row: 1 / 0, "an error", 0, text=lambda row, context: row.nothing)
MARKUP = Column("markup", lambda row: "[b]x[/b]\\x1b[31m", "text from outside", 0, content=Content.TEXT)
NOT_ONE = "a text"
"""


def install(folder: Path, *points: str) -> None:
    """Put a package with these entry points into a folder that is on the path."""
    (folder / "more_columns.py").write_text(PLUGIN, "utf-8")
    info = folder / "more_columns-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: more-columns\nVersion: 1\n", "utf-8")
    lines = "".join(f"{point.lower()} = more_columns:{point}\n" for point in points)
    (info / "entry_points.txt").write_text(f"[tickerboard.columns]\n{lines}", "utf-8")


@pytest.fixture
def plugins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose packages are installed; what was loaded before is forgotten for this test."""
    monkeypatch.setattr(COLUMNS, "_plugins", None)
    monkeypatch.setattr(COLUMNS, "_guarded", None)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "more_columns", raising=False)
    return tmp_path


async def test_a_column_of_another_package_is_shown_sorted_and_filtered_by(plugins: Path) -> None:
    install(plugins, "DOUBLE")
    app = app_on(columns=("symbol", "double"), sort="double desc")
    async with app.run_test(size=(120, 40)) as pilot:
        lines = text_of(app).split("\n")
        assert "Double▾" in lines[2]
        assert symbols(app)[:2] == ["KSE100", "BR30"]
        assert "149,062" in lines[3]
        await pilot.press("slash")
        await write(pilot, "double > 60,000")
        assert symbols(app) == ["KSE100"]


def test_a_column_of_another_package_works_in_where(tmp_path: Path) -> None:
    install(tmp_path, "DOUBLE")
    page = tmp_path / "page.txt"
    page.write_text("ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\nKEL 4.66 No Change ▼ 0.00 (0%)\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tickerboard", "parse", "--format", "csv", "--where", "double > 100", str(page)],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(tmp_path), "TICKERBOARD_CONFIG": str(tmp_path / "none.toml")},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "ABL" in done.stdout
    assert "KEL" not in done.stdout


async def test_an_exception_in_a_column_of_another_package_leaves_its_cells_empty(plugins: Path) -> None:
    install(plugins, "BROKEN", "MARKUP")
    app = app_on(columns=("symbol", "broken", "markup", "last"), sort="broken desc")
    async with app.run_test(size=(120, 40)):
        airlink = next(line for line in text_of(app).split("\n") if "AIRLINK" in line)
        assert airlink.split()[1:4] == ["AIRLINK", "[b]x[/b]", "75.25"]


def test_a_plugin_that_is_no_column_is_one_line(plugins: Path) -> None:
    install(plugins, "NOT_ONE")
    with pytest.raises(UnknownColumnError, match=r"plugin 'not_one' of tickerboard\.columns: not a Column"):
        COLUMNS.find("anything")
    assert COLUMNS.find("last").name == "last"
    assert "last" in COLUMNS.names()


def test_no_plugin_is_loaded_for_a_name_of_our_own(plugins: Path) -> None:
    install(plugins, "NOT_ONE")
    assert [column.name for column in Sort.parse("percent desc, symbol").apply(listed().rows)[:0]] == []
    assert "more_columns" not in sys.modules


def test_a_column_without_any_part_that_it_needs_has_no_value() -> None:
    some = Decimal(2)
    held = Position("ABL", some, some, some, some, some, some, some)
    quote = Quote(
        "ABL", Kind.EQUITY, some, some, some, 1, "Acme", None, "Cement", None, some, some + 1, some - 1, some, some
    )
    listing, session = Listing("Acme", "Cement"), Session((some, some + 1), some, some + 1)
    row = Row(quote, "page.txt", listing=listing, session=session, position=held)
    for column in (each for each in map(COLUMNS.find, COLUMNS.names()) if each.needs):
        assert column.value(row) is not None, column
        of_quote: dict[str, Any] = dict.fromkeys(path.partition(".")[2] for path in column.needs if "." in path)
        of_row: dict[str, Any] = dict.fromkeys(path for path in column.needs if "." not in path)
        assert column.value(row._replace(quote=quote._replace(**of_quote), **of_row)) is None, column


def test_figures_descend_first_and_text_ascends() -> None:
    assert str(Sort().directly_by(PERCENT)) == "percent desc"
    assert str(Sort().directly_by(COLUMNS.find("symbol"))) == "symbol"
    assert str(Sort.parse("percent desc").directly_by(COLUMNS.find("rank"))) == "rank, percent desc"


async def test_c9_headings_end_where_their_figures_end_and_sorting_moves_none() -> None:
    app = app_on(listed())
    async with app.run_test(size=(120, 40)) as pilot:
        table = app.screen.query_one(QuoteTable)
        lines = text_of(app).split("\n")
        before, row = lines[2], next(line for line in lines if " CNERGY " in line)
        for title, figure in (("Last", "4.60"), ("Change", "-0.15"), ("Percent", "-3.16%"), ("Previous", "4.75")):
            assert before.index(title) + len(title) == row.index(figure) + len(figure), title
        for column in DEFAULT_COLUMNS:
            await pilot.press("s")
            await pilot.pause()
            heads = text_of(app).split("\n")[2]
            assert heads.replace("▴", " ")[:65] == before.replace("▴", " ")[:65], column
        assert table.has_focus


async def test_a_key_beside_each_heading_sorts_by_its_column() -> None:
    app = app_on(listed(), columns=("symbol", "last", "percent"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("O")
        await until(pilot, lambda: "Symbol1" in text_of(app))
        heads = text_of(app).split("\n")[2]
        assert "Last2" in heads
        assert "Percent3" in heads
        await pilot.press("3")
        await until(pilot, lambda: "Percent▾" in text_of(app))
        assert symbols(app)[0] == "DFML"
        await pilot.press("O", "3")
        await until(pilot, lambda: "Percent▴" in text_of(app))
        await pilot.press("O", "1")
        await until(pilot, lambda: "Symbol▴" in text_of(app))
        await pilot.press("O", "q")
        await until(pilot, lambda: "Symbol▴" in text_of(app))
        await pilot.press("O", "slash")
        await until(pilot, lambda: "Symbol▴" in text_of(app))
        assert app.screen.query_one(QuoteTable).has_focus
        assert app.is_running


async def test_a_heat_cell_has_the_move_in_words_and_a_stronger_background_for_a_larger_move() -> None:
    page_of = "ABL 10.00 Increased By ▲ 0.01 (0.1%)\nKEL 20.00 Increased By ▲ 1.00 (5.26%)\n"
    app = app_on(Board.of([page(page_of)]), columns=("symbol", "heat"))
    async with app.run_test(size=(120, 40)):
        table, grounds = app.screen.query_one(QuoteTable), []
        for at, move in ((1, "+0.1"), (2, "+5.26%")):
            cell = next(segment for segment in table.render_line(at) if move in segment.text)
            assert "▲" in cell.text
            assert cell.style is not None
            assert cell.style.bgcolor is not None
            grounds.append(cell.style.bgcolor.get_truecolor())
        assert grounds[1].green > grounds[0].green + 50


async def test_in_a_small_window_the_question_covers_no_row() -> None:
    app = app_on()
    async with app.run_test(size=(40, 12), notifications=True) as pilot:
        await pilot.pause()
        before = text_of(app).split("\n")[3:]
        await pilot.press("O")
        await until(pilot, lambda: "press a heading's key" in text_of(app).split("\n")[0])
        assert "Symbol2" in text_of(app)
        assert text_of(app).split("\n")[3:] == before

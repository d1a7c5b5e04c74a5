"""Heat map, problems, details, export and palette: what comes in front of the board."""

from __future__ import annotations

import csv
import json
import re
from functools import partial
from typing import TYPE_CHECKING

import pytest
from textual.command import CommandPalette

from boards import app_on, listed, page, symbols, text_of, until, write
from fetches import failed
from tickerboard.board.board import Board
from tickerboard.ui.board.screen import BoardScreen
from tickerboard.ui.dialogs.lists import Lines
from tickerboard.ui.heat.heat_map import HeatMap
from tickerboard.ui.table.quote_table import QuoteTable

if TYPE_CHECKING:
    from pathlib import Path

    from tickerboard.ui.app import TickerboardApp


async def test_the_heat_map_shows_sectors_and_goes_back() -> None:
    app = app_on(listed())
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("m")
        await pilot.pause()
        text = text_of(app)
        assert "Heat map · 30 quotes · all of one size" in text
        assert "Cement  ▲1 ▼2 ■0  mean -0.38%" in text
        assert "▲ +8.07%" in text
        await pilot.press("q")
        assert isinstance(app.screen, BoardScreen)


async def test_the_heat_map_has_a_cursor_and_opens_details() -> None:
    app = app_on(listed())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("m")
        await pilot.pause()
        assert "AIRLINK  75.25  ▼ -0.18 -0.24%  Air Link Communication Limited" in text_of(app)
        await pilot.press("right", "down", "left", "j")
        await until(pilot, lambda: "PTC  14.15" in text_of(app))
        await pilot.press("enter")
        await until(pilot, lambda: "Pakistan Telecommunication" in text_of(app) and "named in" in text_of(app))
        await pilot.press("escape")
        await until(pilot, lambda: "Heat map" in text_of(app))


async def test_the_heat_map_has_the_filter_of_the_board() -> None:
    app = app_on(listed())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("m", "slash")
        await write(pilot, "sector = cement")
        await until(pilot, lambda: "Heat map · 3 quotes · filter sector = cement" in text_of(app))
        await write(pilot, " and")
        await until(pilot, lambda: "missing" in text_of(app))
        await pilot.press(*["backspace"] * 4, "enter", "q")
        assert symbols(app) == ["DGKC", "FCCL", "MLCF"]


VOLUMES = """Symbol  Last   Change  Percent  Volume
ABL     10.00  0.10    1.01%    9,000,000
KEL     20.00  0.20    1.01%    500,000
OGDC    30.00  -0.30   -0.99%   500,000
"""


async def test_the_size_of_a_block_is_the_volume_or_equal() -> None:
    app = app_on(Board.of([page(VOLUMES)]))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("m")
        await until(pilot, lambda: "size by volume" in text_of(app))
        blocks = {block.row.quote.symbol: block.rect.cells for block in app.screen.query_one(HeatMap).places.blocks}
        assert blocks["ABL"] > 7 * blocks["KEL"]
        await pilot.press("w")
        await until(pilot, lambda: "all of one size" in text_of(app))
        await pilot.press("q")
    app = app_on(listed())
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("m", "w")
        await until(pilot, lambda: "no quote has a volume" in text_of(app))


async def test_in_a_narrow_window_no_figure_is_cut() -> None:
    app = app_on(listed())
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("m")
        await until(pilot, lambda: "AIRLINK" in text_of(app))
        text = text_of(app)
        figures = {f"{row.quote.percent:+}%" for row in listed().rows if row.quote.percent is not None}
        assert set(re.findall(r"[+-][0-9.]+%", text)) <= figures
        assert "HUMNL" in text


async def test_the_problems_are_listed_and_each_has_its_place() -> None:
    app = app_on(Board.of([page("ABL 4.66 No Change ▼ 0.00 (0%)\nKEL 5.00 Increased By ▲ 0.10 (9.04%)\n")]))
    async with app.run_test(size=(120, 30)) as pilot:
        assert "1 problem" in text_of(app)
        assert "KEL!" in text_of(app)
        await pilot.press("exclamation_mark")
        await pilot.pause()
        assert "page.txt:2" in text_of(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "arithmetic" in text_of(app)
        assert "▶ 2" in text_of(app)


async def test_of_many_problems_the_first_are_listed_and_the_others_counted() -> None:
    app = app_on(Board.of([page("".join(f"S{at:04}X 1,2,3 Increased By\n" for at in range(1_001)))]))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("exclamation_mark")
        await pilot.pause()
        assert "1,001 problems · the first 1,000 are listed" in text_of(app)
        await pilot.press("end", "enter")
        await pilot.pause()
        assert re.search(r"line +1000\b", text_of(app))


async def test_a_quote_tells_where_it_was_read() -> None:
    app = app_on(Board.of([page("ABL 4.66 No Change ▼ 0.00 (0%)\nKEL 5.00 Increased By ▲ 0.10 (9.04%)\n")]))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "enter")
        await pilot.pause()
        text = text_of(app)
        assert re.search(r"read from +KEL 5.00 Increased By ▲ 0.10 \(9.04%\)", text)
        assert re.search(r"source +page.txt", text)
        assert re.search(r"doubt +percent is not", text)
        assert re.search(r"▶ 2 +KEL", text)


@pytest.mark.parametrize(("at", "ending"), [(0, "csv"), (1, "json"), (2, "svg")])
async def test_what_the_table_shows_is_written_to_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int, ending: str
) -> None:
    monkeypatch.chdir(tmp_path)
    app = app_on(listed())
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("slash")
        await write(pilot, "cement")
        await pilot.press("enter", "e", *["j"] * at, "enter")
        await until(pilot, lambda: "written to tickerboard-" in text_of(app))
    written = next(tmp_path.glob(f"tickerboard-*.{ending}")).read_text("utf-8")
    if ending == "csv":
        first = next(csv.DictReader(written.splitlines()))
        assert [first[name] for name in ("rank", "symbol", "last", "change", "percent")] == [
            *("5", "DGKC", "90.35", "-0.13", "-0.14"),
        ]
    elif ending == "json":
        assert [each["symbol"] for each in json.loads(written)] == ["DGKC", "FCCL", "MLCF"]
    else:
        assert written.startswith("<svg")


async def test_the_clipboard_gets_the_rows() -> None:
    app = app_on(listed())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e", "j", "j", "j", "enter")
        await pilot.pause()
        assert app.clipboard.startswith("rank,symbol,")


@pytest.mark.parametrize(
    ("text", "seen"), [("heat", "heat map of the sectors"), ("habib", "HBL"), ("quiet", "article: A quiet")]
)
async def test_the_palette_finds_actions_symbols_and_articles(text: str, seen: str) -> None:
    app = app_on(listed())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+p")
        await write(pilot, text)
        await until(pilot, lambda: seen in text_of(app))
        await pilot.press("down", "enter")
        await until(pilot, lambda: not isinstance(app.screen, CommandPalette))
        if text == "habib":
            await until(pilot, lambda: app.screen.query_one(QuoteTable).symbol == "HBL")


def is_shown(app: TickerboardApp, text: str, *, without: str) -> bool:
    return text in text_of(app) and without not in text_of(app)


async def test_the_palette_lists_what_was_used_last_first() -> None:
    app = app_on(listed())
    async with app.run_test(size=(120, 40)) as pilot:
        for text, line, there in (("heat", "heat map of the sectors", "Heat map"), ("sour", "sources", "Sources")):
            await pilot.press("ctrl+p")
            await write(pilot, text)
            await until(pilot, partial(is_shown, app, line, without="sort by the next"))
            await pilot.press("enter")
            await until(pilot, partial(is_shown, app, f"╭─ {there}", without="Commands"))
            await pilot.press("escape")
        await pilot.press("ctrl+p")
        await until(pilot, lambda: "heat map of the sectors" in text_of(app))
        assert "page down" not in text_of(app)
        text = text_of(app)
        assert text.index(" sources  ") < text.index(" heat map of the sectors  ") < text.index(" sort by the next")


async def test_a_list_without_lines_says_what_to_do() -> None:
    app = app_on()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("A")
        await until(pilot, lambda: "no alerts; n makes one for AIRLINK" in text_of(app))
        assert "─ n new · esc back ─" in text_of(app)
        await pilot.press("n")
        await until(pilot, lambda: "⏎ save · esc back" in text_of(app) and "makes one" not in text_of(app))
        await pilot.press("escape", "escape", "exclamation_mark")
        await until(pilot, lambda: "every line that looks like a quote is one" in text_of(app))
        await pilot.press("enter", "escape", "a", "slash", *"xyz")
        await until(pilot, lambda: "no line has these words" in text_of(app))
        assert "⏎ choose · esc all lines" in text_of(app)
        await pilot.press("enter")
        assert "no line has these words" in text_of(app)


async def test_a_prompt_has_keys_of_its_own_as_the_user_mapped_them() -> None:
    app = app_on(keys={"prompt.done": "ctrl+s", "alerts.back": "X"})
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("A", "n")
        await until(pilot, lambda: "^s save · esc back" in text_of(app))
        await pilot.press("escape")
        await until(pilot, lambda: "X back" in text_of(app))
        await pilot.press("X")
        await until(pilot, lambda: "Alerts" not in text_of(app))


async def test_a_long_fact_is_wrapped_beside_its_name() -> None:
    app = app_on(listed())
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: re.search(r" sector     Technology & .*\n.* {12}Communication ", text_of(app)))
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: " sector     Technology & Communication " in text_of(app))


@pytest.mark.parametrize(
    ("key", "narrow", "wide"),
    [
        ("e", " SVG picture of the screen, to  ", " SVG picture of the screen, to a file "),
        ("x", " 1 quote · 0 s old · read  ", " 1 quote · 0 s old · read 12:00:00 UTC "),
        ("c", " ■ rank              ", " ■ rank          place on the page, from 1 "),
    ],
    ids=["export", "sources", "columns"],
)
async def test_an_open_list_is_wrapped_again_in_a_window_of_another_width(key: str, narrow: str, wide: str) -> None:
    app = app_on(Board.of([page("KEL 4.66 Increased By ▲ 0.10 (2.19%)\n")]))
    async with app.run_test(size=(44, 24)) as pilot:
        await pilot.press(key, "down")
        await until(pilot, lambda: narrow in text_of(app))
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: wide in text_of(app))
        assert app.screen.query_one(Lines).highlighted == (0 if key == "x" else 1)
        await pilot.resize_terminal(44, 24)
        await until(pilot, lambda: narrow in text_of(app))


async def test_in_a_narrow_window_the_help_of_a_column_is_below_the_one_under_the_cursor() -> None:
    app = app_on()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("c", "down")
        await until(
            pilot, lambda: re.search(r"■ rank  .*\n.*■ symbol  .*\n.* {3}symbol, with its marks ", text_of(app))
        )
        await pilot.press("K")
        await until(pilot, lambda: re.search(r"■ symbol  .*\n.* {3}symbol, .*\n.*■ rank  ", text_of(app)))
        await pilot.press("G", "space")
        await until(
            pilot, lambda: re.search(r"■ heat  .*\n.* {3}change in percent on a .*\n(.*\n)*.* move ", text_of(app))
        )


async def test_a_problem_of_a_whole_page_has_no_line() -> None:
    app = app_on(Board.of([page("ABL 4.66 No Change ▼ 0.00 (0%)\n"), failed("https://example.org/news", "timed out")]))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: "https://example.org/news  timed out " in text_of(app))


async def test_the_way_back_is_shown_in_the_narrowest_dialog() -> None:
    app = app_on()
    async with app.run_test(size=(40, 12)) as pilot:
        for key in ("A", "question_mark", "c", "T", "enter"):
            await pilot.press(key)
            await until(pilot, lambda: " back ─╯" in text_of(app) or " done ─╯" in text_of(app))
            await pilot.press("escape")


async def test_what_an_empty_table_says_is_wrapped_and_whole() -> None:
    app = app_on(Board.of([failed("https://example.org/news", "the server has refused the connection")]))
    async with app.run_test(size=(40, 12)):
        words = " ".join(text_of(app).replace("│", " ").split())
        assert "example.org/news: the server has refused the connection" in words
        assert "! problems · x sources · r refresh" in words

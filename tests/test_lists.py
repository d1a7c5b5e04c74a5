"""Lists, help, theme and palette: they open where the user is, filter, preview, and stay quick on hostile text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from boards import app_on, listed, page, sample, symbols, text_of, until, write
from fetches import failed
from tickerboard.board.board import Board
from tickerboard.model import Article
from tickerboard.settings.config import Config
from tickerboard.settings.state import State, load_state
from tickerboard.table.columns import LEGEND
from tickerboard.ui.app import TickerboardApp
from tickerboard.ui.board.screen import BoardScreen
from tickerboard.ui.dialogs.help import Help
from tickerboard.ui.dialogs.lists import Lines
from tickerboard.ui.dialogs.matching import LINE_CAP, has_words, score, shortened
from tickerboard.ui.memory import Memory
from tickerboard.ui.reader.reader import Reader
from tickerboard.ui.table.quote_table import QuoteTable

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


WIDE = (120, 50)
HOSTILE = "aA " * 60 + "b"


def stories(*headlines: str) -> Board:
    made = tuple(Article(headline, paragraphs=(f"Words of {headline}. " * 30,)) for headline in headlines)
    return replace(sample(), articles=made)


async def palette(pilot: Pilot[None], text: str) -> str:
    await pilot.press("ctrl+p")
    await write(pilot, text)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return text_of(pilot.app)  # type: ignore[arg-type]


@pytest.mark.parametrize("way", ["T", "palette"])
async def test_c1_the_theme_changes_with_a_preview_and_escape_returns_to_the_old_one(way: str) -> None:
    app = app_on()
    async with app.run_test(size=WIDE) as pilot:
        if way == "T":
            await pilot.press("T")
        else:
            assert "change the theme" in await palette(pilot, "theme")
            await pilot.press("enter")
            await pilot.pause(0.2)
        await pilot.press("j")
        await pilot.pause()
        assert app.theme == "tickerboard-light"
        await pilot.press("escape")
        await pilot.pause()
        assert app.theme == "tickerboard-dark"
        await pilot.press("T", "j", "j", "j", "enter")
        await pilot.pause()
        assert app.theme == "colour-blind"
        assert isinstance(app.screen, BoardScreen)


async def test_c3_hints_show_remapped_keys() -> None:
    app = app_on(stories("One", "Two"), keys={"choice.filter": "F", "choice.back": "X", "app.help": "f10"})
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("a")
        await pilot.pause()
        assert "F filter · X back" in text_of(app)
        await pilot.press("X", "f10")
        assert isinstance(app.screen, Help)
        assert ("f10", "help, and back") in app.screen.facts
        await pilot.press("f10")
        assert isinstance(app.screen, BoardScreen)


async def test_c5_help_goes_to_its_end_and_the_key_that_opens_it_closes_it() -> None:
    app = app_on()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark", "G")
        await pilot.pause()
        assert "a random walk, no market" in text_of(app)
        await pilot.press("g")
        await pilot.pause()
        assert "Keys" in text_of(app)
        await pilot.press("question_mark")
        assert isinstance(app.screen, BoardScreen)


async def test_c5_help_wraps_beside_its_keys() -> None:
    app = app_on()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("question_mark", "pagedown", "pagedown")
        await pilot.pause()
        assert re.search(r"│ w           add to or remove .*\n.*│             from the watchlist ", text_of(app))


async def test_a_theme_in_a_narrow_window_is_a_name_and_its_colours() -> None:
    app = app_on()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("T")
        await pilot.pause()
        assert re.search(r"▲ ▼ ■ +tritanopia-light +│", text_of(app))


async def test_what_a_theme_is_for_is_wrapped_beside_its_name() -> None:
    app = app_on()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("T")
        await pilot.pause()
        assert re.search(r" colour-blind +dark: blue and orange, for  .*\n.*│ {32}red-green blindness ", text_of(app))


async def test_what_a_column_shows_is_wrapped_beside_its_name() -> None:
    app = app_on()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert re.search(r" change +change since the previous close, in the unit of  .*\n.*│ {17}last ", text_of(app))


@pytest.mark.parametrize(
    ("keys", "entry"),
    [
        (["exclamation_mark"], r"│ page\.txt:2 .*\n.*│     \S"),
        (["x"], r"│   1 quote · .*\n.*│     \S"),
        (["ctrl+p", *"larger"], r"│ larger table, .*\n.*│     \S"),
    ],
    ids=["problems", "sources", "palette"],
)
async def test_further_lines_of_an_entry_are_indented(keys: list[str], entry: str) -> None:
    unreadable = failed("https://example.org/news", "timed out")
    app = app_on(Board.of([page("KEL 4.66 Increased By ▲ 0.10 (2.19%)\nABL 4.66 Increased By ▲ 0.1\n"), unreadable]))
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.press(*keys)
        await until(pilot, lambda: re.search(entry, text_of(app)))


async def test_c5_the_last_article_of_the_list_opens() -> None:
    app = app_on(stories("One", "Two", "Three"))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("a", "G", "enter")
        await pilot.pause()
        assert app.screen.query_one(Reader).article == stories("Three").articles[0]


async def test_c12_the_list_of_articles_opens_at_the_current_one() -> None:
    app = app_on(stories("One", "Two", "Three"))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("n", "a", "enter")
        await pilot.pause()
        assert app.screen.query_one(Reader).article == stories("Two").articles[0]


async def test_headlines_stand_below_each_other_and_a_cut_one_has_a_mark() -> None:
    words = "A first paragraph of many words that stands for the headline which this article does not have at all"
    articles = (Article("One", published="2026-01-05T10:00:00"), Article(paragraphs=(words,)))
    app = app_on(replace(sample(), articles=articles))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("a")
        await until(pilot, lambda: "2 articles" in text_of(app))
        lines = text_of(app).split("\n")[::-1]  # the list is below where the board behind it has the text too
        first, second = (next(line for line in lines if each in line) for each in ("  One", "A first paragraph"))
        assert first.index("One") == second.index("A first")
        await until(pilot, lambda: re.search(r"[a-z]…", text_of(app).split("2 articles")[1]))


async def test_c11_a_quotes_articles_are_listed_from_its_details() -> None:
    articles = (Article("Nothing here"), Article("BOP leads the banks", paragraphs=("BOP rose.",)))
    app = app_on(replace(sample(), articles=articles))
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await pilot.press("j", "enter")
        await pilot.pause()
        assert "1 of 2 articles" in text_of(app)
        await pilot.press("a")
        await pilot.pause()
        assert "1 article" in text_of(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.query_one(Reader).article == articles[1]
        await pilot.press("1", "k", "enter")
        await pilot.pause()
        assert "not mentioned in any article" in text_of(app)
        await pilot.press("a")
        await pilot.pause()
        assert "no article names AIRLINK" in text_of(app)


def test_c12_an_article_without_a_date_never_ranks_above_one_with_a_date() -> None:
    item = "<item><title>{}</title>{}<description>Some words here.</description></item>"
    head, foot = "<rss version='2.0'><channel><title>T</title>", "</channel></rss>"
    dated = "<pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate>"
    first = (
        head + item.format("Old", "<pubDate>Sun, 22 Nov 2026 10:00:00 GMT</pubDate>") + item.format("None", "") + foot
    )
    second = head + item.format("Later none", "") + item.format("New", dated) + foot
    board = Board.of([page(first, "a.xml"), page(second, "b.xml")])
    assert [each.headline for each in board.articles] == ["New", "Old", "Later none", "None"]


async def test_c6_help_works_on_every_screen_and_returns_to_it() -> None:
    app = app_on(sample())
    async with app.run_test(size=(150, 100)) as pilot:
        for keys in ("1", "m", "a", "enter", "c", "exclamation_mark", "e", "T", "2 o"):
            await pilot.press(*keys.split())
            before = app.screen
            await pilot.press("question_mark")
            await pilot.pause()
            assert isinstance(app.screen, Help), keys
            text = text_of(app)
            assert all(meaning in text for meaning in LEGEND.values()), keys
            assert "command palette" in text
            await pilot.press("question_mark")
            assert app.screen is before
            await pilot.press("escape")
            assert isinstance(app.screen, BoardScreen), keys


async def test_c6_help_lists_the_palette_and_its_key() -> None:
    app = app_on()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("question_mark")
        assert isinstance(app.screen, Help)
        assert ("^p", "command palette") in app.screen.facts


async def test_c11_a_list_filters_as_one_types() -> None:
    app = app_on(stories("Cement rises", "Oil falls", "Banks and oil"))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("a", "slash")
        await write(pilot, "oil")
        text = text_of(app)
        assert "2 of 3" in text
        assert "Cement rises" not in text.split("3 articles")[1]
        await pilot.press("down", "enter")
        await pilot.pause()
        assert app.screen.query_one(Reader).article == stories("Banks and oil").articles[0]


async def test_c11_keys_and_the_palette_sort_directly_by_a_column() -> None:
    app = app_on(listed())
    async with app.run_test(size=WIDE) as pilot:
        table = app.screen.query_one(QuoteTable)
        await pilot.press("greater_than_sign", "greater_than_sign")
        await pilot.pause()
        assert str(table.sort) == "last desc, symbol"
        await pilot.press("less_than_sign", "less_than_sign", "less_than_sign")
        await pilot.pause()
        assert table.sort.column.name == "previous"
        assert "sort by percent" in await palette(pilot, "sort by per")
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert str(table.sort).startswith("percent desc, ")
        assert symbols(app)[0] == "DFML"


async def test_c11_read_marks_are_kept_over_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    board = stories("One", "Two", "Three")
    app = TickerboardApp(board, [], Config(motion=False), memory=Memory(State(), path))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("n")
        await pilot.pause()
    again = TickerboardApp(board, [], Config(motion=False), memory=Memory(load_state(path), path))
    async with again.run_test(size=WIDE) as pilot:
        await pilot.press("a")
        await pilot.pause()
        lines = [str(again.screen.query_one(Lines).get_option_at_index(at).prompt) for at in range(3)]
        assert [line[0] for line in lines if "One" in line] == ["○"]
        assert [line[0] for line in lines if "Three" in line] == ["●"]


async def test_e3_the_palette_answers_a_hostile_title_and_shows_the_best_match_first() -> None:
    app = app_on(stories(HOSTILE, *(HOSTILE * 50 for _ in range(50)), "Quiet day"))
    async with app.run_test(size=WIDE) as pilot:
        await palette(pilot, "aaaaaaaa")
        await pilot.press("escape")
        assert "article: Quiet day" in await palette(pilot, "quiet")


def test_e3_a_match_looks_at_a_bounded_part_of_a_line() -> None:
    long = "x" * (LINE_CAP + 1) + "needle"
    assert score("needle", long) == 0
    assert not has_words("needle", long)
    assert len(shortened(long)) == LINE_CAP
    assert score("a" * 10_000, HOSTILE) > 0  # the query is cut as well
    assert score("aaaaaaaac", HOSTILE) == 0
    assert 0 < score("aab", "a long tale of a cab") < 1 < score("tale", "a long tale of a cab") <= 2
    assert score("", "anything") == 0

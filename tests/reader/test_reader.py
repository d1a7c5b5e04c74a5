"""The reader, driven from the keyboard: what somebody sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from papers import PAPER, pane, reading, seen, story
from tickerboard.model import Article, Direction
from tickerboard.ui.board.screen import BoardScreen
from tickerboard.ui.frame import EdgeBar
from tickerboard.ui.parts import QUOTE_CLASSES
from tickerboard.ui.reader.reader import Reader
from tickerboard.ui.table.quote_table import QuoteTable

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from rich.segment import Segments
    from rich.style import Style

    from tickerboard.ui.app import TickerboardApp

WIDE = (120, 40)


def styles_of(app: TickerboardApp, words: str) -> list[Style]:
    """The styles of each place where the words are painted on their own."""
    return [
        segment.style
        for strip in app.screen._compositor.render_strips(app.size)
        for segment in strip
        if segment.text == words and segment.style
    ]


async def test_an_article_is_set_by_what_its_parts_are() -> None:
    app = reading(PAPER)
    async with app.run_test(size=WIDE) as pilot:
        text = pane(await seen(pilot))
    assert "│ “We bought what we could,” said a dealer about OGDC.\n" in text
    assert "│ afternoon nobody wanted to sell.”" in text
    assert "→ [2] How a closing price is made, step by step" in text
    assert "Scrip      Open    Close\n" in text
    assert "OGDC     134.80   139.75\n ================\n\n" in text.replace("  ================", " ================")


async def test_find_as_you_type_then_walk_the_places_then_clear() -> None:
    app = reading(PAPER, story("B"))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2", "slash", *"ogdc")
        text = await seen(pilot)
        assert "/ogdc 1/4" in text
        assert "│ ogdc" in text
        assert len(styles_of(app, "OGDC")) >= 4
        await pilot.press("enter")
        assert "/ogdc 1/4" in await seen(pilot)
        await pilot.press("n", "n")
        assert "/ogdc 3/4" in await seen(pilot)
        await pilot.press("N", "N", "N")
        assert "/ogdc 4/4" in await seen(pilot)
        await pilot.press("escape")
        assert "/ogdc" not in await seen(pilot)
        await pilot.press("n")
        assert "Story B" in await seen(pilot)


async def test_what_is_found_is_lit_and_the_place_looked_at_differently() -> None:
    app = reading(Article("Head", paragraphs=("Grain and grain again.",)))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2", "slash", *"grain", "enter")
        await seen(pilot)
        first, second = styles_of(app, "Grain")[0], styles_of(app, "grain")[0]
        assert first.bgcolor != second.bgcolor
        await pilot.press("n")
        await seen(pilot)
        assert styles_of(app, "grain")[0].bgcolor == first.bgcolor


async def test_find_scrolls_to_the_place_and_escape_in_the_prompt_goes_back() -> None:
    app = reading(story("A"))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2", "pagedown")
        before = pane(await seen(pilot))
        await pilot.press("slash", *"word1777")
        assert "word1777" in pane(await seen(pilot))
        assert "word1777" not in before
        await pilot.press("escape")
        assert pane(await seen(pilot)) == before


async def test_nothing_found_is_said_and_nothing_moves() -> None:
    app = reading(PAPER)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2", "slash", *"zinc", "enter", "n")
        assert "/zinc none" in await seen(pilot)


async def test_words_to_find_are_neither_markup_nor_a_pattern() -> None:
    odd = ("[/]", "[@click=app.quit]", "(", "\\", "a*")
    app = reading(Article(paragraphs=tuple(f"Before {words} after." for words in odd)))
    async with app.run_test(size=WIDE) as pilot:
        for words in odd:
            await pilot.press("2", "slash", *words)
            assert f"/{words} 1/1" in await seen(pilot)
            await pilot.press("enter")
            text = await seen(pilot)
            assert f"/{words} 1/1" in text
            assert f"Before {words} after." in text
            await pilot.press("escape")


async def test_keys_typed_in_the_prompt_do_nothing_else() -> None:
    app = reading(PAPER)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2", "slash", *"q1oWsz/")
        assert "q1oWsz/" in await seen(pilot)
        assert isinstance(app.screen, BoardScreen)


async def test_leaving_the_prompt_keeps_what_was_found() -> None:
    app = reading(PAPER)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2", "slash", *"hbl", "tab")
        text = await seen(pilot)
        assert "/hbl 1/2" in text
        assert "find" not in text


async def test_quotes_named_in_the_text_have_the_colour_of_their_direction() -> None:
    app = reading(PAPER)
    async with app.run_test(size=WIDE) as pilot:
        await seen(pilot)
        for symbol, direction in (("OGDC", Direction.UP), ("KSE-100", Direction.UP), ("KEL", Direction.UNCHANGED)):
            colour = app.text_styles[QUOTE_CLASSES[direction]].color
            assert styles_of(app, symbol)[-1].color == colour
            assert styles_of(app, symbol)[-1].bold


async def test_walking_the_named_quotes_and_going_to_a_row() -> None:
    app = reading(PAPER)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2")
        walked = []
        for key in (".", ".", ".", ",", ","):
            await pilot.press(key)
            await seen(pilot)
            walked += [
                segment.text
                for strip in app.screen._compositor.render_strips(app.size)
                for segment in strip
                if segment.style and segment.style.reverse
            ]
        assert walked == ["OGDC", "KSE-100", "OGDC", "KSE-100", "OGDC"]
        await pilot.press(".", "enter")
        await pilot.pause()
        table = app.screen.query_one(QuoteTable)
        assert (table.symbol, app.focused) == ("KSE100", table)


async def test_enter_means_nothing_before_a_quote_is_chosen_and_escape_lets_it_go() -> None:
    app = reading(PAPER)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2", "enter", ".", "escape", "enter")
        await pilot.pause()
        assert app.focused is app.screen.query_one(Reader)


async def test_walking_goes_on_from_what_is_in_view_and_round() -> None:
    far = Article("Far", paragraphs=("HBL first.", *["Nothing here."] * 100, "KEL last."))
    app = reading(far)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2", ".", ".")
        assert "KEL last." in await seen(pilot)
        await pilot.press(".")
        assert "HBL first." in await seen(pilot)
        await pilot.press("pagedown", "pagedown", ",")
        assert "HBL first." in await seen(pilot)


async def test_the_foot_tells_how_reading_goes() -> None:
    app = reading(story("A", 2_200), story("B", 220), PAPER)
    async with app.run_test(size=WIDE) as pilot:
        assert (text := await seen(pilot)).count("● 8% · 3 unread") == 1
        assert "Article 1/3 · 11 min" in text
        await pilot.press("2", "G")
        assert "○ 100% · 2 unread" in await seen(pilot)
        await pilot.press("n", "p", "n")
        assert "○ 67% · 1 unread" in await seen(pilot)


async def test_u_goes_to_the_next_unread_and_says_when_there_is_none() -> None:
    app = reading(story("A"), story("B"), story("C"))
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await pilot.press("n", "p", "u")
        assert "Story C" in await seen(pilot)
        await pilot.press("u")
        text = await seen(pilot)
        assert "Story C" in text
        assert "no other unread article" in text


async def test_the_key_of_the_list_says_that_there_is_no_article() -> None:
    app = reading()
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await pilot.press("a")
        assert "no article" in await seen(pilot)
        assert isinstance(app.screen, BoardScreen)


async def test_an_article_hidden_for_want_of_room_is_not_read_by_passing_it() -> None:
    app = reading(story("A"), story("B"))
    async with app.run_test(size=(50, 14)) as pilot:
        await pilot.press("n", "n", "2")
        assert "2 unread" in await seen(pilot)


async def test_each_article_keeps_its_place() -> None:
    app = reading(story("A"), story("B"))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2", "pagedown", "j")
        there = pane(await seen(pilot)).split("\n")[:29]
        await pilot.press("n")
        assert "Story B" in await seen(pilot)
        await pilot.press("p")
        assert pane(await seen(pilot)).split("\n")[:29] == there


async def test_resizing_keeps_the_part_of_the_text_in_view() -> None:
    app = reading(story("A", 4_000))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2", *["pagedown"] * 6)
        first = pane(await seen(pilot)).split("\n")[0].split()[0]
        for size in ((80, 24), (40, 12), (100, 50), (60, 20), WIDE):
            await pilot.resize_terminal(*size)
            assert first in await seen(pilot)
        assert pane(await seen(pilot)).split("\n")[0].split()[0] == first


async def test_w_saves_the_article_and_tells_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = reading(Article("Rupee [/] day", paragraphs=("Words.",)))
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await pilot.press("2", "W", "W")
        text = await seen(pilot)
        assert "saved as" in text
        assert "rupee-day-2.txt" in text.replace("\n", "")
    assert (tmp_path / "rupee-day.txt").read_text("utf-8") == "Rupee [/] day\n\nWords.\n"


async def test_a_page_without_an_article_leaves_the_keys_harmless() -> None:
    app = reading()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2", *"njkG.,oWu", "slash", *"x", "enter", "n", "escape", "enter")
        assert re.search(r"\n.* 2 Article .*\n│ +no article ", await seen(pilot))


async def test_without_colour_what_is_lit_is_bold_underlined_or_reversed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = reading(PAPER)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2", "slash", *"morning", "enter", ".")
        await seen(pilot)
        assert styles_of(app, "morning")[0].reverse
        assert styles_of(app, "KEL")[0].bold
        assert any(style.reverse for style in styles_of(app, "OGDC"))


async def test_the_scrollbar_is_drawn_again_once_its_thumb_has_moved_by_a_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    app = reading(story("long", words=40_000))
    async with app.run_test(size=WIDE) as pilot:
        await seen(pilot)
        reader = app.screen.query_one(Reader)
        drawn: list[float] = []
        draw = EdgeBar.render_bar

        def noted(_: EdgeBar, **given: Any) -> Segments:
            drawn.append(given["position"])
            return draw(**given)

        monkeypatch.setattr(EdgeBar, "render_bar", noted)
        await pilot.press("2", "j", "j")
        await seen(pilot)
        before = len(drawn)
        await pilot.press("j", "pagedown")
        await seen(pilot)
        assert len(drawn) == before
        await pilot.press("G")
        await seen(pilot)
        assert drawn[-1] == reader.max_scroll_y

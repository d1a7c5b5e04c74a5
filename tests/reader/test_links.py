"""Links: the list, the browser, and a link as a further source of the board."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from loopback import Loopback, Request, answer
from papers import PAPER, reading, seen
from tickerboard.model import Article, Related
from tickerboard.ui.board.screen import BoardScreen
from tickerboard.ui.dialogs.links import LinkList, open_in_browser

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

WIDE = (120, 40)


async def arrived(log: Path) -> str:
    for _ in range(1_200):
        if log.exists() and (text := log.read_text("utf-8")).endswith("\n"):
            return text
        await asyncio.sleep(0.05)
    raise AssertionError("the browser was not opened")


async def test_a_link_opens_in_the_browser(visited: Path) -> None:
    app = reading(PAPER)
    links = {
        "0": "https://example.org/paper",
        "1": "https://example.org/banks?a=1",
        "2": "https://example.org/prices",
        "enter": "https://example.org/paper",
        "j down k enter": "https://example.org/banks?a=1",
    }
    async with app.run_test(size=WIDE) as pilot:
        for keys, url in links.items():
            await pilot.press("2", "o")
            text = await seen(pilot)
            assert "0  this article" in text
            assert "2  How a closing price is made, step by step" in text
            assert "https://example.org/prices" in text
            await pilot.press(*keys.split())
            assert isinstance(app.screen, BoardScreen)
            assert await arrived(visited) == url + "\n"
            visited.unlink()
        assert "noise" not in await seen(pilot)


async def test_a_click_opens_a_link(visited: Path) -> None:
    app = reading(PAPER)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2", "o")
        await pilot.click("Lines", offset=(8, 2))
        assert await arrived(visited) == "https://example.org/banks?a=1\n"


async def test_a_number_of_two_digits_waits_for_its_second(visited: Path) -> None:
    many = Article("Many", paragraphs=tuple(f"At https://example.org/{at} now." for at in range(1, 13)))
    app = reading(many)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2", "o", "1")
        assert isinstance(app.screen, LinkList)
        await pilot.press("2")
        assert await arrived(visited) == "https://example.org/12\n"


async def test_the_list_closes_and_opens_nothing(visited: Path) -> None:
    app = reading(PAPER)
    async with app.run_test(size=WIDE) as pilot:
        for key in ("escape", "q", "o", "ctrl+c"):
            await pilot.press("2", "o")
            assert isinstance(app.screen, LinkList)
            await pilot.press(key)
            assert isinstance(app.screen, BoardScreen), key
    assert not visited.exists()


async def test_a_hostile_link_is_shown_as_it_is() -> None:
    odd = Related("[/] [@click=app.quit]now[/]", "https://example.org/[@click=app.quit]", 1)
    app = reading(Article("Odd", paragraphs=("Words.",), related=(odd,)))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2", "o")
        text = await seen(pilot)
        assert "1  [/] [@click=app.quit]now[/]" in text
        assert "https://example.org/[@click=app.quit]" in text


async def test_no_link_is_said() -> None:
    app = reading(Article("None", paragraphs=("Words.",), related=(Related("Without an address"),)))
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await pilot.press("2", "o")
        assert "no link in this article has an address" in await seen(pilot)


async def test_a_browser_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", "false %s")
    app = reading(PAPER)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await pilot.press("2", "o", "1")
        await app.workers.wait_for_complete()
        assert "no browser could open" in await seen(pilot)


async def test_a_browser_that_needs_the_terminal_is_not_run(visited: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = visited.with_name("browser").rename(visited.with_name("w3m"))
    monkeypatch.setenv("BROWSER", f"{browser} %s")
    assert not await open_in_browser("https://example.org/")
    assert not visited.exists()


async def test_b_opens_a_link_in_the_board_and_shows_it() -> None:
    page = (
        b"OGDC 140.75 Increased By \xe2\x96\xb2 5.95 (4.41%)\n\nZZZ 10.00 Increased By \xe2\x96\xb2 1.00 (11.11%)\n\n"
        b"A second story of the day\n\nDesk 05 Jan, 2026\n\nThis was read from another page, and it has words enough.\n"
    )
    with Loopback(lambda _: answer(page, Content_Type="text/plain; charset=utf-8")) as server:
        app = reading(PAPER._replace(related=(Related("More", server.url + "/more", 1),)))
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press("2", "o", "j", "b")
            await app.workers.wait_for_complete()
            text = await seen(pilot)
            assert "This was read from another page" in text
            assert "Quotes 35" in text
            assert "Article 1/2" in text
            await pilot.press("n")
            assert "Explorers lead" in await seen(pilot)
        assert [request.path for request in server.requests] == ["/more"]


async def test_links_that_differ_in_their_query_are_two_sources() -> None:
    def reply(request: Request) -> bytes:
        story = f"Story of {request.path}\n\nDesk 05 Jan, 2026\n\nThis one was asked for as {request.path}, no other.\n"
        return answer(story.encode(), Content_Type="text/plain")

    with Loopback(reply) as server:
        links = tuple(Related(f"More {at}", f"{server.url}/news?id={at}", 1) for at in (1, 2))
        app = reading(PAPER._replace(related=links))
        async with app.run_test(size=WIDE) as pilot:
            for at, keys in ((1, ("2", "o", "j", "b")), (2, ("p", "o", "j", "j", "b"))):
                await pilot.press(*keys)
                await app.workers.wait_for_complete()
                assert f"Story of /news?id={at}" in await seen(pilot)
            assert app._board_screen.board.sources[-1].source == f"{server.url}/news (2)"


async def test_a_link_that_cannot_be_read_is_told_and_the_article_stays() -> None:
    with Loopback(lambda _: answer(status="404 Not Found")) as server:
        app = reading(PAPER._replace(related=(Related("More", server.url + "/gone", 1),)))
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press("2", "o", "j", "b")
            await app.workers.wait_for_complete()
            text = await seen(pilot)
            assert "the server answered 404" in text
            assert "Explorers lead" in text

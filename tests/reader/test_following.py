"""What stands below a short article, and beside one where there is nothing else: the articles that follow."""

from __future__ import annotations

import pytest

from boards import app_on, lines_of, listed, page, text_of, until
from tickerboard.board.board import Board

ITEM = "<item><title>Story {}</title><description>The bank kept its rate in month {}. {}</description></item>"
MORE = "Cement shares led the trade of the day. "


def feed(count: int, times: int = 1) -> str:
    """A feed of stories, each with a sentence that is repeated."""
    items = "".join(ITEM.format(at, at, MORE * times) for at in range(1, count + 1))
    return f'<rss version="2.0"><channel><title>News</title>{items}</channel></rss>'


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_the_articles_that_follow_fill_the_pane_of_a_short_one(size: tuple[int, int]) -> None:
    board = listed().updated(page(feed(9, 2), "feed.xml"))
    app = app_on(board)
    async with app.run_test(size=size) as pilot:
        await pilot.press("n")
        await until(pilot, lambda: "Article 2/10" in text_of(app))
        assert "n next · a all articles" in text_of(app)
        last = next(at for at in range(9, 0, -1) if f"│ Story {at} " in text_of(app))
        assert last > 1
        assert "The bank kept its rate in month 2." in text_of(app)
        assert "100%" in text_of(app), "what follows does not count as unread text"
        for at in range(3, 5):
            await pilot.press("n")
            await until(pilot, lambda at=at: f"Article {at}/10" in text_of(app))  # type: ignore[misc]
        assert f"│ Story {last + 1} " in text_of(app)


async def test_a_click_opens_an_article_that_follows() -> None:
    app = app_on(Board.of([page(feed(9), "feed.xml")]))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "n next · a all articles" in text_of(app))
        y = next(y for y, line in enumerate(lines_of(app)) if " Story 3 " in line)
        await pilot.click(offset=(lines_of(app)[y].index("Story 3") + 1, y))
        await until(pilot, lambda: "Article 3/9" in text_of(app))


@pytest.mark.parametrize(("count", "times"), [(1, 1), (2, 900)])
async def test_nothing_follows_a_single_article_or_a_long_one(count: int, times: int) -> None:
    app = app_on(Board.of([page(feed(count, times), "feed.xml")]))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "The bank kept its rate in month 1." in text_of(app))
        assert "all articles" not in "\n".join(lines_of(app)[:-1])
        assert "Story 2" not in text_of(app)


async def test_the_headlines_stand_beside_articles_without_quotes_in_a_wide_window() -> None:
    app = app_on(Board.of([page(feed(9), "feed.xml")]))
    async with app.run_test(size=(200, 60)) as pilot:
        await until(pilot, lambda: "─ 4 Headlines ─" in text_of(app) and "─ 9 articles ─╯" in text_of(app))
        assert all(f"││ Story {at} " in text_of(app) for at in range(1, 10))
        await pilot.press("4", "end", "enter")
        await until(pilot, lambda: "Article 9/9" in text_of(app))

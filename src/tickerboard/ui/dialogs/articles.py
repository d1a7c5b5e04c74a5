"""The list of the articles, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.text.counts import counted
from tickerboard.ui.dialogs.choices import Choice
from tickerboard.ui.headlines import day_of
from tickerboard.ui.parts import left
from tickerboard.ui.reader.pane import READ, UNREAD

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.screen import Screen

    from tickerboard.board.reading_list import ReadingList
    from tickerboard.model import Article

TITLE_CELLS = 90
"""Cells of the first paragraph that stands for a missing headline."""


def offer_articles(
    screen: Screen[None], articles: Sequence[Article], reading: ReadingList, open_article: Callable[[Article], None]
) -> None:
    """List the articles by mark, day and headline, the cursor on the current one; open the chosen one."""

    def chosen(at: int | None) -> None:
        if at is not None:
            open_article(articles[at])

    current = reading.standing.article
    at = articles.index(current) if current in articles else 0
    marks = (READ if reading.has_read(article) else UNREAD for article in articles)
    width = max(len(day_of(article)) for article in articles) if articles else 0
    lines = [_line(article, mark, width) for article, mark in zip(articles, marks, strict=True)]
    screen.app.push_screen(Choice(counted(len(articles), "article"), lines, at=at), chosen)


def _line(article: Article, mark: str, width: int) -> str:
    """Return a line; the titles of articles with a day and without stand one below another."""
    title = article.headline or left("".join(article.paragraphs[:1]), TITLE_CELLS).rstrip()
    return f"{mark} {day_of(article):<{width}}{'  ' if width else ''}{title}"

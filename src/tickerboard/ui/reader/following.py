"""What stands below a short article: those that follow it, with how each begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.ui.headlines import facts_of, title_of
from tickerboard.ui.parts import left
from tickerboard.ui.reader.layout import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tickerboard.model import Article
    from tickerboard.ui.parts import Parts

    Below = list[tuple[Parts, Article | None]]
    """Lines, each with the article that it is about; None for one that only divides."""

HEADLINE_LINES, FIRST_LINES = 2, 3
"""How many lines of a headline and of a text are shown at most."""
MOST_BELOW = 20
"""How many articles are looked at: a window is not higher than that."""
LEAST = 3
"""Lines of an article for which there must be room."""


def below(articles: Iterable[Article], width: int, room: int, heading: str) -> Below:
    """Return lines of a width in cells, as many as there is room for, under a heading; none without an article."""
    lines: Below = [([], None), ([(left(heading, width), "reader--more")], None)]
    for article in articles:
        entry, free = _entry(article, width), room - len(lines) - 1
        if free < min(len(entry), LEAST):
            break
        lines += [([], None), *((parts, article) for parts in entry[:free])]
    return lines if len(lines) > 2 else []


def _entry(article: Article, width: int) -> list[Parts]:
    """Return the lines of an article: its headline, its facts, and how it begins."""
    texts = article.paragraphs if article.headline else article.paragraphs[1:]
    facts = facts_of(article)
    entry: list[Parts] = [[(line, "reader--next")] for line in _first(title_of(article), width, HEADLINE_LINES)]
    entry += [[(left(facts, width), "reader--byline")]] if facts else []
    return entry + [[(line, "reader--more")] for line in _first("".join(texts[:1]), width, FIRST_LINES)]


def _first(text: str, width: int, count: int) -> list[str]:
    """Return the first lines of a text, the last one cut with a mark where there are more."""
    places = wrap(text, width)
    lines = [text[start:end] for start, end in places[:count]]
    if len(places) > count:
        lines[-1] = left(f"{lines[-1]} …", width)
    return lines

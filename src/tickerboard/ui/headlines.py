"""How lists name an article: by its title, its day, and what else there is to say in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.ui.parts import SEPARATOR

if TYPE_CHECKING:
    from tickerboard.model import Article


def title_of(article: Article) -> str:
    """Return the headline of an article, or its first paragraph in place of one."""
    return article.headline or "".join(article.paragraphs[:1])


def day_of(article: Article) -> str:
    """Return the day on which an article was published, as an ISO date; empty where its page does not say."""
    return (article.published or "")[:10]


def facts_of(article: Article) -> str:
    """Return the section and the day of an article, as far as its page says them."""
    return SEPARATOR.join(filter(None, (article.section, day_of(article))))

"""The fields of articles that conditions know. Those of quotes are the columns of the table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tickerboard.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable

    from tickerboard.model import Article


@dataclass(frozen=True, slots=True, eq=False)
class ArticleField:
    """A field of an article: its name, its text or None, and a `help` that completes "the …".

    Equal fields are identical.
    """

    name: str
    value: Callable[[Article], str | None]
    help: str
    is_text: ClassVar[bool] = True


ARTICLE_FIELDS = Registry(
    "tickerboard.article_fields",
    ArticleField,
    (
        ArticleField("headline", lambda article: article.headline, "title"),
        ArticleField("byline", lambda article: article.byline, "authors, as the page prints them"),
        ArticleField("section", lambda article: article.section, "part of the site that it stands in"),
        ArticleField("published", lambda article: article.published, "ISO date or date-time, as in published ~ 2026-"),
        ArticleField("paragraphs", lambda article: "\n".join(article.paragraphs), "whole body"),
    ),
)

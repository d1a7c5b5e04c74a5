"""Clippings: an article as a text file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tickerboard.model import Article

NAME_LENGTH = 60
TRIES = 1_000


def text_of(article: Article) -> str:
    """Return an article as plain text: its head, its paragraphs, related stories in their places, and its URL."""
    facts = [fact for fact in (article.section, article.byline, article.published) if fact]
    head = [each for each in (article.headline, " · ".join(facts)) if each]
    parts = ["\n".join(head)] if head else []
    for at in range(len(article.paragraphs) + 1):
        parts += [f"→ {each.text} {each.url or ''}".rstrip() for each in article.related if each.after == at]
        parts += article.paragraphs[at : at + 1]
    return "\n\n".join([*parts, *([article.url] if article.url else [])]) + "\n"


def clip(article: Article, folder: Path) -> Path:
    """Save an article in a folder and return the new file; never overwrite one. Raise OSError."""
    name = _file_name(article)
    for number in range(1, TRIES):
        path = folder / (f"{name}.txt" if number == 1 else f"{name}-{number}.txt")
        try:
            with path.open("x", encoding="utf-8", errors="replace") as file:
                file.write(text_of(article))
            return path
        except FileExistsError:
            continue
    raise FileExistsError(f"{name}.txt and {TRIES - 1} more names already exist")


def _file_name(article: Article) -> str:
    """Return a file name made from the headline, or from the first words: letters, digits and hyphens only."""
    title = article.headline or (article.paragraphs[0] if article.paragraphs else "")
    words = re.findall(r"[^\W_]+", title[: 4 * NAME_LENGTH].lower().replace("’", "").replace("'", ""))
    name = "-".join(words)
    if len(name) > NAME_LENGTH:
        name = name[: NAME_LENGTH + 1].rpartition("-")[0] or name[:NAME_LENGTH]
    return name or "article"

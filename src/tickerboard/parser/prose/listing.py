"""Pages that list stories: title, section, title, teaser, date, again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.model import Article
from tickerboard.parser.prose.dates import ends_story, read_byline
from tickerboard.parser.prose.furniture import is_chrome, section_line

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEWEST = 2
"""Stories of a listing."""
_WHOLE_STORY = 4
"""Title, section, title, teaser: a longer block at a page's end is its foot."""


def is_listing(texts: Sequence[str]) -> bool:
    """Return whether lines are a listing: at least two stories end with a date, or begin with title, section and title.

    Two lines of text belong to each, for an article may say `Published` and `Updated` on a line each.
    """
    return _have_dates(texts) or _have_sections(texts)


def _have_dates(texts: Sequence[str]) -> bool:
    """Return whether lines are at least two stories that end with a date."""
    if sum(map(ends_story, texts)) < _FEWEST:
        return False
    ends = lines = 0
    for text in texts:
        if ends_story(text):
            ends += lines > 1
            lines = 0
        else:
            lines += not is_chrome(text)
    return ends >= _FEWEST


def _have_sections(texts: Sequence[str]) -> bool:
    """Return whether lines are at least two stories that begin with title, section and title."""
    sections = (text for above, text, below in zip(texts, texts[1:], texts[2:], strict=False) if above == below)
    return sum(section_line(text) is not None and not is_chrome(text) for text in sections) >= _FEWEST


def read_stories(texts: Sequence[str]) -> tuple[Article, ...]:
    """Take the stories of a listing; the last one may lack its date, where the page was cut."""
    stories: list[Article] = []
    block: list[str] = []
    for text in texts:
        if ends_story(text):
            byline = read_byline(text)
            stories += _story(block, byline.published if byline else None)
            block = []
        elif not is_chrome(text):
            block.append(text)
    if len(block) <= _WHOLE_STORY and any(section_line(text) for text in block):
        stories += _story(block, None)
    return tuple(stories)


def _story(block: Sequence[str], published: str | None) -> list[Article]:
    """Read a story from its end, for a page's menus stand above the first: section, title and, if any, a teaser."""
    at_section = next((at for at in range(len(block) - 1, -1, -1) if section_line(block[at])), None)
    if at_section is None or len(block) - at_section > 3:  # a section that no list names
        at_section = len(block) - 3
    below = block[max(at_section, -1) + 1 :]
    section = block[at_section] if at_section >= 0 else None
    return [Article(below[0], None, published, section, tuple(below[1:]))] if below else []

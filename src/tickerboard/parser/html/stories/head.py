"""What a page shows by its headline, where neither its metadata nor its markup names it: section, names and date."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser.html.tree import text_of
from tickerboard.parser.prose.about import read_about
from tickerboard.parser.prose.furniture import is_chrome, section_elsewhere
from tickerboard.parser.prose.printed import printed_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborNode

    from tickerboard.parser.html.blocks import Block

_DATED = (
    'time, [itemprop*="date"], [class*="date" i], [class*="publish" i], [class*="time" i], [class*="fecha"], '
    '[class*="meta" i], [class*="byline" i], [class*="author" i]'
)
_LOOKED_AT = 40
_SECTION = (
    '[class*="kicker" i], [class*="eyebrow" i], [class*="topline" i], [class*="section-name" i], '
    '[class~="category" i] a, a[class*="category" i], a[rel~="category"], [class*="cat-links" i] a'
)
_CRUMBS = '[class*="breadcrumb" i], [aria-label*="breadcrumb" i]'
_SECTION_WORDS = 3
_ABOVE, _BELOW = 3, 15
"""Blocks above a headline that may be its section, and below it that may be its names and its date."""


class StoryHead(NamedTuple):
    """What stands by a headline; `published` is ISO 8601. None for what does not."""

    section: str | None
    byline: str | None
    published: str | None


def read_story_head(root: LexborNode, seen: Sequence[Block], story: Sequence[Block], headline: str | None) -> StoryHead:
    """Read what a page shows by its headline; `seen` are the blocks of the page, `story` those of its story's box."""
    html = root.css_first("html")
    language = (html.attributes.get("lang") or "") if html is not None else ""
    at = next((at for at, block in enumerate(seen) if block.text == headline), None)
    below = [] if at is None else [block.text for block in seen[at + 1 : at + 1 + _BELOW]]
    lines = [about for text in below if (about := read_about(text, language))]
    texts = [text_of(node) for node in root.css(_DATED)[:_LOOKED_AT]]
    dates = [about.published for about in lines] + [printed_date(text, language) for text in texts]
    return StoryHead(
        _marked_section(root) or (None if at is None else _section_above(seen[max(at - _ABOVE, 0) : at], story)),
        next((about.name for about in lines if about.name), None),
        next(filter(None, dates), None),
    )


def _marked_section(root: LexborNode) -> str | None:
    """Return the few words that are marked as a section, or else the last of the page's breadcrumbs but the first."""
    texts = [text_of(node) for node in root.css(_SECTION)[:_LOOKED_AT]]
    crumbs = root.css_first(_CRUMBS)
    texts += [text_of(node) for node in reversed(crumbs.css("a")[1:_LOOKED_AT])] if crumbs is not None else []
    return next((text for text in texts if text and len(text.split()) <= _SECTION_WORDS), None)


def _section_above(above: Sequence[Block], story: Sequence[Block]) -> str | None:
    """Return the section above a headline: the last part of `Home / Markets`, or a link of a few words in its box."""
    for block in reversed(above):
        if section := section_elsewhere(block.text):
            return section
    nearest = above[-1] if above else None
    if nearest is None or not nearest.all_link or nearest not in story or is_chrome(nearest.text):
        return None
    if "//" in (nearest.href or ""):  # it leads to another site, or to the first page of this one
        return None
    return nearest.text if len(nearest.text.split()) <= _SECTION_WORDS else None

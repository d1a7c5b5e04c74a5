"""A page of a site that we do not know: quotes by the strip's rules, the article by an extraction library."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from tickerboard.parser import read_lines
from tickerboard.parser.html.blocks import as_text, read_blocks
from tickerboard.parser.html.declared import read_declared
from tickerboard.parser.html.doubtful import without_doubtful
from tickerboard.parser.html.embedded import read_embedded
from tickerboard.parser.html.items.doubts import with_doubts
from tickerboard.parser.html.links import base_address, own_address
from tickerboard.parser.html.stories.body import with_markup
from tickerboard.parser.html.stories.box import find_story
from tickerboard.parser.html.stories.byline import shown_byline
from tickerboard.parser.html.stories.head import read_story_head
from tickerboard.parser.html.stories.metadata import page_title, read_metadata
from tickerboard.parser.html.stories.published import published
from tickerboard.parser.html.stories.teasers import read_teasers
from tickerboard.parser.html.structure import read_structure
from tickerboard.parser.html.tree import squeeze, text_of
from tickerboard.parser.problems import problem
from tickerboard.parser.prose.article import read_listing, read_story
from tickerboard.parser.strips.choice import read_strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborNode

    from tickerboard.model import Article, Page
    from tickerboard.parser import PageLines
    from tickerboard.parser.html.blocks import Block
    from tickerboard.parser.html.stories.metadata import Metadata
    from tickerboard.parser.strips.reading import StripReading

_HEADINGS = 20


def read_elsewhere(root: LexborNode, url: str | None) -> Page:
    """Read what a reader sees as a page's text; where the extra `extract` is installed, it finds the article."""
    structure, doubtful = read_structure(root)
    seen = read_blocks(root)
    page, text = read_lines(as_text(seen))
    page = _with(structure, without_doubtful(page, doubtful))
    about = read_metadata(root)
    if not (page.quotes or page.rates or about.is_article):
        page = _with(read_embedded(root), page)
        page = page if page.quotes else _with(read_declared(root), page)
    page = with_doubts(page, structure.doubts)
    story = find_story(root)
    is_story = about.is_article or story.has_story()
    if not is_story:  # of a listing the library would make one article
        stories = read_teasers(root, base_address(root, url)) or read_listing(text.rest)
        if stories:
            return page._replace(stories=stories)
    try:
        lines = _extracted(root, own_address(root, url))
    except ImportError as error:  # installed in part: said once a page, and read without it
        broken = problem(0, "extractor", f"trafilatura cannot be imported ({error}); the built-in reader is used", "")
        page = page._replace(problems=(broken, *page.problems))
        lines = []
    blocks = story.blocks(root, seen)
    if not _are_blocks(lines, seen):
        lines = _as_seen(blocks, text)
    article = _story(root, url, about, lines, blocks, seen)
    stories = read_listing(text.rest) if is_story and article is None else ()
    return page._replace(article=article, stories=stories)


def _with(structure: StripReading, page: Page) -> Page:
    """Return a page with the quotes of its markup before those of its text."""
    if not (structure.found or structure.rates or structure.problems):
        return page
    for quote in page.quotes:
        structure.add(quote)
    rates = {each.symbol: each for each in page.rates} | structure.rates
    problems = (*structure.problems, *page.problems)
    return page._replace(quotes=structure.quotes, rates=tuple(rates.values()), problems=problems)


def _story(
    root: LexborNode,
    url: str | None,
    about: Metadata,
    lines: Sequence[str],
    blocks: Sequence[Block],
    seen: Sequence[Block],
) -> Article | None:
    """Read the article of a page from the lines of its story, with what its metadata and its markup know better.

    `blocks` are those of the story's box, `seen` those of the page.
    """
    headline = _headline(root, about)
    article = read_story(lines, headline)
    if article is None:
        return None
    head = read_story_head(root, seen, blocks, headline or article.headline)
    article = article._replace(
        headline=headline or article.headline,
        byline=about.byline or shown_byline(root) or article.byline or head.byline or about.house,
        published=published(root) or article.published or head.published,
        section=about.section or article.section or head.section,
        url=own_address(root, url),
    )
    return with_markup(article, blocks, base_address(root, url))


def _are_blocks(lines: Sequence[str], blocks: Sequence[Block]) -> bool:
    """Return whether lines are for the most part blocks of the page: a library may glue several, or cut them."""
    texts = {block.text for block in blocks}
    filled = [line for line in lines if line]
    return sum(line in texts for line in filled) * 2 > len(filled)


def _as_seen(blocks: Sequence[Block], page: PageLines) -> list[str]:
    """Return the lines of a story as a reader sees them, without the quotes among them; `page` are all of its page."""
    lines = as_text(block for block in blocks if not block.beside).split("\n")
    if lines == page.lines:
        return page.rest
    strip = read_strip(lines)
    return [strip.left.get(number, line) for number, line in enumerate(lines, 1)]


def _headline(root: LexborNode, about: Metadata) -> str | None:
    """Return the heading that the page's metadata names, or else its first; a stray `h1` is not the headline."""
    headings = [text for node in root.css("h1")[:_HEADINGS] if (text := text_of(node))]
    if about.headline is None:
        title = page_title(root) or ""
        named = (text for node in root.css("h2, h3")[:_HEADINGS] if (text := text_of(node)) and text in title)
        return headings[0] if headings else next(named, None)
    known = about.headline.casefold()
    same = [text for text in headings if text.casefold() in known or known in text.casefold()]
    return same[0] if same else about.headline


def _extracted(root: LexborNode, url: str | None) -> list[str]:
    """Return the lines of the story that trafilatura finds; none without it. Raise ImportError where it is broken."""
    if find_spec("trafilatura") is None:
        return []
    from trafilatura import bare_extraction

    found = bare_extraction(root.html, url=url, include_comments=False, include_tables=False, with_metadata=False)
    if found is None or isinstance(found, dict) or not found.text:
        return []
    texts = (squeeze(line).removeprefix("- ") for line in found.text.split("\n"))
    return [line for text in texts if text for line in (text, "")]

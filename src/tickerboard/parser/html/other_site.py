"""A page of a site that we do not know: quotes by the strip's rules, the article by an extraction library."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING

from tickerboard.model import Article
from tickerboard.parser import parse_page
from tickerboard.parser.html.blocks import as_text, read_blocks
from tickerboard.parser.html.declared import read_declared
from tickerboard.parser.html.embedded import read_embedded
from tickerboard.parser.html.links import base_address, own_address
from tickerboard.parser.html.metadata import read_metadata
from tickerboard.parser.html.published import iso_date, published
from tickerboard.parser.html.story_body import with_markup
from tickerboard.parser.html.structure import read_structure
from tickerboard.parser.html.tree import squeeze, text_of
from tickerboard.parser.problems import problem
from tickerboard.parser.prose.article import read_story
from tickerboard.parser.prose.printed import printed_date
from tickerboard.parser.strips.choice import read_strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborNode

    from tickerboard.model import Page
    from tickerboard.parser.html.blocks import Block
    from tickerboard.parser.html.metadata import Metadata
    from tickerboard.parser.strips.reading import StripReading

_DATED = (
    'time, [itemprop*="date"], [class*="date"], [class*="Date"], [class*="publish"], [class*="time"], [class*="fecha"]'
)
_DATED_CAP = 20
_HEAD_BLOCKS, _SHORT = 15, 80
_HEADINGS = 20
_LONG, _FEWEST_LONG = 100, 3
_HIGHEST = 4
"""Elements above a paragraph that may be the box of its story."""


def read_elsewhere(root: LexborNode, url: str | None) -> Page:
    """Read what a reader sees as a page's text; where the extra `extract` is installed, it finds the article."""
    page = _with(read_structure(root), parse_page(as_text(read_blocks(root))))
    about = read_metadata(root)
    if not (page.quotes or page.rates or about.is_article):
        page = _with(read_embedded(root), page)
        page = page if page.quotes else _with(read_declared(root), page)
    if page.stories and not (about.is_article or _has_story(root)):  # of a listing the library would make one article
        return page
    try:
        article = _extracted(root, url, about) or _as_seen(root, url, about)
    except ImportError as error:  # installed in part: said once a page, and read without it
        broken = problem(0, "extractor", f"trafilatura cannot be imported ({error}); the built-in reader is used", "")
        page = replace(page, problems=(broken, *page.problems))
        article = _as_seen(root, url, about)
    return replace(page, article=article, stories=() if article else page.stories)


def _with(structure: StripReading, page: Page) -> Page:
    """Return a page with the quotes of its markup before those of its text."""
    if not (structure.found or structure.rates or structure.problems):
        return page
    for quote in page.quotes:
        structure.add(quote)
    rates = {each.symbol: each for each in page.rates} | structure.rates
    problems = (*structure.problems, *page.problems)
    return replace(page, quotes=structure.quotes, rates=tuple(rates.values()), problems=problems)


def _as_seen(root: LexborNode, url: str | None, about: Metadata) -> Article | None:
    """Read the box of the story by the rules of text, with what the page's metadata knows better."""
    blocks = [block for block in read_blocks(_story_box(root)) if not block.beside]
    lines = as_text(blocks).split("\n")
    strip = read_strip(lines)
    article = read_story([strip.left.get(number, line) for number, line in enumerate(lines, 1)])
    if article is None:
        return None
    article = replace(
        article,
        headline=_headline(root, about) or article.headline,
        byline=article.byline or about.byline,
        published=published(root) or article.published or _shown_date(root, blocks),
        section=article.section or about.section,
        url=own_address(root, url),
    )
    return with_markup(article, blocks, base_address(root, url))


def _headline(root: LexborNode, about: Metadata) -> str | None:
    """Return the heading that the page's metadata names, or else its first; a stray `h1` is not the headline."""
    headings = [text for node in root.css("h1")[:_HEADINGS] if (text := text_of(node))]
    if about.headline is None:
        return headings[0] if headings else None
    named = about.headline.casefold()
    same = [text for text in headings if text.casefold() in named or named in text.casefold()]
    return same[0] if same else about.headline


def _shown_date(root: LexborNode, blocks: Sequence[Block]) -> str | None:
    """Return the date that the page prints by its story, in any of several languages."""
    html = root.css_first("html")
    language = (html.attributes.get("lang") or "") if html is not None else ""
    texts = [text_of(node) for node in root.css(_DATED)[:_DATED_CAP]]
    texts += [block.text for block in blocks[:_HEAD_BLOCKS] if len(block.text) <= _SHORT]
    return next((date for text in texts if (date := printed_date(text, language))), None)


def _paragraphs(root: LexborNode) -> list[tuple[LexborNode, int]]:
    """Return the page's paragraphs and how long they are, without those that are mostly links."""
    found = []
    for node in root.css("p"):
        size = len(text_of(node))
        linked = sum(len(text_of(link)) for link in node.css("a")[:_HEADINGS])
        if size and linked * 2 < size:
            found.append((node, size))
    return found


def _has_story(root: LexborNode) -> bool:
    """Return whether a page has the body of one story: several long paragraphs in one box."""
    box = _story_box(root)
    long = [size for node, size in _paragraphs(box) if size >= _LONG]
    return box.tag not in {"body", "html"} and len(long) >= _FEWEST_LONG


def _story_box(root: LexborNode) -> LexborNode:
    """Return the box with the story: that with the most text in its paragraphs, or one around it that has more.

    A body that is split over several boxes is in the one around them; an `article` or `main` around it is taken.
    """
    weights: Counter[int] = Counter()
    boxes: dict[int, LexborNode] = {}
    totals: Counter[int] = Counter()
    for paragraph, size in _paragraphs(root):
        node = paragraph.parent
        if node is None:
            continue
        boxes[node.mem_id] = node
        weights[node.mem_id] += size
        for _ in range(_HIGHEST):
            if node is None:
                break
            totals[node.mem_id] += size
            node = node.parent
    if not weights:
        return root
    box = boxes[weights.most_common(1)[0][0]]
    outer = box
    while outer.parent is not None:
        outer = outer.parent
        if outer.tag in {"article", "main"}:
            return outer
    for _ in range(_HIGHEST - 1):
        around = box.parent
        if around is None or around.tag in {"body", "html"} or totals[around.mem_id] * 4 < totals[box.mem_id] * 5:
            break
        box = around
    return box


def _extracted(root: LexborNode, url: str | None, about: Metadata) -> Article | None:
    """Let trafilatura find the article; None where it is not installed or finds none. Raise ImportError if broken."""
    if find_spec("trafilatura") is None:
        return None
    from trafilatura import bare_extraction

    address = own_address(root, url)
    found = bare_extraction(root.html, url=address, include_comments=False, include_tables=False, with_metadata=True)
    if found is None or isinstance(found, dict) or not found.text:
        return None
    headline = _headline(root, about) or squeeze(found.title or "") or None
    article = Article(
        headline=headline,
        byline=about.byline or squeeze(found.author or "") or None,
        section=about.section,
        published=published(root) or _shown_date(root, ()) or iso_date(found.date or ""),
        paragraphs=tuple(text for line in found.text.split("\n") if (text := squeeze(line)) and text != headline),
        url=address,
    )
    return with_markup(article, [block for block in read_blocks(root) if not block.beside], base_address(root, url))

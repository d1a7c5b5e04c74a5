"""A page of a site that we do not know: quotes by the strip's rules, the article by an extraction library."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING

from tickerboard.model import Article
from tickerboard.parser import parse_page
from tickerboard.parser.html.blocks import as_text, read_blocks
from tickerboard.parser.html.links import absolute, base_address, own_address
from tickerboard.parser.html.published import iso_date, published
from tickerboard.parser.html.structure import read_structure
from tickerboard.parser.html.tree import squeeze, text_of
from tickerboard.parser.problems import problem

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from tickerboard.model import Page
    from tickerboard.parser.strips.reading import StripReading


def read_elsewhere(root: LexborNode, url: str | None) -> Page:
    """Read what a reader sees as a page's text; where the extra `extract` is installed, it finds the article."""
    structure = read_structure(root)
    page = _with(structure, parse_page(as_text(read_blocks(root))))
    if page.stories:  # of a listing the library would make one article
        return page
    try:
        article = _extracted(root, url) or _as_seen(root, url)
    except ImportError as error:  # installed in part: said once a page, and read without it
        broken = problem(0, "extractor", f"trafilatura cannot be imported ({error}); the built-in reader is used", "")
        return replace(page, article=_as_seen(root, url), problems=(broken, *page.problems))
    return replace(page, article=article)


def _with(structure: StripReading, page: Page) -> Page:
    """Return a page with the quotes of its markup before those of its text."""
    if not (structure.found or structure.rates or structure.problems):
        return page
    for quote in page.quotes:
        structure.add(quote)
    rates = {each.symbol: each for each in page.rates} | structure.rates
    problems = (*structure.problems, *page.problems)
    return replace(page, quotes=structure.quotes, rates=tuple(rates.values()), problems=problems)


def _as_seen(root: LexborNode, url: str | None) -> Article | None:
    """Read the box of the story by the rules of text, with what its markup knows better."""
    blocks = [block for block in read_blocks(_story_box(root)) if not block.beside]
    article = parse_page(as_text(blocks)).article
    if article is None:
        return None
    headline = text_of(root.css_first("h1")) or article.headline or _said(root, "og:title")
    base = base_address(root, url)
    links = {block.text: absolute(block.href, base) for block in blocks if block.all_link}
    return replace(
        article,
        headline=headline,
        byline=article.byline or _said(root, "author"),
        published=published(root) or article.published,
        section=article.section or _said(root, "article:section"),
        paragraphs=tuple(text for text in article.paragraphs if text not in {headline, article.byline}),
        related=tuple(replace(each, url=links.get(each.text)) for each in article.related),
        url=own_address(root, url),
    )


def _story_box(root: LexborNode) -> LexborNode:
    """Find the box with the story: that with the most text in its own paragraphs, or the `article` around it."""
    weights: Counter[int] = Counter()
    boxes: dict[int, LexborNode] = {}
    for paragraph in root.css("p"):
        box = paragraph.parent
        if box is not None:
            boxes[box.mem_id] = box
            weights[box.mem_id] += len(text_of(paragraph))
    if not weights:
        return root
    node = box = boxes[weights.most_common(1)[0][0]]
    while node.parent is not None:
        node = node.parent
        if node.tag in {"article", "main"}:
            return node
    return box


def _said(root: LexborNode, name: str) -> str | None:
    """Take what the page's metadata says of itself."""
    meta = root.css_first(f'meta[property="{name}"], meta[name="{name}"]')
    return squeeze(meta.attributes.get("content") or "") or None if meta else None


def _extracted(root: LexborNode, url: str | None) -> Article | None:
    """Let trafilatura find the article; None where it is not installed or finds none. Raise ImportError if broken."""
    if find_spec("trafilatura") is None:
        return None
    from trafilatura import bare_extraction

    address = own_address(root, url)
    found = bare_extraction(root.html, url=address, include_comments=False, include_tables=False, with_metadata=True)
    if found is None or isinstance(found, dict) or not found.text:
        return None
    headline = squeeze(found.title or "") or None
    return Article(
        headline=headline,
        byline=squeeze(found.author or "") or None,
        published=published(root) or iso_date(found.date or ""),
        paragraphs=tuple(text for line in found.text.split("\n") if (text := squeeze(line)) and text != headline),
        url=address,
    )

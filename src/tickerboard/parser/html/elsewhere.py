"""A page of a site that we do not know: quotes by the strip's rules, the article by an extraction library."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tickerboard.model import Article
from tickerboard.parser import parse_page
from tickerboard.parser.html.blocks import visible_text
from tickerboard.parser.html.links import own_address
from tickerboard.parser.html.published import iso_date, published
from tickerboard.parser.html.tree import squeeze, text_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from tickerboard.model import Page


def read_elsewhere(root: LexborNode, url: str | None) -> Page:
    """Read what a reader sees as a page's text; where the extra `extract` is installed, it finds the article."""
    page = parse_page(visible_text(root))
    if page.stories:  # of a listing the library would make one article
        return page
    address = own_address(root, url)
    article = _extracted(root, address) or _as_seen(page, root, address)
    return replace(page, article=article)


def _as_seen(page: Page, root: LexborNode, url: str | None) -> Article | None:
    """Take the article of the page's text, with what its markup knows better: the headline, when it was published."""
    article = page.article
    if article is None:
        return None
    headline = article.headline or text_of(root.css_first("h1")) or None
    body = tuple(each for each in article.paragraphs if each != headline)
    return replace(article, headline=headline, published=published(root) or article.published, paragraphs=body, url=url)


def _extracted(root: LexborNode, url: str | None) -> Article | None:
    """Let trafilatura find the article; None where it is not installed or finds none."""
    try:
        from trafilatura import bare_extraction
    except ImportError:
        return None
    found = bare_extraction(root.html, url=url, include_comments=False, include_tables=False, with_metadata=True)
    if found is None or isinstance(found, dict) or not found.text:
        return None
    return Article(
        headline=squeeze(found.title or "") or None,
        byline=squeeze(found.author or "") or None,
        published=published(root) or iso_date(found.date or ""),
        paragraphs=tuple(text for line in found.text.split("\n") if (text := squeeze(line))),
        url=url,
    )

"""HTML in, a `Page` out: a page of the main site by its markup, any other page by what a reader sees of it."""

from __future__ import annotations

from tickerboard.model import Page
from tickerboard.parser.collecting import collector_paused
from tickerboard.parser.html.main_site import is_site, site_article, site_stories
from tickerboard.parser.html.other_site import read_elsewhere
from tickerboard.parser.html.quotes import read_quotes
from tickerboard.parser.html.taming import DEPTH_CAP
from tickerboard.parser.html.tree import read_tree
from tickerboard.parser.problems import problem

__all__ = ["parse_html"]


@collector_paused()
def parse_html(markup: str, url: str | None = None) -> Page:
    """Read a page's markup; `url` is where it was found, for the links that are relative.

    Never raises, whatever the markup. Nothing is fetched, no script is run, and what a page hides is not read.
    """
    root, cut = read_tree(markup)
    if root is None:
        return Page()
    if is_site(root):
        reading = read_quotes(root)
        article = site_article(root, url)
        stories = () if article else site_stories(root, url)
        page = Page(reading.quotes, article, stories, reading.problems, reading.rates, readings=reading.readings)
    else:
        page = read_elsewhere(root, url)
    if cut:
        said = problem(0, "deep", f"the page nests more than {DEPTH_CAP} tags and is cut there", "")
        page = page._replace(problems=(said, *page.problems))
    return page

"""P8, P9: markup made to hang a reader. Twice the size takes at most two and a half times the processor time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doubling import assert_linear
from tickerboard.parser.feed import parse_feed
from tickerboard.parser.html import parse_html
from tickerboard.parser.tables.market import parse_market

if TYPE_CHECKING:
    from collections.abc import Callable

TICKER = '<div class="js-ticker">'
GAINERS = '<div class="js-ticker"></div><div class="tabs__pane" id="gainers"><table>'
STORY = '<article class="story"><h1 class="story__title">x</h1><div class="story__content">'
RSS = '<?xml version="1.0"?><rss version="2.0"><channel><item><title>'

HTML = {
    "divs": lambda n: "<div>" * n,
    "divs in a story": lambda n: STORY + "<div>x" * n,
    "closed divs": lambda n: "<div>" * n + "</div>" * n,
    "open links": lambda n: "<a " * n,
    "links": lambda n: STORY + '<p><a href="/x">y</a>' * (n // 4),
    "less-than signs": lambda n: "<" * (4 * n),
    "bold after bold": lambda n: STORY + "".join(f"<p><b c={at}>x" for at in range(n)),
    "attributes": lambda n: STORY + "<p " + " ".join(f"a{at}=1" for at in range(n)) + ">x",
    "attributes without spaces": lambda n: STORY + "<p a=1" + "".join(f'a{at}="1"' for at in range(n)) + ">x",
    "tables in tables": lambda n: GAINERS + "<table><tr><td>" * n,
    "rows": lambda n: GAINERS + "<tr><td><span title=AB>x</span></td><td><div>1.0</div></td></tr>" * (n // 8),
    "tickers": lambda n: (TICKER + "<div>AB 1.0 Increased By 0.1 (1%)</div></div>") * (n // 8),
    "tickers in tickers": lambda n: TICKER * n,
    "stories in stories": lambda n: '<article class="story"><span class="story__title">t</span>' * n,
    "comments": lambda n: "<!--" * n,
    "spaces": lambda n: STORY + " " * (4 * n),
    "NULs": lambda n: STORY + "\0" * n,
    "surrogates": lambda n: STORY + "\ud800" * n,
    "scripts": lambda n: '<script type="application/ld+json">' + '"datePublished" ' * n,
}
FEEDS = {
    "items": lambda n: RSS + "</title></item><item><title>" * (n // 8),
    "open tags": lambda n: RSS + "<a " * n,
    "elements": lambda n: RSS + "<d>" * n,
    "less-than signs": lambda n: RSS + "<" * n,
    "ampersands": lambda n: RSS + "&x" * n,
    "CDATA": lambda n: RSS + "<![CDATA[" * n,
    "declarations": lambda n: "<!DOCTYPE " * n + "<rss>",
}
MARKETS = {
    "rows": lambda n: "<table id=listingsTable><th>SYMBOL<tr>" + "<td>x<tr>" * n,
    "heads": lambda n: "<table id=listingsTable>" + "<th>x" * n + "<tr><td>x",
}


@pytest.mark.parametrize("make", HTML.values(), ids=HTML.keys())
def test_p9_html(make: Callable[[int], str]) -> None:
    assert_linear(parse_html, make)


@pytest.mark.parametrize("make", FEEDS.values(), ids=FEEDS.keys())
def test_p9_feeds(make: Callable[[int], str]) -> None:
    assert_linear(parse_feed, make)


@pytest.mark.parametrize("make", MARKETS.values(), ids=MARKETS.keys())
def test_p9_markets(make: Callable[[int], str]) -> None:
    assert_linear(parse_market, make)

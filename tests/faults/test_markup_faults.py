"""P8, P9: markup made to hang a reader. The time at most triples when its size doubles; 20,000 tags take no second."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tickerboard.parser.feed import parse_feed
from tickerboard.parser.html import parse_html
from tickerboard.parser.tables.market import parse_market

if TYPE_CHECKING:
    from collections.abc import Callable

FLOOR = 0.2
"""Seconds below which a ratio says more about the machine than about the reader."""

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


def _grows_too_fast(read: Callable[[str], object], make: Callable[[int], str]) -> str | None:
    """Read 10,000 and 20,000, the best of three each, in processor time; tell where the second is over three firsts."""
    seconds = []
    for size in (10_000, 20_000):
        text = make(size)
        best = 60.0
        for _ in range(3):
            start = time.process_time()
            read(text)
            best = min(best, time.process_time() - start)
        seconds.append(best)
    small, large = seconds
    return None if large <= 3 * max(small, FLOOR) else f"{small:.3f} s, then {large:.3f} s"


@pytest.mark.parametrize("make", HTML.values(), ids=HTML.keys())
def test_p9_html(make: Callable[[int], str]) -> None:
    assert _grows_too_fast(parse_html, make) is None


@pytest.mark.parametrize("make", FEEDS.values(), ids=FEEDS.keys())
def test_p9_feeds(make: Callable[[int], str]) -> None:
    assert _grows_too_fast(parse_feed, make) is None


@pytest.mark.parametrize("make", MARKETS.values(), ids=MARKETS.keys())
def test_p9_markets(make: Callable[[int], str]) -> None:
    assert _grows_too_fast(parse_market, make) is None

"""The readers of markup, beside the tree builder that they stand on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, in_turn, timed
from benchmarks.markup import market, news_page, quote_table
from benchmarks.pages import feed
from tickerboard.parser.feed import parse_feed
from tickerboard.parser.html import parse_html
from tickerboard.parser.tables.market import parse_market

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.figures import Effort
    from tickerboard.model import Page

TIMES = 20
"""Readings a run; the first ones of a process are slower and drown among them."""


def measure(effort: Effort) -> Iterator[Figure]:
    """A news page of the usual size, a table of another site, the whole market, a feed."""
    from selectolax.lexbor import LexborHTMLParser

    subjects: list[tuple[str, str, Callable[[str], Page], float | None]] = [
        ("a news page of 170 kB of HTML", news_page(), parse_html, 15),
        ("quotes of another site, 300 kB of HTML", quote_table(), parse_html, 100),
        ("the exchange's table, 500 rows", market(), parse_market, 20),
        ("a feed of 100 stories", feed(100), parse_feed, None),
    ]
    for name, markup, read, budget in subjects:
        tree: Callable[[str], object] = LexborHTMLParser
        ours, floor = in_turn(effort.runs, timed(partial(read, markup), TIMES), timed(partial(tree, markup), TIMES))
        yield Figure(name, ours * 1e3, "ms", budget=budget)
        yield Figure(f"{name}, over its tree", ours * 1e3, "ms", floor * 1e3, "lexbor alone")

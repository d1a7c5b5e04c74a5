"""Quotes of a page's text whose moves have no sign, though its markup shows some of them another way than others."""

from __future__ import annotations

from itertools import compress
from operator import not_
from typing import TYPE_CHECKING

from tickerboard.parser import reasons
from tickerboard.parser.audit import adds_up
from tickerboard.parser.html.tables.bare_moves import SIGN, falls_alone_have_signs
from tickerboard.parser.html.ways.colours import is_lone_percent
from tickerboard.parser.html.ways.looks import look_of
from tickerboard.parser.problems import problem

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from selectolax.lexbor import LexborNode

    from tickerboard.model import Page, Quote
    from tickerboard.parser.html.leaves import Leaves

_STEPS = 3
"""Elements around the one of a percent whose tags those of one list have in common."""


def doubtful_moves(leaves: Leaves) -> frozenset[str]:
    """Return the percents without a sign of each list whose markup differs: some of them may be falls.

    Where falls alone have a sign, all others are rises.
    """
    lists: dict[tuple[str, ...], list[int]] = {}
    for at, text in enumerate(leaves.texts):
        if "%" in text and is_lone_percent(text):
            lists.setdefault(_place(leaves.nodes[at]), []).append(at)
    return frozenset(text for places in lists.values() for text in _doubtful(leaves, places))


def without_doubtful(page: Page, moves: Set[str]) -> Page:
    """Return a page with a problem in place of each quote with such a percent, unless its figures show which way."""
    if not moves:
        return page
    are_doubtful = [_is_doubtful(each, moves) for each in page.quotes]
    doubtful = compress(page.quotes, are_doubtful)
    problems = [problem(each.line, "sign", reasons.UNKNOWN_SIGN, each.text) for each in doubtful]
    left = tuple(compress(page.quotes, map(not_, are_doubtful)))
    return page._replace(quotes=left, problems=(*page.problems, *problems))


def _place(node: LexborNode) -> tuple[str, ...]:
    """Return the tags around the element of a text."""
    tags: list[str] = []
    around = node.parent
    while around is not None and (around := around.parent) is not None and len(tags) < _STEPS:
        tags.append(around.tag or "")
    return tuple(tags)


def _doubtful(leaves: Leaves, places: Sequence[int]) -> list[str]:
    if falls_alone_have_signs(leaves.texts[at] for at in places):
        return []
    bare = [at for at in places if not SIGN.search(leaves.texts[at])]
    looks = {look_of([around]) for at in bare if (around := leaves.nodes[at].parent) is not None}
    return [leaves.texts[at] for at in bare] if len(looks) > 1 else []


def _is_doubtful(quote: Quote, moves: Set[str]) -> bool:
    """Return whether a quote has a move of which nothing shows that it is a rise."""
    if not (quote.change or quote.percent) or SIGN.search(quote.text) or not any(each in quote.text for each in moves):
        return False
    if quote.change is None or quote.percent is None:
        return True
    ways = [adds_up(quote.last, sign * quote.change, sign * quote.percent) for sign in (1, -1)]
    return ways != [True, False]

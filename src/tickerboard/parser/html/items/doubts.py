"""Items of a list that look like quotes and were not read: a page says that it has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser import reasons
from tickerboard.parser.html.items.headings import is_below_other, is_below_other_list
from tickerboard.parser.html.items.items import lists_of
from tickerboard.parser.names.labels import is_company, proves_itself
from tickerboard.parser.phrases.domains import names_market, names_other_domain
from tickerboard.parser.problems import problem
from tickerboard.parser.strips.reading import BETWEEN_LINES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.model import Page, Problem, Quote, Rate
    from tickerboard.parser.html.items.items import Item
    from tickerboard.parser.html.leaves import Leaves

ABOVE = 4
"""Texts above a list that say what it is of."""


def doubts_of(items: Sequence[Item], read: Sequence[Item], leaves: Leaves) -> list[Problem]:
    """Return a problem for each item of a list of two or more that was not read and has the look of a quote."""
    done = {each.node.mem_id for each in read}
    if all(each.node.mem_id in done for each in items):
        return []
    is_of_market: bool | None = None
    found: list[Problem] = []
    for alike in lists_of(items):
        left = [each for each in alike if each.node.mem_id not in done]
        if not left or len(alike) < 2 or not all(map(_has_look, alike)) or _is_of_others(alike, leaves):
            continue
        if not any(proves_itself(label) or is_company(label) for each in alike for label in each.labels):
            is_of_market = names_market(leaves.texts) if is_of_market is None else is_of_market
            if not is_of_market:
                continue
        found += [problem(0, "not-a-quote", reasons.UNPROVEN, each.text) for each in left]
    return found


def with_doubts(page: Page, doubts: Sequence[Problem]) -> Page:
    """Return a page with the doubts of its markup that neither a quote, a rate nor a problem of it is of."""
    if not doubts:
        return page
    rows: list[Quote | Rate] = [*page.quotes, *page.rates]
    named = {name.casefold() for each in rows for name in (each.symbol, each.name, each.label) if name}
    said = "\n".join(each.text for each in page.problems)
    left = [each for each in doubts if not _is_said(each.text.split(BETWEEN_LINES), named, said)]
    return page._replace(problems=(*page.problems, *left)) if left else page


def _is_said(texts: Sequence[str], named: set[str], said: str) -> bool:
    return texts[0] in said or any(text.casefold() in named for text in texts)


def _has_look(item: Item) -> bool:
    """Return whether one of an item's figures has the decimals of a price, and its percentage those of a move."""
    prices = [each for each in item.cells if each.kind in "ns"]
    percents = [each for each in item.cells if each.kind == "p"]
    return not all(each.body.isdecimal() for each in prices) and not any(each.body.isdecimal() for each in percents)


def _is_of_others(items: Sequence[Item], leaves: Leaves) -> bool:
    """Return whether the texts above a list, or in it, name other things than quotes."""
    start, end = list_span(leaves, items)
    is_below = is_below_other(leaves, start) or is_below_other_list(leaves, start)
    return is_below or names_other_domain(leaves.texts[max(0, start - ABOVE) : end])


def list_span(leaves: Leaves, items: Sequence[Item]) -> tuple[int, int]:
    """Return the places at which the texts of a list begin and end."""
    spans = [leaves.spans[each.node.mem_id] for each in items]
    return min(spans)[0], max(end for _, end in spans)

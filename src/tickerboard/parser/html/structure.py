"""The quotes of a page of another site by its markup: tables, strips, then the quote that the page is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.html.doubtful import doubtful_moves
from tickerboard.parser.html.items.headings import texts_beside_links
from tickerboard.parser.html.items.strips import read_siblings
from tickerboard.parser.html.leaves import read_leaves
from tickerboard.parser.html.raised import join_raised
from tickerboard.parser.html.struck import mark_struck
from tickerboard.parser.html.subject import read_subject
from tickerboard.parser.html.tables.tables import read_tables
from tickerboard.parser.html.tree import text_of
from tickerboard.parser.html.ways.arrows import Arrows
from tickerboard.parser.phrases.domains import LOOKED_AT
from tickerboard.parser.refusals.domain import MarkupList, refute_markup
from tickerboard.parser.refusals.figures import refute_figures
from tickerboard.parser.refusals.labels import refute_labels
from tickerboard.parser.strips.page_text import PageText
from tickerboard.parser.strips.reading import StripReading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborNode

    from tickerboard.parser.html.leaves import Leaves


def read_structure(root: LexborNode) -> tuple[StripReading, frozenset[str]]:
    """Read the tables and strips of a page, and take them out of its tree: what is left is text.

    Return the doubtful moves of that text, too.

    A quote's line is the number of its row, of all rows that were read, from 1.
    """
    reading = StripReading()
    mark_struck(root)
    join_raised(root)
    leaves = read_leaves(root)
    if not any("%" in text or "." in text or "," in text for text in leaves.texts):
        return reading, frozenset()
    texts = leaves.texts
    style = PageText(texts).style
    title = root.css_first("title")
    said = [*((text_of(title),) if title is not None else ()), *texts_beside_links(leaves, LOOKED_AT)]
    arrows = Arrows(root, leaves)
    tables = read_tables(leaves, style, arrows, reading)
    headed = frozenset(reading.found)
    lists = [MarkupList(frozenset(each.line for each in reading.found.values()), texts, is_headed=True)]
    leaves = _without(leaves, tables)
    first = max(reading.left, default=0) + 1
    strips, found = read_siblings(leaves, style, arrows, reading, first)
    lists += found
    leaves = _without(leaves, strips)
    doubtful = doubtful_moves(leaves)
    for node in read_subject(root, leaves, style, arrows, reading, first + len(strips)):
        node.decompose()
    known = {line for each in lists for line in each.lines}
    rest = frozenset(each.line for each in reading.found.values() if each.line not in known)
    refute_markup(reading, texts, said, [*lists, MarkupList(rest, texts)])
    refute_labels(reading, headed)
    refute_figures(reading)
    reading.settle_rates()
    return reading, doubtful


def _without(leaves: Leaves, elements: Sequence[LexborNode]) -> Leaves:
    """Take elements out of their tree; return the texts without theirs."""
    left = leaves.without(elements) if elements else leaves
    for node in elements:
        node.decompose()
    return left

"""The quotes of a page of another site by its markup: tables, strips, then the quote that the page is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.html.arrows import Arrows
from tickerboard.parser.html.cells import read_tables
from tickerboard.parser.html.leaves import read_leaves
from tickerboard.parser.html.siblings import read_siblings
from tickerboard.parser.html.subject import read_subject
from tickerboard.parser.strips.context import refute_markup
from tickerboard.parser.strips.page_text import PageText
from tickerboard.parser.strips.reading import StripReading

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


def read_structure(root: LexborNode) -> StripReading:
    """Read the tables and strips of a page, and take them out of its tree: what is left is text.

    A quote's line is the number of its row, of all rows that were read, from 1.
    """
    reading = StripReading()
    leaves = read_leaves(root)
    if not any("%" in text or "." in text or "," in text for text in leaves.texts):
        return reading
    texts = leaves.texts
    style = PageText(texts).style
    arrows = Arrows(root, texts)
    tables = read_tables(root, leaves, style, arrows, reading)
    for node in tables:
        node.decompose()
    if tables:
        leaves = read_leaves(root)
    first = max(reading.left, default=0) + 1
    strips = read_siblings(leaves, style, arrows, reading, first)
    for node in strips:
        node.decompose()
    if strips:
        leaves = read_leaves(root)
    for node in read_subject(root, leaves, style, arrows, reading, first + len(strips)):
        node.decompose()
    refute_markup(reading, texts)
    return reading

"""The quote that a page is about: its name is the page's heading, its figures stand alone below.

One box with figures proves nothing by itself. This one is a quote where last, change and percent add up, or where the
previous close below bears the percent out, and where the name before them is a symbol, well-known, or a heading for
which the page gives a symbol.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from tickerboard.parser.figures.currencies import code_of
from tickerboard.parser.figures.tokens import tokens
from tickerboard.parser.html.stories.metadata import read_metas
from tickerboard.parser.html.tables.names import symbol_and_name, without_badges
from tickerboard.parser.html.tree import pieces_of, text_of
from tickerboard.parser.html.ways.arrows import if_upright
from tickerboard.parser.names.above import is_ticker, plain_heading
from tickerboard.parser.names.exchanges import LISTED_THEMSELVES
from tickerboard.parser.names.labels import Name, is_company, is_known, is_label, is_symbol, read_name, read_pair
from tickerboard.parser.names.lists import bracketed
from tickerboard.parser.strips.clear import sign_of
from tickerboard.parser.strips.figures import read_figures
from tickerboard.parser.strips.rows import Row, resolve_signs
from tickerboard.parser.tables.fields import QUOTED, Field
from tickerboard.parser.tables.keyed import arrow_from, fitting, key_of, read_keyed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.html.leaves import Leaves
    from tickerboard.parser.html.ways.arrows import Arrows
    from tickerboard.parser.strips.figures import Figures
    from tickerboard.parser.strips.reading import StripReading

_LONGEST = 40
_MOST_FIGURES = 6
"""Texts that a run of figures has at most."""
_ABOVE = 30
"""Texts above the figures among which the name is looked for."""
_NEAR = 8
"""Texts between a heading and the symbol of what it names, at most."""
_BELOW = 300
"""Texts behind the figures among which its further figures are looked for."""
_STEPS = 40
_PARTS = " -\u2013|\u00b7"
"""What parts a symbol from the text behind it."""
_FIGURES = frozenset("nspdca")
_RANGE = re.compile(r"[0-9]{1,2}[DWMY]")
"""The button of a chart for a span of time and not a figure: before a price, 9M is not nine million."""
_IN_TITLE = re.compile(r"\(([A-Z][A-Z0-9.]{0,9})\)|\A\s*([A-Z][A-Z0-9.]{1,9})(?= ?[:|–-])")
_CODE = re.compile(r"\b([A-Z]{3})\Z")
_SESSION = re.compile(
    r"\b(?:after|extended)[ -]?hours|pre[ -]?market|post[ -]?market|overnight|(?:vor|nach)börs", re.IGNORECASE
)
_SAID_BEFORE = 3
"""Texts before figures that may name their session."""


@dataclass(frozen=True, slots=True)
class _Subject:
    """The run of texts with the figures, and the name above it."""

    start: int
    end: int
    name: Name
    figures: Figures


def read_subject(
    root: LexborNode, leaves: Leaves, style: Style, arrows: Arrows, reading: StripReading, number: int
) -> list[LexborNode]:
    """Add the quote that the page is about, and what the page names beside it; return the texts that were read."""
    headings = [pieces for node in root.css("h1")[:_NEAR] if (pieces := pieces_of(node, _STEPS))]
    title = f"{read_metas(root).get('og:title', '')} {text_of(root.css_first('title'))}"
    for start, end in _runs(leaves):
        found = [token for text in leaves.texts[start:end] if key_of(text) is None for token in tokens(text)]
        figures = read_figures(found, style)
        if figures is None or not (figures.is_sound or _is_borne_out(figures, leaves.texts[end:][:_BELOW], style)):
            continue
        if name := _name_above(leaves.texts[max(0, start - _ABOVE) : start], headings, title):
            _add(_Subject(start, end, name, figures), leaves, style, arrows, reading, number)
            return [*leaves.nodes[start:end], *_other_sessions(leaves, end)]
    return []


def _is_borne_out(figures: Figures, below: list[str], style: Style) -> bool:
    """Return whether a previous close below shows that a price moved by the percent, and the way, beside it."""
    if figures.change is not None or not figures.percent:
        return False
    previous = read_keyed(below, style).get(Field.PREVIOUS)
    arrow = arrow_from(previous, figures.last, None, figures.percent) if previous is not None else ""
    return bool(arrow) and sign_of(arrow) == sign_of(figures.marks)


def _other_sessions(leaves: Leaves, behind: int) -> list[LexborNode]:
    """Return the figures of the same quote before and after the day's session: they are no quote of another name."""
    return [
        node
        for start, end in _runs(leaves)
        if start > behind and any(_SESSION.search(text) for text in leaves.texts[start - _SAID_BEFORE : start])
        for node in leaves.nodes[start:end]
    ]


def _runs(leaves: Leaves) -> Iterator[tuple[int, int]]:
    """Yield where texts that are figures follow each other, a percentage among them, perhaps with their names."""
    texts, behind = leaves.texts, 0
    for at, text in enumerate(texts):
        if at < behind or "%" not in text or key_of(text) in QUOTED or not _is_figure(text):
            continue
        start, end = at, at + 1
        while start and at - start <= _MOST_FIGURES and _is_of_run(texts[start - 1]):
            start -= 1
        while end < len(texts) and end - start <= _MOST_FIGURES and _is_of_run(texts[end]):
            end += 1
        behind = end
        if end - start <= _MOST_FIGURES:
            yield start, end


@lru_cache(64)
def _is_of_run(text: str) -> bool:
    return key_of(text) in QUOTED or _is_figure(text)


def _is_figure(text: str) -> bool:
    """Return whether a text is nothing but figures."""
    return len(text) <= _LONGEST and not _RANGE.fullmatch(text) and all(each.kind in _FIGURES for each in tokens(text))


def _name_above(texts: list[str], headings: list[list[str]], title: str) -> Name | None:
    """Return the name of the figures below some texts: a heading, a symbol of the title, or a known name."""
    for at in range(len(texts) - 1, -1, -1):
        text = texts[at]
        heading = next((pieces for pieces in headings if text in pieces), None)
        if heading is None and " " in text and text in title and text[-1] not in _PARTS and is_label(text):
            heading = [text]
        if heading is not None:
            return _of_heading(heading, texts[at + 1 :], title)
        if is_known(text) and not any(is_label(each) or _has_figure(each) for each in texts[at + 1 :]):
            return read_name(text)
        if is_ticker(text) and re.search(rf"(?<!\w){re.escape(text)}(?!\w)", title):
            above = next((pieces for pieces in headings if pieces[-1] in texts[max(0, at - _NEAR) : at]), None)
            return read_pair(text, plain_heading(" ".join(above)) if above else "")
    return None


def _of_heading(pieces: list[str], below: list[str], title: str) -> Name | None:
    """Return the name in a heading, with the symbol within it, below it, or in the title."""
    pieces = [piece for piece in pieces if key_of(piece) not in QUOTED] or pieces  # `Kurs` above the name
    whole = " ".join(pieces)
    if pair := bracketed(whole) or symbol_and_name(without_badges(pieces)):
        return read_pair(*pair)
    name = plain_heading(whole)
    if not (is_label(name) or is_symbol(name)):
        return None
    found = _IN_TITLE.search(title) if name in title else None
    texts = [*(found.groups() if found else ()), *(text.rstrip(_PARTS) for text in below[:_NEAR])]
    candidates = [each for each in texts if each and is_ticker(each)]
    symbol = next((each for each in candidates if each not in LISTED_THEMSELVES or is_company(name)), None)
    if symbol is not None and symbol != name:
        return read_pair(symbol, name)
    alone = is_known(name) or is_symbol(name) or not any(is_label(text) for text in below)
    return read_name(name) if alone else None


def _has_figure(text: str) -> bool:
    return any(each.body for each in tokens(text))


def _add(subject: _Subject, leaves: Leaves, style: Style, arrows: Arrows, reading: StripReading, number: int) -> None:
    """Add the quote, with the further figures that fit its price."""
    figures, name, texts = subject.figures, subject.name, leaves.texts
    above, below = texts[max(0, subject.start - _NEAR) : subject.start], texts[subject.end :][:_BELOW]
    further = read_keyed(below, style) | read_keyed(above, style)
    further = fitting(further, figures.last, figures.change, figures.percent)
    around = leaves.nodes[subject.end - 1].parent
    marks = figures.marks or (arrows.of(around.parent or around) if around is not None else "")
    for node in leaves.nodes[subject.start : subject.end]:
        marks = if_upright(node.parent, marks) if node.parent is not None else marks
    figures = figures._replace(marks=marks, currency=figures.currency or _currency(above))
    text = " / ".join([name.label or name.name or name.symbol, *texts[subject.start : subject.end]])
    resolve_signs([Row.of([number], name, figures, text).with_further(further)], reading)


def _currency(texts: list[str]) -> str | None:
    """Return the currency that a line above the figures ends with: `Currency in USD`, `Exchange | USD`."""
    codes = (code_of(found[1]) for text in reversed(texts) if (found := _CODE.search(text)))
    return next((code for code in codes if code), None)

"""Rows on one line that no grammar read: a name, a price with decimals and a move behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.figures.style import FRACTION
from tickerboard.parser.names.labels import has_label_shape, is_held, proves_itself, without_bullet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.strips.reading import StripReading

_LONGEST, _LONGEST_ROW = 120, 200
_SENTENCE_ENDS = frozenset(".!?:;,")
"""How a longer line ends that is no row."""
_FEWEST = 2
"""Such lines and other problems on a page without a quote.

A lone line may be of anything, unless it has both a change and a percent.
"""
_MANY = 3
"""Rows with a change only that show, on a page with a word of a market, that they are of one."""
MOVE = re.compile(
    rf"[0-9] ?%|%[0-9]|[+−–▲▼-] ?(?:[0-9]|{FRACTION})|[0-9][+−-]|\b(?:up|down) [$€£₹]?[0-9]|[.,][0-9]{{3,7}}[.,]"
)
"""What a line has that may be a row, looked at first."""
# A name, a price and a change without a space between them: `SingTel3.210-0.010`.
_GLUED = re.compile(r"[A-Z][^0-9]{0,40}[^\W\d_][0-9]{1,6}\.[0-9]{1,4}[+-][0-9]{1,5}\.[0-9]{1,4}")
# The same with decimals alike and no sign, above the percent: `Alpha AG8,4502,800`, `Yield-0,370,02`.
_GLUED_UNSIGNED = re.compile(
    r"[^\W\d_].{0,60}[^\W\d_.][-\u2212\u2013]?[0-9][0-9.,]*[.,](?:[0-9]{2}[0-9]+[.,][0-9]{2}|[0-9]{3}[0-9]+[.,][0-9]{3})"
)
# Figures alone without a space between them, of which one is a percentage: `15,260,211,40%15,39`.
_RUN_ON = re.compile(r"[0-9][0-9 .,+\u2212-]{3,40}%[0-9][0-9 .,+%\u2212-]{3,60}")
# Rows in ways that no grammar reads: a comma that groups digits between others that part cells, a word for a sign
# between bars, signs behind their figures, a symbol and its price behind the percent, a sign with its currency before
# a figure, a yield and a change in basis points, and the letter of a footnote behind a price.
_UNREAD = re.compile(
    r"[^\W\d_][^,|]{0,40},(?:[^,\s]{1,20},)?[0-9]{1,3},[0-9]{3}\.[0-9]+,(?:[^,\s]{1,20},){0,6}[+−-]?[0-9.]+%?"
    r"|(?:\| ?)?[^\W\d_][^|]{0,40}\| ?[$€£₹]?[0-9][0-9.,]* ?\| ?(?:up|down) [$€£₹]?[0-9].{0,40}"
    r"|[^\W\d_].{0,40} [$€£₹]?[0-9]+[.,][0-9.,]*[+−-]?(?: [0-9]+[.,][0-9]+%?[+−-]){1,2}"
    r"|(?:(?:\A| )(?:[▲▼] ?|[+−-])[0-9]+[.,][0-9]+ ?% [A-Z][A-Z0-9.]{0,9} [$€£₹]?[0-9][0-9,]*\.[0-9]+){1,9}"
    r"|[^\W\d_].{0,60} [+\u2212](?:[A-Z]{3}|[$€£₹]) [0-9][0-9.,]*(?: [+\u2212-][0-9.,]+%?){1,2}"
    r"|[^\W\d_].{0,40} [0-9]+[.,][0-9]+ ?% ?\(?[+\u2212-]?[0-9.,]+ ?(?:bps?|basis points?|Basispunkte?)\)?"
    r"|[^\W\d_].{0,40} [$€£₹]?[0-9]+[.,][0-9]+(?:[¹²³⁴⁵]|\([a-z0-9]\)|\[[a-z0-9]\]) \(?[+\u2212-]?[0-9].{0,30}"
)
# A dash behind a percent: it may part a price, or be the minus of a change.
_DASH = re.compile(
    r"[^\W\d_].{1,40} \(?[+−-][0-9]+(?:[.,][0-9]+)? ?%\)? [+−–—-] (?:[A-Z]{0,3}[$€£₹] ?)?[0-9][0-9.,]*[.,][0-9]+"
    r"(?: ?[€$£p])?[;.]?"
)
_CHANGE, _PERCENT, _UNSIGNED = "s", "p", "u"


def find_rows(page: PageText) -> Sequence[tuple[int, str, frozenset[str]]]:
    """Return the free lines that have the shape of a row, each its number, its text and the kinds of its moves."""
    lone = page.lone
    return [
        (number, text, moves)
        for number, text in page.free
        if number not in lone
        and (len(text) <= _LONGEST or (len(text) <= _LONGEST_ROW and text[-1] not in _SENTENCE_ENDS))
        and MOVE.search(text)
        and (moves := _moves(text, page.tokens(number)))
    ]


def report_rows(page: PageText, rows: Sequence[tuple[int, str, frozenset[str]]], reading: StripReading) -> None:
    """Report rows that no grammar read, of a list that may be of quotes.

    A row with a change only is reported on a page with quotes, one with a percentage without a sign also on a page with
    a word of a market: elsewhere it may be a row of anything.
    """
    if not (reading.found or _are_of_symbols(page, rows)):
        kinds = {_PERCENT, _UNSIGNED} if page.is_of_market else {_PERCENT}
        if page.is_of_market and len(rows) >= _MANY:
            kinds.add(_CHANGE)
        rows = [row for row in rows if not kinds.isdisjoint(row[2])]
        if len(rows) + len(reading.problems) < _FEWEST and not any(_CHANGE in moves for _, _, moves in rows):
            return
    for number, text in [(number, text) for number, text, _ in rows if number not in reading.left]:
        reading.refuse([(number, text)], "looks like a quote, but can be read in several ways or in none")


def _are_of_symbols(page: PageText, rows: Sequence[tuple[int, str, frozenset[str]]]) -> bool:
    """Return whether rows begin with symbols, or with something well-known: they need no percent to be of a market."""
    return len(rows) >= _FEWEST and all(proves_itself(page.tokens(number)[0].text) for number, _, _ in rows)


def _moves(text: str, found: Sequence[Token]) -> frozenset[str]:
    """Return the kinds of the moves behind a name and a price; none where a line is not such a row."""
    line = without_bullet(text).rstrip(".")
    if any(shape.fullmatch(line) for shape in (_GLUED, _GLUED_UNSIGNED, _RUN_ON)):
        return frozenset(_CHANGE)
    if _UNREAD.fullmatch(text):
        return frozenset((_CHANGE, _PERCENT))
    if _DASH.fullmatch(line):
        return frozenset(_PERCENT)
    for name, figures in _parts(found):
        moves = frozenset(
            each.kind if each.marks else _UNSIGNED for each in figures if each.kind in (_CHANGE, _PERCENT)
        )
        name = without_bullet(name)
        if moves and has_price(figures) and (has_label_shape(name) or is_held(name) or is_held(text)):
            return moves
    return frozenset()


def has_price(figures: Sequence[Token]) -> bool:
    """Return whether a price is among figures that begin with one or with its currency: it has decimals and no sign."""
    has_decimals = (each.kind == "n" and not each.marks and not each.body.isdecimal() for each in figures)
    return figures[0].kind in "nc" and any(has_decimals)


def _parts(found: Sequence[Token]) -> Iterator[tuple[str, Sequence[Token]]]:
    """Yield each run of words of a line with the figures behind it; figures within a name belong to it, bars do not."""
    words: list[str] = []
    figures: list[Token] = []
    for token in found:
        if token.text == "|":
            continue
        if token.kind not in "wx":
            figures.append(token)
        elif figures and (any(each.marks for each in figures) or not words):
            yield " ".join(words), figures
            words, figures = [token.text], []
        else:
            words += [each.text for each in figures] + [token.text]
            figures = []
    if words and figures:
        yield " ".join(words), figures

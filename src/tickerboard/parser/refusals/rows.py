"""Rows on one line that no grammar read: a name, a price with decimals and a move.

What stands before the figures may be more than a name, `Acme: plus haut 195.20 +1.20%`, where the lines beside it are
rows, too, or the page has no prose.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser.figures.style import FRACTION
from tickerboard.parser.figures.tokens import tokens, words_end
from tickerboard.parser.names.labels import has_label_shape, is_held, proves_itself, reads_as_sentence, without_bullet
from tickerboard.parser.names.no_names import names_figure_alone, names_other
from tickerboard.parser.phrases.domains import is_elsewhere
from tickerboard.parser.prose.furniture import is_sentence

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
# Marks between the cells of a row, and one behind it.
_MARKS = re.compile(r"[,;:](?=\s|\Z)|(?<=[0-9%)])\.\Z|(?:(?<=\s)|\A)(?:[=>|/·•…]|\.{2,})(?=\s|\Z)")
_MOST_WORDS = 8
"""Words before the figures of a row."""
_BESIDE = (-2, -1, 1, 2)
"""How far a row is from the next one of its list."""
_CHANGE, _PERCENT, _UNSIGNED = "s", "p", "u"


class Row(NamedTuple):
    """A line with the shape of a row: what stands before its figures, the kinds of its moves, whether it has a name.

    `label` is empty where a pattern of the whole line shows that it is one.
    """

    number: int
    text: str
    label: str
    moves: frozenset[str]
    is_named: bool = True


def find_rows(page: PageText) -> Sequence[Row]:
    """Return the free lines that have the shape of a row."""
    lone = page.lone
    rows = []
    for number, text in page.free:
        is_long = len(text) > _LONGEST and (len(text) > _LONGEST_ROW or text[-1] in _SENTENCE_ENDS)
        if number not in lone and not is_long and MOVE.search(text):
            rows.append(_named(page, number, text) or _ending_in_figures(page, number, text))
    return [row for row in rows if row]


def report_rows(page: PageText, rows: Sequence[Row], reading: StripReading) -> None:
    """Report rows that no grammar read; of one that is reported already only its line is taken."""
    rows = [row for row in rows if row.number not in reading.left]
    numbers = _of_market(page, rows, reading)
    if len(numbers) < len(rows) and not is_elsewhere(page.lines):
        of_any = [row for row in rows if not names_figure_alone(row.label)]
        numbers |= _in_lists(of_any, reading) | _alone(page, of_any)
    reported = {each.line for each in reading.problems}
    for row in rows:
        if row.number in reported & numbers:
            reading.take([row.number])
        elif row.number in numbers:
            reading.refuse([(row.number, row.text)], "looks like a quote, but can be read in several ways or in none")


def _of_market(page: PageText, rows: Sequence[Row], reading: StripReading) -> set[int]:
    """Return the lines of the rows with a name that the page, or what was read of it, makes those of a market.

    A row with a change only is one on a page with quotes, one with a percentage without a sign also on a page with a
    word of a market.
    """
    rows = [row for row in rows if row.is_named]
    if not (reading.found or _are_of_symbols(page, rows)):
        kinds = {_PERCENT, _UNSIGNED} if page.is_of_market else {_PERCENT}
        if page.is_of_market and len(rows) >= _MANY:
            kinds.add(_CHANGE)
        rows = [row for row in rows if not kinds.isdisjoint(row.moves)]
        if len(rows) + len(reading.problems) < _FEWEST and not any(_CHANGE in row.moves for row in rows):
            return set()
    return {row.number for row in rows}


def _in_lists(rows: Sequence[Row], reading: StripReading) -> set[int]:
    """Return the lines of the rows beside another one, or beside a line that was taken; an empty line may be between.

    A headline may stand below quotes, so a sentence needs another row.
    """
    own = {row.number for row in rows}
    all_rows = own.union(reading.left)
    return {
        row.number
        for row in rows
        if any(row.number + step in (own if reads_as_sentence(row.text) else all_rows) for step in _BESIDE)
    }


def _alone(page: PageText, rows: Sequence[Row]) -> set[int]:
    """Return the lines of the rows that are no prose, wherever they stand.

    They have a name and a percentage with its sign, or the page has no sentence, or it has nothing but rows.
    """
    own = {row.number for row in rows}
    others = [text for number, text in page.free if number not in own]
    has_prose = any(map(is_sentence, others))
    return {
        row.number
        for row in rows
        if (row.is_named and _PERCENT in row.moves) or not (others and (has_prose or reads_as_sentence(row.text)))
    }


def _are_of_symbols(page: PageText, rows: Sequence[Row]) -> bool:
    """Return whether rows begin with symbols, or with something well-known: they need no percent to be of a market."""
    return len(rows) >= _FEWEST and all(proves_itself(page.tokens(row.number)[0].text) for row in rows)


def _named(page: PageText, number: int, text: str) -> Row | None:
    """Return the row that a line is by its name, or by a pattern of rows that no grammar reads; None for others."""
    line = without_bullet(text).rstrip(".")
    if any(shape.fullmatch(line) for shape in (_GLUED, _GLUED_UNSIGNED, _RUN_ON)):
        return Row(number, text, "", frozenset(_CHANGE))
    if _UNREAD.fullmatch(text):
        return Row(number, text, "", frozenset((_CHANGE, _PERCENT)))
    if _DASH.fullmatch(line):
        return Row(number, text, "", frozenset(_PERCENT))
    for name, figures in _parts(page.tokens(number)):
        moves, name = _moves(figures), without_bullet(name)
        if moves and has_price(figures) and (has_label_shape(name) or is_held(name) or is_held(text)):
            return Row(number, text, name, moves)
    return None


def _ending_in_figures(page: PageText, number: int, text: str) -> Row | None:
    """Return the row of a line that ends in figures, a price and a move among them, behind some words; else None."""
    plain = _MARKS.sub("", text)
    found = page.tokens(number) if plain == text else tokens(plain)
    start = words_end(found)
    words, figures = [each.text for each in found[:start]], found[start:]
    words = [word for word in words if any(map(str.isalnum, word))]
    if not 0 < len(words) <= _MOST_WORDS or not any(map(str.isalpha, "".join(words))):
        return None
    if names_other(words[0]) and reads_as_sentence(" ".join(words)):  # `Revenue rose to 5.20, +3%`
        return None
    has_one = any(each.kind == "n" and not each.power and not each.body.isdecimal() for each in figures)
    moves = _moves(figures) if has_one else frozenset()
    return Row(number, text, " ".join(words), moves, is_named=False) if moves else None


def _moves(figures: Sequence[Token]) -> frozenset[str]:
    """Return the kinds of the moves among figures."""
    return frozenset(each.kind if each.marks else _UNSIGNED for each in figures if each.kind in (_CHANGE, _PERCENT))


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

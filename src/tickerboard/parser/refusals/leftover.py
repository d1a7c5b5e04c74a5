"""Rows that no grammar read: what looks like a quote is reported and does not become a paragraph."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from tickerboard.parser import reasons
from tickerboard.parser.figures.style import FRACTION
from tickerboard.parser.figures.tokens import words_end
from tickerboard.parser.names.labels import has_label_shape, is_held, is_known, is_label, proves_itself, without_bullet
from tickerboard.parser.tables.fields import MOVES, Field
from tickerboard.parser.tables.headers.header import field_of
from tickerboard.parser.tables.headers.spaced import NAMES, spaced_cells
from tickerboard.parser.tables.layouts.spaced_rows import is_like_row
from tickerboard.text.numbers import has_digit

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
"""Percentages of a line of several rows, at least."""
_MOVE = re.compile(
    rf"[0-9] ?%|%[0-9]|[+−–▲▼-] ?(?:[0-9]|{FRACTION})|[0-9][+−-]|\b(?:up|down) [$€£₹]?[0-9]|[.,][0-9]{{3,7}}[.,]"
)
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
# Rows within a text: figures in brackets behind a name, `Acme (56,600 ▼2,500 -4.23%)`, and rows without a space.
_WITHIN = re.compile(r"[^\W\d_]{1,20} ?\([0-9][0-9.,]*[^\s0-9().]{0,4} [▲▼+−-][0-9][0-9.,]* [+−-][0-9][0-9.,]*%\)")
_GLUED_ROWS = re.compile(r"[^\W\d_]{1,20}[0-9]{1,6}[.,][0-9]{1,4}[+−-][0-9]{1,3}[.,][0-9]{1,2}(?=[^\W\d_]| )")
_GLUED_MOVE = re.compile(r"[.,][0-9]{1,4}[+−-][0-9]")
"""What such a row has, looked for first."""
_SIGNED = re.compile(r" [+−-][0-9]+[.,][0-9]")
_NEAR = 2
_FARTHEST_ASK = 50
"""What part of a bid lies between it and its ask, at most."""
_CHANGE, _PERCENT, _UNSIGNED = "s", "p", "u"
_STACK, _STACKED, _APART = 6, 40, 12
"""Filled lines of a stacked row at most, characters of each, and lines from the first to the last."""


def report(page: PageText, reading: StripReading) -> None:
    """Report the free lines of a name, a price with decimals and a move, which no grammar read.

    A row with a change only is reported on a page with quotes, one with a percentage without a sign also on a page with
    a word of a market: elsewhere it may be a row of anything.
    """
    lone = page.lone
    rows = [
        (number, text, moves)
        for number, text in page.free
        if number not in lone
        and (len(text) <= _LONGEST or (len(text) <= _LONGEST_ROW and text[-1] not in _SENTENCE_ENDS))
        and _MOVE.search(text)
        and (moves := _moves(text, page.tokens(number)))
    ]
    _report_stacks(page, reading)
    _report_below_names(page, reading)
    _report_sides(page, reading)
    _report_strips(page, reading)
    _report_between(page, reading)
    _report_within(page, reading)
    _report_rows(page, rows, reading)
    _report_headed(page, reading)


def _report_rows(page: PageText, rows: Sequence[tuple[int, str, frozenset[str]]], reading: StripReading) -> None:
    """Report rows on one line, of a list that may be of quotes."""
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


def _report_strips(page: PageText, reading: StripReading) -> None:
    """Report long lines that are mostly figures, with three moves or more: one of their rows cannot be read.

    Moves without a percent sign count on a page with a word of a market.
    """
    for number, text in page.free:
        if len(text) <= _LONGEST:
            continue
        if text.count("%") < _MANY and (len(_SIGNED.findall(text)) < _MANY or not page.is_of_market):
            continue
        found = page.tokens(number)
        kinds = [each.kind for each in found]
        moves = kinds.count("p") + sum(each.kind == "s" and not each.body.isdecimal() for each in found)
        if moves >= _MANY and sum(map(kinds.count, "nsp")) * 2 >= len(kinds):
            reading.refuse([(number, text)], "a line of quotes, one of which can be read in several ways")


def _report_headed(page: PageText, reading: StripReading) -> None:
    """Report the rows below a header of names, a last price and a move with unknown words, which no grammar read."""
    above, header = 0, ""
    free = {number for number, _ in page.free}.difference(reading.left)
    if not free:
        return
    for number, text in enumerate(page.lines, 1):
        if text and not has_digit(text):
            above, header = number, text
        elif number in free and number - above <= _NEAR and _heads_quotes(header) and is_like_row(page.tokens(number)):
            above = number
            reading.refuse([(number, text)], reasons.UNEXPLAINED)


def _heads_quotes(text: str) -> bool:
    """Return whether a line is a header that names rows, a last price and a move, whatever else."""
    fields = {*map(field_of, spaced_cells(text))} if len(text) <= _LONGEST_ROW else set()
    return Field.LAST in fields and not (MOVES.isdisjoint(fields) or NAMES.isdisjoint(fields))


def _report_within(page: PageText, reading: StripReading) -> None:
    """Report rows within a text, of which nothing shows where their names begin; the text stays."""
    for number, text in page.free:
        for found in _WITHIN.finditer(text) if "%)" in text else ():
            reading.report(number, "not-a-quote", "a quote in a text: nothing shows where its name begins", found[0])
        is_glued = len(text) > _STACKED and _GLUED_MOVE.search(text) is not None
        if is_glued and len(rows := _GLUED_ROWS.findall(text)) >= _MANY:
            reading.report(number, "not-a-quote", reasons.TORN, ", ".join(rows))


def _report_between(page: PageText, reading: StripReading) -> None:
    """Report a name and a price, or a figure behind a bullet, right between two quotes of one line each."""
    if not reading.found:
        return
    rows = {quote.line for quote in reading.found.values()}
    for number, text in page.free:
        if len(text) <= _STACKED and {number - 1, number + 1} <= rows and _is_short_row(text, page.tokens(number)):
            reading.refuse([(number, text)], "stands between quotes and lacks a figure or a name")


def _is_short_row(text: str, found: Sequence[Token]) -> bool:
    """Return whether a line is one figure with decimals, behind a name or a bullet, and no percent."""
    name = " ".join(each.text for each in found if each.text != "|" and each.kind in "wx")
    figures = [each for each in found if each.kind not in "wxdc"]
    if len(figures) != 1 or figures[0].kind not in "ns" or figures[0].body.isdecimal():
        return False
    return is_label(without_bullet(name)) or without_bullet(text) != text


def _report_stacks(page: PageText, reading: StripReading) -> None:
    """Report a name, a price and a signed percentage on lines of their own, with other short lines between them."""
    above: list[tuple[int, str]] = []
    for number, text in page.free:
        if len(text) > _STACKED:
            above = []
            continue
        above = [each for each in above[1 - _STACK :] if number - each[0] <= _APART] + [(number, text)]
        if not text.endswith(("%", "%)")) or not _is_alone(page.tokens(number), _PERCENT):
            continue
        at = next((at for at, (line, _) in enumerate(above) if at and _is_alone(page.tokens(line), "n")), 0)
        if at and has_label_shape(without_bullet(above[at - 1][1])):
            stack, above = above[at - 1 :], []
            reading.refuse(stack, "the lines of a quote, with others between them")


def _report_below_names(page: PageText, reading: StripReading) -> None:
    """Report a name above a line of a price and a move, and nothing else: one of its figures is of something else."""
    for (above, name), (number, text) in zip(page.free, page.free[1:], strict=False):
        if number - above > _NEAR or len(text) > _STACKED or not _MOVE.search(text):
            continue
        found = page.tokens(number)
        is_row = (
            {each.kind for each in found} <= set("nspc") and _has_price(found) and any(each.marks for each in found)
        )
        if is_row and has_label_shape(without_bullet(name)):
            reading.refuse([(above, name), (number, text)], "a price and a move that can be read in several ways")


def _report_sides(page: PageText, reading: StripReading) -> None:
    """Report the rows of something well-known with two prices as near each other as a bid and an ask."""
    rows = [(number, text) for number, text in page.free if len(text) <= _STACKED and _are_sides(page.tokens(number))]
    for row in rows if len(rows) >= _FEWEST else ():
        reading.refuse([row], "two prices: nothing shows which is the last one")


def _are_sides(found: Sequence[Token]) -> bool:
    """Return whether tokens are the name of something well-known, two such prices, and perhaps a move behind them."""
    start = words_end(found) or 1
    name, sides = " ".join(each.text for each in found[:start]), found[start : start + 2]
    bodies = [each.body for each in sides]
    if not is_known(name) or [each.kind for each in sides] != ["n", "n"] or any(map(str.isdecimal, bodies)):
        return False
    bid, ask = (Decimal("".join(filter(str.isdigit, body))) for body in bodies)
    return len(bodies[0]) == len(bodies[1]) and abs(bid - ask) * _FARTHEST_ASK <= bid


def _is_alone(found: Sequence[Token], kind: str) -> bool:
    """Return whether a line has one figure and at most its currency: a price with decimals, or a signed percentage."""
    figures = [each for each in found if each.kind != "c"]
    if len(figures) != 1 or figures[0].kind != kind:
        return False
    return bool(figures[0].marks) if kind == _PERCENT else not figures[0].body.isdecimal()


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
        if moves and _has_price(figures) and (has_label_shape(name) or is_held(name) or is_held(text)):
            return moves
    return frozenset()


def _has_price(figures: Sequence[Token]) -> bool:
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

"""Rows that no grammar read: what looks like a quote is reported and does not become a paragraph."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from tickerboard.parser import reasons
from tickerboard.parser.figures.tokens import words_end
from tickerboard.parser.names.labels import has_label_shape, is_known, is_label, without_bullet
from tickerboard.parser.refusals.rows import MOVE, find_rows, has_price, report_rows
from tickerboard.parser.tables.fields import MOVES, NAMES, Field
from tickerboard.parser.tables.headers.header import field_of
from tickerboard.parser.tables.headers.spaced import spaced_cells
from tickerboard.parser.tables.layouts.spaced_rows import is_like_row
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.strips.reading import StripReading

_LONGEST, _LONGEST_ROW = 120, 200
_FEWEST = 2
_MANY = 3
"""Percentages of a line of several rows, at least."""
# Rows within a text: figures in brackets behind a name, `Acme (56,600 ▼2,500 -4.23%)`, and rows without a space.
_WITHIN = re.compile(r"[^\W\d_]{1,20} ?\([0-9][0-9.,]*[^\s0-9().]{0,4} [▲▼+−-][0-9][0-9.,]* [+−-][0-9][0-9.,]*%\)")
_GLUED_ROWS = re.compile(r"[^\W\d_]{1,20}[0-9]{1,6}[.,][0-9]{1,4}[+−-][0-9]{1,3}[.,][0-9]{1,2}(?=[^\W\d_]| )")
_GLUED_MOVE = re.compile(r"[.,][0-9]{1,4}[+−-][0-9]")
"""What such a row has, looked for first."""
_SIGNED = re.compile(r" [+−-][0-9]+[.,][0-9]")
_NEAR = 2
_FARTHEST_ASK = 50
"""What part of a bid lies between it and its ask, at most."""
_STACK, _STACKED, _APART = 6, 40, 12
"""Filled lines of a stacked row at most, characters of each, and lines from the first to the last."""


def report(page: PageText, reading: StripReading) -> None:
    """Report the free lines that have the shape of a quote, which no grammar read."""
    rows = find_rows(page)
    _report_stacks(page, reading)
    _report_below_names(page, reading)
    _report_sides(page, reading)
    _report_strips(page, reading)
    _report_between(page, reading)
    _report_within(page, reading)
    report_rows(page, rows, reading)
    _report_headed(page, reading)


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
        if not text.endswith(("%", "%)")) or not _is_alone(page.tokens(number), "p"):
            continue
        at = next((at for at, (line, _) in enumerate(above) if at and _is_alone(page.tokens(line), "n")), 0)
        if at and has_label_shape(without_bullet(above[at - 1][1])):
            stack, above = above[at - 1 :], []
            reading.refuse(stack, "the lines of a quote, with others between them")


def _report_below_names(page: PageText, reading: StripReading) -> None:
    """Report a name above a line of a price and a move, and nothing else: one of its figures is of something else."""
    for (above, name), (number, text) in zip(page.free, page.free[1:], strict=False):
        if number - above > _NEAR or len(text) > _STACKED or not MOVE.search(text):
            continue
        found = page.tokens(number)
        is_row = {each.kind for each in found} <= set("nspc") and has_price(found) and any(each.marks for each in found)
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
    return bool(figures[0].marks) if kind == "p" else not figures[0].body.isdecimal()

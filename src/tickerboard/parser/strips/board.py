"""`OpenHighLowLastChg.` above `CORN`, its unit and `May 587¾ 595½ 586¼ 592½ +8¼`: a futures board, a month a row.

A short one has a price and a change alone: `Canola May 467.00 dn 0.50`.

Its words and figures are read one behind the other, whether each row, each cell or all of the board is a line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.model import Kind
from tickerboard.parser import reasons
from tickerboard.parser.figures.style import FRACTION, Style
from tickerboard.parser.names.labels import is_known, is_label, read_name
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.strips.rows import Row, resolve_signs
from tickerboard.parser.tables.months import is_of_futures
from tickerboard.text.days import MONTH
from tickerboard.text.numbers import MINUS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from tickerboard.parser.strips.page_text import PageText

_FIGURE = rf"(?:[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+|{FRACTION})?|\.[0-9]+|{FRACTION})(?![^\s|])"
_GAP = r"(?:[\s|]|:?-{3,}:?)"
# In such a column a long dash is a minus, and may stand apart: `— ¾`. A word may stand for a sign: `dn 0.50`.
_SIGN = rf"(?:[{MINUS}\u2014+] ?|(?i:up|down|dn){_GAP}+)"
_HEADER = re.compile(
    rf"(?:Open{_GAP}*High{_GAP}*Low{_GAP}*(?:Last|Settle|Close){_GAP}*(?:Chg\.?|Change)|(?P<short>Price{_GAP}+Change))"
    r"(?=[\s|]|\Z)"
)
_TITLE = re.compile(
    r"(?:\A|\W )(?P<name>[A-Z][a-z]*(?: [A-Z][a-z]*){0,2}) futures trading on [^;]*"
    r"\([0-9][0-9,]* [^0-9;()]+; [^0-9;()]{3,40}\)\Z"
)
"""A line that names a contract and its unit: `Cocoa futures trading on the exchange: (10 metric tons; $ per ton)`."""
_PRICED = re.compile(
    r"(?:Prices(?: are)? in [^0-9;]{3,30} per [^0-9;]{2,20} at [0-9]{1,2}:[0-9]{2}\b[^;]{0,15}"
    r"|Settlement prices (?:are )?in [^0-9;]{3,30} per [^0-9;]{2,20})[.:]",
    re.IGNORECASE,
)
"""A line that says of which unit the prices below it are, and of when."""
_UNIT = r"[0-9][0-9,]*[ ][A-Za-z][^0-9;|]{1,40}; [^0-9;|]{3,40}"
_CONTRACT = re.compile(
    rf"{_GAP}*(?P<name>[A-Z][A-Za-z]*(?:[ ,&./-]{{1,2}}[A-Za-z]+){{0,4}}(?: [0-9]{{1,2}})?)"
    rf"(?:{_GAP}+(?P<unit>{_UNIT}))?(?={_GAP}+{MONTH}[\s|])"
)
_ROW = re.compile(
    rf"{_GAP}*(?P<month>{MONTH}(?:[ ]?['’-][0-9]{{2}})?)(?P<figures>(?:{_GAP}+{_FIGURE}){{1,5}})"
    rf"(?:{_GAP}+(?:(?P<sign>{_SIGN})(?P<move>{_FIGURE})|unch\.?(?=[\s|]|\Z)|\u2014(?=[\s|]|\Z)))?(?={_GAP}|\Z)"
)
_SALES = re.compile(
    rf"{_GAP}*(?:Est\.|[A-Z][a-z]{{2,8}}\.?['’]s)(?:{_GAP}+(?:sales|open{_GAP}+int\.?)){_GAP}+[0-9][0-9,]*[.,]?"
    rf"(?:{_GAP}+(?:up|down){_GAP}+[0-9][0-9,]*\.?)?"
)
_GAPS = re.compile(rf"{_GAP}+")
_PARTED = re.compile(rf"{FRACTION}|\.[0-9]")
_RISES = frozenset("+uU")
"""How the sign of a rise begins."""
_QUICK = re.compile(r"Chg|Change(?:[ |]|$)", re.MULTILINE)
_BEGINS = ("Open", "Price")
"""How a header begins, looked for first as its last word is."""
_ABOVE = 3
"""Lines above a header that may say that it is of futures."""
_PRICES = 4
"""Figures of a row that was traded: open, high, low and last."""
_AMBIGUOUS_MONTH = "another month of that name, and the page prints no year"
_CUT_ROW = "a row of a futures board that lacks a figure or a sign"


class _Board(NamedTuple):
    """The text of a page's free lines: where each of them begins in it, and its number."""

    text: str
    starts: Sequence[int]
    numbers: Sequence[int]

    def number(self, at: int) -> int:
        """Return the number of the line on which a place of the text stands."""
        return self.numbers[bisect_right(self.starts, at) - 1]


def read(page: PageText) -> StripReading:
    """Read every board; what stands on a line before its header or behind its last row stays for the article."""
    reading = StripReading()
    rows: list[Row] = []
    texts = [text for _, text in page.free]
    whole = "\n".join(texts)
    if not (any(map(whole.__contains__, _BEGINS)) and _QUICK.search(whole)):
        return reading
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    board = _Board(whole, starts[:-1], [number for number, _ in page.free])
    end = 0
    while header := _HEADER.search(board.text, end):
        end = _read_board(board, header, rows, reading)
        if end > header.end():
            _take(board, header.start(), end, reading)
    resolve_signs(rows, reading)
    return reading


def _read_board(board: _Board, header: re.Match[str], rows: list[Row], reading: StripReading) -> int:
    """Read the contracts and months behind a header; return where the board ends."""
    above = [text.strip("| ") for text in board.text[: header.start()].rstrip().split("\n")]
    are_priced = header["short"] is not None and any(map(_PRICED.match, above[-_ABOVE:]))
    of_futures = any(map(is_of_futures, above if are_priced else above[-_ABOVE:]))
    name = _name_above(above[-1]) if of_futures else ""
    at, months = header.end(), set[str]()
    while True:
        if name and (found := _ROW.match(board.text, at)):
            month, further = found["month"], _ROW.match(board.text, found.end())
            is_first = month not in months and not (further and further["month"] == month)
            _add(board, found, f"{name} {month}", rows, reading, is_first=is_first)
            months.add(month)
        elif found := _SALES.match(board.text, at):
            pass
        elif (found := _CONTRACT.match(board.text, at)) and (
            found["unit"] or (of_futures and (are_priced or is_known(found["name"])))
        ):
            name, months = found["name"], set()
        else:
            return at
        at = found.end()


def _name_above(text: str) -> str:
    """Return the contract that the line above a header names; empty where it names none."""
    title = _TITLE.search(text)
    return title["name"] if title else text if is_label(text) else ""


def _add(
    board: _Board, found: re.Match[str], month: str, rows: list[Row], reading: StripReading, *, is_first: bool
) -> None:
    """Add the row of a month, or report it."""
    text = " ".join(found[0].replace("|", " ").split())
    number = board.number(found.start("month"))
    values = [_value(each) for each in [*_GAPS.split(found["figures"]), found["move"]] if each]
    prices = [each for each in values if each is not None]
    move = prices.pop() if found["move"] and prices else None
    if not is_first:
        reading.report(number, "duplicate", _AMBIGUOUS_MONTH, text)
    elif _may_be_cut(board, found):
        reading.report(number, "cut-line", reasons.CUT, text)
    elif len(prices) > _PRICES:
        reading.report(number, "sign", reasons.UNKNOWN_SIGN, text)
    elif None in values or not _is_whole(prices, has_move=move is not None):
        reading.report(number, "not-a-quote", _CUT_ROW, text)
    else:
        sign = "+" if (found["sign"] or "+")[0] in _RISES else "-"
        _put(Row([number], read_name(month), prices[-1], move, None, sign, text, Kind.FUTURE), prices, rows, reading)


def _put(row: Row, prices: Sequence[Decimal], rows: list[Row], reading: StripReading) -> None:
    """Put a row with a move to the rows, any other to the rates, with its open, high and low."""
    if len(prices) == _PRICES:
        opened, high, low, _ = prices
        row = row._replace(open=opened, high=high, low=low)
    if row.has_move:
        rows.append(row)
    else:
        reading.rates.setdefault(row.name.symbol, row.rate())


def _may_be_cut(board: _Board, found: re.Match[str]) -> bool:
    """Return whether a row ends the page in a figure without the fraction or decimals that another figure has."""
    text = found[0]
    return (
        found.end() == len(board.text)
        and text[-1].isdecimal()
        and _PARTED.search(text) is not None
        and ("." not in _GAPS.split(text)[-1])
    )


def _value(figure: str) -> Decimal | None:
    return Style().value(figure)


def _is_whole(prices: Sequence[Decimal], *, has_move: bool) -> bool:
    """Return whether the figures are those of a month: four in their range, or with a move the settlement alone."""
    if len(prices) < _PRICES:
        return len(prices) == 1 and has_move
    opened, high, low, _ = prices
    return low <= opened <= high


def _take(board: _Board, start: int, end: int, reading: StripReading) -> None:
    """Take the lines of a board; what stands before it and behind it on a line is left."""
    first, last = bisect_right(board.starts, start) - 1, bisect_right(board.starts, end) - 1
    reading.take(board.numbers[first : last + 1])
    reading.left[board.numbers[first]] = board.text[board.starts[first] : start].strip()
    behind = board.text[end : (*board.starts, len(board.text) + 1)[last + 1] - 1].strip("| ")
    reading.left[board.numbers[last]] = f"{reading.left[board.numbers[last]]} {behind}".strip()

"""`Bitcoin126209.12+2.42%`, `btc$62.7k-0.9%`: name, price and percent without a space, and no change.

No arithmetic shows where the name ends. It ends where its letters end if a currency stands there, if the name is
well-known, or if it is a word in small letters; else, as in `ABC30012.5+1%`, the row is a problem. So it is where the
first digits may be an index's, as in `mIdx407344.8+1%`. On a page of a market a price below ten, as in `ABC6.40+1%`,
has all its digits. A space may stand before the percent of rows in a row, and behind it, and a line may break within a
name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from tickerboard.parser import reasons
from tickerboard.parser.figures.currencies import code_of
from tickerboard.parser.figures.style import marks_of
from tickerboard.parser.figures.tokens import UNITS
from tickerboard.parser.names.labels import is_known, is_label, read_name
from tickerboard.parser.strips.cells import pieces_of
from tickerboard.parser.strips.figures import INDEX_SIZES
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.strips.rows import Row, resolve_signs
from tickerboard.text.numbers import MINUS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.strips.page_text import PageText

# No sign with a letter, such as C$: it may be the last letter of the name.
_SIGNS = "$€£¥₹₩₽₺₪₱฿₫₦₴"
_ROW = re.compile(
    r"([^\W\d_](?:[^\W\d_]|[&.'/ -]|[0-9]{1,4}(?= ?[^\W\d_])){0,30}?)"
    rf"([{_SIGNS}])?([0-9][0-9.,]{{0,20}})(k|K|M|B)?( ?)(?:\((?=[^()]*%\)))?"
    rf"([{MINUS}+]|(?:±|(?<= ))(?=0(?:[.,]0+)?%))([0-9][0-9.,]{{0,9}})%\)? ?"
)
_LONGEST = 2_000
_LONGEST_LOW = 6
"""Characters of a price with one digit before its point; more may have a comma between thousands."""
_LOWEST_INDEX = 100
"""An index is seldom lower."""


def read(page: PageText) -> StripReading:
    """Read the lines that are one or more such rows and nothing else."""
    reading = StripReading()
    found: list[tuple[int, re.Match[str]]] = []
    for run in _runs(page):
        pieces = _numbered(run) or _numbered(run[-1:])
        reading.take([number for number, _ in run if pieces and number >= pieces[0][0]])
        found += pieces
    certain = [_row(number, piece, page.style) for number, piece in found]
    if None in certain and page.is_of_market:
        certain = [row or _of_symbol(*each, page.style) for each, row in zip(found, certain, strict=True)]
    anchored = sum(row is not None for row in certain)
    rows: list[Row] = []
    for (number, piece), row in zip(found, certain, strict=True):
        if row is None and anchored > 1 and piece[1][-1].isalpha() and not _may_end_later(piece[3], page.style):
            row = _split(number, piece, page.style, 0)
        if row is None:
            reading.refuse([(number, piece[0])], reasons.TORN, "split")
        else:
            rows.append(row)
    resolve_signs(rows, reading)
    return reading


def _runs(page: PageText) -> Iterator[Sequence[tuple[int, str]]]:
    """Yield each line that ends in a percent, with those above it that have one and end within a name."""
    run: list[tuple[int, str]] = []
    for number, text in page.free:
        if "%" not in text or len(text) > _LONGEST:
            run = []
            continue
        run = [*(run if run and run[-1][0] == number - 1 else ()), (number, text)]
        if text.endswith(("%", "%)")):
            yield run
            run = []


def _numbered(run: Sequence[tuple[int, str]]) -> list[tuple[int, re.Match[str]]]:
    """Return the rows of some lines that are nothing else, each with the number of the line on which it begins."""
    ends = list(accumulate(len(text) + 1 for _, text in run))
    pieces = _pieces(" ".join([text for _, text in run]))
    return [(run[bisect_right(ends, piece.start())][0], piece) for piece in pieces]


def _pieces(text: str) -> list[re.Match[str]]:
    """Return the rows of a line; none unless all of the line is rows."""
    pieces = pieces_of(_ROW, text)
    are_apart = len(pieces) == 1 and pieces[0][5] != ""
    return pieces if all(map(_is_row, pieces)) and not are_apart else []


def _is_row(piece: re.Match[str]) -> bool:
    """Return whether a piece begins with a label and is more than a count behind a name: `Phone 15(+2%)`."""
    is_named = is_label(piece[1].rstrip()) and piece[1][-1] not in "-."
    return is_named and not (piece[0].endswith(")") and piece[3].isdecimal())


def _row(number: int, piece: re.Match[str], style: Style) -> Row | None:
    """Return the row if something shows where its name ends."""
    name, sign, digits = piece[1], piece[2], piece[3]
    if sign:
        return _split(number, piece, style, 0)
    cuts = [cut for cut in range(1, min(5, len(digits))) if digits[:cut].isdecimal()]
    known = [cut for cut in cuts if is_known(name + digits[:cut])]
    if known:
        return _split(number, piece, style, known[-1]) if len(known) == 1 else None
    if name.endswith(" "):
        prices = [cut for cut in cuts if _is_price(digits[cut:], style)]
        return _split(number, piece, style, prices[0]) if len(prices) == 1 and not _is_price(digits, style) else None
    if is_known(name) or (any(map(str.islower, name)) and not _may_end_later(digits, style)):
        return _split(number, piece, style, 0)
    return None


def _of_symbol(number: int, piece: re.Match[str], style: Style) -> Row | None:
    """Return the row if its price has one digit before the point, which no name can take."""
    is_low = piece[3][1:2] in (".", ",") and len(piece[3]) <= _LONGEST_LOW and piece[1][-1].isalpha()
    return _split(number, piece, style, 0) if is_low else None


def _may_end_later(digits: str, style: Style) -> bool:
    """Return whether the first digits may be the number of an index, such as the 50 of `Idx503.050`."""
    sizes = (cut for cut in (2, 3) if digits[:cut] in INDEX_SIZES and digits[cut : cut + 1] not in ("", "0"))
    rests = (style.value(digits[cut:]) for cut in sizes if _is_price(digits[cut:], style))
    return any(rest is not None and rest >= _LOWEST_INDEX for rest in rests)


def _is_price(digits: str, style: Style) -> bool:
    return bool(marks_of(digits)) and style.value(digits) is not None


def _split(number: int, piece: re.Match[str], style: Style, cut: int) -> Row | None:
    """Return the row whose name takes so many of the digits; None where the rest is no price."""
    digits = piece[3][cut:]
    last = style.value(digits) if marks_of(digits) else None
    percent = style.value(piece[7]) if marks_of(piece[7]) else None
    if last is None or percent is None:
        return None
    if piece[4]:
        last = last.scaleb(UNITS[piece[4]]) + 0
    currency = code_of(piece[2]) if piece[2] else None
    name = read_name(piece[1] + piece[3][:cut])
    return Row([number], name, last, None, percent, piece[6].strip("±"), piece[0], currency=currency)

"""Tables without a space between the cells: `1BitcoinBTC$68,390.62-0.45%$1.34T` below `#NamePrice24h %Market Cap`.

The header shows which figures make a row; a sign, a currency, a unit or a clock time shows where each of them begins.
A row in which the name may end at several places is not read.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser.audit import adds_up
from tickerboard.parser.kinds import known_kind
from tickerboard.parser.names.labels import is_company, is_symbol
from tickerboard.parser.strips.figures import INDEX_SIZES
from tickerboard.parser.tables.fields import MOVES, Field
from tickerboard.parser.tables.layouts.glued_lines import ends_in_figure, goes_on, read_lines
from tickerboard.parser.tables.layouts.layout import Layout, may_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.tables.layouts.layout import Cells, Fields

_LONGEST = 300
_NAMES = (Field.SYMBOL, Field.NAME)
_HOUR = r"(?:1[0-2]|[1-9]):[0-5][0-9] ?[ap]m|(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_DAY = r"(?:[12][0-9]|3[01]|[1-9]) [A-Z][a-z]{2} (?:19|20)[0-9]{2}"
# What stands between a name and its price: a time, or an amount that ends in its unit.
_BETWEEN = rf"((?:{_HOUR})(?: [A-Z]{{2,4}})?|{_DAY}|[$€£₹]?[0-9][0-9.,]{{0,18}} ?(?:million|billion|trillion|[KMBT]))"
_PRICE = r"([$€£₹]?(?:[0-9]{1,3}(?: [0-9]{3})+[.,])?[0-9][0-9.,]{0,18})"
# Right behind a name a price begins at its currency, or where the letters end.
_FIRST = r"((?:[$€£₹]|(?<![0-9.,$€£₹]))(?:[0-9]{1,3}(?: [0-9]{3})+[.,])?[0-9][0-9.,]{0,18})"
_MOVE = r"([+\u2212-][0-9][0-9.,]{0,12}%?|(?<=%)[0-9][0-9.,]{0,12}%)"
_END = r"(?:(?<=%)|(?![0-9.,%])).*"
# A price, a change and a percent without signs, each with two decimals: `15,260,211,40%`.
_UNSIGNED = re.compile(r"([0-9][0-9 ]{0,9}([.,])[0-9]{2})([0-9]{1,4}\2[0-9]{2})([0-9]{1,3}\2[0-9]{2}%).*")
_RANK = r"[0-9]{1,4}"
# A name, a price and a signed move with decimals without a space between them, whatever the header above looks like.
_GLUED = re.compile(r"[^\W\d_][.)]?[$€£₹]?[0-9][0-9.,]{0,18}[+\u2212-][0-9]{1,6}[.,][0-9]+%?")
_FEWEST_GLUED = 2
"""Such rows of a table, at least."""
_REST = re.compile(r"[1-9][0-9]{2,}[.,]|[1-9][0-9]{0,2}[.,][0-9]{3}(?![0-9])")
"""What is left of a price that is an index's, behind the number in its name: `Idx503.050`."""
_BARE = re.compile(r"[0-9]{2,}(?:[.,][0-9]+)?(?![0-9.,])")
"""A price of two digits or more, without marks between its groups, the first of which may be of a name."""
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+\.[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]+")
"""A price whose marks show where its digits begin."""
_INDEX_DIGITS = 4
"""Digits at the end of an index's name, at most."""
_LOGO = " logo"
"""What a text dump leaves of the picture before a name."""
# `BTC` of `BitcoinBTC` and `.HSI` of `.HSIHang Seng Index`: the other part shows by its small letters where it ends.
_BEHIND = re.compile(r"(.*[a-z0-9)])([A-Z]{2,6})")
_BEFORE = re.compile(r"([.^]?[A-Z][A-Z0-9]{1,11}?)([A-Z][a-z].*)")


class _Columns(NamedTuple):
    """The columns of a header: how many stand before the names, between them and the price, and behind it to the move.

    `has_symbol` is whether one of the names is a symbol.
    """

    ranks: int
    names: int
    between: int
    moves: int
    has_symbol: bool


def glued_layout(fields: Fields) -> Layout | None:
    """Return the layout of rows without spaces below a header; None where their cells could not be found."""
    columns = _columns(fields)
    if columns is None:
        return None
    head = _RANK if columns.ranks else ""
    price = _BETWEEN * columns.between + _PRICE if columns.between else _FIRST
    tail = price + _MOVE * columns.moves + _END
    whole = tuple(re.compile(f"{head}({name}){tail}") for name in (".*?[^0-9]", ".*[^0-9]", ".*?", ".*"))
    figures_below = re.compile(tail)
    is_plain = not columns.between and fields[columns.ranks + columns.names :][1:3] == [Field.CHANGE, Field.PERCENT]
    shapes = (figures_below, _UNSIGNED) if is_plain else (figures_below,)

    def split(page: PageText, place: int) -> tuple[int, Cells] | None:
        text = page.free[place][1]
        below = page.free[place + 1][1] if place + 1 < len(page.free) else ""
        if goes_on(below) and ends_in_figure(text):
            row = read_lines(text, below, page.style) if is_plain else []
            return (2, _row(row, columns, fields)) if row else None
        if len(text) <= _LONGEST and (cells := _whole(text, whole)):
            cells = cells if columns.between else _with_number(cells)
            return (1, _row(cells, columns, fields)) if cells else None
        if columns.ranks or not below or not may_name(Field.NAME, text):
            return None
        figures = _below(below[:_LONGEST], shapes)
        return (2, _row([text.removesuffix(_LOGO).lstrip("*"), *figures], columns, fields)) if figures else None

    fields = [*fields[: columns.ranks], *_NAMES, *fields[columns.ranks + columns.names :]]
    return Layout(fields, split, notes=0 if columns.ranks else 1)


def are_glued(lines: Sequence[str]) -> bool:
    """Return whether the rows of a table have no space between name, price and move, though its header may have some.

    There a currency before the price is the last word of the name, `Alpha Fund SGD1.000+0.030`.
    """
    return sum(_GLUED.search(line) is not None for line in lines) >= _FEWEST_GLUED


def _below(text: str, shapes: tuple[re.Pattern[str], ...]) -> Sequence[str]:
    """Return the figures of a line below a name; those without signs count where they add up as a rise."""
    found = next((match for shape in shapes if (match := shape.fullmatch(text))), None)
    if found is None or found.re is not _UNSIGNED:
        return found.groups() if found else ()
    figures = [found[at] for at in (1, 3, 4)]
    last, change, percent = (Decimal(each.strip("%").replace(" ", "").replace(",", ".")) for each in figures)
    return figures if adds_up(last, change, percent) else ()


def _columns(fields: Fields) -> _Columns | None:
    """Count the columns of a header; None where the price or a move would not begin at a sign."""
    ranks = len(list(takewhile(lambda field: field is Field.OTHER, fields)))
    names = len(list(takewhile(lambda field: field in _NAMES, fields[ranks:])))
    last = list(fields).index(Field.LAST)
    moves = [at for at, field in enumerate(fields) if field in MOVES]
    behind = fields[last + 1 : moves[-1] + 1] if moves else []
    if ranks > 1 or not 0 < names < 3 or last < ranks + names or not behind:
        return None
    between = fields[ranks + names : last]
    if not set(behind) <= MOVES | {Field.PERIOD} or not set(between) <= {Field.OTHER, Field.VOLUME}:
        return None
    return _Columns(ranks, names, len(between), len(behind), Field.SYMBOL in fields)


def _whole(text: str, shapes: tuple[re.Pattern[str], ...]) -> list[str] | None:
    """Return the name and the cells behind it; None where the name may end at several places.

    Digits before a time are the time's, unless only a name that ends in digits leaves one.
    """
    for first, last in (shapes[:2], shapes[2:]):
        ends = {found.groups() for shape in (first, last) if (found := shape.fullmatch(text))}
        if len(ends) > 1:
            ends = {each for each in ends if known_kind(each[0])}
        if ends:
            return [*ends.pop()] if len(ends) == 1 else None
    return None


def _with_number(cells: list[str]) -> list[str]:
    """Return a name and the cells behind it, the number of a well-known name with it, as in `S&P 5005,303.27`.

    Return none where the digits behind a name may be its own, as in `Nifty 50950.00` and `Alpha CW120.350`.
    """
    name, behind, *others = cells
    sizes = [size for size in range(1, _INDEX_DIGITS + 1) if known_kind(name + behind[:size])]
    if name.endswith(" "):
        is_clear = len(sizes) == 1 and _GROUPED.fullmatch(behind, sizes[0]) is not None
        return [name + behind[: sizes[0]], behind[sizes[0] :], *others] if is_clear else []
    may_be_size = any(behind[:size] in INDEX_SIZES and _REST.match(behind, size) for size in (2, 3))
    is_open = may_be_size or (name[-1:].isupper() and _BARE.match(behind) is not None and not is_company(name))
    return [] if sizes or (is_open and known_kind(name) is None) else cells


def _row(found: list[str], columns: _Columns, fields: Fields) -> Cells:
    """Return the cells of a row, one for each field; those behind the last move are left empty."""
    name, *cells = found
    symbol, name = _names(name.strip(), columns)
    row = [*[""] * columns.ranks, symbol, name, *cells]
    return row + [""] * (len(fields) - columns.names + len(_NAMES) - len(row))


def _names(text: str, columns: _Columns) -> tuple[str, str]:
    """Return the symbol and the name of two glued ones; where nothing shows the seam all is the name."""
    half = len(text) // 2
    if not len(text) % 2 and text[:half] == text[half:] and text.isupper():  # `XRPXRP`
        return text[:half], ""
    if columns.names == len(_NAMES):
        seams = (at for at in range(2, len(text)) if known_kind(text[at:].removesuffix(" Index")))
        if (seam := next(seams, 0)) and is_symbol(text[:seam]):
            return text[:seam], text[seam:]
        if found := _BEFORE.fullmatch(text):
            return found[1], found[2]
    is_split = columns.names == 1 and not columns.has_symbol and known_kind(text) is None  # `TecDAX` is one name
    if is_split and (found := _BEHIND.fullmatch(text)):
        return found[2], found[1]
    return "", text

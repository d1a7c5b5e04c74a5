"""One row, or several, of the tokens of a line: a label, then figures."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.model import Kind
from tickerboard.parser.figures.grouping import joined
from tickerboard.parser.figures.tokens import shape_of, words_end
from tickerboard.parser.kinds import known_kind
from tickerboard.parser.names.labels import (
    begin_with_unit,
    has_label_shape,
    is_numbered_symbol,
    is_symbol,
    without_bullet,
)
from tickerboard.parser.names.no_names import is_zone
from tickerboard.parser.phrases.expected import names_expected
from tickerboard.parser.phrases.periods import names_longer_time
from tickerboard.parser.strips.figures import Figures, read_figures
from tickerboard.parser.tables.headers.header import field_of
from tickerboard.parser.tables.headers.splits import is_header_of_quotes
from tickerboard.text.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.strips.page_text import PageText

_BUTTONS = word_set("""
    buy sell trade chart add follow more watch details view news alert alerts kaufen verkaufen handeln acheter vendre
    comprar vender compra acquista
""")
_TITLES = frozenset(("ticker:", "markets:", "stocks:", "indices:", "quotes:", "live:", "live"))
"""Words before the first row of a line of several."""
_MOST_HEADER = 12
"""Words of a header on the line of its rows."""
_MARKS = ":,·|→» "
"""Marks between a name and its figures."""
_FEWEST_SYMBOLS = 8
"""Symbols of other rows that show that a name is one, too."""
_WITH_VOLUME, _FEWEST_WITH_VOLUME = 4, 3
"""Tokens of a row with a volume in brackets, and how many such rows a line has at least."""
_MOST_TIMED = 5
"""Words of a name behind a clock time, at most."""
_RANKED = re.compile(r"[0-9]{1,3} ([A-Z]{1,5})")


class Found(NamedTuple):
    """A row before its name is settled; `cells` are the texts between its bars, where it has any."""

    number: int
    label: str
    figures: Figures
    text: str
    cells: Sequence[str] = ()


def read_several(page: PageText, found: Sequence[Token], number: int) -> list[Found]:
    """Read several rows on a line: a row ends with the figures that hold its percentage."""
    if rows := _with_volumes(page, found, number):
        return rows
    if found and found[0].text.lower() in _TITLES:
        found = found[1:]
    parts = _parts(found)
    if len(parts) < 2 or (len(parts) <= _FEWEST_SYMBOLS and not all(map(_has_move, parts))):
        return []
    if _is_headed(parts[0]):
        return []
    parts[0] = parts[0][_header_end(found) :]
    read = [read_row(page, part, number, " ".join(each.text for each in part)) for part in parts]
    if None in read and _are_symbols([row.label for row in read if row]):
        read = [row or _symbol_row(page, part, number) for row, part in zip(read, parts, strict=True)]
    rows = [row for row in read if row]
    return [] if len(rows) < len(read) or begin_with_unit([row.label for row in rows]) else rows


def _parts(found: Sequence[Token]) -> list[list[Token]]:
    """Return the tokens of a line, parted behind the figures that hold a percentage."""
    parts: list[list[Token]] = [[]]
    done = False
    for each in found:
        if done and each.kind not in "nspdcta":
            parts.append([])
            done = False
        parts[-1].append(each)
        done = done or each.kind == "p"
    return parts


def _has_move(found: Sequence[Token]) -> bool:
    """Return whether a percentage, a sign or an arrow is among tokens, as in every row."""
    return any(each.kind in "spa" for each in found)


def _is_headed(first: Sequence[Token]) -> bool:
    """Return whether the words before the first figure of a line are more than a name: `Weekly movers: AAPL 180.57`.

    They have a colon within, or name a longer time, as `Fund NAV 1Y Return Alpha 12.34` does.
    """
    words = [each.text for each in takewhile(lambda each: each.kind == "w", first)][:-1]
    return any(word.endswith(":") for word in words) or names_longer_time(" ".join(words))


def _are_symbols(labels: Sequence[str]) -> bool:
    """Return whether the names of the rows of a line are symbols, which no number behind them is part of."""
    return len(labels) >= _FEWEST_SYMBOLS and all(map(is_symbol, labels))


def _symbol_row(page: PageText, found: Sequence[Token], number: int) -> Found | None:
    """Read a row of a symbol among those of other symbols: `INSFI 10 582,61 0,72 %`; an index may end in a number."""
    symbol = found[0].text
    if words_end(found) != 1 or not is_symbol(symbol) or known_kind(symbol) is Kind.INDEX:
        return None
    figures = read_figures(found[1:], page.style)
    is_known = any(known_kind(f"{symbol} {each.text}") for each in found[1:])
    return Found(number, symbol, figures, " ".join(each.text for each in found)) if figures and not is_known else None


def _header_end(found: Sequence[Token]) -> int:
    """Return the place behind the header that stands before the first row of a line, 0 where none does."""
    words = [each.text for each in takewhile(lambda each: each.kind == "w", found[:_MOST_HEADER])]
    if not (words and (field_of(words[0]) or field_of(" ".join(words[:2])))):  # as most lines begin
        return 0
    ends = range(len(words), 1, -1)
    return next((end for end in ends if is_header_of_quotes(" ".join(words[:end]))), 0)


def read_row(page: PageText, found: Sequence[Token], number: int, text: str) -> Found | None:
    """Read tokens as one row: a label, then figures."""
    is_timed = len(found) > 1 and _is_moment(found[0]) and not is_zone(found[1].text)
    if is_timed:
        found = found[1:]
    end = len(found)
    while end and found[end - 1].kind == "w" and found[end - 1].text.lower() in _BUTTONS:
        end -= 1
    start = words_end(found, end) or _code(found[:end])
    while 0 < start < end and found[start].kind == "c" and _is_coin(found[: start + 1]):
        start += 1
    dash = next((at for at in range(start, min(start + 2, end)) if found[at].kind == "d"), 0)
    if dash and _is_parted(found[dash + 1 : end]):
        found = [*found[:dash], *found[dash + 1 :]]
        end -= 1
    if not 0 < start < end or any(each.kind == "x" and not each.text.isdecimal() for each in found[:start]):
        return None
    words = without_bullet(" ".join([each.text for each in found[:start]])).rpartition(" • ")[2].rstrip(_MARKS)
    words = _without_rank(words)
    figures = read_figures(found[start:end], page.style, words)
    if figures is None:
        return None
    ends = [start, *(at for at, each in enumerate(found[:end], 1) if at > start and each.kind == "n")]
    label = " ".join([words, *[each.text for each in found[start : ends[figures.absorbed]]]])
    if not has_label_shape(label) or _is_expected(label) or (is_timed and _may_be_headed(label)):
        return None
    return Found(number, label, figures, text)


def _may_be_headed(label: str) -> bool:
    """Return whether a label behind a clock time may begin with a headline: `Markets: Alpha wins Beta AG`."""
    return known_kind(label) is None and (": " in label or label.count(" ") >= _MOST_TIMED)


def ends_across(row: Found, cells: Sequence[str]) -> bool:
    """Return whether a name takes a figure of another cell, such as a count: `Apple   4   195,20`."""
    end = " ".join(row.label.split()[-2:])
    return row.figures.absorbed > 0 and known_kind(row.label) is None and not any(end in cell for cell in cells)


def _is_expected(label: str) -> bool:
    """Return whether a label says before a colon that its figures are a target or a forecast: `Target: AAPL`."""
    before, _, name = label.partition(":")
    return bool(name.strip()) and names_expected(before)


def _without_rank(words: str) -> str:
    """Return a label without the row's number before its symbol: `3 F`; `10 YR` is a name."""
    ranked = _RANKED.fullmatch(words)
    return ranked[1] if ranked and known_kind(words) is None else words


def _with_volumes(page: PageText, found: Sequence[Token], number: int) -> list[Found]:
    """Read a line of three rows or more of a symbol, a price, a volume and a change: `AAA 9.37 (100) (-0.03)`."""
    rows: list[Found] = []
    for at in range(0, len(found), _WITH_VOLUME):
        part = found[at : at + _WITH_VOLUME]
        if shape_of(part) not in {"wnnn", "wnns"} or not all(each.is_bracketed for each in part[2:]) or part[2].marks:
            return []
        last, _, change = (each.amount(page.style) for each in part[1:])
        if last is None or change is None or not is_symbol(part[0].text):
            return []
        text = " ".join(each.text for each in part)
        rows.append(Found(number, part[0].text, Figures(last, change, None, part[3].marks), text))
    return rows if len(rows) >= _FEWEST_WITH_VOLUME else []


def _is_moment(token: Token) -> bool:
    """Return whether a token is a time of the day, or a day without a year, as of `10:31 KO 59.88`."""
    return token.kind == "t" and (":" in token.text or token.text.count("/") == 1)


def _is_parted(figures: Sequence[Token]) -> bool:
    """Return whether figures behind a dash are a price and its move: `Acme - 195.20 (+1.20%)`."""
    figures = [each for each in figures if each.kind != "c"]
    return shape_of(joined(figures) or figures) in {"np", "nsp"} and (
        figures[-1].is_signed or not figures[-1].body.strip("0.,")
    )


def _is_coin(found: Sequence[Token]) -> bool:
    """Return whether a currency behind words is part of a coin's name: `Bitcoin USD`."""
    words = [each.text for each in found]
    names = (" ".join(words), " ".join(words[1:]))  # the second behind a symbol, as in `BTC-USD Bitcoin USD`
    return words[-1].isalpha() and any(known_kind(name) is Kind.CRYPTO for name in names if name)


def _code(found: Sequence[Token]) -> int:
    """Return how many tokens name a row that has no words: `USD`, `EUR USD`, or `3M`."""
    if found and is_numbered_symbol(found[0].text):
        return 1
    count = 0
    while count < min(2, len(found)) and found[count].kind == "c":
        count += 1
    return count

"""`HBL 114.90 +1.41 (+1.24%)`: a name and its figures on one line, in any order and number style.

The whole line is rows, or none is: so a sentence that ends in figures is no quote. A row without a change proves
nothing by its figures, so a lone one counts only where its name is a symbol or well-known.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.model import Kind
from tickerboard.parser.figures.tokens import shape_of, tokens, words_end
from tickerboard.parser.kinds import known_kind
from tickerboard.parser.strips.cells import rows_of_cells
from tickerboard.parser.strips.directions import directed
from tickerboard.parser.strips.figures import Figures, read_figures
from tickerboard.parser.strips.line_doubts import is_ambiguous, is_near, is_torn, may_be_cut
from tickerboard.parser.strips.name_lists import read_names
from tickerboard.parser.strips.names import (
    has_label_shape,
    is_label,
    is_numbered_symbol,
    is_symbol,
    read_name,
    without_bullet,
)
from tickerboard.parser.strips.other_names import is_zone
from tickerboard.parser.strips.proof import proven, refused
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.strips.rows import Row, resolve_signs
from tickerboard.parser.strips.settled import add_settled
from tickerboard.parser.tables.header import field_of, is_header_of_quotes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.strips.names import Name
    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.strips.plain import PlainRow

# The last thing on a row's line is a figure, a bracket, a currency or a dash, perhaps with a button behind it.
_ENDS = re.compile(r"[0-9][^0-9]{0,16}\Z")
_END = 17
_LONG = 120
_BUTTONS = frozenset(
    "buy sell trade chart add follow more watch details view news alert alerts kaufen verkaufen handeln acheter vendre "  # noqa: SIM905
    "comprar vender compra acquista".split()
)
_TITLES = frozenset(("ticker:", "markets:", "stocks:", "indices:", "quotes:", "live:", "live"))
"""Words before the first row of a line of several."""
_MOST_HEADER = 12
"""Words of a header on the line of its rows."""
_MARKS = ",·|→» "
"""Marks between a name and its figures."""
_WITH_VOLUME, _FEWEST_WITH_VOLUME = 4, 3
"""Tokens of a row with a volume in brackets, and how many such rows a line has at least."""


class _Found(NamedTuple):
    """A row before its name is settled; `cells` are the texts between its bars, where it has any."""

    number: int
    label: str
    figures: Figures
    text: str
    cells: Sequence[str] = ()


def read(page: PageText) -> StripReading:
    """Read the lines that are one or more whole rows, nothing before and nothing behind them."""
    reading = StripReading()
    lone, plain = page.lone, page.plain
    rows: list[PlainRow] = []
    others: list[_Found] = []
    for number, text in page.free:
        if number in plain:
            rows.append(plain[number])
        elif number not in lone and (is_torn(text) or _may_be_row(page, number, text)):
            others += _line(page, number, text) or _refused(page, number, text, reading)
    is_settled = not others and add_settled(rows, reading)
    if rows if is_settled else _add(page, rows, others, reading):
        _report_cut(page, reading)
    return reading


def _add(page: PageText, rows: Sequence[PlainRow], others: Sequence[_Found], reading: StripReading) -> bool:
    """Add the rows that something bears out, and report those that nothing does; return whether any was added."""
    found = [*(_Found(row.number, row.label, row.figures, row.text) for row in rows), *others]
    found.sort(key=lambda each: each.number)
    ways = directed(page, [(each.number, each.figures) for each in found])
    found = [each._replace(figures=figures) for each, figures in zip(found, ways, strict=True)]
    whole = _without_cut(page, found, reading)
    found = proven(whole)
    for each in refused(whole, found):
        reading.report(each.number, "not-a-quote", "has the shape of a quote, but nothing bears it out", each.text)
        reading.take([each.number])
    named = _named(found, reading)
    resolve_signs([Row.of([each.number], name, each.figures, each.text) for each, name in named], reading)
    return bool(named)


def _named(found: Sequence[_Found], reading: StripReading) -> list[tuple[_Found, Name]]:
    """Return the rows with their names; report those whose symbol or name is made of several cells."""
    names = read_names([_without_rank(each, at, found) for at, each in enumerate(found)])
    named = list(zip(found, names, strict=True))
    glued = [each for each, name in named if each.cells and not _stands_in_cells(name, each.cells)]
    for each in glued:
        reading.report(each.number, "not-a-quote", "the name of a quote is in several cells", each.text)
        reading.take([each.number])
    return [(each, name) for each, name in named if each not in glued] if glued else named


def _stands_in_cells(name: Name, cells: Sequence[str]) -> bool:
    """Return whether a symbol, and the name beside it, each stand within one of some cells."""
    texts = [read_name(cell).symbol.casefold() for cell in cells]
    return all(any(part.casefold() in text for text in texts) for part in (name.symbol, name.name or ""))


def _without_cut(page: PageText, found: list[_Found], reading: StripReading) -> list[_Found]:
    """Leave out the row on a page's last line if it may be cut within its last figure; report it if it is alone."""
    if not found or found[-1].number != page.free[-1][0]:
        return found
    last, others = found[-1], [each for each in found if each.number != found[-1].number]
    if not may_be_cut(last.text, last.figures, [each.text for each in others]):
        return found
    if not others:
        reading.report(last.number, "cut-line", "the page ends within a quote", last.text)
        reading.take([last.number])
    return others


def _report_cut(page: PageText, reading: StripReading) -> None:
    """Report a page that ends within a row, right below the rows."""
    number, text = page.free[-1]
    above = page.free[-2][0] if len(page.free) > 1 else 0
    found = page.tokens(number)
    figures = next((at for at, each in enumerate(found) if each.kind in "nspx"), 0)
    label = " ".join(each.text for each in found[:figures])
    if number in reading.left or above not in reading.left or not figures or not is_label(label):
        return
    if all(each.kind in "nspxdc" or "(" in each.text for each in found[figures:]):
        reading.report(number, "cut-line", "the page ends within a quote", text)
        reading.take([number])


def _is_dense(text: str) -> bool:
    """Return whether a long line may be a strip: at least every tenth character of it is a digit."""
    return len(text) <= _LONG or sum(map(text.count, "0123456789")) * 10 >= len(text)


def _may_be_row(page: PageText, number: int, text: str) -> bool:
    """Return whether a line ends as a row does and has two tokens: a look before it is read."""
    if text[-1] in ".!?:;," or not _ENDS.search(text[-_END:]) or not _is_dense(text):
        return False
    return "|" in text or ";" in text or len(page.tokens(number)) > 1


def _refused(page: PageText, number: int, text: str, reading: StripReading) -> list[_Found]:
    """Report a line that is nearly a row; return no row."""
    if is_torn(text):
        reading.report(number, "split", "where the name ends is ambiguous", text)
        reading.take([number])
    elif is_near(page.tokens(number)):
        reading.report(number, "not-a-quote", "looks like a quote but is not one", text)
        reading.take([number])
    elif is_ambiguous(page, number, text):
        reading.report(number, "style", "a figure that can be read with a decimal comma and with a point", text)
        reading.take([number])
    return []


def _line(page: PageText, number: int, text: str) -> list[_Found]:
    """Read a line as rows: what stands between bars, the line without its bars, or several rows in a row."""
    if is_torn(text):
        return []
    if text.count(";") > 1:
        lists = [(cells, " ".join(cells)) for cells in rows_of_cells(text)]
        whole = [(cells, _row(page, tokens(plain), number, plain)) for cells, plain in lists]
        return [row._replace(cells=cells) for cells, row in whole if row] if all(row for _, row in whole) else []
    if "|" in text:
        parts = [part.strip() for part in text.split("|") if part.strip()]
        rows = [_row(page, tokens(part), number, part) for part in parts]
        if rows and all(rows):
            return [row for row in rows if row]
        text = " ".join(parts)
        row = _row(page, tokens(text), number, text)
        return [row._replace(cells=parts)] if row else []
    found = page.tokens(number)
    plain = without_bullet(text)
    row = _row(page, found if plain == text else tokens(plain), number, text)
    return [row] if row else _several(page, found, number)


def _several(page: PageText, found: Sequence[Token], number: int) -> list[_Found]:
    """Read several rows on a line: a row ends with the figures that hold its percentage."""
    if rows := _with_volumes(page, found, number):
        return rows
    parts: list[list[Token]] = [[]]
    done = False
    if found and found[0].text.lower() in _TITLES:
        found = found[1:]
    found = found[_header_end(found) :]
    for each in found:
        if done and each.kind not in "nspdcta":
            parts.append([])
            done = False
        parts[-1].append(each)
        done = done or each.kind == "p"
    if len(parts) < 2:
        return []
    rows = []
    for part in parts:
        row = _row(page, part, number, " ".join(each.text for each in part))
        if row is None:
            return []
        rows.append(row)
    return rows


def _header_end(found: Sequence[Token]) -> int:
    """Return the place behind the header that stands before the first row of a line, 0 where none does."""
    words = [each.text for each in takewhile(lambda each: each.kind == "w", found[:_MOST_HEADER])]
    if not (words and (field_of(words[0]) or field_of(" ".join(words[:2])))):  # as most lines begin
        return 0
    ends = range(len(words), 1, -1)
    return next((end for end in ends if is_header_of_quotes(" ".join(words[:end]))), 0)


def _row(page: PageText, found: Sequence[Token], number: int, text: str) -> _Found | None:
    """Read tokens as one row: a label, then figures."""
    if len(found) > 1 and _is_moment(found[0]) and not is_zone(found[1].text):
        found = found[1:]
    end = len(found)
    while end and found[end - 1].kind == "w" and found[end - 1].text.lower() in _BUTTONS:
        end -= 1
    start = words_end(found, end) or _code(found[:end])
    while 0 < start < end and found[start].kind == "c" and _is_coin(found[: start + 1]):
        start += 1
    if not 0 < start < end or any(each.kind == "x" and not each.text.isdecimal() for each in found[:start]):
        return None
    words = without_bullet(" ".join([each.text for each in found[:start]])).rpartition(" • ")[2].rstrip(_MARKS)
    figures = read_figures(found[start:end], page.style, words)
    if figures is None:
        return None
    ends = [start, *(at for at, each in enumerate(found[:end], 1) if at > start and each.kind == "n")]
    label = " ".join([words, *[each.text for each in found[start : ends[figures.absorbed]]]]).removesuffix(":")
    return _Found(number, label, figures, text) if has_label_shape(label) else None


def _with_volumes(page: PageText, found: Sequence[Token], number: int) -> list[_Found]:
    """Read a line of three rows or more of a symbol, a price, a volume and a change: `AAA 9.37 (100) (-0.03)`."""
    rows: list[_Found] = []
    for at in range(0, len(found), _WITH_VOLUME):
        part = found[at : at + _WITH_VOLUME]
        if shape_of(part) not in {"wnnn", "wnns"} or not all(each.is_bracketed for each in part[2:]) or part[2].marks:
            return []
        last, _, change = (each.amount(page.style) for each in part[1:])
        if last is None or change is None or not is_symbol(part[0].text):
            return []
        text = " ".join(each.text for each in part)
        rows.append(_Found(number, part[0].text, Figures(last, change, None, part[3].marks), text))
    return rows if len(rows) >= _FEWEST_WITH_VOLUME else []


def _is_moment(token: Token) -> bool:
    """Return whether a token is a time of the day, or a day without a year, as of `10:31 KO 59.88`."""
    return token.kind == "t" and (":" in token.text or token.text.count("/") == 1)


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


def _without_rank(row: _Found, at: int, found: Sequence[_Found]) -> str:
    """Return the label without the row's rank, where the rows beside it are numbered too."""
    rank, _, rest = row.label.partition(" ")
    if not (rest and rank.isdecimal() and len(rank) <= 3):
        return row.label
    beside = [found[place].label.partition(" ")[0] for place in (at - 1, at + 1) if 0 <= place < len(found)]
    steps = {int(each) - int(rank) for each in beside if each.isdecimal() and len(each) <= 4}
    return rest if steps & {-1, 1} else row.label

"""How the header of a text table parts its columns, and how a row below it is split into the same cells.

Bars, tabs and wide gaps part cells by themselves. Where single spaces do, the kinds of the columns show where a row's
name ends; where each cell stands on a line of its own, the header shows how many lines make a row.
"""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from functools import lru_cache, partial
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from tickerboard.parser.kinds import known_kind
from tickerboard.parser.names.labels import without_bullet
from tickerboard.parser.tables.fields import Field
from tickerboard.parser.tables.headers.header import fields_of, is_header, is_header_word
from tickerboard.parser.tables.headers.splits import known_cells
from tickerboard.parser.tables.layouts.bars import barred_layout, row_at
from tickerboard.parser.tables.layouts.dated import DATE, YEAR, is_borne_out, undated
from tickerboard.parser.tables.layouts.fit import fit
from tickerboard.parser.tables.layouts.layout import FIGURE, Layout, barred, covers, name_of, parted
from tickerboard.parser.tables.layouts.listed import listed_layout
from tickerboard.parser.tables.layouts.spaced import close_layout
from tickerboard.parser.tables.layouts.spaced_rows import by_tokens
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.tables.layouts.layout import Cells

Span = tuple[int, int, str]
"""Where a cell begins and ends on its line, and its text."""
_CELL = re.compile(r"\S+(?: \S+)*")
# What a header has in small letters, and a row of figures has not, looked at first: few lines of a page pass.
_CALLS = re.compile(
    r"name|symbol|ticker|index|level|close|ytd|year|week|month|since|price|last|current|ch(?:an)?n?ge?|%|stock|code|coin|24h|company"
    r"|kurs|änder|aktie|letzt|titel|wert|cours|dernier|valeur|prix"
    r"|[uú]ltim|cierre|precio|valor|pre[cç]o|prezz|titol|var|koers|diff|naa?m|verschil|senast|utv|現在値|株価|終値|銘柄|名称|最新|代[码碼號]|[涨漲]跌|收[盘盤]|成交|コード|前日比"
    r"|nazw|walor|zmian|změn|kurz|utols|vált|hisse|fark|değiş|siste|endring|ændring|muutos|viim|terakhir|perubahan|harga"
    r"|giá|thay đổi|pre[tț]|μεταβολ|διαφορ|τιμ|κλείσ|ціна|зміна|السعر|التغي|ล่าสุด|เปลี่ยน|שער|שינוי"
    r"|цена|назв|изм|тикер|код|стойн|\+/-|závěr|závier|záró|zadnja|cijen|tečaj|cena|promj?en|sprememb|poslednj|kapan|yüzde|döviz"
    r"|endeks|muutus|hind|kaina|pokyt|izmai|verð|breyting|selisih|penutup|ราคา|قیمت|تغییر|إغلاق|종목|현재가|등락|전일|대비|現價|升跌|股票"
    r"|भाव|बदलाव|darrer|variaci|çmimi|ndrysh|промен|промян|затвар|зміна|расч|μετ\.|prezioa|aldaket|qiymət|dəyiş|баға|өзгер|prozent"
)
# Between two figures, but not the groups of one.
_SEAM = re.compile(r"(?<=[0-9%]) (?=[+\u2212-]?[$€£₹]?[0-9])(?![0-9]{3}(?![0-9]))")
_KEYED = re.compile(r"\w+: \S+")
"""A key and its value, in which words of a header may hide: `Symbol: AYTD`."""
_LONGEST_HEADER = 240
_FEWEST_CALLS = 2
_SHORTEST_HEADER = 6
"""Letters of a header that is one word, at least: it has two words of a header."""
_LONGEST_CELL = 64
_LONGEST_WORD = 24
_FARTHEST_KNOWN = 12
"""Lines below a header of bare dates that are looked at for a name that is well-known."""
_LOOK_BELOW = 4
"""Lines below a header that show how its cells are parted."""
_WHOLE = frozenset((Field.LAST, Field.CHANGE, Field.PERCENT))
_MOST_BROKEN = 5
"""Lines below a header's first that are looked at for the rest of it."""


def may_head(text: str) -> bool:
    """Return whether a line may be a table's header: a look before `layout_of`, for of figures only days are in one."""
    if text.isalpha():
        return is_header_word(text) or has_calls(text)
    if FIGURE.search(text) is None or YEAR in text:
        return True
    return not text[0].isalpha() and is_header_word(without_bullet(text))


def layout_of(page: PageText, place: int) -> Layout | None:
    """Return the layout of the table whose header begins at a place; None where none does."""
    number, text = page.free[place]
    if number in page.lone or len(text) > _LONGEST_HEADER:
        return None
    if len(text) <= _LONGEST_CELL and is_header_word(without_bullet(text)) and (listed := listed_layout(page, place)):
        return listed
    if FIGURE.search(text):
        return _dated(page, place) if YEAR in text and DATE.search(text) else None
    if "|" in text and ((found := barred_layout(page, place)) or text.count("|") > 1):
        return found
    if len(cells := page.columns(number)) > 2:
        return parted(fields_of(cells), _tabbed_line, "\t")
    if text.count(";") > 1:
        return parted(fields_of(_by_semicolons(text)), _semicolon_line)
    if text.count(", ") > 1 and (listed := parted(fields_of(text.split(", ")), _by_commas)):
        return listed
    if text.count(",") > 1 and (fields := fields_of(text.split(","))):
        return Layout(fields, partial(_by_values, count=len(fields)))
    if "  " in text and (gapped := _gapped(page.lines[number - 1])):
        return _by_spaces(page, place, gapped) or gapped
    return _close(page, place) if has_calls(text) else None


@lru_cache(16_384)
def has_calls(text: str) -> bool:
    """Return whether a line has words of a header, and is no key with its value."""
    if len(text) < _SHORTEST_HEADER and text.isascii() and text.isalpha():
        return False
    return len(_CALLS.findall(text.lower())) >= _FEWEST_CALLS and not _KEYED.fullmatch(text)


def _dated(page: PageText, place: int) -> Layout | None:
    """Return the layout of a header with two closes and their dates, whose rows bear out which of them is the last."""
    number, text = page.free[place]
    cells, row_of = (barred(text), row_at) if "|" in text else (page.columns(number), _tabbed_line)
    if any(map(DATE.fullmatch, cells)) and not _has_known(page, place):
        return None
    layout = parted(fields_of(named), row_of) if (named := undated(cells)) else None
    if layout is None:
        return None

    def split(page: PageText, place: int) -> tuple[int, Cells] | None:
        found = layout.split(page, place)
        return found if found and is_borne_out(found[1], layout.fields, page.style) else None

    return replace(layout, split=split)


def _has_known(page: PageText, place: int) -> bool:
    """Return whether a row below a header is of something well-known: other indices may be of the air, or of pollen."""
    below = page.free[place + 1 : place + 1 + _FARTHEST_KNOWN]
    rows = [barred(text) if "|" in text else page.columns(number) for number, text in below]
    return any(known_kind(cells[0]) is not None for cells in rows if cells)


def _tabbed_line(page: PageText, place: int, _width: int) -> tuple[int, Cells]:
    return 1, page.columns(page.free[place][0])


def _close(page: PageText, place: int) -> Layout | None:
    """Return the layout of a header whose words stand close together, on one line or on several."""
    layout = close_layout(page, place)
    return layout if layout and is_header(layout.fields) else _broken_layout(page, place) or layout


def _broken_layout(page: PageText, place: int) -> Layout | None:
    """Return the layout of a header whose words go on, on short lines without figures, down to its first row."""
    lines = [text for _, text in page.free[place + 1 : place + 1 + _MOST_BROKEN]]
    further = list(takewhile(lambda text: len(text) <= _LONGEST_WORD and not has_digit(text), lines))
    if not further or len(further) == _MOST_BROKEN:
        return None
    return close_layout(page, place, further)


def _by_commas(page: PageText, place: int, _width: int) -> tuple[int, Cells]:
    """Split a line at its commas with a space behind, which no figure has."""
    return 1, [cell.strip() for cell in page.free[place][1].split(", ")]


def _by_values(page: PageText, place: int, count: int) -> tuple[int, Cells] | None:
    """Split a line of comma-separated values; one with a comma within a figure has too many of them."""
    cells = next(csv.reader([page.lines[page.free[place][0] - 1]], skipinitialspace=True))
    return (1, cells) if len(cells) == count and any(map(has_digit, cells)) else None


def _semicolon_line(page: PageText, place: int, _width: int) -> tuple[int, Cells]:
    return 1, _by_semicolons(page.free[place][1])


def _by_semicolons(text: str) -> Cells:
    return [cell.strip() for cell in text.split(";")]


def _gapped(line: str) -> Layout | None:
    """Return the layout of a header whose words wide gaps part.

    A chart behind the figures has no text: its column may be without cells.
    """
    spans = [span for found in _CELL.finditer(line) for span in _spans(found)]
    fields = fields_of([cell for *_, cell in spans]) if len(spans) > 2 else None
    if fields is None or not covers(fields):
        return None
    shorter = fields[:-1] if fields[-1] is Field.TEXT else None

    def split(page: PageText, place: int) -> tuple[int, Cells] | None:
        row = _by_gaps(page, place, spans) or by_tokens(page, place, fields)
        if shorter and not row and (found := by_tokens(page, place, shorter)):
            row = found[0], [*found[1], ""]
        line = page.free[place][1]
        is_torn = row is not None and any(" " in cell and has_digit(cell) and cell not in line for cell in row[1])
        return None if is_torn or (row and _has_moves_in_one(row[1])) else row  # `Apple   4` is no name

    return Layout(fields, split)


def _by_spaces(page: PageText, place: int, gapped: Layout) -> Layout | None:
    """Return the layout of a header in which a wide gap stands by chance, and single spaces part most cells.

    `# Company Symbol Weight   Price Chg % Chg`: a cell has several of its words, and rows with both moves fit better.
    """
    if len(_CELL.findall(page.free[place][1])) == len(gapped.fields) and name_of(gapped.fields) is not None:
        return None
    close = close_layout(page, place)
    if close is None or not _WHOLE.issubset(close.fields):
        return None
    below = range(place + 1, min(place + 1 + _LOOK_BELOW, len(page.free)))
    own, other = (_filled(page, below, each) for each in (gapped, close))
    return close if other > own else None


def _filled(page: PageText, below: Sequence[int], layout: Layout) -> tuple[int, int]:
    """Return how many of the lines below a header a layout splits into cells none of which is empty, and their fit."""
    rows = [found[1] for at in below if (found := layout.split(page, at))]
    return sum(map(all, rows)), fit(page, below, layout)[1]


def _has_moves_in_one(cells: Cells) -> bool:
    """Return whether a cell has two percents and one beside it none: of which column each is, nothing shows."""
    return any("" in (one, other) and max(one.count("%"), other.count("%")) > 1 for one, other in pairwise(cells))


def _spans(found: re.Match[str]) -> Iterator[Span]:
    """Yield where each cell of a header begins and ends, with its text; one of two known words is two cells."""
    start, text = found.start(), found[0]
    for cell in known_cells(text):
        begin = text.find(cell)
        yield start + begin, start + begin + len(cell), cell


def _by_gaps(page: PageText, place: int, spans: Sequence[Span]) -> tuple[int, Cells] | None:
    """Split a line at its wide gaps; a cell belongs to the column that stands above it."""
    line = page.lines[page.free[place][0] - 1].rstrip()
    found = [(each.start(), each.end(), each[0]) for each in _CELL.finditer(line)]
    if len(found) < len(spans):
        found = [piece for cell in found for piece in _pieces(*cell, spans)]
    if len(found) < 3 or not has_digit(line):
        return None
    if len(found) == len(spans):
        return 1, [cell for *_, cell in found]
    cells = [""] * len(spans)
    for start, end, text in found:
        best = _column_above(start, end, spans)
        if best is None or cells[best]:
            return None
        cells[best] = text
    return 1, cells


def _column_above(start: int, end: int, spans: Sequence[Span]) -> int | None:
    """Return the column whose name stands above most of a cell; None for no name."""
    overlaps = [min(end, stop) - max(start, begin) for begin, stop, _ in spans]
    best = max(range(len(spans)), key=overlaps.__getitem__)
    return best if overlaps[best] > 0 else None


def _pieces(start: int, end: int, text: str, spans: Sequence[Span]) -> list[Span]:
    """Return the cells of a text whose figures have one space between them and stand below a name each."""
    words, at = [start], start
    for word in _SEAM.split(text)[:-1]:
        at += len(word) + 1
        words.append(at)
    found = [(one, other, text[one - start : other - start].rstrip()) for one, other in pairwise([*words, end])]
    columns = [_column_above(*each[:2], spans) for each in found]
    is_parted = len({*columns}) == len(columns) and None not in columns
    return found if is_parted else [(start, end, text)]

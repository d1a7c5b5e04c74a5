"""How the header of a text table parts its columns, and how a row below it is split into the same cells.

Bars, tabs and wide gaps part cells by themselves. Where single spaces do, the kinds of the columns show where a row's
name ends; where each cell stands on a line of its own, the header shows how many lines make a row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from tickerboard.parser.strips.figures import joined
from tickerboard.parser.strips.names import is_label, is_symbol, without_bullet
from tickerboard.parser.tables.fields import FIGURES, TEXTS, Field
from tickerboard.parser.tables.header import field_of, fields_of, is_header_word, looks_like_header, split_header

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.strips.page_text import PageText

    Fields = Sequence[Field | None]

Cells = list[str]

_CELL = re.compile(r"\S+(?: \S+)*")
# What a header has and a row of figures has not, looked at first: few lines of a page pass.
_CALLS = re.compile(
    r"name|symbol|ticker|price|last|current|ch(?:an)?n?ge?|%|stock|code|coin|24h|company|kurs|aktie|letzt|titel|wert|cours|dernier|valeur|prix"
    r"|[uú]ltim|precio|valor|pre[cç]o|prezz|titol|var|koers|diff|naa?m|verschil|senast|utv|現在値|株価|終値|銘柄|名称|最新"
    r"|цена|назв|изм|тикер|\+/-",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[0-9][.,][0-9]|[0-9]{3}")
_LONGEST_HEADER = 240
_FEWEST_CALLS = 2
_LOOK_BELOW = 4
_MOST_LISTED = 16
"""Columns of a table whose cells stand on lines of their own, at most."""
_LONGEST_CELL = 64
_STRANGERS = 3
_OWN = {Field.LAST, Field.CHANGE, Field.PERCENT}


@dataclass(slots=True)
class Layout:
    """A header: its fields, how many lines it takes, and how the lines below are split into a text for each field.

    `split` takes a place in the page's free lines, and returns how many of them make the row and its cells; None where
    they are no row.
    """

    fields: Fields
    split: Callable[[PageText, int], tuple[int, Cells] | None]
    height: int = 1

    @property
    def strangers(self) -> int:
        """How many lines in a row that are no rows of it end the table."""
        return _STRANGERS if self.height == 1 else self.height + _STRANGERS

    @property
    def is_wide(self) -> bool:
        """Whether there are columns of other figures than last, change and percent."""
        return bool(FIGURES.intersection(self.fields) - _OWN) or Field.OTHER in self.fields


def layout_of(page: PageText, place: int) -> Layout | None:
    """Return the layout of the table whose header begins at a place; None where none does."""
    number, text = page.free[place]
    if len(text) <= _LONGEST_CELL and is_header_word(text) and (listed := _listed(page, place)):
        return listed
    if len(text) > _LONGEST_HEADER or _FIGURE.search(text) or len(_CALLS.findall(text)) < _FEWEST_CALLS:
        return None
    if text.count("|") > 1:
        return _parted(fields_of(_barred(text)), lambda page, number: _barred(page.lines[number - 1]))
    if len(cells := page.columns(number)) > 2:
        return _parted(fields_of(cells), lambda page, number: page.columns(number))
    spans = [(found.start(), found.end(), found[0]) for found in _CELL.finditer(page.lines[number - 1])]
    if len(spans) > 2 and (fields := fields_of([cell for *_, cell in spans])) and _covers(fields):
        return Layout(fields, lambda page, place: _by_gaps(page, place, spans) or _by_tokens(page, place, fields))
    return _close(page, place)


def _covers(fields: Fields) -> bool:
    """Return whether most cells of a header are known."""
    return sum(field is not None for field in fields) * 3 >= len(fields) * 2


def groups(fields: Fields) -> list[tuple[int, int]]:
    """Split fields into tables that stand side by side: each has its own last price."""
    lasts = [at for at, field in enumerate(fields) if field is Field.LAST]
    if len(lasts) < 2:
        return [(0, len(fields))]
    starts = [0]
    for one, other in pairwise(lasts):
        begins = [at for at in range(one + 1, other + 1) if fields[at] in TEXTS]
        if not begins:
            return [(0, len(fields))]
        starts.append(begins[0])
    return list(zip(starts, [*starts[1:], len(fields)], strict=True))


def _parted(fields: list[Field | None] | None, cells_of: Callable[[PageText, int], Cells]) -> Layout | None:
    """Return the layout of a table whose own marks part its cells, the last of which may be left out."""
    if fields is None:
        return None
    count = len(fields)

    def split(page: PageText, place: int) -> tuple[int, Cells] | None:
        cells = cells_of(page, page.free[place][0])
        while len(cells) > count and not cells[-1]:
            cells.pop()
        has_figure = any(each.isdecimal() for cell in cells for each in cell)
        return (1, cells + [""] * (count - len(cells))) if has_figure and 2 < len(cells) <= count else None

    return Layout(fields, split)


def _barred(text: str) -> Cells:
    return [cell.strip().strip("*").strip() for cell in text.strip().removeprefix("|").removesuffix("|").split("|")]


def _by_gaps(page: PageText, place: int, spans: Sequence[tuple[int, int, str]]) -> tuple[int, Cells] | None:
    """Split a line at its wide gaps; a cell belongs to the column that stands above it."""
    line = page.lines[page.free[place][0] - 1].rstrip()
    found = [(each.start(), each.end(), each[0]) for each in _CELL.finditer(line)]
    if len(found) < 3 or not any(each.isdecimal() for each in line):
        return None
    if len(found) == len(spans):
        return 1, [cell for *_, cell in found]
    cells = [""] * len(spans)
    for start, end, text in found:
        overlaps = [min(end, stop) - max(start, begin) for begin, stop, _ in spans]
        best = max(range(len(spans)), key=overlaps.__getitem__)
        if overlaps[best] <= 0 or cells[best]:
            return None
        cells[best] = text
    return 1, cells


def _close(page: PageText, place: int) -> Layout | None:
    """Return the layout of a header whose words stand close together: the one that fits a row below it."""
    ways = split_header(page.free[place][1])
    layouts = [_by_words(fields) for words in ways if (fields := fields_of(words)) and _is_plain(fields)]
    below = range(place + 1, min(place + 1 + _LOOK_BELOW, len(page.free)))
    if layouts:
        return max(layouts, key=lambda each: (sum(each.split(page, at) is not None for at in below), len(each.fields)))
    for words in ways[:1]:
        found = [field_of(word) for word in words]
        if looks_like_header(found) and (Field.NAME in found or Field.SYMBOL in found):
            return Layout(found, _no_row)
    return None


def _no_row(_page: PageText, _place: int) -> tuple[int, Cells] | None:
    """Return no cells: what stands below a header of another kind of table is no quote."""
    return None


def _is_plain(fields: Fields) -> bool:
    """Return whether no table of a header has two columns for one figure."""
    parts = [[each for each in fields[start:end] if each in FIGURES] for start, end in groups(fields)]
    return all(len(set(part)) == len(part) for part in parts)


def _by_words(fields: Fields) -> Layout:
    return Layout(fields, lambda page, place: _by_tokens(page, place, fields))


def _by_tokens(page: PageText, place: int, fields: Fields) -> tuple[int, Cells] | None:
    """Split a line whose cells stand close together: a token a column, and the words that are left are the name."""
    found = page.tokens(page.free[place][0])
    if page.style.spaced:
        found = joined(found) or found
    found = _without_currencies(found)
    cells: Cells = []
    at = 0
    for start, end in groups(fields):
        part = _group(found[at:], fields[start:end], is_last=end == len(fields))
        if part is None:
            return None
        taken, texts = part
        cells += texts
        at += taken
    return (1, cells) if at == len(found) else None


def _without_currencies(found: Sequence[Token]) -> list[Token]:
    """Join a currency behind a figure to it, and the parts of a time to each other: each is one cell."""
    whole: list[Token] = []
    for each in found:
        last = whole[-1] if whole else None
        if last and ((each.kind == "c" and last.kind in "ns") or (each.kind == last.kind == "t")):
            whole[-1] = replace(last, text=f"{last.text} {each.text}")
        else:
            whole.append(each)
    return whole


def _group(found: Sequence[Token], fields: Fields, *, is_last: bool) -> tuple[int, Cells] | None:
    """Split the tokens of one table; return how many it took, and its cells."""
    name = _name_of(fields)
    if name is None:
        return None
    back = fields[name + 1 :]
    most = len(found) - len(back)
    ends = range(most if is_last and most > name else name + 1, most + 1)
    for end in ends:
        front, label, behind = found[:name], found[name:end], found[end : end + len(back)]
        if not label or not all(map(_fits, [*fields[:name], *back], [*front, *behind])):
            continue
        text = without_bullet(" ".join(each.text for each in label))
        if _ends_in_figure(label) or not (is_label(text) or is_symbol(text)):
            return None
        return end + len(back), [*(each.text for each in front), text, *(each.text for each in behind)]
    return None


def _name_of(fields: Fields) -> int | None:
    """Return the column whose cells may have several words: the name's; each other cell is one token."""
    for kind in (Field.NAME, Field.SYMBOL, Field.CURRENCY):
        if kind in fields:
            return fields.index(kind)
    return None


def _fits(field: Field | None, token: Token) -> bool:
    """Return whether a token may be the cell of a column."""
    if field in FIGURES:
        return token.kind in "nspdx"
    if field is Field.SYMBOL:
        return is_symbol(token.text) or token.text.isdecimal()
    return token.kind not in "wp" if field not in TEXTS else token.kind != "p"


def _ends_in_figure(label: Sequence[Token]) -> bool:
    """Return whether a name ends in a figure that is a price's: then a cell of the row is missing."""
    return label[-1].kind in "nsp" and not label[-1].text.isdecimal()


def _listed(page: PageText, place: int) -> Layout | None:
    """Return the layout of a table of one cell a line; None where the lines name no last price and no move."""
    words: list[str] = []
    for _, text in page.free[place : place + _MOST_LISTED]:
        if len(text) > _LONGEST_CELL or field_of(text) is None:
            break
        words.append(text)
    fields = fields_of(words) if len(words) > 2 else None
    if fields is None or len(groups(fields)) > 1 or _name_of(fields) is None:
        return None
    return Layout(fields, lambda page, place: _by_lines(page, place, fields), len(words))


def _by_lines(page: PageText, place: int, fields: Fields) -> tuple[int, Cells] | None:
    """Return as many lines as the header has columns, if each may be the cell of its own."""
    lines = page.free[place : place + len(fields)]
    if len(lines) < len(fields):
        return None
    for (number, text), field in zip(lines, fields, strict=True):
        if len(text) > _LONGEST_CELL or not _may_hold(field, page.tokens(number), text):
            return None
    return len(fields), [text for _, text in lines]


def _may_hold(field: Field | None, found: Sequence[Token], text: str) -> bool:
    """Return whether a line may be the cell of a column."""
    if field in FIGURES:
        return all(each.kind in "nspdxca" for each in found) and any(each.kind in "nspdx" for each in found)
    if field in (Field.NAME, Field.SYMBOL):
        return is_label(text) or is_symbol(text) or (field is Field.SYMBOL and text.isdecimal())
    return True

"""Rows whose cells only single spaces part: the kinds of the columns show where the name of a row ends."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from tickerboard.parser.figures.grouping import joined
from tickerboard.parser.figures.tokens import with_letters, words_end
from tickerboard.parser.kinds import known_kind
from tickerboard.parser.names.labels import is_numbered_symbol, is_symbol, without_bullet
from tickerboard.parser.names.no_names import is_zone
from tickerboard.parser.strips.figures import INDEX_SIZES
from tickerboard.parser.tables.fields import FIGURES, MOVES, TEXTS, Field
from tickerboard.parser.tables.layouts.layout import groups, may_name, name_of
from tickerboard.parser.tables.months import is_month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.tables.layouts.layout import Cells, Fields

_MANY = 3
_DIGITS = 3
"""Digits of a group."""
_MOST_TAIL = 4
"""Words behind the last figure of a row."""
_HEAD, _GROUP = re.compile("[1-9][0-9]{0,2}"), re.compile(r"[0-9]{3}(?:[.,][0-9]+)?")
"""The first digits of a figure that spaces may group, and the next ones."""
_FEWEST_CODES = 2
"""Currencies that stand before the figures of a line; a lone one may end its name."""
_SIGNS = frozenset(("N", "Rs", "Rs.", "RM"))
"""Letters of a currency that are words elsewhere."""
_BUTTONS = frozenset(("buy", "sell", "trade", "kaufen", "acheter", "comprar"))


def by_lines(page: PageText, place: int, fields: Fields) -> tuple[int, Cells] | None:
    """Split a line, or one whose cells go on below it, on lines of figures alone."""
    if row := by_tokens(page, place, fields):
        return row
    found = _grouped(page, place)
    if not (words_end(found) and any(each.kind in "nsp" for each in found)):
        return None
    count = 1
    for at in range(place + 1, min(place + len(fields), len(page.free))):
        further = _in_cells(_grouped(page, at))
        if words_end(further):
            break
        found, count = [*found, *further], count + 1
    row = _in_groups(_in_cells(found), fields) if count > 1 else None
    return (count, row[1]) if row else None


def _grouped(page: PageText, place: int) -> Sequence[Token]:
    """Return the tokens of a line, joined where spaces group the digits of the page."""
    found = page.tokens(page.free[place][0])
    return (joined(found) or found) if page.style.spaced else found


def by_tokens(page: PageText, place: int, fields: Fields) -> tuple[int, Cells] | None:
    """Split a line whose cells stand close together: a token a column, and the words that are left are the name."""
    rows = [row for each in ways_of(page, place) if (row := _in_groups(each, fields))]
    of_longer = MOVES.isdisjoint(fields) and Field.PERIOD in fields  # no figure of the day tells the price
    may_be_joined = page.style.spaced is None and any(row != rows[0] for row in rows)  # `Top 10 256.80`
    if len(rows) > 1 and (of_longer or may_be_joined):
        at = name_of(fields) or 0
        rows = [row for row in rows if known_kind(row[1][at])]
        return rows[0] if len(rows) == 1 else None
    return (1, _without_torn(rows[0][1], fields)) if rows else None


def _without_torn(cells: Cells, fields: Fields) -> Cells:
    """Return cells without a volume that may be the first digits of the figure behind it: `20` before `340`."""
    if Field.VOLUME not in fields[:-1]:
        return cells
    at = list(fields).index(Field.VOLUME)
    is_torn = _HEAD.fullmatch(cells[at]) and _GROUP.fullmatch(cells[at + 1])
    return [*cells[:at], "", *cells[at + 1 :]] if is_torn else cells


def ways_of(page: PageText, place: int) -> list[list[Token]]:
    """Return the ways to take the tokens of a line for cells and the words of a name.

    Spaces may group the digits, too; the page's own way comes first.
    """
    found = page.tokens(page.free[place][0])
    grouped = joined(found)
    ways = [found] if grouped is None else [grouped, found] if page.style.spaced else [found, grouped]
    if any(each.text in _SIGNS for each in found):
        ways.append(_with_signs(found))
    if (lettered := with_letters(found)) is not found:
        ways.append(lettered)
    cells = [_in_cells(_with_codes(way)) for way in ways]
    return cells + [shorter for each in cells if (shorter := _without_tail(each))]


def first_cells(found: Sequence[Token], fields: Fields, *, is_spaced: bool) -> tuple[Cells, Cells] | None:
    """Return the first cells of a line, one for each field, and those behind them."""
    whole = _in_cells((joined(found) if is_spaced else None) or found)
    row = _group(whole, fields, is_last=False)
    return (row[1], [each.text for each in whole[row[0] :]]) if row else None


def _with_signs(found: Sequence[Token]) -> list[Token]:
    """Join a currency's letters that stand before a figure to it: `N 1155.50`."""
    whole: list[Token] = []
    for each in found:
        if whole and whole[-1].text in _SIGNS and each.kind == "n":
            whole[-1] = each._replace(text=f"{whole[-1].text} {each.text}")
        else:
            whole.append(each)
    return whole


def _with_codes(found: Sequence[Token]) -> Sequence[Token]:
    """Join the currencies of a line to the figures behind them, `KES 14.95`, where each stands before one."""
    places = [at for at, each in enumerate(found) if each.kind == "c"]
    before = [at for at in places if at + 1 < len(found) and found[at + 1].kind in "ns"]
    if len(places) < _FEWEST_CODES or before != places:
        return found
    whole = list(found)
    for at in reversed(before):
        code, figure = whole[at : at + 2]
        whole[at : at + 2] = [figure._replace(text=f"{code.text} {figure.text}", currency=code.currency)]
    return whole


def _without_tail(found: list[Token]) -> list[Token]:
    """Return a row without the words behind its last figure, such as a button `Trade`; nothing where there are none."""
    end = next((at for at in range(len(found), 0, -1) if found[at - 1].kind != "w"), 0)
    return found[:end] if len(found) - _MOST_TAIL <= end < len(found) else []


def _in_groups(found: Sequence[Token], fields: Fields) -> tuple[int, Cells] | None:
    """Split the tokens of a line into the cells of the tables that stand side by side."""
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


def _in_cells(found: Sequence[Token]) -> list[Token]:
    """Join a currency or an arrow behind a figure to it, and the parts of a time or a contract month: each is one cell.

    An arrow behind a figure without a sign may be the next one's.
    """
    whole: list[Token] = []
    for each in found:
        last = whole[-1] if whole else None
        is_unit = each.kind == "c" or (
            each.kind == "w" and len(each.text) > 2 and each in whole
        )  # `19.7M BTC` behind `Bitcoin BTC`
        is_time = each.kind == "t" or (each.kind == "w" and is_zone(each.text))
        is_year = (
            len(whole) == 1
            and each.text.isdecimal()
            and is_month(whole[0].text)
            and is_month(f"{whole[0].text} {each.text}")
        )
        is_arrow = each.kind == "a" and last is not None and last.kind == "p" and last.is_signed
        if last and (is_year or is_arrow or (is_unit and last.kind in "ns") or (is_time and last.kind == "t")):
            whole[-1] = last._replace(text=f"{last.text} {each.text}")
        else:
            whole.append(each)
    return whole


def _group(found: Sequence[Token], fields: Fields, *, is_last: bool) -> tuple[int, Cells] | None:
    """Split the tokens of one table; return how many it took, and its cells."""
    name = name_of(fields)
    if name is None:
        return None
    back = fields[name + 1 :]
    most = len(found) - len(back)
    ends = range(most if is_last and most > name else name + 1, most + 1)
    for end in ends:
        front, label, behind = found[:name], found[name:end], found[end : end + len(back)]
        if not label or not all(map(_fits, [*fields[:name], *back], [*front, *behind])):
            continue
        front, label = _with_class(front, _without_button(label), fields[:name])
        text = name_before(label, behind, fields[name])
        if not text:
            return None
        return end + len(back), [*(each.text for each in front), text, *(each.text for each in behind)]
    return None


def name_before(label: Sequence[Token], behind: Sequence[Token], field: Field | None) -> str:
    """Return the name that tokens before the cells of a row are; empty where they name nothing, or hold a figure."""
    text = without_bullet(" ".join(each.text for each in label))
    return "" if _ends_in_figure(label) or _is_torn(label, behind) or not may_name(field, text) else text


def _without_button(label: Sequence[Token]) -> Sequence[Token]:
    """Return a name without a button behind it, such as `Buy`."""
    return label[:-1] if len(label) > 1 and label[-1].text.lower() in _BUTTONS else label


def _with_class(
    front: Sequence[Token], label: Sequence[Token], fields: Fields
) -> tuple[Sequence[Token], Sequence[Token]]:
    """Put the letter of a share's class to its symbol, where the name ends in it too: `VOLV B` of `VOLV B Volvo B`."""
    letter = label[0].text
    if len(label) < 3 or fields[-1:] != [Field.SYMBOL] or len(letter) > 1 or label[-1].text != letter:
        return front, label
    return [*front[:-1], front[-1]._replace(text=f"{front[-1].text} {letter}")], label[1:]


def _fits(field: Field | None, token: Token) -> bool:
    """Return whether a token may be the cell of a column."""
    if field in FIGURES:
        return token.kind in "nspdx"
    if field is Field.SYMBOL:
        return is_symbol(token.text) or (token.text.isdecimal() and token.text not in INDEX_SIZES)
    return token.kind != "w" if field not in TEXTS else token.kind != "p"


def _ends_in_figure(label: Sequence[Token]) -> bool:
    """Return whether a name ends in a figure that is a price's: then a cell of the row is missing."""
    if len(label) == 1 and is_numbered_symbol(label[0].text):
        return False
    return label[-1].kind in "nsp" and not label[-1].text.isdecimal()


def _is_torn(label: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Return whether a name ends in the first digits of a figure that spaces group: `Acme 8 361` before `272`."""
    numbers = [each.text for each in takewhile(lambda each: each.kind in "nsp", reversed(label[1:]))]
    if len(numbers) != 1 or not behind:
        return len(numbers) > 1
    is_group = len(behind[0].text) == _DIGITS and behind[0].text.isdecimal()
    return is_group and known_kind(" ".join([each.text for each in label])) is None


def is_like_row(found: Sequence[Token]) -> bool:
    """Return whether tokens look like a row of figures: words first, and more figures than a sentence has."""
    return bool(found) and found[0].kind == "w" and found[-1].kind in "nspdtx" and sum(map(_is_figure, found)) >= _MANY


def _is_figure(token: Token) -> bool:
    return token.kind in "nsp"

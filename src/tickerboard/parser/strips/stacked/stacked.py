"""`KSE100` / `86,057.51` / `807.42` / `(0.95%)`: a name above its figures, which stand on one line or on several.

Bullets before the name, dates, currencies and notes between the figures, such as advertising, are passed over. Else a
name is the line right above the figures, so that no sentence further up becomes one.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tickerboard.parser import reasons
from tickerboard.parser.audit import decimals
from tickerboard.parser.figures.grouping import joined
from tickerboard.parser.figures.tokens import shape_of, tokens, words_end
from tickerboard.parser.kinds import is_bond, known_kind
from tickerboard.parser.names.between import heading_end, is_between, is_listing, is_update, is_worth, session_end
from tickerboard.parser.names.labels import (
    Name,
    has_label_shape,
    is_label,
    is_plain_code,
    is_plain_symbol,
    without_bullet,
)
from tickerboard.parser.names.no_names import is_note, is_other_session, named_part
from tickerboard.parser.strips.directions import directed
from tickerboard.parser.strips.figures import read_figures, read_price_again
from tickerboard.parser.strips.plain import read_plain_blocks
from tickerboard.parser.strips.proof import proven, refused
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.strips.rows import Row, resolve_signs
from tickerboard.parser.strips.stacked.bonds import bond_below
from tickerboard.parser.strips.stacked.doubts import DOUBTS, Stack
from tickerboard.parser.strips.stacked.names import LONGEST, names_of
from tickerboard.parser.strips.stacked.previous import bear_out
from tickerboard.parser.strips.stacked.problems import report_cut, report_orphans, report_stale
from tickerboard.text.numbers import has_digit
from tickerboard.text.word_lists import phrase_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.strips.figures import Figures
    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.strips.plain import PlainRow

_MOST_LINES = 8
_FARTHEST = 14
"""Lines from a name down to its move, at most: those of another session, and those of its figures."""
_REPEATED = 3
"""Rows of one label and different figures that show that it is not their name."""
_BULLETS = "•▪◦‣●■ "
_ICON = 16
# Keys of a security's data sheet; the line below one is its value.
_KEYS = phrase_set("wkn|isin|börse|exchange|handelsplatz|symbol|ticker|währung|currency|valor|bourse")


def read(page: PageText) -> StripReading:
    """Read rows of a name line and one to eight lines of figures, with or without blank lines between."""
    reading = StripReading()
    rows = _rows(page)
    _name_apart(page, rows)
    for doubts, message in DOUBTS:
        doubtful = doubts(page, rows)
        for each in doubtful:
            reading.refuse(each.lines(page), message)
        rows = _without(rows, doubtful)
    bear_out(page, rows)
    ways = directed(page, [(_lines(page, each), each.figures) for each in rows])
    for each, figures in zip(rows, ways, strict=True):
        each.figures = figures
    found = proven(rows)
    for each in refused(rows, found):
        reading.refuse(each.lines(page), reasons.UNPROVEN)
    resolve_signs([_as_row(page, each, name) for each, name in zip(found, names_of(page, found), strict=True)], reading)
    report_stale(page, found, reading)
    report_orphans(page, reading)
    if found:
        report_cut(page, reading)
    reading.problems.sort(key=lambda each: each.line)
    return reading


def _without(rows: Sequence[Stack], others: Sequence[Stack]) -> list[Stack]:
    left_out = set(map(id, others))
    return [each for each in rows if id(each) not in left_out]


def _lines(page: PageText, row: Stack) -> range:
    """Return the numbers of the lines from a row's name down to its last figure."""
    return range(page.free[row.place][0], page.free[row.place + row.count - 1][0] + 1)


def _rows(page: PageText) -> list[Stack]:
    found: list[Stack] = []
    plain = read_plain_blocks([text for _, text in page.free])
    end = 0
    for place in page.above_moves(_FARTHEST):
        if place >= end and (row := _row(page, place, plain.get(place))):
            found.append(row)
            end = place + row.count
    return found


def _name_apart(page: PageText, rows: list[Stack]) -> None:
    """Look for the names further up where the line above the figures, such as an exchange's, is the same in most rows.

    A row without a name of its own there is left out.
    """
    labels = Counter(each.label for each in rows)
    label, count = labels.most_common(1)[0] if labels else ("", 0)
    if (
        count < _REPEATED
        or count * 2 <= len(rows)
        or len({each.figures for each in rows if each.label == label}) < count
    ):
        return
    nameless: list[Stack] = []
    for each in [each for each in rows if each.label == label]:
        code = page.free[each.place - 1][1] if each.place else ""
        name = page.free[each.place - 2][1] if each.place > 1 else ""
        if is_plain_code(code) and is_label(name):
            each.label, each.place, each.count = f"{code} {name}", each.place - 2, each.count + 2
        else:
            nameless.append(each)
    rows[:] = _without(rows, nameless)


def _row(page: PageText, place: int, plain: PlainRow | None) -> Stack | None:
    """Read the row that begins here, as many lines as make one; None if a line is no name, or no figures follow.

    `plain` is the plain row that does, which counts where it adds up.
    """
    number, text = page.free[place]
    if number in page.lone or is_listing(text, _above(page, place)):
        return None
    if plain and plain.is_sound and (row := _named(page, place, plain.label, plain.text.count("\n"), plain.figures)):
        return row
    if len(text) > LONGEST or text[-1] == ":":
        return None
    named = named_part(without_bullet(text))
    headed = heading_end(page, place, named)
    if not _has_figure(page, headed):
        return None
    label, figures = _label(page.tokens(number) if named == text else tokens(named), named)
    if label is None:
        return None
    below = _figure_lines(page, place, headed)
    if not below or not has_label_shape(label):
        return None
    if found := bond_below(label, below, page.style) if is_bond(label) else _complete(page, figures, below):
        return _named(page, place, label, *found)
    numbered = f"{label} {figures[0].text}" if len(figures) > 1 else ""
    if not _is_known(numbered):  # `FTSE 100 6,806.46`; a hundred shares of another
        return None
    found = _complete(page, figures[1:], below)
    return _named(page, place, numbered, *found) if found else None


def _is_known(label: str) -> bool:
    """Return whether a label is well-known, be it behind a symbol: `SPX S&P 500`."""
    symbol, _, name = label.partition(" ")
    return known_kind(label) is not None or (is_plain_symbol(symbol) and known_kind(name) is not None)


def _named(page: PageText, place: int, label: str, count: int, figures: Figures) -> Stack | None:
    """Return a row whose name, or a key below its name, stands at a place, and its figures on so many lines below."""
    above = _above_keys(page, place)
    if above < place:
        label = without_bullet(page.free[above][1])
    return Stack(above, place - above + count + 1, label, figures) if has_label_shape(label) else None


def _complete(page: PageText, figures: Sequence[Token], below: Sequence[list[Token]]) -> tuple[int, Figures] | None:
    """Return how many of the lines below complete a row, and its figures: the first that add up, or else the most."""
    best = None
    row = list(figures)
    for count, line in enumerate(below, 1):
        if best and line and line[0].kind == "n" and not below[count - 2]:
            break  # behind a whole row a note such as `AD` may be the next one's symbol
        row += line
        shape = shape_of(row)
        if not line or ("p" not in shape and shape != "nss"):
            continue
        found = read_figures(row, page.style) or read_price_again(row, page.style)
        if found is None or found.absorbed or found.percent is None:
            continue
        if found.is_sound:
            return count, found
        if (not figures and any(each.kind in "nsp" for each in line)) or (_is_one(figures) and _is_move(found, line)):
            best = count, found
    return best


def _is_one(figures: Sequence[Token]) -> bool:
    """Return whether figures behind a name are one, perhaps grouped by spaces behind a currency: `€ 1 195,30`."""
    numbers = [each for each in figures if each.kind != "c"]
    return len(numbers) == 1 or (figures[:1] != numbers[:1] and len(joined(numbers) or numbers) == 1)


def _is_move(row: Figures, line: Sequence[Token]) -> bool:
    """Return whether a line is the percent of a price with decimals on the name's line: `DAX 84.03` above `+2.14%`."""
    return shape_of(line) == "p" and line[0].is_signed and row.change is None and decimals(row.last) > 0


def _has_figure(page: PageText, place: int) -> bool:
    """Return whether a figure, or a note before one, may stand on a line; looked at first, for most have none."""
    if place >= len(page.free):
        return False
    text = page.free[place][1]
    if len(text) > LONGEST:
        return is_update(text)
    return (
        has_digit(text)
        or is_other_session(text)
        or (len(text) < _ICON and " " not in text)
        or is_between(text, _above(page, place))
    )


def _above_keys(page: PageText, place: int) -> int:
    """Return the place of the name above keys and values, such as `ISIN` / `DE0008469008`, that end at a place."""
    while place > 1 and page.free[place - 1][1].lower().rstrip(":") in _KEYS:
        above = place - 2
        if above and page.free[above - 1][1].lower().rstrip(":") in _KEYS:
            place = above
        else:
            return above
    return place


def _above(page: PageText, place: int) -> str:
    return without_bullet(page.free[place - 1][1]) if place else ""


def _figure_lines(page: PageText, place: int, headed: int) -> list[list[Token]]:
    """Return the tokens of the lines below that hold nothing but figures; of a note between them none.

    `headed` is the place behind the heading that says the name again.
    """
    start = session_end(page, headed)
    below: list[list[Token]] = [[] for _ in range(place + 1, start)]
    for at, (number, text) in enumerate(page.free[start : start + _MOST_LINES], start):
        if len(text) > LONGEST and not is_update(text):
            break
        plain = text.lstrip(_BULLETS)  # a dash may be a minus
        found = page.tokens(number) if plain == text else tokens(plain)
        if words_end(found):
            if is_between(text, _above(page, at)):
                below.append([])
                continue
            found = [each for each in found if each.kind != "w" or not is_note(each.text)]
        if not found or words_end(found):
            break
        below.append([] if is_worth(found) else found)
    while below and not below[-1]:
        below.pop()
    return below


def _label(found: Sequence[Token], text: str) -> tuple[str | None, list[Token]]:
    """Split a name line into the name and the figures on it: `NIKKEI 225` is a name, `KSE100 188,202.86` is both."""
    end = words_end(found)
    behind = list(found[end:])
    if not end and all(each.kind == "c" for each in found):
        return text, []
    if not end:
        return None, []
    if all(each.kind == "c" for each in behind):  # the currency is part of the name: `Bitcoin USD`
        return without_bullet(text), []
    if all(each.text.isdecimal() and len(each.text) <= 4 for each in behind if each.kind == "n") and {
        each.kind for each in behind
    } <= set("nd"):
        return without_bullet(text), []
    return without_bullet(" ".join(each.text for each in found[:end])), behind


def _as_row(page: PageText, found: Stack, name: Name) -> Row:
    lines = found.lines(page)
    text = " / ".join([without_bullet(text) for _, text in lines])
    return Row.of([number for number, _ in lines], name, found.figures, text)

"""`Last 228.87` / `Change +3.12` / `Open 226.10`: the figures of one quote, each beside its name or below it.

The name of the quote stands above them, or has a key of its own (`Symbol: ACME`). It must be a symbol, a company or
well-known: a sheet below any other line, such as `Key data`, is a problem.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tickerboard.parser import reasons
from tickerboard.parser.figures.currencies import code_of
from tickerboard.parser.figures.style import decide
from tickerboard.parser.figures.tokens import tokens
from tickerboard.parser.names.above import name_above
from tickerboard.parser.names.labels import Name, read_name
from tickerboard.parser.strips.keys import inline, key_field, may_be
from tickerboard.parser.strips.reading import StripReading, on_one_line
from tickerboard.parser.strips.rows import Row, resolve_signs
from tickerboard.parser.tables.fields import FIGURES, MOVES, QUOTED, WEAK, WORDS, Field
from tickerboard.parser.tables.headers.header import fields_of
from tickerboard.parser.tables.keyed import fitting, read_keyed
from tickerboard.parser.tables.row_figures import figures_of
from tickerboard.parser.tables.rows import Cell
from tickerboard.text.numbers import DOWN, UP
from tickerboard.text.word_lists import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.tables.row_figures import RowFigures

_LONGEST = 100
_MOST_LINES = 40
"""Lines of a sheet, before its last price or behind it."""
_STRANGERS = 2
"""Lines between two keys that are none, such as a date."""
_FEWEST = 2
"""Figures of a sheet: a last price and a move."""
_FIRST = WEAK.union(each.split()[0] for each in phrases(WORDS[Field.LAST].casefold()))
"""How the key of a last price begins, looked at first: few lines of a page do."""
_KEY_AND_VALUE = 2
"""Lines of a key and its value."""
_MOVE_KEY = "Change"


@dataclass(frozen=True, slots=True)
class _Pair:
    """A key and its value, and the first and the last of their lines, by their places."""

    field: Field
    key: str
    value: str
    first: int
    last: int


@dataclass(slots=True)
class _Sheet:
    """Keys that stand together, and where their lines begin and end."""

    pairs: list[_Pair] = field(default_factory=list)

    @property
    def start(self) -> int:
        """The place of the first line."""
        return self.pairs[0].first

    @property
    def end(self) -> int:
        """The place behind the last line."""
        return self.pairs[-1].last + 1

    def value(self, kind: Field) -> str:
        """Return the value of a field, empty where the sheet has no such key or several values for it."""
        found = {pair.value for pair in self.pairs if pair.field is kind}
        return found.pop() if len(found) == 1 else ""


def read(page: PageText) -> StripReading:
    """Read every sheet that has a last price, a change or a percent, and one more figure."""
    reading = StripReading()
    if _FIRST.isdisjoint(_words(page)):
        return reading
    rows: list[Row] = []
    behind = 0
    passed = page.lone
    if _FIRST.isdisjoint(" ".join([row.label for row in page.plain.values()]).casefold().split()):
        passed = passed.union(page.plain)
    for place, (number, text) in enumerate(page.free):
        if number in passed or place < behind or len(text) > _LONGEST or not _may_begin(text):
            continue
        if all(pair.field is not Field.LAST for pair in _pairs(page, place, place + 1)):
            continue
        sheet = _sheet_at(page, place, behind)
        if sheet is not None:
            rows += _row(page, sheet, behind, reading)
            behind = sheet.end
    resolve_signs(rows, reading)
    reading.problems.sort(key=lambda each: each.line)
    return reading


def _words(page: PageText) -> list[str]:
    """Return the words of all lines that a sheet may have, in small letters and without colons and bars."""
    text = "\n".join([text for _, text in page.free if len(text) <= _LONGEST])
    return text.casefold().replace(":", " ").replace("|", " ").split()


def _may_begin(text: str) -> bool:
    """Return whether a line may hold a last price: it begins with its key, or a symbol in brackets stands before it."""
    if ") " in text:
        text = text.partition(") ")[2] or text
    first, *behind = text.split(maxsplit=2)
    return first.strip(":|").casefold() in _FIRST or (bool(behind) and behind[0].strip(":|").casefold() in _FIRST)


def _sheet_at(page: PageText, place: int, behind: int) -> _Sheet | None:
    """Return the sheet that a line with a last price belongs to; None where its keys are too few."""
    pairs = _pairs(page, max(behind, place - _MOST_LINES), min(len(page.free), place + _MOST_LINES))
    sheet = _Sheet()
    for pair in pairs:
        if sheet.pairs and (pair.first - sheet.end > _STRANGERS or pair.key == sheet.pairs[0].key):
            if sheet.end > place:
                break
            sheet = _Sheet()
        sheet.pairs.append(pair)
    kinds = {pair.field for pair in sheet.pairs}
    figures = kinds & (FIGURES | {Field.OTHER})
    is_whole = Field.LAST in kinds and not kinds.isdisjoint(MOVES) and len(figures) >= _FEWEST
    return sheet if is_whole and sheet.start <= place < sheet.end else None


def _pairs(page: PageText, start: int, end: int) -> Iterator[_Pair]:
    """Yield the keys of some lines with their values, on the same line or on the one below.

    A move right below the last price needs no key.
    """
    place = start
    while place < end:
        text = page.free[place][1]
        below = page.free[place + 1] if place + 1 < len(page.free) else None
        if (kind := key_field(text)) and below and may_be(kind, below[1], page.tokens(below[0])):
            yield _Pair(kind, text, below[1], place, place + 1)
            place += 2
            if kind is Field.LAST and place < end and _is_move(page.tokens(page.free[place][0])):
                yield _Pair(Field.CHANGE, _MOVE_KEY, page.free[place][1], place, place)
                place += 1
            continue
        if len(text) <= _LONGEST:
            for kind, key, value in inline(text):
                yield from _parted(_Pair(kind, key, value, place, place))
        place += 1


def _parted(pair: _Pair) -> Iterator[_Pair]:
    """Yield the last price and the move beside it, `Price 226.10 +1.41%`, as two pairs; any other pair as it is."""
    found = tokens(pair.value) if pair.field is Field.LAST else []
    if len(found) > 1 and _is_move(found[1:]):
        yield replace(pair, value=found[0].text)
        yield replace(pair, field=Field.CHANGE, key=_MOVE_KEY, value=" ".join(each.text for each in found[1:]))
    else:
        yield pair


def _is_move(found: Sequence[Token]) -> bool:
    """Return whether a line is a signed change, a signed percent, or both, and nothing else."""
    return bool(found) and all(each.kind in "sp" and each.marks for each in found) and len(found) < _FEWEST + 1


def _row(page: PageText, sheet: _Sheet, behind: int, reading: StripReading) -> list[Row]:
    """Return the row of a sheet; none, and a problem, where its figures are unclear or nothing names it."""
    lines = page.free[sheet.start : sheet.end]
    figures = _figures(sheet, page)
    if figures is None or figures.last is None:
        reading.refuse(lines, "the figures of a quote, of which one cannot be read")
        return []
    if _is_cut(page, sheet):
        reading.refuse(lines, reasons.CUT, "cut-line")
        return []
    name = _name(page, sheet, behind, reading)
    if name is None:
        reading.refuse(lines, "the figures of a quote, but nothing shows of what")
        return []
    further = fitting(_further(sheet, page, figures), figures.last, figures.change, figures.percent)
    marks = figures.marks or _way(figures.last, further.get(Field.PREVIOUS))
    currency = figures.currency or code_of(sheet.value(Field.CURRENCY))
    numbers, text = [number for number, _ in lines], on_one_line(lines)
    row = Row(numbers, name, figures.last, figures.change, figures.percent, marks, text, currency=currency)
    return [row.with_further(further)]


def _is_cut(page: PageText, sheet: _Sheet) -> bool:
    """Return whether a page ends within a sheet: in a figure of the quote, or in what stands behind its only move."""
    last = sheet.pairs[-1]
    if sheet.end == len(page.free):
        return last.field in QUOTED and not last.value.endswith(("%", ")"))
    has_percent = any("%" in pair.value for pair in sheet.pairs if pair.field in MOVES)
    return len(page.free) - sheet.end <= _KEY_AND_VALUE and not has_percent


def _figures(sheet: _Sheet, page: PageText) -> RowFigures | None:
    """Return the last price and the move; None where one is damaged, or one field has different figures."""
    fields = fields_of([pair.key.rstrip(": ") for pair in sheet.pairs]) or []
    own = [(kind, pair.value) for kind, pair in zip(fields, sheet.pairs, strict=False) if kind in QUOTED]
    cells = dict(own)
    if any(cells[kind] != value for kind, value in own):
        return None
    style = decide([each.body for _, value in own for each in tokens(value)], otherwise=page.style)
    return figures_of(list(cells), [Cell(value) for value in cells.values()], [style] * len(cells))


def _further(sheet: _Sheet, page: PageText, figures: RowFigures) -> dict[Field, Decimal]:
    """Return the further figures, without one at the page's end, where it may be cut, unless the change proves it."""
    found = _keyed(sheet.pairs, page)
    is_previous = sheet.pairs[-1].field is Field.PREVIOUS
    if sheet.end < len(page.free) or (is_previous and _is_proven(found.get(Field.PREVIOUS), figures)):
        return found
    return _keyed(sheet.pairs[:-1], page)


def _keyed(pairs: Sequence[_Pair], page: PageText) -> dict[Field, Decimal]:
    return read_keyed([text for pair in pairs for text in (pair.key.rstrip(": "), pair.value)], page.style)


def _is_proven(previous: Decimal | None, figures: RowFigures) -> bool:
    """Return whether the change is exactly what lies between a previous close and the last price."""
    if previous is None or figures.last is None or not figures.change:
        return False
    return abs(figures.last - previous) == figures.change


def _way(last: Decimal, previous: Decimal | None) -> str:
    """Return the arrow of a move without a sign, where the previous close shows it."""
    if previous is None or previous == last:
        return ""
    return UP if last > previous else DOWN


def _name(page: PageText, sheet: _Sheet, behind: int, reading: StripReading) -> Name | None:
    """Return the name of a sheet: that of its own keys, or that of the lines above it, of which its own is taken."""
    symbol, name = sheet.value(Field.SYMBOL), sheet.value(Field.NAME)
    if symbol:
        plain = read_name(symbol)
        return Name(plain.symbol, name or None, plain.label)
    lines = page.free[behind : sheet.start]
    found = name_above([text for _, text in lines])
    if found is None:
        return None
    reading.take([lines[-found[1]][0]])
    return found[0]

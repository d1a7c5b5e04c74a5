"""`KEL 4.66 4.70 4.60 4.65 -0.05 -1.06% 1,234,567`: rows of many figures below no header that names them.

The figures stand on the line of the name, or each on a line below it. Which column is the last price shows in the
arithmetic: the only one that adds up with change and percent in every row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from tickerboard.parser import reasons
from tickerboard.parser.figures.grouping import joined
from tickerboard.parser.names.labels import is_company, is_fund, is_label, is_venue, proves_itself, without_bullet
from tickerboard.parser.names.lists import read_names, without_ranks
from tickerboard.parser.phrases.domains import names_market
from tickerboard.parser.phrases.expected import names_expected
from tickerboard.parser.phrases.periods import begins_with_day, without_period
from tickerboard.parser.problems import problem
from tickerboard.parser.strips.figures import ends_name
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.tables.fields import Field
from tickerboard.parser.tables.headless import fields_by_arithmetic, fields_by_closes
from tickerboard.parser.tables.rows import Cell, Table
from tickerboard.parser.tables.table import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.strips.page_text import PageText

_FEWEST_FIGURES, _FEWEST_BARE = 4, 3
"""Figures of a row, and of one without a percent sign."""
_FEWEST_ROWS, _FEWEST_BARE_ROWS = 2, 3
_FEWEST_TIMES = 2
"""Percents of a row of which the first alone may be the day's."""
_LONGEST = 200
_CLOSED = frozenset(".!?:;,")
_LONGEST_LABEL = 64
_MOST_LINES = 12
_MOST_TAIL = 2
"""Words behind the figures of a row, such as an exchange or a button."""
_SEVERAL = re.compile(r"(?:[0-9][0-9.,]*[^0-9\s]{0,3} [^0-9]{0,4}){2}[0-9]")
"""Three figures side by side: a look before a line is read."""
_ABOVE = 8
"""Lines above rows of two prices that say that they are prices of a market."""
_PRICE = re.compile(
    r"\b(?:prices?|last|clos(?:e|ing)|nav|kurse?|schluss|\w*preis|cours|val(?:eur|or) liquidativ[eo]|cl[oô]ture|precio"
    r"|cierre|pre[cç]o|prezzo|цена|курс|cena|kurz|wartość jednostki|hodnota|árfolyam|slotkoers|harga|fiyat|τιμή|giá)\b",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(r"\b52[ -]?w(?:ee)?ks?\b|\byear(?:ly)? (?:high|low|range)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Row:
    """A label and its figures, which stand on `count` lines from `place` on; `tail` are the words behind them.

    `is_of_day` is whether a header says that the percent is the day's.
    """

    place: int
    count: int
    label: str
    figures: Sequence[Token]
    tail: str = ""
    is_of_day: bool = False

    @property
    def shape(self) -> tuple[str, str, bool]:
        """The kinds of the figures, signed or not, and what stands behind them; one exchange is as good as another."""
        kinds = "".join("n" if each.kind == "s" else each.kind for each in self.figures)
        return kinds, "venue" if is_venue(self.tail) else self.tail, self.count > 1

    @property
    def is_bare(self) -> bool:
        """Whether only arithmetic shows which of the figures is the percent, or words behind them may say anything."""
        if self.is_of_day:
            return False
        percents = sum(each.kind == "p" for each in self.figures)
        return percents != 1 or len(self.figures) < _FEWEST_FIGURES or not (is_venue(self.tail) or not self.tail)


def read(page: PageText) -> StripReading:
    """Read runs of two rows or more with the same columns, of which exactly one can be the last price.

    Rows without a percent sign are reported where their names are of anything, and in doubt where only the page says
    nothing of a market: then each has to prove itself. Rows of a longer time are reported where they may be quotes.
    """
    reading = StripReading()
    for rows, table in _tables(page):
        if _is_of_longer_time(page, rows[0]):
            if _are_named(rows) or page.is_of_market:
                _refuse(page, rows, reading, reasons.OTHER_TIME)
        elif (rows[0].is_bare and not _are_named(rows)) or _may_be_targets(page, rows[0], table):
            _refuse(page, rows, reading)
        elif (not rows[0].is_bare or page.is_of_market) and read_table(table, page.style, reading):
            reading.take(page.free[at][0] for row in rows for at in range(row.place, row.place + row.count))
        else:
            lines = (page.free[row.place] for row in rows)
            reading.doubts += [problem(number, "not-a-quote", reasons.UNPROVEN, text) for number, text in lines]
    return reading


def _refuse(page: PageText, rows: Sequence[_Row], reading: StripReading, why: str = reasons.UNPROVEN) -> None:
    for row in rows:
        reading.refuse([page.free[row.place]], why)


def _tables(page: PageText) -> Iterator[tuple[list[_Row], Table]]:
    """Return the runs whose columns their arithmetic shows, each with its table."""
    for run in _runs(page):
        rows = _of_day(page, run)
        labels = without_ranks([row.label for row in rows])
        cells = [
            [Cell(label), *(Cell(each.text) for each in row.figures)] for label, row in zip(labels, rows, strict=True)
        ]
        fields = _fields(page, rows, cells)
        if fields:
            fields[0] = Field.SYMBOL
            yield rows, Table(fields, [(page.free[row.place][0], each) for row, each in zip(rows, cells, strict=True)])


def _runs(page: PageText) -> Iterator[list[_Row]]:
    """Return the runs of rows of one shape; without a percent sign they stand right below each other."""
    run: list[_Row] = []
    for row in _rows(page):
        if run and (not _are_alike(row, run) or (row.is_bare and row.place > run[-1].place + 1)):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _are_alike(row: _Row, run: Sequence[_Row]) -> bool:
    """Return whether a row has the columns of each row of a run: a dash stands for any figure."""
    if row.shape == run[-1].shape:
        return True
    return all(
        row.shape[1:] == each.shape[1:]
        and len(row.figures) == len(each.figures)
        and all(one == other or "d" in (one, other) for one, other in zip(row.shape[0], each.shape[0], strict=True))
        for each in run
    )


def _of_day(page: PageText, rows: list[_Row]) -> list[_Row]:
    """Return rows without the percents behind the first, where a header says that it is the day's and they are not."""
    kinds = [each.kind for each in rows[0].figures]
    if kinds.count("p") < _FEWEST_TIMES or not begins_with_day(_line_above(page, rows[0])):
        return rows
    end = kinds.index("p") + 1
    return [replace(row, figures=row.figures[:end], is_of_day=True) for row in rows]


def _fields(page: PageText, rows: Sequence[_Row], cells: Sequence[Sequence[Cell]]) -> list[Field | None] | None:
    """Return the fields of the columns of a run; without a percent sign it has more rows."""
    if len(rows) < (_FEWEST_BARE_ROWS if rows[0].is_bare else _FEWEST_ROWS):
        return None
    columns = [[cell.text for cell in column] for column in zip(*cells, strict=True)]
    fields = fields_by_arithmetic(columns, page.style)
    if fields and (not rows[0].is_bare or _are_prices(fields, cells)):
        return fields
    above = _above(page, rows[0])
    is_of_prices = names_market(above) and _PRICE.search(" ".join(above)) is not None
    return fields_by_closes(columns, page.style) if is_of_prices else None


def _above(page: PageText, row: _Row) -> Sequence[str]:
    number, _ = page.free[row.place]
    return page.lines[max(0, number - _ABOVE) : number - 1]


def _may_be_targets(page: PageText, row: _Row, table: Table) -> bool:
    """Return whether one of the two prices of rows may be an expected one, as a line above says."""
    return Field.PREVIOUS in table.fields and any(map(names_expected, _above(page, row)))


def _are_prices(fields: Sequence[Field | None], cells: Sequence[Sequence[Cell]]) -> bool:
    """Return whether one of the last prices has decimals: whole numbers alone may be points or counts."""
    at = list(fields).index(Field.LAST)
    return any(not each.body.isdecimal() for row in cells for each in row[at].tokens)


def _are_named(rows: Sequence[_Row]) -> bool:
    """Return whether every other name of some rows is a symbol, a company or well-known."""
    labels = without_ranks([row.label for row in rows])
    names = zip(read_names(labels), labels, strict=True)
    named = [name.name or proves_itself(label) or is_company(label) or is_fund(label) for name, label in names]
    return sum(map(bool, named)) * 2 >= len(labels)


def _is_of_longer_time(page: PageText, row: _Row) -> bool:
    """Return whether the line above a row names another time than the day, as a header with `Week %` does."""
    above = _line_above(page, row)
    return without_period(_OF_YEAR.sub(" ", above)) is not None and not begins_with_day(above)


def _line_above(page: PageText, row: _Row) -> str:
    return next((text for text in reversed(page.lines[: page.free[row.place][0] - 1]) if text.strip()), "")


def _rows(page: PageText) -> Iterator[_Row]:
    """Return the rows of a page: a label and three figures or more."""
    places = page.others
    stacks = frozenset(page.above_moves(_MOST_LINES)) if places else ()
    lines = _lines(page) if places else ()
    for place in places:
        number, text = page.free[place]
        if "|" in text:
            continue
        row = _line(page, number, place) if place in lines else None
        if row is None and place in stacks and len(text) <= _LONGEST_LABEL and any(map(str.isalpha, text)):
            row = _stack(page, place)
        if row:
            yield row


def _lines(page: PageText) -> set[int]:
    """Return the places of the lines that may be rows: of those right below each other one at least shows a move."""
    found: set[int] = set()
    for may_be, run in groupby(enumerate(page.free), key=lambda each: _may_be_row(each[1][1])):
        lines = list(run) if may_be else []
        if any(number in page.moving for _, (number, _) in lines):
            found.update(place for place, _ in lines)
    return found


def _may_be_row(text: str) -> bool:
    return len(text) <= _LONGEST and text[-1] not in _CLOSED and ("%" in text or _SEVERAL.search(text) is not None)


def _line(page: PageText, number: int, place: int) -> _Row | None:
    """Read a line: the longest run of figures side by side, the name before it and perhaps words behind it."""
    found = page.tokens(number)
    if page.style.spaced:
        found = joined(found) or found
    start, end = _longest(found)
    label = " ".join(each.text for each in found[:start])
    while end - start > _FEWEST_BARE and ends_name(label, found[start]):
        label, start = f"{label} {found[start].text}", start + 1
    tail = found[end:]
    if len(tail) > _MOST_TAIL or any(each.kind != "w" or without_period(each.text) is not None for each in tail):
        return None
    return _row(place, 1, without_bullet(label), found[start:end], " ".join(each.text for each in tail))


def _longest(found: Sequence[Token]) -> tuple[int, int]:
    """Return the first of the longest runs of figures in some tokens."""
    best = (0, 0)
    start = 0
    for at, each in enumerate(found, 1):
        if each.kind in "wxa":
            start = at
        elif at - start > best[1] - best[0]:
            best = (start, at)
    return best


def _stack(page: PageText, place: int) -> _Row | None:
    """Read a label's line and the lines of one figure each below it."""
    fewest = page.free[place + 1 : place + 1 + _FEWEST_FIGURES]
    if len(fewest) < _FEWEST_FIGURES or not _may_end(fewest[-1][1]):
        return None
    figures: list[Token] = []
    count = 1
    for number, text in page.free[place + 1 : place + 1 + _MOST_LINES]:
        if len(text) > _LONGEST_LABEL or not _may_end(text) or not (found := _figure(page.tokens(number))):
            break
        figures.append(found)
        count += 1
    if len(figures) < _FEWEST_FIGURES:
        return None
    text = page.free[place][1]
    return _row(place, count, without_bullet(text), figures)


def _may_end(text: str) -> bool:
    return text[-1] in "0123456789%)"


def _figure(found: Sequence[Token]) -> Token | None:
    if len(found) > 1 and (found[0].kind not in "ns" or any(each.kind != "n" for each in found[1:])):
        return None
    whole = joined(found) or found
    return whole[0] if len(whole) == 1 and whole[0].kind in "nspd" else None


def _row(place: int, count: int, label: str, found: Sequence[Token], tail: str = "") -> _Row | None:
    figures = [each for each in found if each.kind not in "ct"]
    row = _Row(place, count, label, figures, tail)
    few = len(figures) < (_FEWEST_FIGURES if any(each.kind == "p" for each in figures) else _FEWEST_BARE)
    if few or (row.is_bare and count > 1) or not is_label(label):
        return None
    return row if all(each.kind in "nspd" for each in figures) else None

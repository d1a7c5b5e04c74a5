"""A row as a grammar reads it, and the rule that finds the signs of rows that print none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tickerboard.model import Quote
from tickerboard.parser.audit import adds_up, check_figures, decimals, half_units
from tickerboard.parser.kinds import is_bond, kind_of
from tickerboard.parser.problems import TEXT_CAP
from tickerboard.parser.strips.clear import Columns, put_quotes, sign_of, with_signs
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from tickerboard.model import Kind
    from tickerboard.parser.strips.figures import Figures
    from tickerboard.parser.strips.names import Name
    from tickerboard.parser.strips.reading import StripReading


_YIELD_DECIMALS = 2
"""Decimals of a change of a yield, at least, where the yield has as many."""
UNKNOWN_SIGN = "a rise or a fall: nothing on the page shows which"


class Row(NamedTuple):
    """A row as it is printed: figures without their signs, and the marks (signs and arrows) that stood by them.

    `change` or `percent` is None where the row has none. `is_column` marks a row whose header names its columns: there
    a figure without a sign is positive. `arrow` is what the heading above says where no mark stands by the figures.
    """

    lines: Sequence[int]
    name: Name
    last: Decimal
    change: Decimal | None
    percent: Decimal | None
    marks: str
    text: str
    kind: Kind | None = None
    is_column: bool = False
    currency: str | None = None
    sector: str | None = None
    open: Decimal | None = None
    high: Decimal | None = None
    low: Decimal | None = None
    previous: Decimal | None = None
    volume: Decimal | None = None
    arrow: str = ""

    @classmethod
    def of(cls, lines: Sequence[int], name: Name, figures: Figures, text: str) -> Row:
        """Return the row of a name and figures that stand together."""
        last, change, percent, marks, _, currency, *_, arrow = figures
        return cls(lines, name, last, change, percent, marks, text, None, False, currency, arrow=arrow)

    def quote(self, sign: int) -> Quote:
        """Return the quote, with the sign put on its move."""
        lines, name, last, change, percent, _, text, kind, _, currency, sector, *further, _ = self
        opened, high, low, previous, volume = further
        if sign < 0:
            change, percent = change and change.copy_negate(), percent and percent.copy_negate()
        symbol, own_name, label = name
        return Quote(
            symbol,
            kind or kind_of(symbol),
            last,
            change,
            percent,
            lines[0],
            own_name,
            label,
            sector,
            currency,
            opened,
            high,
            low,
            previous,
            volume,
            text[:TEXT_CAP],
        )


def resolve_signs(rows: Sequence[Row], reading: StripReading) -> None:
    """Add the rows as quotes, each with its sign; a row whose sign is ambiguous is a problem.

    Rows of which nothing is in doubt are added by the column. Where a row has no mark the figures decide: 807.42 on
    86,057.51 is 0.95% as a rise and 0.93% as a fall. Small moves come out the same; these are rises if the page proves
    elsewhere that it prints rises bare, and no row disagrees.
    """
    reading.take([number for row in rows for number in row.lines])
    if rows and not _add_clear(rows, reading):
        _add_each(rows, reading)


def _add_clear(rows: Sequence[Row], reading: StripReading) -> bool:
    """Add rows that all show their direction and add up; return False, and add nothing, where one does not."""
    lines, names, lasts, changes, percents, marks, texts, kinds, _, currencies, sectors, *further, arrows = zip(
        *rows, strict=True
    )
    labels = [each.label or each.symbol for each in names]
    if None in changes or None in percents or (has_digit("".join(labels)) and any(map(is_bond, labels))):
        return False
    moves = with_signs(lasts, changes, percents, [mark or arrow for mark, arrow in zip(marks, arrows, strict=True)])
    if moves is None:
        return False
    numbers, shown = [first for first, *_ in lines], [text[:TEXT_CAP] for text in texts]
    put_quotes(Columns(numbers, shown, names, lasts, *moves, further, kinds, sectors, currencies), reading)
    return True


def _add_each(rows: Sequence[Row], reading: StripReading) -> None:
    """Add the rows one by one."""
    halves = half_units([(row.last, row.change, row.percent) for row in rows])
    signs = [_marked(row) for row in rows]
    told = [_told(row) if sign is None else sign for row, sign in zip(rows, signs, strict=True)]
    bare = {sign for sign, mark in zip(told, signs, strict=True) if mark is None and sign}
    falls_are_marked = any(sign == -1 and row.marks for row, sign in zip(rows, signs, strict=True))
    rises_are_bare = bare == {1} or (not bare and falls_are_marked)
    for row, sign, half in zip(rows, told, halves, strict=True):
        if sign == 0:
            reading.report(row.lines[0], "direction", "arrow and signs disagree about the direction", row.text)
        elif sign is None and not (rises_are_bare or row.is_column):
            reading.report(row.lines[0], "sign", UNKNOWN_SIGN, row.text)
        else:
            _add(row.quote(sign or 1), reading, half)


def _add(quote: Quote, reading: StripReading, half: Decimal) -> None:
    """Add a quote; figures that contradict each other show that the row was misread, or is none: then report it."""
    if odd := check_figures(quote.last, quote.change, quote.percent, half):
        reading.report(quote.line, *odd, quote.text)
    elif quote.change and is_bond(quote.label or quote.symbol) and _may_be_basis_points(quote.last, quote.change):
        reading.report(quote.line, "unit", "a change of a yield that may be in basis points", quote.text)
    else:
        reading.put(quote)


def _may_be_basis_points(last: Decimal, change: Decimal) -> bool:
    """Return whether the change of a yield has fewer decimals than one in its points has: `4.018 +2`."""
    return decimals(change) < min(decimals(last), _YIELD_DECIMALS)


def _marked(row: Row) -> int | None:
    """Return the sign that the marks show: None without marks, 0 where they disagree."""
    if not (row.change or row.percent):
        return 1  # nothing moved: whatever stands beside a zero says nothing
    return sign_of(row.marks or row.arrow)


def with_arrow(rows: list[Row], arrow: str) -> list[Row]:
    """Return rows with the arrow of their heading, where none has a sign and no figures contradict it.

    Below headings of both ways a figure without a sign is no rise.
    """
    if sign_of(arrow) == 0:
        return [row._replace(is_column=False) for row in rows]
    if not arrow or any(row.marks or _told(row) == -(sign_of(arrow) or 0) for row in rows):
        return rows
    return [row._replace(arrow=arrow) for row in rows]


def _told(row: Row) -> int | None:
    """Return the sign with which the figures add up; None if they do with both or with neither."""
    if row.change is None or row.percent is None:
        return None
    rise = adds_up(row.last, row.change, row.percent)
    fall = adds_up(row.last, -row.change, -row.percent)
    if rise == fall:
        return None
    return 1 if rise else -1

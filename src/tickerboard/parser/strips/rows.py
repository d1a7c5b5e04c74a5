"""A row as a grammar reads it, and the rule that finds the signs of rows that print none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tickerboard.model import Quote, Rate
from tickerboard.parser import reasons
from tickerboard.parser.audit import (
    CUT_PERCENT_UNIT,
    HALF_PERCENT_UNIT,
    add_up,
    adds_up,
    are_cut,
    are_in_range,
    check_figures,
    decimals,
    half_units,
)
from tickerboard.parser.kinds import is_bond
from tickerboard.parser.names.labels import kind_of_name
from tickerboard.parser.problems import TEXT_CAP
from tickerboard.parser.strips.clear import Columns, quotes_of, sign_of
from tickerboard.parser.tables.fields import FURTHER
from tickerboard.text.numbers import all_signed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from tickerboard.model import Kind
    from tickerboard.parser.names.labels import Name
    from tickerboard.parser.strips.figures import Figures
    from tickerboard.parser.strips.reading import StripReading
    from tickerboard.parser.tables.fields import Field


_YIELD_DECIMALS = 2
"""Decimals of a change of a yield, at least, where the yield has as many."""


class Row(NamedTuple):
    """A row as it is printed: figures without their signs, and the marks (signs and arrows) that stood by them.

    `change` or `percent` is None where the row has none. `is_column` marks a row whose header names its columns: there
    a figure without a sign is positive. `arrow` is what the heading above says where no mark stands by the figures.
    `look` is how the markup shows a row without marks, where other rows of its list look different.
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
    look: str = ""

    @classmethod
    def of(cls, lines: Sequence[int], name: Name, figures: Figures, text: str) -> Row:
        """Return the row of a name and figures that stand together."""
        last, change, percent, marks, _, currency, _, _, _, _, arrow = figures  # a star would make a list
        return cls(lines, name, last, change, percent, marks, text, None, False, currency, arrow=arrow)

    def with_further(self, found: Mapping[Field, Decimal]) -> Row:
        """Return the row with further figures, each under the name of its field."""
        further = {kind.value: amount for kind, amount in found.items() if kind in FURTHER}
        return self._replace(**further) if further else self  # type: ignore[arg-type]

    @property
    def has_move(self) -> bool:
        """Whether the row prints a change or a percent."""
        return self.change is not None or self.percent is not None

    def quote(self, sign: int) -> Quote:
        """Return the quote, with the sign put on its move."""
        lines, name, last, change, percent, _, text, kind, _, currency, sector, *further, _, _ = self
        opened, high, low, previous, volume = further
        if sign < 0:
            change, percent = change and change.copy_negate(), percent and percent.copy_negate()
        symbol, own_name, label = name
        return Quote(
            symbol,
            kind or kind_of_name(name),
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

    def rate(self) -> Rate:
        """Return the rate of a row without a move."""
        symbol, name, label = self.name
        kind = self.kind or kind_of_name(self.name)
        return Rate(symbol, kind, self.last, self.lines[0], name, label, self.currency, self.text[:TEXT_CAP])


def resolve_signs(rows: Sequence[Row], reading: StripReading, halves: Sequence[Decimal] | None = None) -> None:
    """Add the rows as quotes, each with its sign; a row whose sign is ambiguous is a problem.

    `halves` is half a unit of the percent of each row, where its list does not show it: in words each is rounded by
    itself.

    The quotes of rows of which nothing is in doubt are made by the column. Where a row has no mark the figures decide:
    807.42 on 86,057.51 is 0.95% as a rise and 0.93% as a fall. Small moves come out the same; these are rises if the
    page proves elsewhere that it prints rises bare, and no row disagrees. A row with a look has the sign that
    the figures show of its own look alone.
    """
    reading.take([number for row in rows for number in row.lines])
    signs = list(map(_marked, rows))
    clear = _clear_quotes(rows, signs)
    if len(clear) < len(rows):
        _add_each(rows, signs, clear, halves or _halves(rows), reading)
    else:
        for quote in clear.values():
            reading.put(quote)


def _halves(rows: Sequence[Row]) -> Sequence[Decimal]:
    """Return how far the percent of each row of a list may be from what its price and its change lead to."""
    figures = [each[2:5] for each in rows]
    return [CUT_PERCENT_UNIT] * len(rows) if are_cut(figures) else half_units(figures)


def _clear_quotes(rows: Sequence[Row], signs: Sequence[int | None]) -> dict[int, Quote]:
    """Return the quotes of the rows that show their direction and add up, by their places."""
    places = [at for at, sign in enumerate(signs) if sign and _is_whole(rows[at])]
    if not places:
        return {}
    lines, names, lasts, changes, percents, _, texts, kinds, _, currencies, sectors, *further, _, _ = zip(
        *[rows[at] for at in places], strict=True
    )
    ways = [signs[at] or 0 for at in places]
    moves = all_signed(changes, ways), all_signed(percents, ways)
    if not are_in_range(lasts, *moves):
        return {}
    numbers, shown = [first for first, *_ in lines], [text[:TEXT_CAP] for text in texts]
    made = quotes_of(Columns(numbers, shown, names, lasts, *moves, further, kinds, sectors, currencies))
    sound = add_up(lasts, *moves)
    return {at: quote for at, quote, is_sound in zip(places, made, sound, strict=True) if is_sound}


def _is_whole(row: Row) -> bool:
    """Return whether a row has a change and a percent, and is not of a bond, whose change may be in basis points."""
    return row.change is not None and row.percent is not None and not is_bond(row.name.label or row.name.symbol)


def _add_each(
    rows: Sequence[Row],
    signs: Sequence[int | None],
    clear: Mapping[int, Quote],
    halves: Sequence[Decimal],
    reading: StripReading,
) -> None:
    """Add the rows one by one; of those that are clear the quotes are there, unless a list is more exact."""
    marked = {sign for row, sign in zip(rows, signs, strict=True) if row.marks and (row.change or row.percent)}
    told = [_told(row) if sign is None else sign for row, sign in zip(rows, signs, strict=True)]
    if marked == {-1}:  # a fall has a sign here: a figure without one is a rise, or the row does not add up
        told = [each if mark is not None or each != -1 else 1 for each, mark in zip(told, signs, strict=True)]
    bare = {sign for sign, mark in zip(told, signs, strict=True) if mark is None and sign}
    rises_are_bare = bare == {1} or (not bare and marked == {-1})
    looks = _ways_of_looks(rows, told)
    for at, (row, shown, half) in enumerate(zip(rows, told, halves, strict=True)):
        sign = looks.get(row.look) if shown is None else shown
        if at in clear and half >= HALF_PERCENT_UNIT:
            reading.put(clear[at])
        elif sign == 0:
            reading.report(row.lines[0], "direction", "arrow and signs disagree about the direction", row.text)
        elif sign is None and (row.look or not (rises_are_bare or row.is_column)):
            reading.report(row.lines[0], "sign", reasons.UNKNOWN_SIGN, row.text)
        else:
            _add(row.quote(sign or 1), reading, half)


def _ways_of_looks(rows: Sequence[Row], told: Sequence[int | None]) -> dict[str, int]:
    """Return the sign of each look of a list that the figures of all its rows show, of those where they show one."""
    moved = [(row.look, sign) for row, sign in zip(rows, told, strict=True) if row.change or row.percent]
    shown = {(look, sign) for look, sign in moved if look and sign}
    return {look: sign for look, sign in shown if (look, -sign) not in shown}


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

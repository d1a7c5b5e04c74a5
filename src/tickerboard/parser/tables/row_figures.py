"""The figures of a table's row, read from its cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from tickerboard.parser.audit import adds_up_either_way, decimals
from tickerboard.parser.figures.grouping import joined
from tickerboard.parser.figures.style import Mark, Style, decide
from tickerboard.parser.figures.tokens import Token, tokens
from tickerboard.parser.phrases.movers import is_unmoved
from tickerboard.parser.strips.clear import sign_of
from tickerboard.parser.tables.fields import FIGURES, FURTHER, MOVES, QUOTED, Field
from tickerboard.parser.tables.keyed import arrow_from
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.tables.rows import Cell, Table


@dataclass(slots=True)
class RowFigures:
    """A row's figures without signs; None for a cell that is empty or holds a dash.

    `is_bare` is whether a figure of the move stands without brackets around it, `look` the look of its cells.
    """

    last: Decimal | None = None
    change: Decimal | None = None
    percent: Decimal | None = None
    marks: str = ""
    is_bare: bool = False
    look: str = ""
    currency: str | None = None
    further: dict[Field, Decimal] = field(default_factory=dict)

    @property
    def is_move(self) -> bool:
        """Whether there is a last price and a move."""
        return self.last is not None and (self.change is not None or self.percent is not None)

    @property
    def is_in_brackets(self) -> bool:
        """Whether there is a move, all of it is in brackets, and nothing shows what these mean."""
        return bool(self.change or self.percent) and not (self.is_bare or self.marks)

    @property
    def is_exact(self) -> bool:
        """Whether the figures add up and not by chance, as `0.40 12` might, a change and its trades."""
        if not (self.last and self.change and self.percent):
            return not self.change and not self.percent
        return decimals(self.percent) > 0 and adds_up_either_way(self.last, self.change, self.percent)

    @property
    def arrow(self) -> str:
        """The arrow of a move without signs that the previous close shows; empty where none bears the move out."""
        last, previous = self.last, self.further.get(Field.PREVIOUS)
        return "" if last is None or previous is None else arrow_from(previous, last, self.change, self.percent)

    @property
    def contradicts_previous(self) -> bool:
        """Whether the only figure of a move does not lead from the previous close to the price."""
        if not self.last or not self.further.get(Field.PREVIOUS) or (self.change is None) == (self.percent is None):
            return False
        is_way = not (self.change or self.percent) or sign_of(self.arrow + self.marks) != 0
        return not (self.arrow and is_way)

    def without_misfit(self) -> RowFigures:
        """Return the figures; a previous close that contradicts a change and a percent which agree is left out."""
        if self.change is not None and self.percent is not None and not self.arrow:
            self.further.pop(Field.PREVIOUS, None)
        return self


def styles_of(table: Table, style: Style) -> list[Style]:
    """Decide the number style of each column by its own figures, or else as the page does.

    On a page of both styles a table with decimal commas alone has them in all columns. Points alone show nothing: a
    program may print prices as its readers do, and percents as programs do.
    """
    columns = {at: _bodies(table, at) for at, kind in enumerate(table.fields) if kind in FIGURES}
    if style.mark is None:
        own = decide([body for bodies in columns.values() for body in bodies], otherwise=style)
        style = own if own.mark is Mark.COMMA else style
    return [decide(columns.get(at, ()), otherwise=style) for at in range(len(table.fields))]


def _bodies(table: Table, at: int) -> list[str]:
    """Return the digits of all figures of a column."""
    bodies = [each.body for each in table.clear(at) if each.body]
    unclear = [cells[at] for each, (_, cells) in zip(table.clear(at), table.rows, strict=True) if not each.body]
    return bodies + [each.body for cell in unclear for each in cell.tokens if each.body]


def figures_of(fields: Sequence[Field | None], cells: Sequence[Cell], styles: Sequence[Style]) -> RowFigures | None:
    """Return the figures of a row, a cell for each field; None where last, change or percent holds something else."""
    found = RowFigures()
    has_pair = False
    behind: tuple[Token | None, Decimal | None] = None, None
    for kind, cell, style in zip(fields, cells, styles, strict=True):
        if kind not in FIGURES or not cell.text:
            continue
        tokens_found = joined(cell.tokens) or cell.tokens
        figures = [each for each in tokens_found if each.kind in "nsp"]
        if cell.value:
            figures = _finer(figures, cell.value, style)
        if not figures and kind in (Field.CHANGE, Field.PERCENT) and is_unmoved(cell.text):
            figures = tokens_found = tokens("0")
        if not figures:
            if kind in QUOTED and any(each.kind in "wx" and has_digit(each.text) for each in tokens_found):
                return None
            continue
        if not _take(kind, figures, tokens_found, style, cell.arrow, found):
            return None
        found.look = found.look or cell.look
        has_pair |= kind in MOVES and _is_pair(figures)
        if kind is Field.LAST and len(figures) > 1:
            behind = figures[1], figures[1].amount(style)
    _take_behind_price(*behind, found)
    if found.last is not None and (found.last < 0 or (has_pair and not found.is_exact)):
        return None
    return found


def _is_pair(figures: Sequence[Token]) -> bool:
    """Return whether a cell has a change and its percent without a sign, as below `+/-` and `%` in one cell."""
    return len(figures) > 1 and all(each.kind != "p" for each in figures[:2])


def _finer(figures: list[Token], value: str, style: Style) -> list[Token]:
    """Return the plain number of a cell in place of its first figure, where that is the same number, rounded.

    A plain number that is rounded itself, `899` for `898,99`, is no finer.
    """
    exact = tokens(value)[0]
    shown = figures[0].amount(style) if figures else None
    if shown is None:
        return [exact]
    number = exact.amount(Style())
    unit = Decimal(1).scaleb(figures[0].power - decimals(figures[0].amount(style) or shown))
    if number is None or abs(number - shown) > unit or bool(exact.marks) != ("-" in figures[0].marks):
        return figures
    if number != shown and decimals(number) <= decimals(shown):
        return figures
    kind = "p" if figures[0].kind == "p" else exact.kind
    return [exact._replace(kind=kind, marks=exact.marks or figures[0].marks), *figures[1:]]


def _take(kind: Field, figures: list[Token], whole: list[Token], style: Style, arrow: str, found: RowFigures) -> bool:
    """Put a cell's figures where they belong; False where one cannot be read."""
    amount = figures[0].amount(style)
    if kind in FURTHER:
        if amount is not None and not figures[0].marks and figures[0].kind == "n" and len(figures) == 1:
            found.further[kind] = amount
        return True
    if amount is None or _is_unclear(kind, figures):
        return False
    if kind is Field.LAST:
        found.last = amount
        found.currency = figures[0].currency or next((each.currency for each in whole if each.kind == "c"), None)
        return True
    has_percent = any(each.kind == "p" for each in figures[:2])
    is_pair = _is_pair(figures)
    for at, each in enumerate(figures[:2]):
        value = each.amount(style)
        if value is None:
            return False
        if each.kind == "p" or (bool(at) if is_pair else kind is Field.PERCENT and not has_percent):
            found.percent = value if found.percent is None else found.percent
        else:
            found.change = value if found.change is None else found.change
        found.marks += each.marks or arrow
        found.is_bare |= not each.is_bracketed
    return True


def _take_behind_price(figure: Token | None, amount: Decimal | None, found: RowFigures) -> None:
    """Put the figure behind the price in its cell to the change: no column has one, and it bears out the percent."""
    if figure is None or figure.kind != "s" or found.last is None or found.change is not None:
        return
    is_same_way = not found.marks or figure.marks in found.marks
    if amount and found.percent and is_same_way and adds_up_either_way(found.last, amount, found.percent):
        found.change = amount
        found.marks += figure.marks


def _is_unclear(kind: Field, figures: Sequence[Token]) -> bool:
    """Return whether a cell has a move, or several prices, for a last price; or a move of the day without a percent."""
    if kind is Field.LAST:
        first = figures[0]
        is_move = first.kind == "p" or first.marks.strip("▲▼") != "" or first.is_bracketed
        return is_move or any(each.kind == "n" for each in figures[1:])
    return kind is Field.DAY and all(each.kind != "p" for each in figures[:2])

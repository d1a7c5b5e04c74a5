"""A table of quotes as rows of cells, led by its header: the one reader of all tables, of text and of markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser import reasons
from tickerboard.parser.audit import adds_up, are_cut, half_units, may_be_percents
from tickerboard.parser.figures.currencies import code_of
from tickerboard.parser.figures.tokens import shape_of
from tickerboard.parser.kinds import known_kind
from tickerboard.parser.strips.clear import sign_of
from tickerboard.parser.strips.rows import Row, resolve_signs, with_arrow
from tickerboard.parser.tables.aligned import aligned
from tickerboard.parser.tables.brackets import with_arrows
from tickerboard.parser.tables.clear import add_clear, clear_rows
from tickerboard.parser.tables.fields import Field
from tickerboard.parser.tables.keyed import is_part
from tickerboard.parser.tables.row_figures import figures_of, styles_of
from tickerboard.parser.tables.row_names import is_known_other, names_of
from tickerboard.parser.tables.rows import Cell, Table
from tickerboard.parser.tables.unnamed import with_moves, with_previous, with_price, with_unnamed, without_gains
from tickerboard.text.numbers import signed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.names.labels import Name
    from tickerboard.parser.strips.reading import StripReading
    from tickerboard.parser.tables.row_figures import RowFigures


_SMALL_CHANGE = "its change may be a percent without its sign"
_OF_ELSE = "has the shape of a quote, but its table is of something else"


def read_table(table: Table, style: Style, reading: StripReading) -> bool:
    """Add the quotes of a table, and rates for its rows without a move; problems for rows with a damaged figure.

    Returns False, and adds nothing, where the figures of most rows do not add up: then the header was misread.
    """
    if _is_foreign(table) or Field.LAST not in table.fields:
        return refuse(table, _OF_ELSE, reading)
    arrow, placed = table.arrow, aligned(table, style)
    priced = with_price(placed, style) if placed else None
    if priced is None:
        return refuse(table, reasons.UNEXPLAINED, reading)
    table = without_gains(with_previous(with_moves(_settled(priced, style), style), style), style)
    return (not arrow and add_clear(table, reading)) or _add_rows(table, style, arrow, reading)


def _add_rows(table: Table, style: Style, arrow: str, reading: StripReading) -> bool:
    """Add the rows of a table one by one; return False, and add nothing, where the header was misread."""
    table = with_arrows(table)
    read = _read_rows(table, style)
    if _is_misread([figures for *_, figures in read]):
        if any(_has_percents(table, kind) for kind in (Field.CHANGE, Field.PERCENT)):
            return False
        table = _swapped(table)
        read = _read_rows(table, style)
        if _is_misread([figures for *_, figures in read]):
            return False
    rows = _rows(table, read, arrow, reading)
    if may_be_percents([(row.last, row.change) for row in rows if row.percent is None and row.change]):
        for row in rows:
            reading.report(row.lines[0], "not-a-quote", _SMALL_CHANGE, row.text)
    else:
        resolve_signs(rows, reading)
    return True


def _rows(
    table: Table, read: Sequence[tuple[int, Sequence[Cell], RowFigures | None]], arrow: str, reading: StripReading
) -> list[Row]:
    """Return the rows with a move; report those with a damaged figure, and add rates for those with a price alone."""
    names = names_of(table)
    rows: list[Row] = []
    for (number, cells, figures), name in zip(read, names, strict=True):
        text = " ".join(cell.text for cell in cells if cell.text)
        reading.take([number])
        if name is None:
            if figures and figures.is_move and not is_known_other(cells):
                reading.report(number, "not-a-quote", "a row of quotes, but its name is of something else", text)
            elif _is_nameless(cells):
                reading.report(number, "not-a-quote", "a row of quotes without its name", text)
        elif figures is None:
            reading.report(number, "not-a-quote", "a row with a figure that cannot be read", text)
        elif figures.is_in_brackets and not sign_of(arrow):
            reading.report(number, "sign", reasons.UNKNOWN_SIGN, text)
        elif figures.contradicts_previous:
            reading.report(number, "arithmetic", "its move does not lead from the previous close to the price", text)
        elif figures.last is not None:
            _add(number, name, figures.without_misfit(), text, rows, reading)
        elif figures.change or figures.percent:
            reading.report(number, "not-a-quote", reasons.NO_PRICE, text)
    has_texts = Field.SECTOR in table.fields or Field.CURRENCY in table.fields
    return with_arrow(_with_texts(table, rows) if has_texts else rows, arrow)


def _is_nameless(cells: Sequence[Cell]) -> bool:
    """Return whether the first text of a row is a price with decimals, and another cell a percent: it lost its name."""
    found = [cell.tokens for cell in cells if cell.text]
    is_price = bool(found) and shape_of(found[0]) == "n" and not found[0][0].body.isdecimal()
    return is_price and any("p" in shape_of(each) for each in found)


def _is_foreign(table: Table) -> bool:
    """Return whether a column names what no quote is of, and the names in it are none that is well-known."""
    at = [place for place, kind in enumerate(table.fields) if kind is Field.FOREIGN]
    return bool(at) and not any(known_kind(cells[place].text) for _, cells in table.rows for place in at)


def refuse(table: Table, message: str, reading: StripReading) -> bool:
    """Report the rows of a table that would pass for quotes."""
    report_rows(table.rows, message, reading)
    return True


def report_rows(rows: Sequence[tuple[int, Sequence[Cell]]], message: str, reading: StripReading) -> None:
    """Report some rows of a table in place of quotes."""
    for number, cells in rows:
        reading.refuse([(number, " ".join(cell.text for cell in cells if cell.text))], message)


def _read_rows(table: Table, style: Style) -> list[tuple[int, Sequence[Cell], RowFigures | None]]:
    """Return each row with its number and its figures."""
    clear = clear_rows(table)
    styles = styles_of(table, style) if None in clear else []
    return [
        (number, cells, figures or figures_of(table.fields, cells, styles))
        for (number, cells), figures in zip(table.rows, clear, strict=True)
    ]


def _settled(table: Table, style: Style) -> Table:
    """Return the table with change and percent distinguished by the percent signs of their cells.

    `Last Change % Change` can be split in two ways, and `Var. %` stands on either side of `Var.`.
    """
    table = with_unnamed(table, style)
    signed_columns = {kind: _has_percents(table, kind) for kind in (Field.CHANGE, Field.PERCENT)}
    is_crossed = signed_columns[Field.CHANGE] and not signed_columns[Field.PERCENT]
    return _swapped(table) if is_crossed and Field.PERCENT in table.fields else table


def _has_percents(table: Table, kind: Field) -> bool:
    """Return whether a figure of the first column of a kind has a percent sign."""
    if kind not in table.fields:
        return False
    at = table.fields.index(kind)
    return any(
        figure.percent or (not figure.body and any(each.kind == "p" for each in cells[at].tokens[:1]))
        for figure, (_, cells) in zip(table.clear(at), table.rows, strict=True)
    )


def _swapped(table: Table) -> Table:
    """Return the table with change and percent the other way round."""
    other = {Field.CHANGE: Field.PERCENT, Field.PERCENT: Field.CHANGE}
    return Table([other.get(kind, kind) if kind else None for kind in table.fields], table.rows)


def _add(number: int, name: Name, figures: RowFigures, text: str, rows: list[Row], reading: StripReading) -> None:
    """Add a row with a move to the rows, one with a price alone to the rates."""
    if figures.last is None:
        return
    further = figures.further
    if (volume := further.get(Field.VOLUME)) and is_part(volume):  # a figure of another column: cells are missing
        further = {kind: amount for kind, amount in further.items() if kind is not Field.VOLUME}
    moves = figures.change, figures.percent, figures.marks or figures.arrow
    row = Row([number], name, figures.last, *moves, text, is_column=True, currency=figures.currency, look=figures.look)
    row = row.with_further(further)
    if row.has_move:
        rows.append(row)
    else:
        reading.rates.setdefault(name.symbol, row.rate())


def _with_texts(table: Table, rows: Sequence[Row]) -> list[Row]:
    """Return the rows with the sector and the currency that their own columns name."""
    cells_of = dict(reversed(table.rows))
    return [_with_text(table.fields, cells_of[row.lines[0]], row) for row in rows]


def _with_text(fields: Sequence[Field | None], cells: Sequence[Cell], row: Row) -> Row:
    sector, currency = row.sector, row.currency
    for kind, cell in zip(fields, cells, strict=True):
        if kind is Field.SECTOR:
            sector = cell.text or sector
        elif kind is Field.CURRENCY:
            currency = code_of(cell.text) or currency
    return row._replace(sector=sector, currency=currency)


def _is_misread(found: Sequence[RowFigures | None]) -> bool:
    """Return whether the figures of most rows do not add up in either direction."""
    whole = [each for each in found if each and each.last and each.change and each.percent]
    rows = [(each.last, each.change, each.percent) for each in whole]
    halves = half_units(rows)
    sound = 0
    for each, half in zip(whole, halves, strict=True):
        for sign in (1, -1):
            sound += adds_up(each.last, signed(each.change, sign), signed(each.percent, sign), half)  # type: ignore[arg-type]
        if sound * 2 >= len(whole):
            return False
    return bool(whole) and not are_cut(rows)

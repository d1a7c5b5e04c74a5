"""The names of a table's rows: a symbol, a name, or both, in one cell or in two."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from tickerboard.parser.names.labels import Name, are_symbols, is_label, is_symbol, read_name
from tickerboard.parser.names.lists import read_name_column, read_names, without_ranks
from tickerboard.parser.names.no_names import is_time
from tickerboard.parser.tables.fields import Field
from tickerboard.parser.tables.months import is_month

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from tickerboard.parser.tables.rows import Cell, Table

_GLUED_NAME = re.compile(r"[A-Z][a-z]|[^\x00-\x7f]")
_ROUND = re.compile(r"\A\(([A-Z0-9][^()\s]*)\)\Z")
"""A symbol in brackets in a cell of its own."""
_TOTALS = re.compile(r"(?:total|sum|subtotal|average|gesamt|summe|totale?|合計)\b.*", re.IGNORECASE)
_TOTAL_ROWS = re.compile(rf"\n{_TOTALS.pattern}")


def names_of(table: Table) -> list[Name | None]:
    """Return the name of each row; None for a row that has none, such as a total."""
    at = {kind: place for place, kind in reversed(list(enumerate(table.fields))) if kind}
    by_symbol, by_name = at.get(Field.SYMBOL), at.get(Field.NAME, at.get(Field.CURRENCY))
    if by_symbol is None and by_name is None:
        by_name = _unnamed(table)
    place = by_symbol if by_symbol is not None else by_name or 0
    if any(cells[place].symbol for _, cells in table.rows):
        return _pairs([(cells[place].symbol, cells[place].text) for _, cells in table.rows])
    return names_of_texts(_texts(table, by_symbol), _texts(table, by_name))


def names_of_texts(symbols: Sequence[str] | None, names: Sequence[str] | None) -> list[Name | None]:
    """Return the name of each row of a column of symbols, of one of names, or of both; None for a row that has none.

    A rank before it that has no word in the header, `1 Alpha`, is no part of it.
    """
    symbols, names = (texts and without_ranks(texts) for texts in (symbols, names))
    if symbols is not None and names is not None:
        return _pairs(list(zip(symbols, names, strict=True)))
    texts = symbols or names or ()
    found = read_names(texts) if symbols else read_name_column(texts)
    if are_symbols(texts) and not _TOTAL_ROWS.search("\n".join(["", *texts]).lower()):
        return [*found]
    are_codes = symbols is not None  # there a number, such as 7203, is a share's
    return [
        name if _is_name(text) or (are_codes and text.isdecimal()) else None
        for name, text in zip(found, texts, strict=True)
    ]


def _texts(table: Table, place: int | None) -> list[str] | None:
    return None if place is None else [cells[place].text for _, cells in table.rows]


def _unnamed(table: Table) -> int:
    """Return the column of the names where the header names none: the first one before the price that has words."""
    end = table.fields.index(Field.LAST) if Field.LAST in table.fields else 0
    places = (at for at in range(end) if table.fields[at] is None)
    return next((at for at in places if any(_is_name(cells[at].text) for _, cells in table.rows)), 0)


def _pairs(pairs: Sequence[tuple[str, str]]) -> list[Name | None]:
    """Return symbols with their names; names glued behind their symbols in most rows, as `BTCBitcoin`, lose them."""
    shared = _shared(pairs)
    pairs = [("" if symbol == shared and name else symbol, name) for symbol, name in pairs] if shared else pairs
    glued = [name.startswith(symbol) and bool(_GLUED_NAME.match(name, len(symbol))) for symbol, name in pairs]
    if sum(glued) * 2 > len(pairs):
        pairs = [
            (symbol, name[len(symbol) :].strip() if is_glued else name)
            for (symbol, name), is_glued in zip(pairs, glued, strict=True)
        ]
    months = {symbol for symbol, _ in pairs if _may_be_share(symbol)}
    shares = months if len(months) * 2 < len(pairs) else {symbol for symbol, name in pairs if name and symbol in months}
    return [_pair(symbol, name, shares) for symbol, name in pairs]


def _shared(pairs: Sequence[tuple[str, str]]) -> str:
    """Return the symbol of most rows, each with another name: it is an exchange's or a list's; empty without one."""
    symbol, count = Counter(symbol for symbol, _ in pairs).most_common(1)[0]
    names = [name for each, name in pairs if each == symbol]
    return symbol if count > 1 and count * 2 > len(pairs) and len({*names}) == count else ""


def _may_be_share(symbol: str) -> bool:
    """Return whether a month may be a symbol, as `MAR` and `DEC` are."""
    return is_month(symbol) and symbol.isalpha() and symbol.isupper()


def _pair(symbol: str, name: str, shares: Set[str]) -> Name | None:
    """Return a symbol with its name; `shares` are the months that are symbols here."""
    if not symbol:
        return read_name(name) if _is_name(name) else None
    if name.isdecimal():  # a count of shares, below a header such as `Shares`
        name = ""
    symbol = _ROUND.sub(r"\1", symbol)
    found = read_name(symbol)
    label = None if found.symbol == symbol else found.label
    is_named = symbol in shares or symbol.isdecimal() or _is_name(symbol)
    return Name(found.symbol, name or None, label) if is_named else None


def is_known_other(cells: Sequence[Cell]) -> bool:
    """Return whether a row is known to be no quote: it sums up those above it, or it is of a day of the past."""
    first = next((cell for cell in cells if cell.text), None)
    if first and (is_time(first.text) or all(each.kind == "t" for each in first.tokens)):
        return True
    if first and is_month(first.text) and not _may_be_share(first.text):
        return True
    return any(_TOTALS.fullmatch(cell.text) for cell in cells)


def _is_name(text: str) -> bool:
    """Return whether a cell names a row; one that the page cut, `CBOE 30 Year Treasury...`, may be of any length."""
    whole = text.rstrip(".… ") if text.endswith(("...", "…")) else text
    return bool(whole) and not (_TOTALS.fullmatch(text) or is_month(whole)) and (is_label(whole) or is_symbol(whole))

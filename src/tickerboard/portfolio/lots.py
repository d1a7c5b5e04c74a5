"""Reads `lots.csv`: purchases and sales, one a line."""

from __future__ import annotations

import csv
import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.errors import TickerboardError
from tickerboard.parser.figures.currencies import code_of
from tickerboard.text.clean import clean
from tickerboard.text.files import read_regular
from tickerboard.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

HEADER = ("symbol", "quantity", "price", "date", "currency", "fee", "note")
"""The columns of the file, in any order."""
REQUIRED = HEADER[:3]
LOTS_CAP = 100_000
SHOWN = 120
"""Characters of an invalid line that are shown."""
_NUMBER = pattern(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,12})?", re.ASCII)
_DATE = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


class LotsError(TickerboardError):
    """A file that is not one of lots. The message is one plain line."""


class InvalidLine(NamedTuple):
    """A line of the file that is no lot: its number, from 1, why, and its text, clean and cut."""

    line: int
    reason: str
    text: str


class Lot(NamedTuple):
    """One purchase, or a sale where `quantity` is negative.

    `price` is for one unit and `fee` for the whole lot, both in `currency` (ISO 4217; None: the currency of the quote).
    `line` is its line in the file, from 1.
    """

    symbol: str
    quantity: Decimal
    price: Decimal
    date: date | None = None
    currency: str | None = None
    fee: Decimal = Decimal(0)
    note: str = ""
    line: int = 0


class Lots(NamedTuple):
    """What a file says: its lots in their order, and its invalid lines."""

    lots: tuple[Lot, ...] = ()
    invalid: tuple[InvalidLine, ...] = ()

    def reports(self, path: Path) -> tuple[str, ...]:
        """Return a message for each invalid line of the file at `path`: where it is, why, and its text."""
        return tuple(f"{path}:{each.line}: {each.reason}: {each.text}" for each in self.invalid)


def read_lots(path: Path) -> Lots:
    """Read a file of lots. Raise FileNotFoundError where there is none, LotsError where it is not a file of lots."""
    try:
        return parse_lots(read_regular(path))
    except FileNotFoundError:
        raise
    except LotsError as error:
        raise LotsError(f"{path}: {error}") from error
    except OSError as error:
        raise LotsError(f"{path}: {(error.strerror or 'cannot be read').lower()}") from error
    except UnicodeDecodeError as error:
        raise LotsError(f"{path}: not UTF-8 text") from error


def parse_lots(text: str) -> Lots:
    """Return the lots of a text in CSV; a line that begins with # is a comment.

    Raise LotsError where the header lacks a required column, or with more than 100,000 lots. A quoted cell does not
    reach over the end of its line.
    """
    header: tuple[str, ...] | None = None
    lots, invalid = list[Lot](), list[InvalidLine]()
    for number, line in enumerate(clean(text.removeprefix("\ufeff")).split("\n"), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            cells = [cell.strip() for cell in next(csv.reader([line], skipinitialspace=True, strict=True))]
            if header is None:
                header = _header(cells)
            else:
                lots.append(_lot(_cells(header, cells), number))
        except (ValueError, csv.Error) as error:
            invalid.append(InvalidLine(number, str(error), line.strip()[:SHOWN]))
        if len(lots) > LOTS_CAP:
            raise LotsError(f"more than {LOTS_CAP:,} lots")
    if header is None:
        raise LotsError(f"no lots; the first line is {','.join(HEADER)}")
    return Lots(tuple(lots), tuple(invalid))


def _header(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the columns. Raise LotsError for a header that no lot can be read under."""
    names = tuple(cell.lower() for cell in cells)
    if missing := [name for name in REQUIRED if name not in names]:
        raise LotsError(f"no column {', '.join(missing)} in the first line; it is {','.join(HEADER)}")
    if unknown := [name for name in names if name not in HEADER]:
        raise LotsError(f"unknown column {unknown[0]!r}; known columns: {', '.join(HEADER)}")
    if len(set(names)) < len(names):
        raise LotsError("a column stands twice in the first line")
    return names


def _cells(header: tuple[str, ...], cells: Sequence[str]) -> dict[str, str]:
    if len(cells) > len(header):
        raise ValueError(f"{len(cells)} cells under {len(header)} columns")
    return dict(zip(header, cells, strict=False))


def _lot(cells: Mapping[str, str], line: int) -> Lot:
    """Return the lot of a line. Raise ValueError with the reason why it is none."""
    if not (symbol := cells["symbol"].upper()):
        raise ValueError("no symbol")
    lot = Lot(
        symbol,
        _number(cells, "quantity"),
        _number(cells, "price"),
        _date(cells.get("date", "")),
        _currency(cells.get("currency", "")),
        _number(cells, "fee") if cells.get("fee") else Decimal(0),
        cells.get("note", ""),
        line,
    )
    if not lot.quantity:
        raise ValueError("the quantity is zero")
    if lot.price < 0:
        raise ValueError("the price is negative; a sale has a negative quantity")
    if lot.fee < 0:
        raise ValueError("the fee is negative")
    return lot


def _number(cells: Mapping[str, str], name: str) -> Decimal:
    text = cells.get(name, "")
    if not text:
        raise ValueError(f"no {name}")
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"{name} {text!r} is not a plain number such as 1250.5")
    return Decimal(text)


def _date(text: str) -> date | None:
    if not text:
        return None
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:  # such as 2026-02-30
        pass
    raise ValueError(f"date {text!r} is not a date such as 2026-11-23")


def _currency(text: str) -> str | None:
    if not text:
        return None
    if code := code_of(text.upper()):
        return code
    raise ValueError(f"unknown currency {text!r}; use a code such as USD")

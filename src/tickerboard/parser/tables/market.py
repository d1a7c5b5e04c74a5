"""The exchange's whole-market page, one row a listed company, in; a `Page` of quotes out."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from tickerboard.model import Kind, Page, Quote
from tickerboard.parser.audit import adds_up
from tickerboard.parser.collecting import collector_paused
from tickerboard.parser.html.tree import read_tree, squeeze, text_of
from tickerboard.parser.problems import problem
from tickerboard.parser.strips.words import SYMBOL
from tickerboard.text.numbers import NUMBER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from selectolax.lexbor import LexborNode

    from tickerboard.model import Problem

_SYMBOL = re.compile(SYMBOL)
_FIGURE = re.compile(rf"-?{NUMBER}")
_NEEDED = ("SYMBOL", "LDCP", "CURRENT", "CHANGE", "CHANGE (%)")


@collector_paused()
def parse_market(markup: str) -> Page:
    """Read the table `listingsTable`; a quote's line is the number of its row, from 1.

    Never raises, whatever the markup: a row with an unreadable figure is the problem `not-a-quote`.
    """
    root, _ = read_tree(markup)
    table = root.css_first("table#listingsTable") if root is not None else None
    if table is None:
        return Page(problems=(problem(0, "market", "the page has no table of listings", ""),))
    names = [text_of(head).upper() for head in table.css("th")]
    if missing := [name for name in _NEEDED if name not in names]:
        return Page(problems=(problem(0, "market", f"the table has no column {', '.join(missing)}", ""),))
    found: dict[str, Quote] = {}
    rows = (cells for row in table.css("tr") if (cells := _cells(row)))  # one at a time: nothing piles up
    told = [_take(dict(zip(names, cells, strict=False)), number, found) for number, cells in enumerate(rows, 1)]
    return Page(tuple(found.values()), problems=tuple(each for each in told if each))


def _cells(row: LexborNode) -> list[LexborNode]:
    return [each for each in row.iter() if each.tag == "td"]


def _take(row: Mapping[str, LexborNode], number: int, found: dict[str, Quote]) -> Problem | None:
    """Add a row's quote; return what is wrong with it. A symbol counts once, by its first row."""
    quote = _quote(row, number)
    if quote is None:
        return _problem(row, number, "not-a-quote", "a row with a figure or a symbol that cannot be read")
    first = found.setdefault(quote.symbol, quote)
    if first.figures != quote.figures:
        message = f"{quote.symbol} stands in row {first.line} with other figures"
        return _problem(row, number, "duplicate", message)
    if first is quote and not _is_sound(quote):
        return _problem(row, number, "arithmetic", "last, change, percent and the last day's close do not add up")
    return None


def _is_sound(quote: Quote) -> bool:
    last, change, percent = quote.figures
    if change is None or percent is None:
        return True
    return last - change == quote.previous and adds_up(last, change, percent)


def _problem(row: Mapping[str, LexborNode], number: int, code: str, message: str) -> Problem:
    return problem(number, code, message, " ".join(text_of(cell, between=" ") for cell in row.values()))


def _quote(row: Mapping[str, LexborNode], number: int) -> Quote | None:
    try:
        symbol, name = _company(row["SYMBOL"])
        last, change, percent = _figure(row["CURRENT"]), _figure(row["CHANGE"]), _figure(row["CHANGE (%)"])
        further = [_figure(row[column]) if column in row else None for column in ("OPEN", "HIGH", "LOW", "VOLUME")]
        previous = _figure(row["LDCP"])
    except (KeyError, ValueError):  # a row that is too short, a cell without a number
        return None
    if not _SYMBOL.fullmatch(symbol):
        return None
    sector = text_of(row["SECTOR"]) if "SECTOR" in row else ""
    opening, high, low, volume = further
    return Quote(
        symbol=symbol,
        kind=Kind.EQUITY,
        last=last,
        change=change,
        percent=percent,
        line=number,
        name=name,
        sector=sector or None,
        open=opening,
        high=high,
        low=low,
        previous=previous,
        volume=volume,
    )


def _company(cell: LexborNode) -> tuple[str, str | None]:
    """Read the symbol, without the flags (such as `XD`) beside it, and the company's name."""
    first = cell.first_child
    is_link = first is not None and first.tag == "a" and first.attributes.get("class") == "tbl__symbol"
    link = first if is_link else cell.css_first("a.tbl__symbol")
    if link is None:
        return text_of(cell), None
    return squeeze(link.text()), squeeze(link.attributes.get("data-title") or "") or None


def _figure(cell: LexborNode) -> Decimal:
    """Read a cell's number: the clean one that it is sorted by, else what it shows. Raises ValueError for none."""
    said = cell.attributes.get("data-order") or ""
    if not _FIGURE.fullmatch(said):
        said = text_of(cell).removesuffix("%").rstrip()
        if not _FIGURE.fullmatch(said):
            raise ValueError(said)
    number = Decimal(said.replace(",", ""))
    return number or abs(number)  # no minus zero

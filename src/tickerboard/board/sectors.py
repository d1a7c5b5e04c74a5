"""The market by sectors: the breadth and the average percent of each."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.board.breadth import Breadth
from tickerboard.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tickerboard.board.row import Row

NO_SECTOR = "Unknown sector"


class Sector(NamedTuple):
    """The equities of a sector, the highest percent first, those without a percent last.

    `average` is the plain mean of the percents; zero where no row has one.
    """

    name: str
    rows: tuple[Row, ...]
    breadth: Breadth
    average: Decimal


def by_sector(rows: Iterable[Row]) -> tuple[Sector, ...]:
    """Group the equities by sector: the largest sector first, those of unknown sector last."""
    return _grouped((row.sector or NO_SECTOR, row) for row in rows if row.quote.kind is Kind.EQUITY)


def market(rows: Iterable[Row]) -> tuple[Sector, ...]:
    """Group the equities by sector, or where there are none the other quotes by kind."""
    rows = tuple(rows)
    return by_sector(rows) or _grouped((row.quote.kind.value.capitalize(), row) for row in rows)


def count_in_market(rows: Iterable[Row]) -> int:
    """Return how many quotes `market` groups."""
    rows = tuple(rows)
    return sum(row.quote.kind is Kind.EQUITY for row in rows) or len(rows)


def _grouped(named: Iterable[tuple[str, Row]]) -> tuple[Sector, ...]:
    groups: dict[str, list[Row]] = {}
    for name, row in named:
        groups.setdefault(name, []).append(row)
    order = sorted(groups.items(), key=lambda item: (item[0] == NO_SECTOR, -len(item[1]), item[0]))
    return tuple(_sector(name, members) for name, members in order)


def _sector(name: str, rows: list[Row]) -> Sector:
    percents = [row.quote.percent for row in rows if row.quote.percent is not None]
    average = (sum(percents, Decimal(0)) / max(len(percents), 1)).quantize(Decimal("0.01"), ROUND_HALF_EVEN)
    ordered = sorted(rows, key=_by_percent, reverse=True)
    return Sector(name, tuple(ordered), Breadth.of(row.quote for row in rows), average)


def _by_percent(row: Row) -> tuple[bool, Decimal]:
    percent = row.quote.percent
    return percent is not None, percent or Decimal(0)

"""Quotes as Arrow tables: the CSV's columns, and where each page came from."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from tickerboard.export.csv import HEADER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from tickerboard.backfill.reading import Parsed
    from tickerboard.backfill.record import Rejection
    from tickerboard.model import Quote, Rate

_TIME = pa.timestamp("us", tz="UTC")
_OF_PAGE = {
    "source": pa.string(),
    "observed": _TIME,
    "page": pa.string(),
    "url": pa.string(),
    "crawled": _TIME,
    "observed_from": pa.string(),
}
SCHEMA = pa.schema(
    [(name, _OF_PAGE.get(name, pa.int32() if name == "line" else pa.string())) for name in HEADER]
    + [(name, type_) for name, type_ in _OF_PAGE.items() if name not in HEADER]
)
"""The columns of the rows: figures are text with the page's own digits, times are in UTC."""
PROBLEMS = pa.schema(
    [
        ("input", pa.string()),
        ("record", pa.int64()),
        ("line", pa.int64()),
        ("code", pa.string()),
        ("message", pa.string()),
    ]
)
"""The columns of `problems.parquet`. A rejected record has line 0, a rejected input record 0 too."""
_WORDS = ("symbol", "name", "kind", "line")
_FIGURES = frozenset(("last", "change", "percent", "previous", "open", "high", "low", "volume"))
_OF_QUOTE = tuple(name for name in HEADER if name not in {"direction", *_OF_PAGE})
_ODD = frozenset("NE")
"""Letters of `None` and of an exponent."""
_VALUES = attrgetter(*_OF_QUOTE)


class Rows:
    """Rows of pages, as lists that become one Arrow table."""

    def __init__(self) -> None:
        self._pages: list[Parsed] = []
        self._at: list[int] = []
        self._cells: dict[str, list[Any]] = {name: [] for name in ("direction", *_OF_QUOTE)}

    def __len__(self) -> int:
        return len(self._at)

    def add(self, page: Parsed) -> int:
        """Add the quotes and rates of a page; return how many there are."""
        quotes, rates = page.snapshot.page.quotes, page.snapshot.page.rates
        count = len(quotes) + len(rates)
        if count:
            self._at += [len(self._pages)] * count
            self._pages.append(page)
            self._add_quotes(quotes)
            if rates:
                self._add_rates(rates)
        return count

    def _add_quotes(self, quotes: tuple[Quote, ...]) -> None:
        found = dict(zip(_OF_QUOTE, zip(*map(_VALUES, quotes), strict=True), strict=True)) if quotes else {}
        for name, values in found.items():
            self._cells[name] += _texts(values) if name in _FIGURES else values
        count = len(quotes)
        moves = (self._cells["change"][-count:], self._cells["percent"][-count:]) if count else ((), ())
        self._cells["direction"] += map(_direction, *moves)

    def _add_rates(self, rates: tuple[Rate, ...]) -> None:
        for name in _WORDS:
            self._cells[name] += [getattr(each, name) for each in rates]
        self._cells["last"] += _texts([each.last for each in rates])
        for name in ("direction", *_OF_QUOTE):
            if name not in _WORDS and name != "last":
                self._cells[name] += [None] * len(rates)

    def table(self) -> pa.Table:
        """Return the rows as a table, and begin again without any."""
        at = pa.array(self._at, pa.int32())
        columns = {name: _array(values, SCHEMA.field(name).type) for name, values in self._cells.items()}
        for name, values in self._page_cells().items():
            columns[name] = pa.array(values, _OF_PAGE[name]).take(at)
        self.__init__()  # type: ignore[misc]
        return pa.table([columns[name] for name in SCHEMA.names], schema=SCHEMA)

    def _page_cells(self) -> dict[str, list[Any]]:
        shots = [each.snapshot for each in self._pages]
        return {
            "source": [each.source for each in self._pages],
            "observed": [each.observed for each in shots],
            "page": [each.page for each in self._pages],
            "url": [each.url for each in shots],
            "crawled": [each.crawled for each in self._pages],
            "observed_from": [each.observed_from and each.observed_from.value for each in shots],
        }


def _array(values: list[Any], type_: pa.DataType) -> pa.Array:
    return pa.array(values, type_) if any(values) else pa.nulls(len(values), type_)


def _texts(figures: Sequence[Decimal | None]) -> list[str | None]:
    """Return figures with their own digits, never with an exponent."""
    if figures[0] is None and figures.count(None) == len(figures):
        return [None] * len(figures)
    texts = list(map(str, figures))  # a quarter of the time of a format
    if not _ODD.isdisjoint("".join(texts)):
        return [None if each is None else f"{each:f}" for each in figures]
    return [*texts]


def _direction(change: str | None, percent: str | None) -> str:
    """Return the direction of a move that is written out, as `Quote.direction` has it."""
    move = percent if change is None else change
    if move is None or not move.strip("-0."):
        return "unchanged"
    return "down" if move[0] == "-" else "up"


def problem_rows(name: str, parsed: Iterable[Parsed], rejected: Iterable[Rejection]) -> list[dict[str, Any]]:
    """Return the problems of an input's pages, and its rejected records, as rows."""
    rows = [
        _problem(name, page.number, each.line, each.code, each.message)
        for page in parsed
        for each in page.snapshot.page.problems
    ]
    return rows + [_problem(name, each.record, 0, each.code, each.message) for each in rejected]


def _problem(name: str, record: int, line: int, code: str, message: str) -> dict[str, Any]:
    return {"input": name, "record": record, "line": line, "code": code, "message": message}

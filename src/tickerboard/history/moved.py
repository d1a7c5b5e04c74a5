"""What moved between two times, by how unusual each move is for its symbol.

The size of a move is its distance from the index's move in median absolute moves: the median, over earlier spans of
the same length, of how far the symbol moved from the index. It needs at least 20 such spans.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Decimal
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.board.board import HEADLINE_INDEX
from tickerboard.history import codec
from tickerboard.history.errors import HistoryError
from tickerboard.history.naming import Naming, articles_naming
from tickerboard.history.queries import json_list
from tickerboard.history.samples import Price, freshest, samples
from tickerboard.model import Kind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

ENOUGH = 20
"""Observations that a size needs."""
SPANS = 60
"""Earlier spans that are looked at."""
_HUNDREDTH, _TENTH = Decimal("0.01"), Decimal("0.1")
_DESCRIBED = """
SELECT series.id, series.symbol, description.kind, description.name, page.label
FROM json_each(:series) wanted CROSS JOIN series ON series.id = wanted.value
CROSS JOIN quote ON quote.series = series.id
    AND quote.time = (SELECT max(time) FROM quote WHERE series = series.id AND time <= :time)
JOIN description ON description.id = quote.description
JOIN snapshot ON snapshot.id = quote.snapshot
JOIN page ON page.id = snapshot.page
ORDER BY quote.snapshot"""
_FIRST = """
SELECT time, last FROM quote WHERE series = ? AND time > ? AND time <= ? ORDER BY time, snapshot DESC LIMIT 1"""


@dataclass(frozen=True, slots=True)
class Move:
    """How a symbol's price moved, and the articles that name it.

    `percent` is in percent of the first price; `net` is that less the move of the index, None without an index, for
    indices, and for a symbol that came within the time. `size` counts median absolute moves, None with fewer than 20
    observations, where their median is zero, and for a symbol that came within the time. Times are UTC; `source` is the
    label of the page that has the second price.
    """

    symbol: str
    source: str
    kind: Kind
    start: datetime
    first: Decimal
    end: datetime
    last: Decimal
    percent: Decimal
    net: Decimal | None
    size: Decimal | None
    observations: int
    named_in: tuple[Naming, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """What moved from `since` to `until` (UTC), the most unusual move first.

    `index` is the symbol of the index that moves are measured against, and `index_percent` its own move; both are None
    without one.
    """

    since: datetime
    until: datetime
    index: str | None
    index_percent: Decimal | None
    moves: tuple[Move, ...]


class _Series(NamedTuple):
    symbol: str
    kind: Kind
    name: str
    label: str


def moved(connection: sqlite3.Connection, since: datetime, until: datetime) -> Moved:
    """Return what moved between two times (UTC). Raise HistoryError unless the first is before the second.

    A symbol without a quote by the first time is measured from its first quote after it.
    """
    if since >= until:
        raise HistoryError("the first time must be before the second")
    start, end = codec.to_micros(since), codec.to_micros(until)
    described = _described(connection, list(freshest(connection, until).values()), end)
    times = [end, *(start - at * (end - start) for at in range(SPANS + 1))]
    prices = {series: _with_first(connection, series, each) for series, each in _samples(connection, described, times)}
    index = _index(described, prices)
    moves = [
        move
        for series, about in described.items()
        if (move := _move(about, prices[series], None if index is None else prices[index], start)) is not None
    ]
    names = {each.symbol: each.name or None for each in described.values()}
    naming = articles_naming(connection, names, {each.symbol for each in moves}, since, until)
    found = sorted((replace(each, named_in=naming.get(each.symbol, ())) for each in moves), key=_rank)
    percent = None if index is None else _percent(prices[index][1], prices[index][0])
    return Moved(since, until, None if index is None else described[index].symbol, _rounded(percent), tuple(found))


def _described(connection: sqlite3.Connection, series: Sequence[int], time: int) -> Mapping[int, _Series]:
    found = connection.execute(_DESCRIBED, {"series": json_list(series), "time": time})
    return {number: _Series(symbol, Kind(kind), name, label) for number, symbol, kind, name, label in found}


def _samples(
    connection: sqlite3.Connection, described: Mapping[int, _Series], times: Sequence[int]
) -> Iterable[tuple[int, list[Price | None]]]:
    return samples(connection, list(described), times).items()


def _with_first(connection: sqlite3.Connection, series: int, prices: list[Price | None]) -> list[Price | None]:
    """Fill in the first price of the span for a series that had none before it."""
    end, start = prices[:2]
    if start is None and end is not None:
        found = connection.execute(_FIRST, (series, -(2**62), end.time)).fetchone()
        prices[1] = Price(found[0], Decimal(found[1]))
    return prices


def _index(described: Mapping[int, _Series], prices: Mapping[int, list[Price | None]]) -> int | None:
    """Return the series of the index that moves are measured against: the headline index, else the first that moved."""
    indices = [
        series
        for series, about in described.items()
        if about.kind is Kind.INDEX and _percent(prices[series][1], prices[series][0]) is not None
    ]
    return min(indices, key=lambda series: described[series].symbol != HEADLINE_INDEX, default=None)


def _move(
    about: _Series, prices: Sequence[Price | None], index: Sequence[Price | None] | None, since: int
) -> Move | None:
    """Return the move of a symbol; None where its price did not change."""
    end, start = prices[:2]
    percent = _percent(start, end)
    if not percent or start is None or end is None:
        return None
    against = None if about.kind is Kind.INDEX else index
    net = _net(prices, against, 0)
    earlier = [abs(each) for at in range(1, len(prices) - 1) if (each := _net(prices, against, at)) is not None]
    partial = start.time > since  # not comparable: the index and the earlier spans have their whole length
    usual = median(earlier) if len(earlier) >= ENOUGH and not partial else None
    size = abs(net) / usual if net is not None and usual else None
    return Move(
        about.symbol,
        about.label,
        about.kind,
        codec.from_micros(start.time),
        start.last,
        codec.from_micros(end.time),
        end.last,
        percent.quantize(_HUNDREDTH, ROUND_HALF_EVEN),
        None if against is None or partial else _rounded(net),
        None if size is None else size.quantize(_TENTH, ROUND_HALF_EVEN),
        len(earlier),
    )


def _net(prices: Sequence[Price | None], index: Sequence[Price | None] | None, at: int) -> Decimal | None:
    """Return the move in a span less that of the index; None where either has no two quotes for it."""
    own = _percent(prices[at + 1], prices[at])
    if own is None or index is None:
        return own
    other = _percent(index[at + 1], index[at])
    return None if other is None else own - other


def _percent(start: Price | None, end: Price | None) -> Decimal | None:
    """Return a move in percent of the first price; None where both prices are of one snapshot, or one is missing."""
    if start is None or end is None or start.time == end.time or start.last <= 0:
        return None
    return (end.last - start.last) / start.last * 100


def _rounded(percent: Decimal | None) -> Decimal | None:
    return None if percent is None else percent.quantize(_HUNDREDTH, ROUND_HALF_EVEN)


def _rank(move: Move) -> tuple[bool, Decimal, str]:
    """Order by size; those without one after the others, by how far they moved."""
    far = move.percent if move.net is None else move.net
    return move.size is None, -(abs(far) if move.size is None else move.size), move.symbol

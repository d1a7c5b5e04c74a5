"""What a chart shows: the recorded prices of a symbol in a period, and when articles that name it were first seen."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.board.mentions import Lexicon
from tickerboard.history.names import whole
from tickerboard.history.steps import Period

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from decimal import Decimal

    from tickerboard.board.row import Row
    from tickerboard.history.origin import Origin
    from tickerboard.history.queries import Point
    from tickerboard.ui.history.past import Past

_TICK = timedelta(microseconds=1)


class Series(NamedTuple):
    """Prices with their times (UTC), oldest first, and the times of articles.

    `opening` is the day's open that the page of the latest quote prints, and `previous` its previous close, in the unit
    of the prices. `origin` is where the latest one was read, None where that is not kept.
    """

    symbol: str
    period: Period
    times: Sequence[datetime]
    prices: Sequence[Decimal]
    articles: Sequence[datetime]
    opening: Decimal | None
    previous: Decimal | None
    origin: Origin | None


def series(past: Past, row: Row, period: Period | None, at: datetime) -> Series:
    """Return the prices of a row's symbol in the period that ends at a time (UTC). Raise HistoryError.

    Without a period it is the session, or the shortest longer one in which there are two prices.
    """
    symbol = row.quote.symbol
    last = past.last_by(at) or at
    chosen, points = period or Period.SESSION, _points(past, row, period or Period.SESSION, last)
    if period is None:
        for longer in (Period.WEEK, Period.ALL):
            if len(points) < 2:
                chosen, points = longer, _points(past, row, longer, last)
    since = points[0].time if points else last
    lexicon = Lexicon({symbol: row.name})
    articles = [seen.time for seen in past.history.articles(since, last + _TICK) if lexicon.named_in(seen.article)]
    return Series(
        symbol,
        chosen,
        [point.time for point in points],
        [point.last for point in points],
        articles,
        row.quote.open,
        row.previous,
        past.history.origin(symbol, last, past.sources),
    )


def _points(past: Past, row: Row, period: Period, last: datetime) -> list[Point]:
    """Return the points of a period. Where there are several sources, those of the row's page count."""
    symbol = row.quote.symbol
    found = past.history.points(symbol, since=period.since(last), until=last + _TICK, sources=past.sources)
    points = [point for point in found if point.symbol == symbol]
    own = [point for point in points if point.source in {row.source, whole(row.source)}]
    return own if past.labels_are_pages and own else points

"""The columns of the quote table. To add one, declare it here, or in another package by an entry point.

An entry point of the group `tickerboard.columns` names a `Column`. It then works on screen, in the config, in sorts and
in filters. The columns of other packages are loaded only when a name is not one of ours, or when all are listed.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from tickerboard.board.session import day_range
from tickerboard.model import Direction
from tickerboard.table.column import CellContext, Column, Content
from tickerboard.table.column_registry import ColumnRegistry
from tickerboard.table.figures import ARROWS, grouped, move_bar, percent, place_on_line, signed, sparkline
from tickerboard.text.labels import short_label
from tickerboard.text.times import short_age

if TYPE_CHECKING:
    from decimal import Decimal

    from tickerboard.board.row import Row

TICKS = {Direction.UP: "↑", Direction.DOWN: "↓", Direction.UNCHANGED: " "}
"""Which way the last price went when it last changed."""
ALERTED, DOUBTFUL, OLD, WATCHED = "◆", "!", "†", "*"
RANGE_CELLS = 8
BAR_CELLS = 9
MORE = "…"
"""Stands at the end of the headings where the table has columns that do not fit."""
LEGEND = {
    ALERTED: "an alert fired in the last five minutes",
    WATCHED: "on the watchlist",
    DOUBTFUL: "its figures do not add up",
    OLD: "not on the latest page",
    "↑ ↓": "which way the last price moved",
    "▲ ▼ ■": "up, down, unchanged since the previous close",
    "▴ ▾": "sorted ascending, descending",
    MORE: "in the headings: more columns than fit",
}
"""Every mark of a row and of the table, and what it means."""


def _arrow_of_percent(row: Row, context: CellContext) -> str:
    """Return the arrow where no change stands beside it: a colour never stands alone."""
    return "" if "change" in context.columns and row.quote.change is not None else ARROWS[row.quote.direction]


def _marks(row: Row, context: CellContext) -> str:
    return ALERTED * row.alerted + WATCHED * context.watched + DOUBTFUL * row.doubtful + OLD * row.old


def marked_symbol(row: Row) -> str:
    """Return the symbol of a row with its marks, for where it stands without a table."""
    return row.quote.symbol + ALERTED * row.alerted + DOUBTFUL * row.doubtful + OLD * row.old


def _place_in_range(row: Row) -> Decimal | None:
    found = day_range(row.quote, row.session)
    return None if found is None else found.place(row.quote.last)


def _direction(row: Row) -> str | None:
    """Return the direction, None for a rate, whose move is unknown."""
    quote = row.quote
    return None if quote.change is None and quote.percent is None else quote.direction.value


def _way(row: Row) -> Direction:
    return row.quote.direction


def _listed(name: str, priority: int, width: int, widest: int) -> Column:
    """Declare a text of the page, or else of the listing."""
    needs = (f"quote.{name}", "listing")
    return Column(
        name, attrgetter(name), name, priority, Content.TEXT, "", width, widest, least=12, optional=True, needs=needs
    )


def _figure(name: str, help_: str, priority: int, width: int = 12) -> Column:
    """Declare a figure of the page."""
    path = f"quote.{name}"
    return Column(name, attrgetter(path), help_, priority, width=width, optional=True, needs=(path,))


COLUMNS = ColumnRegistry()
RANK = COLUMNS.add(
    Column("rank", lambda row: row.rank, "place on the page, from 1", 4, content=Content.ORDINAL, heading="#", width=5)
)
SYMBOL = COLUMNS.add(
    Column(
        "symbol",
        lambda row: row.quote.symbol,
        "symbol, with its marks",
        1,
        content=Content.TEXT,
        width=11,
        widest=22,
        after=_marks,
    )
)
NAME = COLUMNS.add(_listed("name", 8, 26, 48))
SECTOR = COLUMNS.add(_listed("sector", 10, 20, 40))
LAST = COLUMNS.add(
    Column(
        "last",
        lambda row: row.quote.last,
        "last price, in the page's currency or in points",
        2,
        width=11,
        after=lambda row, _: TICKS[row.tick] if row.tick else "",
        flashes=True,
    )
)
CHANGE = COLUMNS.add(
    Column(
        "change",
        lambda row: row.quote.change,
        "change since the previous close, in the unit of last",
        4,
        width=11,
        optional=True,
        needs=("quote.change",),
        text=lambda row, _: "" if row.quote.change is None else signed(row.quote.change),
        before=lambda row, _: "" if row.quote.change is None else ARROWS[row.quote.direction],
        coloured=_way,
    )
)
PERCENT = COLUMNS.add(
    Column(
        "percent",
        lambda row: row.quote.percent,
        "change in percent of the previous close",
        3,
        width=10,
        optional=True,
        text=lambda row, _: percent(row.quote.percent),
        before=lambda row, context: "" if row.quote.percent is None else _arrow_of_percent(row, context),
        coloured=_way,
    )
)
_OF_PREVIOUS = ("quote.previous", "quote.change")
PREVIOUS = COLUMNS.add(
    Column("previous", attrgetter("previous"), "previous close", 5, width=11, optional=True, needs=_OF_PREVIOUS)
)
OPEN = COLUMNS.add(_figure("open", "first price of the day", 12))
HIGH = COLUMNS.add(_figure("high", "highest price of the day", 13))
LOW = COLUMNS.add(_figure("low", "lowest price of the day", 14))
VOLUME = COLUMNS.add(_figure("volume", "shares traded", 9, width=14))
KIND = COLUMNS.add(
    Column("kind", lambda row: row.quote.kind.value, "equity, index, commodity, …", 15, content=Content.TEXT)
)
DIRECTION = COLUMNS.add(Column("direction", _direction, "up, down or unchanged", 16, content=Content.TEXT))
SOURCE = COLUMNS.add(
    Column(
        "source",
        lambda row: row.source,
        "page that the quote comes from, as in source ~ example.org",
        17,
        content=Content.TEXT,
        width=20,
        widest=20,
        text=lambda row, _: short_label(row.source),
    )
)
AGE = COLUMNS.add(
    Column(
        "age",
        lambda row: row.observed.isoformat(timespec="seconds") if row.observed else None,
        "how long ago the quote was observed; sorts and filters use the time (UTC), as in age ~ 2026-01-05",
        18,
        content=Content.TEXT,
        width=9,
        widest=9,
        text=lambda row, context: short_age(row.observed, context.now) if row.observed else "",
    )
)

RANGE = COLUMNS.add(
    Column(
        "range",
        _place_in_range,
        "where the last price stands between the day's low (0) and high (100)",
        7,
        heading="Day range",
        width=RANGE_CELLS + 2,
        text=lambda row, _: "" if (at := _place_in_range(row)) is None else place_on_line(at, RANGE_CELLS),
        optional=True,
        needs=("quote.low", "session"),
        recorded=True,
    )
)
TREND = COLUMNS.add(
    Column(
        "trend",
        lambda row: None if row.session is None else row.session.move,
        "prices of the last recorded session; sorts and filters use the move since its first quote, in percent",
        6,
        width=10,
        text=lambda row, _: "" if row.session is None or row.session.move is None else sparkline(row.session.prices),
        coloured=_way,
        optional=True,
        needs=("session",),
        recorded=True,
    )
)


def _amount(name: str, help_: str, priority: int, *, is_gain: bool = False) -> Column:
    """Declare an amount of lots, in their currency; the privacy key masks it. A gain is coloured by its sign."""
    write = signed if is_gain else grouped

    def value(row: Row) -> Any:
        return None if row.position is None else getattr(row.position, name)

    def way(row: Row) -> Direction | None:
        return None if (amount := value(row)) is None else Direction.of(amount)

    def text(row: Row, _: CellContext) -> str:
        return "" if (amount := value(row)) is None else write(amount)

    heading = name.replace("_", " ").capitalize()
    return Column(
        name,
        value,
        help_,
        priority,
        heading=heading,
        width=10,
        text=text,
        coloured=way if is_gain else None,
        optional=True,
        needs=("position",),
        private=True,
    )


QUANTITY = COLUMNS.add(_amount("quantity", "units held, by lots.csv", 7))
COST = COLUMNS.add(_amount("cost", "what they cost, with fees, less what sales brought", 20))
VALUE = COLUMNS.add(_amount("value", "what they are worth: quantity times last", 4))
GAIN = COLUMNS.add(_amount("gain", "value less cost", 4, is_gain=True))
GAIN_PERCENT = COLUMNS.add(
    Column(
        "gain_percent",
        lambda row: None if row.position is None else row.position.gain_percent,
        "gain in percent of the cost",
        7,
        heading="Gain %",
        width=10,
        text=lambda row, _: "" if row.position is None else percent(row.position.gain_percent),
        coloured=lambda row: GAIN.direction(row),
        optional=True,
        needs=("position",),
    )
)
DAY_GAIN = COLUMNS.add(_amount("day_gain", "quantity times the move since the previous close", 24, is_gain=True))

BAR = COLUMNS.add(
    Column(
        "bar",
        lambda row: row.quote.percent,
        "change in percent as a bar, to the left for a fall; half a cell is one percent",
        11,
        heading="Move",
        width=BAR_CELLS + 2,
        text=lambda row, _: "" if row.quote.percent is None else move_bar(row.quote.percent, BAR_CELLS // 2),
        coloured=_way,
        optional=True,
    )
)

HEAT = COLUMNS.add(
    Column(
        "heat",
        lambda row: row.quote.percent,
        "change in percent on a background of its colour, the stronger the larger the move",
        19,
        width=10,
        text=lambda row, _: percent(row.quote.percent),
        before=lambda row, _: "" if row.quote.percent is None else ARROWS[row.quote.direction],
        shaded=True,
        optional=True,
    )
)

_MARKET = (RANK, SYMBOL, NAME, LAST, CHANGE, PERCENT, PREVIOUS, VOLUME, RANGE, TREND)
DEFAULT_COLUMNS = (*_MARKET, QUANTITY, VALUE, GAIN, GAIN_PERCENT, SECTOR)
ESSENTIAL = 7
"""The highest priority of a column that has its room before the article has all it wants."""

"""`history`: series out of the history, or the result of a query."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tickerboard.cli.output import fail
from tickerboard.cli.rows import print_rows
from tickerboard.cli.statuses import DONE, NOTHING
from tickerboard.errors import TickerboardError
from tickerboard.history import History, NoHistoryError
from tickerboard.settings.places import history_path
from tickerboard.text.when import read_time

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from tickerboard.history.queries import Point

HEADER = ("time", "symbol", "last", "change", "percent", "source")


def history(options: argparse.Namespace) -> int:
    """Run `history` and return the exit status."""
    try:
        with History(history_path()) as opened:
            if options.sql is not None:
                return _query(opened, options)
            return _series(opened, options)
    except NoHistoryError as error:
        fail(str(error))
        return NOTHING
    except TickerboardError as error:
        return fail(str(error))


def _series(opened: History, options: argparse.Namespace) -> int:
    now = datetime.now(UTC)
    since = read_time(options.since, now).start if options.since else None
    until = read_time(options.until, now).end if options.until else None
    if since and until and since >= until:
        return fail("--since must be before --until")
    missing = {symbol.lower(): symbol for symbol in options.symbols}
    points = _noted(opened.points(*options.symbols, since=since, until=until), missing)
    if options.parquet is None:
        count = print_rows(HEADER, map(_row, points), options.format)
    else:
        count = _parquet(points, options.parquet)
    if missing or not count:
        of = f" of {', '.join(missing.values())}" if missing else "s"
        fail(f"{opened.path}: no quote{of}{' in that time' if since or until else ''}")
    return DONE if count else NOTHING


def _noted(points: Iterator[Point], missing: dict[str, str]) -> Iterator[Point]:
    """Yield points, and take their symbols out of those that are missing."""
    for point in points:
        missing.pop(point.symbol.lower(), None)
        yield point


def _row(point: Point) -> tuple[Any, ...]:
    return point.time.isoformat(timespec="seconds"), *point[1:]


def _query(opened: History, options: argparse.Namespace) -> int:
    if options.symbols or options.since or options.until or options.parquet:
        return fail("--sql takes no SYMBOL, --since, --until or --parquet; write them into the query")
    header, rows = opened.sql(options.sql)
    print_rows(header, rows, options.format)
    return DONE


def _parquet(points: Iterator[Point], file: Path) -> int:
    from tickerboard.history.parquet import write_parquet

    return write_parquet(points, file)

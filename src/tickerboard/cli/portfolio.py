"""`portfolio`: what the lots of the user are worth by the quotes of pages, or by the latest ones of the history."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tickerboard.cli.arguments import OneOf, Parser, add_config, add_sources
from tickerboard.cli.output import fail, report
from tickerboard.cli.statuses import DONE, FAILED, NOTHING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

    from tickerboard.board.board import Board
    from tickerboard.portfolio.positions import Position

FORMATS = ("table", "csv", "ndjson")
HEADER = ("symbol", "quantity", "cost", "last", "value", "gain", "gain_percent", "day_gain", "currency")


def options() -> Parser:
    """Return the options."""
    parser = Parser(
        "tickerboard portfolio",
        "Print what the lots in lots.csv, beside the config, are worth. Without SOURCE: by the latest quotes of the "
        "history.",
    )
    parser.add_argument(
        "--format", type=OneOf("format", FORMATS), metavar="|".join(FORMATS), default="table", help="how to print it"
    )
    add_config(parser)
    add_sources(parser)
    return parser


def run(given: argparse.Namespace) -> int:
    """Print the positions and return the exit status. Raise TickerboardError."""
    from tickerboard.cli.holdings import holdings_beside
    from tickerboard.settings.config import config_path
    from tickerboard.settings.places import lots_path
    from tickerboard.settings.reading import read_config

    path = given.config or config_path()
    config, _ = read_config(path, needed=given.config is not None)
    try:
        holdings, invalid = holdings_beside(path, config)
    except FileNotFoundError:
        return fail(f"{lots_path(path)}: no such file; docs/portfolio.md has its format")
    board, failures = _board(given)
    status = _print(holdings.positions(board.prices()), given.format)
    report(invalid)
    report(f"tickerboard: {failure}" for failure in failures)
    return FAILED if invalid or failures else status


def _board(given: argparse.Namespace) -> tuple[Board, Sequence[object]]:
    """Return the board of the sources, and those that failed; without sources the latest board of the history."""
    from tickerboard.board.board import Board
    from tickerboard.cli.parse import sources_or_piped
    from tickerboard.sources.updates import failures_of, read_once

    if sources := sources_or_piped(given):
        updates = [read_once(source) for source in sources]
        return Board.of(updates), [failure for update in updates for failure in failures_of(update)]
    from tickerboard.history import History
    from tickerboard.settings.places import history_path

    with History(history_path()) as history:
        return Board.of(history.as_of(datetime.now(UTC))), ()


def _print(positions: Sequence[Position], form: str) -> int:
    from tickerboard.cli.rows import print_rows

    rows: Iterable[Sequence[Any]] = (position[: len(HEADER)] for position in positions)
    print_rows(HEADER, _with_totals(positions) if form == "table" else rows, form)
    report(f"tickerboard: {position.missing}" for position in positions if position.missing)
    if not any(position.value is not None for position in positions):
        return fail("no lot has a quote" if positions else "no lots", NOTHING)
    return DONE


def _with_totals(positions: Sequence[Position]) -> Iterable[Sequence[Any]]:
    """Return the rows of a table: the positions, and a total for each currency."""
    from tickerboard.portfolio.positions import totals_of

    yield from (position[: len(HEADER)] for position in positions)
    for total in totals_of(positions):
        name = f"total without {total.without}" if total.without else "total"
        yield (
            name,
            None,
            total.cost,
            None,
            total.value,
            total.gain,
            total.gain_percent,
            total.day_gain,
            total.currency,
        )

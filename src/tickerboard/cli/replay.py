"""`replay`: a time of the history played on the board, faster than it was."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tickerboard.cli.arguments import Parser, add_config, add_sources, add_time
from tickerboard.cli.output import fail
from tickerboard.cli.statuses import NOTHING

if TYPE_CHECKING:
    from tickerboard.board.board import Board
    from tickerboard.board.listings import Listings
    from tickerboard.cli.board import AppOptions
    from tickerboard.ui.app import TickerboardApp
    from tickerboard.ui.history.past import Past
    from tickerboard.ui.history.pasts import Pasts
    from tickerboard.ui.history.replay import Replay

FASTEST = 100_000


def options() -> Parser:
    """Return the options."""
    parser = Parser(
        "tickerboard replay",
        "Play the history on the board, of all sources or of some; by default the day of the latest snapshot.",
    )
    add_sources(parser)
    add_time(parser, "--from", "where to begin, such as 2026-11-23 or '2026-11-23 09:30'")
    add_time(parser, "--to", "where to end; this day, minute or second is included")
    parser.add_argument("--speed", type=_speed, default=60.0, metavar="N", help="how many times as fast; 60")
    parser.add_argument("--no-motion", action="store_true", help="do not move the tape")
    parser.add_argument("--theme", metavar="NAME", help="the colours")
    add_config(parser)
    parser.set_defaults(forget=False, every=None)
    return parser


def _speed(text: str) -> float:
    try:
        if 0 < (speed := float(text)) <= FASTEST:
            return speed
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"invalid speed {text!r}; use more than 0 and at most {FASTEST}")


def run(given: argparse.Namespace) -> int:
    """Open the board and play; return the exit status."""
    from tickerboard.board.listings import Listings, extra_path
    from tickerboard.cli.board import app_options, is_screen
    from tickerboard.history import NoHistoryError
    from tickerboard.sources.clock import SystemClock

    if not is_screen():
        return fail("replay needs a terminal")
    settings = app_options(given)
    listings = Listings.load(extra_path(settings.path))
    pasts, board = _pasts(given, listings)
    try:
        past = pasts.find(board)
        span = _span(past, given)
    except NoHistoryError as error:
        return fail(str(error), NOTHING)
    if span is None:
        return fail(f"{', '.join(past.sources or ()) or past.history.path}: no snapshots in that time", NOTHING)
    from tickerboard.ui.history.replay import Replay
    from tickerboard.ui.run import run_board

    replay = Replay(past, *span, given.speed, SystemClock())
    try:
        return run_board(_app(replay, replay.first_board(listings), settings))
    finally:
        pasts.close()


def _app(replay: Replay, board: Board, settings: AppOptions) -> TickerboardApp:
    """Return the application that plays, which records nothing."""
    from tickerboard.cli.board import ScreenError
    from tickerboard.ui.app import TickerboardApp
    from tickerboard.ui.history.keeper import HistoryPlan

    plan = HistoryPlan(replay.past.history.path, records=False)
    try:
        return TickerboardApp(
            board,
            [],
            settings.config,
            live=True,
            clock=replay.clock,
            memory=settings.memory,
            history=plan,
            replay=replay,
        )
    except ValueError as error:
        raise ScreenError(str(error)) from error


def _pasts(given: argparse.Namespace, listings: Listings) -> tuple[Pasts, Board]:
    """Return where the past is found, and a board of the sources: a folder of dated pages has a past of its own."""
    from tickerboard.board.board import Board
    from tickerboard.settings.places import history_path
    from tickerboard.sources import open_sources
    from tickerboard.sources.base import Progress
    from tickerboard.sources.updates import read_once
    from tickerboard.ui.history.folders import with_own_times
    from tickerboard.ui.history.pasts import Pasts

    sources = open_sources(given.sources, given.exec)
    updates = [read_once(source) if source.instant else Progress(source.name, "fetching") for source in sources]
    updates = [with_own_times(update) for update in updates]
    return Pasts(history_path(), updates, live=False), Board.of(updates, listings)


def _span(past: Past, given: argparse.Namespace) -> tuple[datetime, datetime] | None:
    """Return the first snapshot of the time to play, and its end (UTC); None where there is no snapshot in it."""
    from tickerboard.history.steps import Period
    from tickerboard.text.when import read_time
    from tickerboard.ui.history.past import END

    now = datetime.now(UTC)
    start = getattr(given, "from")
    until = read_time(given.to, now).end if given.to else None
    if start:
        since = read_time(start, now).start
        until = until or max(read_time(start, now).end, since + timedelta(days=1))
    else:
        latest = past.last_by(END) if until is None else past.history.step(until, -1, past.sources)
        if latest is None:
            return None
        since = Period.SESSION.since(latest) or latest
        until = until or latest + timedelta(microseconds=1)
    first = past.history.step(since - timedelta(microseconds=1), 1, past.sources)
    return None if first is None or first >= until else (first, until)

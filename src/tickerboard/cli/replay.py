"""`replay`: a time of the history played on the board, faster than it was."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tickerboard.cli.arguments import Parser, add_config
from tickerboard.cli.output import fail
from tickerboard.cli.statuses import NOTHING

if TYPE_CHECKING:
    from tickerboard.history import History

FASTEST = 100_000


def options() -> Parser:
    """Return the options."""
    parser = Parser("tickerboard replay", "Play the history on the board; by default the day of the latest snapshot.")
    parser.add_argument("--from", metavar="TIME", help="where to begin, such as 2026-11-23 or '2026-11-23 09:30'")
    parser.add_argument("--to", metavar="TIME", help="where to end; this day, minute or second is included")
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
    from tickerboard.cli.board import ScreenError, app_options, is_screen
    from tickerboard.history import History, NoHistoryError
    from tickerboard.settings.places import history_path
    from tickerboard.sources.pace import SystemClock

    if not is_screen():
        return fail("replay needs a terminal")
    path = history_path()
    try:
        with History(path) as history:
            span = _span(history, given)
    except NoHistoryError as error:
        return fail(str(error), NOTHING)
    if span is None:
        return fail(f"{path}: no snapshots in that time", NOTHING)
    settings = app_options(given)
    from tickerboard.ui.app import TickerboardApp
    from tickerboard.ui.history.keeper import HistoryPlan
    from tickerboard.ui.history.replay import Replay
    from tickerboard.ui.run import run_board

    replay = Replay(path, *span, given.speed, SystemClock())
    board = replay.first_board(Listings.load(extra_path(settings.path)))
    plan = HistoryPlan(path, records=False)
    try:
        app = TickerboardApp(
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
    return run_board(app)


def _span(history: History, given: argparse.Namespace) -> tuple[datetime, datetime] | None:
    """Return the first snapshot of the time to play, and its end (UTC); None where there is no snapshot in it."""
    from tickerboard.history.steps import Period
    from tickerboard.text.when import read_time

    now = datetime.now(UTC)
    start = getattr(given, "from")
    until = read_time(given.to, now).end if given.to else None
    if start:
        since = read_time(start, now).start
        until = until or max(read_time(start, now).end, since + timedelta(days=1))
    else:
        latest = history.latest() if until is None else history.step(until, -1)
        if latest is None:
            return None
        since = Period.SESSION.since(latest) or latest
        until = until or latest + timedelta(microseconds=1)
    first = history.step(since - timedelta(microseconds=1), 1)
    return None if first is None or first >= until else (first, until)

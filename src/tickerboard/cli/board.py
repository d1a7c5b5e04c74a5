"""`tickerboard`: open the board. What can be read at once is read before the screen opens, the rest when it comes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.cli.arguments import Parser, add_config, add_demo, add_every, add_log, add_sources, add_time
from tickerboard.cli.command_line import command_line
from tickerboard.cli.output import fail, report, write
from tickerboard.cli.statuses import DONE, NOTHING
from tickerboard.errors import TickerboardError
from tickerboard.logs import log

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tickerboard.board.board import Board
    from tickerboard.settings.config import Config
    from tickerboard.sources.base import Source
    from tickerboard.sources.updates import Update
    from tickerboard.ui.app import TickerboardApp
    from tickerboard.ui.history.timeline import Stop
    from tickerboard.ui.memory import Memory
    from tickerboard.ui.table.sheet import Sheet

COLOUR_SYSTEMS = ("auto", "standard", "256", "truecolor", "windows")
"""What Rich takes in TEXTUAL_COLOR_SYSTEM."""


class ScreenError(TickerboardError):
    """The board cannot be opened with these settings in this environment."""


def options() -> Parser:
    """Return the options."""
    from tickerboard.cli.commands import summary

    parser = Parser(
        "tickerboard",
        "The ticker board for the terminal. Without SOURCE: the bundled sample page.",
        f"commands, each with --help:\n{summary()}\n",
    )
    add_sources(parser)
    parser.add_argument("--live", action="store_true", help="refresh files on change, URLs and commands by timer")
    add_every(parser)
    add_time(parser, "--at", "the board as of a time such as 2026-11-23 or 10:04")
    add_demo(parser, "the sample page on a random walk, marked SIMULATED")
    parser.add_argument("--forget", action="store_true", help="remove rows at once when they leave their page")
    parser.add_argument("--no-motion", action="store_true", help="do not move the tape")
    parser.add_argument("--theme", metavar="NAME", help="the colours")
    add_config(parser)
    add_log(parser)
    return parser


def run(given: argparse.Namespace) -> int:
    """Open the board, or print the pages if there is no screen for it; return the exit status."""
    from tickerboard.settings.config import config_path
    from tickerboard.settings.reading import read_config

    path = given.config or config_path()
    config, _ = read_config(path, needed=given.config is not None)
    if file := config.log if given.log is None else given.log:
        log.start(file, command_line("tickerboard", given))
    if given.at and given.demo:
        raise ScreenError("use --at or --demo, not both")
    if not is_screen():
        return _print_then(given, path) if given.at else _print(given)
    return _open(given, path, config)


def is_screen() -> bool:
    """Return whether standard output is a terminal that can move its cursor."""
    return os.isatty(1) and os.environ.get("TERM", "dumb") not in {"", "dumb", "unknown"}


def _print(given: argparse.Namespace) -> int:
    """Print what `parse` would; say so where that is the sample, because nobody asked for it."""
    from tickerboard.cli.pages import print_pages
    from tickerboard.export.table import TABLE

    if not (given.sources or given.exec or given.demo):
        report(["tickerboard: no SOURCE; this is the bundled sample page"])
    return print_pages(_sources(given), TABLE)


def _print_then(given: argparse.Namespace, path: Path) -> int:
    """Print the pages as of a time."""
    from tickerboard.board.board import Board
    from tickerboard.board.listings import Listings, extra_path
    from tickerboard.cli.at import NothingThenError, stop_at
    from tickerboard.export.table import TABLE
    from tickerboard.settings.places import history_path
    from tickerboard.sources.updates import read_once
    from tickerboard.ui.history.folders import with_own_times

    updates = [with_own_times(read_once(source)) for source in _sources(given)]
    board = Board.of(updates, Listings.load(extra_path(path)))
    try:
        _, stop = stop_at(given.at, board, updates, history_path(), live=given.live)
    except NothingThenError as error:
        return fail(str(error), NOTHING)
    write(TABLE.pages([shot for state in stop.board.sources for shot in state.pages.values()]))
    return DONE


def _sources(given: argparse.Namespace) -> list[Source]:
    if given.at and not (given.sources or given.exec):
        return []  # every source of the history
    if given.demo:
        from tickerboard.cli.parse import demo

        return [demo(given, moving=True)]
    from tickerboard.sources import open_or_sample

    return open_or_sample(given.sources, given.exec)


def _open(given: argparse.Namespace, path: Path, config: Config) -> int:
    """Show the table at once, then load Textual and run the board; return the exit status. Raise ScreenError."""
    import gc

    gc.disable()  # until the board is painted: looking through what start-up makes would take a sixth of its time
    opening = _read(given, path)
    if isinstance(opening, int):
        return opening
    from tickerboard.sources.clock import SystemClock
    from tickerboard.ui.first_picture import first_picture
    from tickerboard.ui.lean_textual import load_textual
    from tickerboard.ui.plain_asyncio import load_asyncio
    from tickerboard.ui.table.sheet import Sheet
    from tickerboard.ui.terminal.alternate import ALTERNATE

    picture, live, sheet = "", given.live or given.demo, Sheet(SystemClock())
    config = opening.memory.overrides(config)
    if opening.stop is None:
        size = os.get_terminal_size(1)
        picture = first_picture(opening.board, config, opening.memory.state, sheet, size, live=live)
    with ALTERNATE.showing(picture):
        load_asyncio()
        load_textual()
        from tickerboard.ui.run import run_board

        app = _app(opening, config, sheet, live=live)
        del opening  # the app keeps what it needs, and that not for long: ten thousand rows take 10 MiB
        return run_board(app)


class Opening(NamedTuple):
    """What a board opens with: its sources, what was read of them, and the time at which it opens, None for now."""

    board: Board
    sources: Sequence[Source]
    first: Sequence[Update]
    memory: Memory
    stop: Stop | None = None


def _read(given: argparse.Namespace, path: Path) -> Opening | int:
    """Read what a board opens with; where there is none to open, say so and return the exit status."""
    from datetime import UTC, datetime

    from tickerboard.board.board import Board
    from tickerboard.board.listings import Listings, extra_path
    from tickerboard.sources.base import Progress
    from tickerboard.sources.updates import has_something, read_once, snapshots_of
    from tickerboard.ui.history.folders import with_own_times

    sources = _sources(given)
    now = datetime.now(UTC)
    updates = [read_once(source, now) if source.instant else Progress(source.name, "fetching") for source in sources]
    if not given.live:
        updates = [with_own_times(update) for update in updates]
    waiting = not all(source.instant for source in sources) or (given.live and bool(snapshots_of(updates)))
    if not (waiting or given.at) and not any(has_something(update) for update in updates):
        return _print(given)
    from tickerboard.sources.kinds import STANDARD_INPUT

    if any(each in STANDARD_INPUT for each in given.sources):
        from tickerboard.sources.stdin import StdinSource, keyboard_back

        page = keyboard_back()
        sources = [StdinSource(page) if isinstance(source, StdinSource) else source for source in sources]
    _check_environment()
    from tickerboard.settings.state import load_state, state_path
    from tickerboard.ui.memory import Memory

    memory = Memory(load_state(state_path()), state_path(), path, _overrides(given))
    opening = Opening(Board.of(updates, Listings.load(extra_path(path))), sources, updates, memory)
    if not given.at:
        return opening
    from tickerboard.cli.at import NothingThenError, stop_at
    from tickerboard.settings.places import history_path

    try:
        board, stop = stop_at(given.at, opening.board, updates, history_path(), live=given.live or given.demo)
    except NothingThenError as error:
        return fail(str(error), NOTHING)
    return opening._replace(board=board, stop=stop)


def _app(opening: Opening, config: Config, sheet: Sheet, *, live: bool) -> TickerboardApp:
    """Return the app. Raise ScreenError."""
    from tickerboard.settings.places import history_path
    from tickerboard.ui.app import TickerboardApp
    from tickerboard.ui.history.keeper import HistoryPlan

    plan = HistoryPlan(history_path(), config.history, config.history_days, config.history_megabytes)
    board, sources, first, memory, stop = opening
    try:
        return TickerboardApp(
            board, sources, config, live=live, memory=memory, history=plan, first=first, stop=stop, sheet=sheet
        )
    except ValueError as error:
        raise ScreenError(str(error)) from error


def _check_environment() -> None:
    """Put right, or refuse, what would end Textual. Raise ScreenError."""
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]  # set but empty means unset; Textual takes it for set
    system = os.environ.get("TEXTUAL_COLOR_SYSTEM") or "auto"
    if system not in COLOUR_SYSTEMS:
        raise ScreenError(f"TEXTUAL_COLOR_SYSTEM: unknown value {system!r}; use {', '.join(COLOUR_SYSTEMS)}")


class AppOptions(NamedTuple):
    """What the application needs besides a board and its sources; `path` is that of the config."""

    path: Path
    config: Config
    memory: Memory


def app_options(given: argparse.Namespace) -> AppOptions:
    """Return what the command line and the config say about the screen. Raise ConfigError, ScreenError."""
    from tickerboard.settings.config import config_path
    from tickerboard.settings.reading import read_config
    from tickerboard.settings.state import load_state, state_path
    from tickerboard.ui.memory import Memory

    path = given.config or config_path()
    config, _ = read_config(path, needed=given.config is not None)
    _check_environment()
    overrides = _overrides(given)
    return AppOptions(path, overrides(config), Memory(load_state(state_path()), state_path(), path, overrides))


def _overrides(given: argparse.Namespace) -> Callable[[Config], Config]:
    """Return what puts the command line's settings above the config's."""
    still = given.no_motion or os.environ.get("TEXTUAL_ANIMATIONS") == "none"
    above = {
        "theme": given.theme,
        "forget": given.forget or None,
        "every": given.every,
        "motion": False if still else None,
    }
    chosen = {name: value for name, value in above.items() if value is not None}
    return lambda config: config.changed(**chosen)

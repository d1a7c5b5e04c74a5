"""Opens the board: what is read at once is read, then the screen comes; what takes longer comes when it comes."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tickerboard.board.listings import ListingsError
from tickerboard.cli.output import fail, print_pages
from tickerboard.logs import log
from tickerboard.settings.config import ConfigError, config_path, read_config
from tickerboard.sources import open_or_sample
from tickerboard.sources.base import SourceError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    from tickerboard.settings.config import Config
    from tickerboard.sources.base import Source


def launch(options: argparse.Namespace) -> int:
    """Run the board, or print its pages where there is no screen for it; return the exit status."""
    try:
        path = options.config or config_path()
        config, _ = read_config(path, needed=options.config is not None)
        if file := config.log if options.log is None else options.log:
            log.start(file, "tickerboard", options)
        if not _is_screen():
            return print_pages(_sources(options), "table")
        return _open(options, path, config)
    except (ConfigError, ListingsError, SourceError, log.LogError) as error:
        return fail(str(error))


def _is_screen() -> bool:
    """Tell whether standard output can show a board: a terminal that can move its cursor."""
    return sys.stdout.isatty() and os.environ.get("TERM", "dumb") not in {"", "dumb", "unknown"}


def _sources(options: argparse.Namespace) -> list[Source]:
    if not options.demo:
        return open_or_sample(options.sources, options.exec)
    if options.sources or options.exec:
        raise SourceError("--demo shows the sample page only; leave the other sources out")
    from tickerboard.sources.demo import DemoSource

    return [DemoSource()]


def _open(options: argparse.Namespace, path: Path, config: Config) -> int:
    gc.disable()  # until the board is painted: looking through what start-up makes would take a sixth of its time
    from tickerboard.board.board import Board
    from tickerboard.board.listings import Listings, extra_path
    from tickerboard.sources.base import Progress
    from tickerboard.sources.updates import has_something, read_once

    sources = _sources(options)
    now = datetime.now(UTC)
    updates = [read_once(source, now) if source.instant else Progress(source.name, "fetching") for source in sources]
    waiting = not all(source.instant for source in sources)
    if not waiting and not any(has_something(update) for update in updates):
        return print_pages(sources, "table")
    if "-" in options.sources:
        from tickerboard.sources.stdin import StdinSource, keyboard_back

        page = keyboard_back()
        sources = [StdinSource(page) if isinstance(source, StdinSource) else source for source in sources]
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]  # set but empty means nothing; Textual takes it for a wish
    from tickerboard.settings.state import load_state, state_path
    from tickerboard.ui.app import TickerboardApp, run_board
    from tickerboard.ui.memory import Memory

    overrides = _overrides(options)
    memory = Memory(load_state(state_path()), state_path(), path, overrides)
    listings = Listings.load(extra_path(path))
    live = options.live or options.demo
    try:
        app = TickerboardApp(Board.of(updates, listings), sources, overrides(config), live=live, memory=memory)
    except ValueError as error:
        return fail(str(error))
    return run_board(app)


def _overrides(options: argparse.Namespace) -> Callable[[Config], Config]:
    """Tell what the command line puts above the config."""
    given = {"theme": options.theme, "forget": options.forget or None, "every": options.every}
    if options.no_motion or os.environ.get("TEXTUAL_ANIMATIONS") == "none":
        given["motion"] = False
    chosen = {name: value for name, value in given.items() if value is not None}
    return lambda config: replace(config, **chosen)

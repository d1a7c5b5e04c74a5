"""The command line, nothing else; the screen is imported late."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NoReturn

from tickerboard.arguments import board_options, config_options, parse_options

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tickerboard.config import Config
    from tickerboard.model import Snapshot
    from tickerboard.sources.base import Source

DONE, NOTHING, UNREADABLE = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status; never raises but for --help, --version and wrong usage."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:  # under nohup it is ignored, and stays so
            signal.signal(number, _leave)
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:  # noqa: BLE001  the last line of defence: one line instead of a traceback
        return _fail(f"internal error: {type(error).__name__}")
    return status


def _leave(number: int, _: object) -> NoReturn:
    sys.exit(128 + number)


def _run(arguments: list[str]) -> int:
    if arguments[:1] == ["parse"]:
        return _parse(parse_options().parse_args(arguments[1:]))
    if arguments[:1] == ["config"]:
        return _config(config_options().parse_args(arguments[1:]))
    return _board(board_options().parse_args(arguments))


def _fail(message: str) -> int:
    from tickerboard.sources.base import shown

    print(f"tickerboard: {shown(message)}", file=sys.stderr)  # noqa: T201
    return UNREADABLE


def _open(options: argparse.Namespace) -> list[Source]:
    from tickerboard.sources import open_source

    sources: list[Source] = [open_source(each) for each in options.sources]
    if options.exec:
        from tickerboard.sources.command import ExecSource

        sources += [ExecSource(command) for command in options.exec]
    if not sources:
        from tickerboard.sources.sample import SampleSource

        sources = [SampleSource()]
    return sources


def _parse(options: argparse.Namespace) -> int:
    sources = _open(options)
    if options.follow:
        if options.format != "ndjson":
            return _fail("--follow needs --format ndjson")
        from tickerboard.follow import follow

        return follow(sources, options.every)
    if options.where is None:
        return _print(sources, options.format)
    from tickerboard.query import QueryError
    from tickerboard.where import where

    try:
        return _print(sources, options.format, where(options.where))
    except QueryError as error:
        return _fail(f"--where: {error}")


def _print(sources: list[Source], form: str, keep: Callable[[Snapshot], Snapshot] | None = None) -> int:
    """Read every source and print what its pages say; one that fails does not hurt the others."""
    from tickerboard.export import export
    from tickerboard.update import Update

    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr]
    updates = [Update.of(source.read()) for source in sources]
    snapshots = [keep(shot) if keep else shot for update in updates for shot in update.snapshots or ()]
    nothing = not any(update.has_something for update in updates)
    if snapshots and not (nothing and form == "table"):
        sys.stdout.write(export(snapshots, form))
    if form in {"table", "csv"}:
        for shot in snapshots:
            for each in shot.page.problems:
                sys.stderr.write(f"{shot.source}:{each.line}: {each.message}: {each.text}\n")
    failures = [update.fetch.failure for update in updates if update.fetch.failure]
    for failure in failures:
        _fail(failure)
    if failures:
        return UNREADABLE
    if nothing:
        _fail(_nothing_in(sources))
        return NOTHING
    return DONE


def _nothing_in(sources: list[Source]) -> str:
    return f"{', '.join(source.name for source in sources)}: no quote and no article found"


def _overrides(options: argparse.Namespace) -> Callable[[Config], Config]:
    """Tell what the command line puts above the config."""
    given = {"theme": options.theme, "forget": options.forget or None, "every": options.every}
    if options.no_motion or os.environ.get("TEXTUAL_ANIMATIONS") == "none":
        given["motion"] = False
    chosen = {name: value for name, value in given.items() if value is not None}
    return lambda config: replace(config, **chosen)


def _board(options: argparse.Namespace) -> int:
    from tickerboard.config import ConfigError, config_path, read_config
    from tickerboard.listings import ListingsError
    from tickerboard.sources.base import SourceError

    try:
        path = options.config or config_path()
        config, _ = read_config(path, needed=options.config is not None)
        if not _is_screen():
            return _print(_board_sources(options), "table")
        return _open_board(options, path, config)
    except (ConfigError, ListingsError, SourceError) as error:
        return _fail(str(error))


def _is_screen() -> bool:
    """Tell whether standard output can show a board: a terminal that can move its cursor."""
    return sys.stdout.isatty() and os.environ.get("TERM", "dumb") not in {"", "dumb", "unknown"}


def _board_sources(options: argparse.Namespace) -> list[Source]:
    if not options.demo:
        return _open(options)
    if options.sources or options.exec:
        from tickerboard.sources.base import SourceError

        raise SourceError("--demo shows the sample page only; leave the other sources out")
    from tickerboard.sources.sample import DemoSource

    return [DemoSource()]


def _open_board(options: argparse.Namespace, path: Path, config: Config) -> int:
    """Read what is read at once, then open the screen; what takes longer comes when it comes."""
    from tickerboard.board import Board
    from tickerboard.listings import Listings, extra_path
    from tickerboard.sources.base import Fetch
    from tickerboard.update import Update

    sources = _board_sources(options)
    now = datetime.now(UTC)
    updates = [
        Update.of(source.read(), now) if source.instant else Update(Fetch(source.name, note="fetching"))
        for source in sources
    ]
    waiting = not all(source.instant for source in sources)
    if not waiting and not any(update.has_something for update in updates):
        return _print(sources, "table")
    if "-" in options.sources:
        from tickerboard.sources.stdin import StdinSource, keyboard_back

        page = keyboard_back()
        sources = [StdinSource(page) if isinstance(source, StdinSource) else source for source in sources]
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]  # set but empty means nothing; Textual takes it for a wish
    from tickerboard.state import load_state, state_path
    from tickerboard.ui.app import TickerboardApp, run_board
    from tickerboard.ui.memory import Memory

    overrides = _overrides(options)
    memory = Memory(load_state(state_path()), state_path(), path, overrides)
    listings = Listings.load(extra_path(path))
    live = options.live or options.demo
    try:
        app = TickerboardApp(Board.of(updates, listings), sources, overrides(config), live=live, memory=memory)
    except ValueError as error:
        return _fail(str(error))
    return run_board(app)


def _config(options: argparse.Namespace) -> int:
    from tickerboard.config import ConfigError, as_toml, commented, config_path, read_config

    path = config_path()
    try:
        if options.what == "path":
            sys.stdout.write(f"{path}\n")
        elif options.what == "init":
            if path.exists():
                return _fail(f"{path}: is there already")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(commented(), "utf-8")
            sys.stdout.write(f"{path}\n")
        else:
            config, given = read_config(path, needed=False)
            for each in fields(config):
                origin = path if each.name in given else "default"
                sys.stdout.write(f"{each.name} = {as_toml(getattr(config, each.name))}  # {origin}\n")
    except (ConfigError, OSError) as error:
        return _fail(str(error))
    return DONE

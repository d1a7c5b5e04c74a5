"""The command line, nothing else; the screen is imported late."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tickerboard import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.config import Config
    from tickerboard.sources.base import Source

DONE, NOTHING, UNREADABLE = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status; never raises but for --help, --version and wrong usage."""
    arguments = list(sys.argv[1:] if argv is None else argv)
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


def _run(arguments: list[str]) -> int:
    if arguments[:1] == ["parse"]:
        return _parse(_parse_options().parse_args(arguments[1:]))
    if arguments[:1] == ["config"]:
        return _config(_config_options().parse_args(arguments[1:]))
    return _board(_board_options().parse_args(arguments))


def _fail(message: str) -> int:
    print(f"tickerboard: {message}", file=sys.stderr)  # noqa: T201
    return UNREADABLE


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with a command line in one line."""

    def error(self, message: str) -> NoReturn:
        """Leave with status 2."""
        self.exit(UNREADABLE, f"tickerboard: {message}; see {self.prog} --help\n")


def _sources_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="a file, a folder of pages, - or a URL")
    parser.add_argument("--exec", action="append", default=[], metavar="COMMAND", help="parse what a command prints")


def _every_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--every", type=_seconds, metavar="SECONDS", help="the timer; URLs are never asked faster than every 5 s"
    )


def _seconds(text: str) -> float:
    with contextlib.suppress(ValueError):
        if 0 < (seconds := float(text)) <= 86_400:
            return seconds
    raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds from 0 to 86400")


def _board_options() -> argparse.ArgumentParser:
    parser = _Parser(
        "tickerboard",
        description="The ticker board for the terminal. No SOURCE: the bundled sample page.",
        epilog="commands: tickerboard parse --help, tickerboard config --help",
    )
    parser.add_argument("--version", action="version", version=f"tickerboard {__version__}")
    _sources_options(parser)
    parser.add_argument("--live", action="store_true", help="follow files as they change, URLs and commands on a timer")
    _every_option(parser)
    parser.add_argument("--demo", action="store_true", help="the sample page, moving by itself, SIMULATED")
    parser.add_argument("--forget", action="store_true", help="rows go at once when they vanish from their page")
    parser.add_argument("--no-motion", action="store_true", help="the tape stands still")
    parser.add_argument("--theme", metavar="NAME", help="the colours")
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings to use in place of your own")
    return parser


def _parse_options() -> argparse.ArgumentParser:
    parser = _Parser("tickerboard parse", description="Parse pages and print what they say.")
    parser.add_argument("--version", action="version", version=f"tickerboard {__version__}")
    parser.add_argument("--format", choices=("table", "json", "ndjson", "csv"), default="table")
    parser.add_argument("--follow", action="store_true", help="print a line when a page changes (needs ndjson)")
    _every_option(parser)
    _sources_options(parser)
    return parser


def _config_options() -> argparse.ArgumentParser:
    parser = _Parser("tickerboard config", description="Where the settings are, and what is in force.")
    parser.add_argument("--version", action="version", version=f"tickerboard {__version__}")
    parser.add_argument("what", nargs="?", choices=("path", "show", "init"), default="show")
    return parser


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
    return _print(sources, options.format)


def _print(sources: list[Source], form: str) -> int:
    """Read every source and print what its pages say; one that fails does not hurt the others."""
    from tickerboard.export import export
    from tickerboard.update import Update

    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr]
    updates = [Update.of(source.read()) for source in sources]
    snapshots = [snapshot for update in updates for snapshot in update.snapshots or ()]
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


def _settings(options: argparse.Namespace) -> Config:
    from tickerboard.config import config_path, read_config

    config, _ = read_config(options.config or config_path(), needed=options.config is not None)
    if options.no_motion or os.environ.get("TEXTUAL_ANIMATIONS") == "none":
        config = replace(config, motion=False)
    given = {"theme": options.theme, "forget": options.forget or None, "every": options.every}
    return replace(config, **{name: value for name, value in given.items() if value is not None})


def _board(options: argparse.Namespace) -> int:
    from tickerboard.config import ConfigError
    from tickerboard.sources.base import SourceError

    try:
        config = _settings(options)
        if not _is_screen():
            return _print(_board_sources(options), "table")
        return _open_board(options, config)
    except (ConfigError, SourceError) as error:
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


def _open_board(options: argparse.Namespace, config: Config) -> int:
    """Read what is read at once, then open the screen; what takes longer comes when it comes."""
    from tickerboard.board import Board
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
    from tickerboard.ui.app import TickerboardApp, run_board
    from tickerboard.ui.themes import NAMES

    if config.theme not in NAMES:
        return _fail(f"no theme {config.theme!r}; there are {', '.join(NAMES)}")
    return run_board(TickerboardApp(Board.of(updates), sources, config, live=options.live or options.demo))


def _config(options: argparse.Namespace) -> int:
    from tickerboard.config import ConfigError, commented, config_path, read_config

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
                sys.stdout.write(f"{each.name} = {getattr(config, each.name)}  # {origin}\n")
    except (ConfigError, OSError) as error:
        return _fail(str(error))
    return DONE

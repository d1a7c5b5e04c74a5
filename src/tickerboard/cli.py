"""The command line, nothing else; the screen is imported late."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tickerboard import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.config import Config
    from tickerboard.model import Snapshot
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


def _sources_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="a file, a folder of pages, - or a URL")
    parser.add_argument("--exec", action="append", default=[], metavar="COMMAND", help="parse what a command prints")


def _board_options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "tickerboard",
        description="The ticker board for the terminal. No SOURCE: the bundled sample page.",
        epilog="commands: tickerboard parse --help, tickerboard config --help",
    )
    parser.add_argument("--version", action="version", version=f"tickerboard {__version__}")
    _sources_options(parser)
    parser.add_argument("--live", action="store_true", help="refresh (not there yet)")
    parser.add_argument("--every", type=float, metavar="SECONDS", help="timer of --live (not there yet)")
    parser.add_argument("--demo", action="store_true", help="a moving sample (not there yet)")
    parser.add_argument("--no-motion", action="store_true", help="the tape stands still")
    parser.add_argument("--theme", metavar="NAME", help="the colours")
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings to use in place of your own")
    return parser


def _parse_options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("tickerboard parse", description="Parse pages and print what they say.")
    parser.add_argument("--version", action="version", version=f"tickerboard {__version__}")
    parser.add_argument("--format", choices=("table", "json", "ndjson", "csv"), default="table")
    _sources_options(parser)
    return parser


def _config_options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("tickerboard config", description="Where the settings are, and what is in force.")
    parser.add_argument("--version", action="version", version=f"tickerboard {__version__}")
    parser.add_argument("what", nargs="?", choices=("path", "show", "init"), default="show")
    return parser


def _open(options: argparse.Namespace) -> list[Source]:
    from tickerboard.sources import open_source
    from tickerboard.sources.local import ExecSource, SampleSource

    sources: list[Source] = [open_source(each) for each in options.sources]
    sources += [ExecSource(command) for command in options.exec]
    return sources or [SampleSource()]


def _read(sources: list[Source]) -> tuple[list[Snapshot], list[str]]:
    """Read every source; one that fails does not hurt the others."""
    from tickerboard.snapshot import take
    from tickerboard.sources.base import SourceError

    snapshots: list[Snapshot] = []
    failures: list[str] = []
    for source in sources:
        try:
            snapshots += [take(document) for document in source.read()]
        except SourceError as error:
            failures.append(str(error))
    return snapshots, failures


def _is_nothing(snapshots: list[Snapshot]) -> bool:
    return not any(shot.page.quotes or shot.page.article or shot.page.stories for shot in snapshots)


def _parse(options: argparse.Namespace) -> int:
    sources = _open(options)
    snapshots, failures = _read(sources)
    return _print(sources, snapshots, failures, options.format)


def _print(sources: list[Source], snapshots: list[Snapshot], failures: list[str], form: str) -> int:
    from tickerboard.export import export

    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr]
    nothing = _is_nothing(snapshots)
    if snapshots and not (nothing and form == "table"):
        sys.stdout.write(export(snapshots, form))
    if form in {"table", "csv"}:
        for shot in snapshots:
            for each in shot.page.problems:
                sys.stderr.write(f"{shot.source}:{each.line}: {each.message}: {each.text}\n")
    for failure in failures:
        _fail(failure)
    if failures:
        return UNREADABLE
    if nothing:
        _fail(f"{', '.join(source.name for source in sources)}: no quote and no article found")
        return NOTHING
    return DONE


def _settings(options: argparse.Namespace) -> Config:
    from tickerboard.config import config_path, read_config

    config, _ = read_config(options.config or config_path(), needed=options.config is not None)
    if options.no_motion or os.environ.get("TEXTUAL_ANIMATIONS") == "none":
        config = replace(config, motion=False)
    return replace(config, theme=options.theme) if options.theme else config


def _board(options: argparse.Namespace) -> int:
    from tickerboard.config import ConfigError
    from tickerboard.sources.base import SourceError
    from tickerboard.sources.local import keyboard_back

    if options.live or options.demo or options.every is not None:
        return _fail("live mode is not there yet")
    try:
        config = _settings(options)
    except ConfigError as error:
        return _fail(str(error))
    sources = _open(options)
    snapshots, failures = _read(sources)
    if not sys.stdout.isatty() or _is_nothing(snapshots):
        return _print(sources, snapshots, failures, "table")
    if "-" in options.sources:
        try:
            keyboard_back()
        except SourceError as error:
            return _fail(str(error))
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]  # set but empty means nothing; Textual takes it for a wish
    from tickerboard.ui.app import run_board
    from tickerboard.ui.themes import NAMES

    if config.theme not in NAMES:
        return _fail(f"no theme {config.theme!r}; there are {', '.join(NAMES)}")
    return run_board(snapshots, failures=failures, reread=lambda: _read(sources), config=config)


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

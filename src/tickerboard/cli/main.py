"""The command line, nothing else; what a command needs is imported when it is run."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import fields
from typing import TYPE_CHECKING, NoReturn

from tickerboard.cli.arguments import (
    board_options,
    config_options,
    doctor_options,
    history_options,
    parse_options,
    record_options,
)
from tickerboard.cli.output import DONE, fail, print_pages
from tickerboard.logs import log

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status; never raises but for --help, --version and wrong usage."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:  # under nohup it is ignored, and stays so
            signal.signal(number, _leave)
    status: object = None
    try:
        status = _status_of(arguments)
    except SystemExit as ending:
        status = ending.code
        raise
    finally:
        log.end(status)
    return status


def _status_of(arguments: list[str]) -> int:
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:  # noqa: BLE001  the last line of defence: one line instead of a traceback
        fault = f"internal error: {type(error).__name__}"
        log.record("fault", what=fault)
        return fail(fault)
    return status


def _leave(number: int, _: object) -> NoReturn:
    sys.exit(128 + number)


def _run(arguments: list[str]) -> int:
    """Choose the command; options come first, for --version and --help need nothing that is loaded behind them."""
    match arguments[:1]:
        case ["parse"]:
            return _parse(parse_options().parse_args(arguments[1:]))
        case ["config"]:
            return _config(config_options().parse_args(arguments[1:]))
        case ["record"]:
            from tickerboard.cli.record import record

            return record(record_options().parse_args(arguments[1:]))
        case ["history"]:
            from tickerboard.cli.history import history

            return history(history_options().parse_intermixed_args(arguments[1:]))
        case ["doctor"]:
            options = doctor_options().parse_args(arguments[1:])
            from tickerboard.cli.doctor import examine

            return examine(options)
        case _:
            options = board_options().parse_args(arguments)
            from tickerboard.cli.board import launch

            return launch(options)


def _parse(options: argparse.Namespace) -> int:
    from tickerboard.sources import open_or_sample

    try:
        if options.log:
            log.start(options.log, "tickerboard parse", options)
    except log.LogError as error:
        return fail(str(error))
    sources = open_or_sample(options.sources, options.exec)
    if options.follow:
        if options.format != "ndjson":
            return fail("--follow needs --format ndjson")
        from tickerboard.cli.follow import follow

        return follow(sources, options.every)
    if options.where is None:
        return print_pages(sources, options.format)
    from tickerboard.cli.where import where
    from tickerboard.table.filter import FilterError

    try:
        return print_pages(sources, options.format, where(options.where))
    except FilterError as error:
        return fail(f"--where: {error}")


def _config(options: argparse.Namespace) -> int:
    from tickerboard.settings.config import ConfigError, as_toml, commented, config_path, read_config

    path = config_path()
    try:
        if options.what == "path":
            sys.stdout.write(f"{path}\n")
        elif options.what == "init":
            if path.exists():
                return fail(f"{path}: is there already")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(commented(), "utf-8")
            sys.stdout.write(f"{path}\n")
        else:
            config, given = read_config(path, needed=False)
            for each in fields(config):
                origin = path if each.name in given else "default"
                sys.stdout.write(f"{each.name} = {as_toml(getattr(config, each.name))}  # {origin}\n")
    except (ConfigError, OSError) as error:
        return fail(str(error))
    return DONE

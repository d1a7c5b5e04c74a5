"""The options of each command."""

from __future__ import annotations

import argparse
import contextlib
from pathlib import Path
from typing import NoReturn

from tickerboard import __version__


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with a command line in one line."""

    def error(self, message: str) -> NoReturn:
        """Leave with status 2."""
        self.exit(2, f"tickerboard: {message}; see {self.prog} --help\n")


def _sources_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="a file, a folder of pages, - or a URL")
    parser.add_argument("--exec", action="append", default=[], metavar="COMMAND", help="parse what a command prints")


def _config_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings to use in place of your own")


def _log_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--log", metavar="FILE", help="write down what is fetched and what fails, without secrets")


def _every_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--every", type=_seconds, metavar="SECONDS", help="the timer; URLs are never asked faster than every 5 s"
    )


def _seconds(text: str) -> float:
    with contextlib.suppress(ValueError):
        if 0 < (seconds := float(text)) <= 86_400:
            return seconds
    raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds from 0 to 86400")


def board_options() -> argparse.ArgumentParser:
    """Give the options of the board."""
    parser = _Parser(
        "tickerboard",
        description="The ticker board for the terminal. No SOURCE: the bundled sample page.",
        epilog="commands, each with --help: tickerboard parse, tickerboard config, tickerboard doctor",
    )
    parser.add_argument("--version", action="version", version=f"tickerboard {__version__}")
    _sources_options(parser)
    parser.add_argument("--live", action="store_true", help="follow files as they change, URLs and commands on a timer")
    _every_option(parser)
    parser.add_argument("--demo", action="store_true", help="the sample page, moving by itself, SIMULATED")
    parser.add_argument("--forget", action="store_true", help="rows go at once when they vanish from their page")
    parser.add_argument("--no-motion", action="store_true", help="the tape stands still")
    parser.add_argument("--theme", metavar="NAME", help="the colours")
    _config_option(parser)
    _log_option(parser)
    return parser


def parse_options() -> argparse.ArgumentParser:
    """Give the options of `parse`."""
    parser = _Parser("tickerboard parse", description="Parse pages and print what they say.")
    parser.add_argument("--version", action="version", version=f"tickerboard {__version__}")
    parser.add_argument("--format", choices=("table", "json", "ndjson", "csv"), default="table")
    parser.add_argument("--where", metavar="FILTER", help="only quotes that pass a filter, such as 'percent > 2'")
    parser.add_argument("--follow", action="store_true", help="print a line when a page changes (needs ndjson)")
    _every_option(parser)
    _log_option(parser)
    _sources_options(parser)
    return parser


def config_options() -> argparse.ArgumentParser:
    """Give the options of `config`."""
    parser = _Parser("tickerboard config", description="Where the settings are, and what is in force.")
    parser.add_argument("--version", action="version", version=f"tickerboard {__version__}")
    parser.add_argument("what", nargs="?", choices=("path", "show", "init"), default="show")
    return parser


def doctor_options() -> argparse.ArgumentParser:
    """Give the options of `doctor`."""
    parser = _Parser("tickerboard doctor", description="Whether all that the board needs is there and works.")
    parser.add_argument("--version", action="version", version=f"tickerboard {__version__}")
    _config_option(parser)
    _sources_options(parser)
    return parser

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


def record_options() -> argparse.ArgumentParser:
    """Return the options of `record`."""
    parser = _Parser(
        "tickerboard record",
        description="Store pages in the history, once or whenever they change; print a line for each new snapshot.",
    )
    parser.add_argument("--version", action="version", version=f"tickerboard {__version__}")
    parser.add_argument("--once", action="store_true", help="read every source once and end")
    _every_option(parser)
    parser.add_argument(
        "--time-from",
        choices=("NAME", "MTIME", "CRAWL"),
        type=str.upper,
        help="take each page's time from the date in the file's name (UTC), the file's modification time, or the date "
        "that a crawl wrote before its first line; pages without one are reported and not stored",
    )
    parser.add_argument("--as-of", metavar="TIME", help="the time of every page, such as 2026-11-23T16:30")
    _config_option(parser)
    _log_option(parser)
    _sources_options(parser)
    return parser


def _times_and_format(parser: argparse.ArgumentParser, since: str, until: str) -> None:
    parser.add_argument("--version", action="version", version=f"tickerboard {__version__}")
    parser.add_argument(f"--{since}", metavar="TIME", help=f"from this time on, {_TIMES}")
    parser.add_argument(f"--{until}", metavar="TIME", help="up to and including this day, minute or second")
    parser.add_argument("--format", choices=("table", "csv", "ndjson"), default="table", help="how to print it")


_TIMES = "such as 2026-11-23, '2026-11-23 10:04', 10:04, yesterday or '2 hours ago'"


def history_options() -> argparse.ArgumentParser:
    """Return the options of `history`."""
    parser = _Parser("tickerboard history", description="Print what symbols were at each snapshot, oldest first.")
    _times_and_format(parser, "since", "until")
    parser.add_argument("--sql", metavar="QUERY", help="print the result of a query; docs/history.md lists the views")
    parser.add_argument("--parquet", type=Path, metavar="FILE", help="write a Parquet file instead (needs pyarrow)")
    parser.add_argument("symbols", nargs="*", metavar="SYMBOL", help="all symbols by default")
    return parser


def moved_options() -> argparse.ArgumentParser:
    """Return the options of `moved`."""
    parser = _Parser(
        "tickerboard moved", description="Print what moved between two times, with the articles that name it."
    )
    _times_and_format(parser, "from", "to")
    return parser


def reparse_options() -> argparse.ArgumentParser:
    """Return the options of `reparse`."""
    parser = _Parser(
        "tickerboard reparse",
        description="Read the stored pages again with this version's parser and print what changes.",
    )
    parser.add_argument("--version", action="version", version=f"tickerboard {__version__}")
    parser.add_argument("--apply", action="store_true", help="store the changes; without it nothing is written")
    return parser

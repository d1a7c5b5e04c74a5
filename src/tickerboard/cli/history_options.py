"""The options of the commands of the history."""

from __future__ import annotations

from pathlib import Path

from tickerboard.cli.arguments import OneOf, Parser, add_config, add_every, add_log, add_sources, add_time

TIMES = "such as 2026-11-23, '2026-11-23 10:04', 10:04, yesterday or '2 hours ago'"
TIMES_FROM = ("NAME", "MTIME", "CRAWL")
FORMATS = ("table", "csv", "ndjson")


def record() -> Parser:
    """Return the options of `record`."""
    parser = Parser(
        "tickerboard record",
        "Store pages in the history, once or whenever they change; print a line for each new snapshot.",
    )
    parser.add_argument("--once", action="store_true", help="read every source once and end")
    add_every(parser)
    parser.add_argument(
        "--time-from",
        choices=TIMES_FROM,
        type=str.upper,
        help="take each page's time from the date in the file's name (UTC), the file's modification time, or the date "
        "that a crawl wrote before its first line; pages without one are reported and not stored",
    )
    add_time(parser, "--as-of", "the time of every page, such as 2026-11-23T16:30")
    add_config(parser)
    add_log(parser)
    add_sources(parser)
    return parser


def _add_times_and_format(parser: Parser, since: str, until: str) -> None:
    add_time(parser, f"--{since}", f"from this time on, {TIMES}")
    add_time(parser, f"--{until}", "up to and including this day, minute or second")
    parser.add_argument(
        "--format", type=OneOf("format", FORMATS), metavar="|".join(FORMATS), default="table", help="how to print it"
    )


def history() -> Parser:
    """Return the options of `history`."""
    parser = Parser("tickerboard history", "Print what symbols were at each snapshot, oldest first.")
    _add_times_and_format(parser, "since", "until")
    parser.add_argument("--sql", metavar="QUERY", help="print the result of a query; docs/history.md lists the views")
    parser.add_argument("--parquet", type=Path, metavar="FILE", help="write a Parquet file instead (needs pyarrow)")
    parser.add_argument("symbols", nargs="*", metavar="SYMBOL", help="all symbols by default")
    return parser


def moved() -> Parser:
    """Return the options of `moved`."""
    parser = Parser(
        "tickerboard moved",
        "Print what moved between two times, with the articles that name it ('last look': when a board was last left).",
    )
    _add_times_and_format(parser, "from", "to")
    return parser


def reparse() -> Parser:
    """Return the options of `reparse`."""
    parser = Parser(
        "tickerboard reparse", "Read the stored pages again with this version's parser and print what changes."
    )
    parser.add_argument("--apply", action="store_true", help="store the changes; without it nothing is written")
    return parser

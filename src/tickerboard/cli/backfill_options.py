"""The options of `backfill`."""

from __future__ import annotations

import argparse
import contextlib

from tickerboard.cli.arguments import OneOf, Parser

ENGINES = ("native", "ray")
HISTORY = "history"
_WORKERS = 1_024


def backfill() -> Parser:
    """Return the options of `backfill`."""
    parser = Parser(
        "tickerboard backfill",
        "Read every page of a crawl into the history, or as rows into Parquet. An interrupted run continues with the "
        "files that are not done. Needs the extra 'backfill'.",
    )
    parser.add_argument(
        "--out",
        metavar="history|FOLDER",
        default=HISTORY,
        help="the history, or a folder for Parquet partitioned by day; default: history",
    )
    parser.add_argument("--dry-run", action="store_true", help="read and count; write nothing")
    parser.add_argument(
        "--engine",
        type=OneOf("engine", ENGINES),
        metavar="|".join(ENGINES),
        default=ENGINES[0],
        help="native: all cores of this machine; ray: a cluster (needs the extra 'cluster'); default: native",
    )
    parser.add_argument("--address", metavar="A", help="Ray's address; without it Ray is started on this machine")
    parser.add_argument("--workers", type=_workers, default=0, metavar="N", help="tasks at a time; default: the cores")
    for name, what in (("text", "text"), ("url", "address"), ("time", "crawl time")):
        parser.add_argument(
            f"--{name}-column", metavar="NAME", help=f"the column of the {what} in JSONL and Parquet; found by its name"
        )
    parser.add_argument(
        "inputs",
        nargs="*",
        metavar="INPUT",
        help="a file (.txt, .html, .jsonl, .parquet, .warc, .wet, also .gz and .zst), a folder, a glob, or an address "
        "such as s3://bucket/*.warc.gz",
    )
    return parser


def _workers(text: str) -> int:
    with contextlib.suppress(ValueError):
        if 0 < (number := int(text)) <= _WORKERS:
            return number
    raise argparse.ArgumentTypeError(f"invalid number of workers {text!r}; use 1 to {_WORKERS}")

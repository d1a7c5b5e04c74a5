"""`tickerboard parse`: pages in, text out; no screen."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from tickerboard.cli.arguments import OneOf, Parser, add_config, add_demo, add_every, add_log, add_sources
from tickerboard.cli.command_line import command_line
from tickerboard.cli.output import fail
from tickerboard.export.formats import FORMATS, find
from tickerboard.logs import log

if TYPE_CHECKING:
    import argparse

    from tickerboard.cli.alerting import Alerting
    from tickerboard.cli.where import Where
    from tickerboard.sources.base import Source


def options() -> Parser:
    """Return the options."""
    parser = Parser(
        "tickerboard parse",
        "Parse pages and print what they say. Without SOURCE: standard input, if it is a pipe or a file.",
    )
    forms = ", ".join(f"{form.name} ({form.help})" for form in FORMATS)
    parser.add_argument(
        "--format",
        type=OneOf("format", [form.name for form in FORMATS], is_known=FORMATS.get),
        metavar="|".join(form.name for form in FORMATS),
        default="table",
        help=f"the format of the output: {forms}; default: table",
    )
    parser.add_argument("--where", metavar="FILTER", help="only quotes that pass a filter, such as 'percent > 2'")
    parser.add_argument(
        "--follow", action="store_true", help="go on, and print a line when a page changes; needs --format ndjson"
    )
    add_every(parser)
    add_demo(parser, "the bundled sample page; with --follow it moves")
    add_config(parser)
    add_log(parser)
    add_sources(parser)
    return parser


def run(given: argparse.Namespace) -> int:
    """Print the pages and return the exit status. Raise TickerboardError."""
    if given.log:
        log.start(given.log, command_line("tickerboard parse", given))
    if given.follow and given.format != "ndjson":
        return fail("--follow needs --format ndjson")
    sources = [demo(given, moving=given.follow)] if given.demo else sources_or_piped(given)
    if not sources:
        return fail(f"no SOURCE; usage: {options().prog} [OPTION]... SOURCE..., or pipe a page in; see --help")
    where = _where(given)
    if given.follow:
        from tickerboard.cli.follow import follow

        return follow(sources, given.every, _alerting(given, sources), where)
    from tickerboard.cli.pages import print_pages

    return print_pages(sources, find(given.format), where)


def sources_or_piped(given: argparse.Namespace) -> list[Source]:
    """Return the sources that were named, or standard input if something is there to read; else an empty list."""
    from tickerboard.sources import open_sources

    if not (given.sources or given.exec) and is_piped():
        return open_sources(["-"], [])
    return open_sources(given.sources, given.exec)


def is_piped() -> bool:
    """Return whether standard input is a pipe, a socket or a file."""
    try:
        mode = os.fstat(0).st_mode
    except OSError:  # closed
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)


def demo(given: argparse.Namespace, *, moving: bool) -> Source:
    """Return the sample page, which moves by itself or not. Raise SourceError beside other sources."""
    from tickerboard.sources.base import SourceError
    from tickerboard.sources.demo import DemoSource, SampleSource

    if given.sources or given.exec:
        raise SourceError("--demo shows the sample page only; leave out the other sources")
    return DemoSource() if moving else SampleSource()


def _alerting(given: argparse.Namespace, sources: list[Source]) -> Alerting:
    """Return the alerts of the config; none for the moving sample, whose figures no market made."""
    from tickerboard.cli.alerting import Alerting
    from tickerboard.settings.config import config_path
    from tickerboard.settings.reading import read_config

    path = given.config or config_path()
    config, _ = read_config(path, needed=given.config is not None)
    return Alerting() if given.demo else Alerting.of(config, path, sources)


def _where(given: argparse.Namespace) -> Where | None:
    """Return the filter; without one, still check a config that was named."""
    if given.where is not None:
        from tickerboard.cli.where import Where

        return Where.of(given.where, given.config)
    if given.config is not None:
        from tickerboard.settings.reading import read_config

        read_config(given.config, needed=True)
    return None

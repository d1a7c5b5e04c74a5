"""`export`: the board of pages as one HTML file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tickerboard.cli.arguments import Parser, add_config, add_sources
from tickerboard.cli.output import fail

if TYPE_CHECKING:
    import argparse

    from tickerboard.board.board import Board

LIGHT, DARK = "tickerboard-light", "tickerboard-dark"
"""The looks whose colours the file has; the reader's browser chooses between them."""


def options() -> Parser:
    """Return the options."""
    parser = Parser(
        "tickerboard export",
        "Write the board of pages to a file. Without SOURCE: of standard input, if it is a pipe or a file.",
    )
    parser.add_argument(
        "--html",
        type=Path,
        metavar="FILE",
        required=True,
        help="one HTML file that needs neither scripts nor a network",
    )
    add_config(parser)
    add_sources(parser)
    return parser


def run(given: argparse.Namespace) -> int:
    """Read the sources, write the file and return the exit status. Raise TickerboardError, OSError.

    Nothing is written where nothing was found; a source that fails does not affect the others.
    """
    from tickerboard.board.board import Board
    from tickerboard.board.listings import Listings, extra_path
    from tickerboard.cli.pages import reported
    from tickerboard.cli.parse import sources_or_piped
    from tickerboard.settings.config import config_path
    from tickerboard.settings.reading import read_config
    from tickerboard.sources.updates import failures_of, has_something, read_once

    sources = sources_or_piped(given)
    if not sources:
        return fail("no SOURCE; usage: tickerboard export --html FILE SOURCE..., or pipe a page in; see --help")
    path = given.config or config_path()
    read_config(path, needed=given.config is not None)
    updates = [read_once(source) for source in sources]
    failures = [failure for update in updates for failure in failures_of(update)]
    found = any(map(has_something, updates))
    if found:
        _write(Board.of(updates, Listings.load(extra_path(path))), given.html)
    return reported(sources, failures, found=found)


def _write(board: Board, path: Path) -> None:
    """Write a board as HTML, whole or not at all. Raise OSError."""
    from tickerboard.export.html import board_as_html
    from tickerboard.ui.looks import LOOKS

    colours = {look.name: look.colours for look in LOOKS}
    text = board_as_html(board, datetime.now(UTC), colours[LIGHT], colours[DARK])
    if path.exists() and not path.is_file():  # a pipe or a device; a folder is refused
        path.write_text(text, "utf-8", errors="replace")
        return
    target = path.resolve()
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_text(text, "utf-8", errors="replace")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)

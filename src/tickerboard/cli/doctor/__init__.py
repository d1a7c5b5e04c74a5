"""`tickerboard doctor`: check that all the board needs is there and works, in lines that are safe to share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.cli.arguments import Parser, add_config, add_sources

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from tickerboard.cli.doctor.findings import Finding


def options() -> Parser:
    """Return the options."""
    parser = Parser("tickerboard doctor", "Check that all the board needs is there and works.")
    add_config(parser)
    add_sources(parser)
    return parser


def run(given: argparse.Namespace) -> int:
    """Print the findings, a line each as soon as it is found; return 2 if anything fails."""
    from tickerboard.cli.doctor.findings import Grade
    from tickerboard.cli.output import write
    from tickerboard.cli.statuses import DONE, FAILED
    from tickerboard.text.clean import shown
    from tickerboard.text.redaction import redacted

    status = DONE
    for found in _findings(given):
        if found.grade is Grade.FAIL:
            status = FAILED
        write(redacted(shown(f"{found.grade:<4}  {found.what}: {found.words}")) + "\n")
    return status


def _findings(given: argparse.Namespace) -> Iterator[Finding]:
    from tickerboard.cli.doctor.files import files
    from tickerboard.cli.doctor.pages import pages
    from tickerboard.cli.doctor.program import program
    from tickerboard.cli.doctor.terminal import terminal
    from tickerboard.cli.doctor.watching import watching
    from tickerboard.sources import open_sources

    yield from program()
    yield from terminal()
    yield from files(given.config)
    yield from watching()
    yield from pages(open_sources(given.sources, given.exec))

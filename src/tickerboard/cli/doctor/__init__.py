"""`tickerboard doctor`: whether all that the board needs is there and works, in lines that can be shown to anybody."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tickerboard.cli.doctor.files import files
from tickerboard.cli.doctor.findings import Grade
from tickerboard.cli.doctor.pages import pages
from tickerboard.cli.doctor.program import program
from tickerboard.cli.doctor.terminal import terminal
from tickerboard.cli.doctor.watching import watching
from tickerboard.cli.output import DONE, UNREADABLE, speak_utf8
from tickerboard.settings.config import config_path
from tickerboard.sources import open_sources
from tickerboard.sources.base import shown
from tickerboard.text.redaction import redacted

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from tickerboard.cli.doctor.findings import Finding


def examine(options: argparse.Namespace) -> int:
    """Print what is found, a line each as it is found; return 2 where anything fails."""
    speak_utf8()
    status = DONE
    for found in _findings(options):
        if found.grade is Grade.FAIL:
            status = UNREADABLE
        sys.stdout.write(redacted(shown(f"{found.grade:<4}  {found.what}: {found.words}")) + "\n")
        sys.stdout.flush()  # a source may take its time
    return status


def _findings(options: argparse.Namespace) -> Iterator[Finding]:
    yield from program()
    yield from terminal()
    yield from files(options.config or config_path(), needed=options.config is not None)
    yield from watching()
    yield from pages(open_sources(options.sources, options.exec))

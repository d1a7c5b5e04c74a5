"""The command line as the log shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def command_line(command: str, options: argparse.Namespace) -> str:
    """Return a command line as it was understood, its commands by their programs only."""
    from tickerboard.sources import open_source
    from tickerboard.sources.redaction import name_of, program

    words = [command]
    for name, value in vars(options).items():
        if name not in {"sources", "exec"} and value not in {None, False}:
            option = f"--{name.replace('_', '-')}"
            words += [option] if value is True else [option, str(value)]
    words += [f"--exec '{program(each)}'" for each in options.exec]
    return " ".join([*words, *("-" if each == "-" else name_of(open_source(each)) for each in options.sources)])

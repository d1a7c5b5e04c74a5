"""Every command, declared once: the program, the help, the shell completions and the man page are made from this.

A command names two functions as `module:function`: what returns its Parser, and what runs it and returns the exit
status. A module is imported only when it is needed. That of the options imports nothing but our own light modules.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import argparse

    from tickerboard.cli.arguments import Parser


class Command(NamedTuple):
    """A command: its name (empty for the board), one line of help, and where its two functions are."""

    name: str
    help: str
    options_at: str
    run_at: str

    def options(self) -> Parser:
        """Return the options."""
        parser: Parser = _function(self.options_at)()
        return parser

    def run(self, given: argparse.Namespace) -> int:
        """Run it; return the exit status. Raise TickerboardError for what a user can cause."""
        status: int = _function(self.run_at)(given)
        return status


def _function(place: str) -> Any:
    module, _, name = place.partition(":")
    return getattr(import_module(f"tickerboard.cli.{module}"), name)


BOARD = Command("", "open the board", "board:options", "board:run")
COMMANDS = (
    Command("parse", "parse pages and print what they say", "parse:options", "parse:run"),
    Command("record", "store pages in the history, without a screen", "history_options:record", "record:record"),
    Command("history", "print series from the history", "history_options:history", "history:history"),
    Command("moved", "print what moved, with the articles that name it", "history_options:moved", "moved:run"),
    Command("alerts", "list the alerts, or print when they would have fired", "alerts:options", "alerts:run"),
    Command("portfolio", "print what your lots are worth", "portfolio:options", "portfolio:run"),
    Command("export", "write the board as one HTML file", "export:options", "export:run"),
    Command("replay", "play a time of the history on the board", "replay:options", "replay:run"),
    Command("reparse", "read the stored pages again with this parser", "history_options:reparse", "reparse:run"),
    Command("backfill", "read a crawl into the history, or into Parquet", "backfill_options:backfill", "backfill:run"),
    Command("config", "show the settings, their place, or write a file to start with", "config:options", "config:run"),
    Command("doctor", "check that all the board needs is there and works", "doctor:options", "doctor:run"),
)


def find(name: str) -> Command | None:
    """Return the command of a name."""
    return next((each for each in COMMANDS if each.name == name), None)


def summary() -> str:
    """Return a line for each command, for the help of the board."""
    return "".join(f"  tickerboard {each.name:<10} {each.help}\n" for each in COMMANDS)

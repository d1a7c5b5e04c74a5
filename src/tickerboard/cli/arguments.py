"""What the options of all commands share: one line for an error, suggestions, any order, exit statuses in the help."""

from __future__ import annotations

import argparse
import contextlib
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from tickerboard import __version__
from tickerboard.cli.output import write
from tickerboard.cli.statuses import FAILED, STATUSES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence


ANY_WIDTH = 80


def _formatter(width: int) -> Any:
    """Return what makes the writer of a help that is so many cells wide."""
    return partial(argparse.RawDescriptionHelpFormatter, width=width)


class Parser(argparse.ArgumentParser):
    """The options of a command. They and the sources may stand in any order."""

    def __init__(self, prog: str, description: str, more: str = "") -> None:
        statuses = "\n".join(f"  {status:<4} {meaning}" for status, meaning in STATUSES)
        super().__init__(
            prog,
            description=description,
            epilog=f"{more}exit status:\n{statuses}",
            formatter_class=_formatter(ANY_WIDTH),  # argparse asks for one at every option
        )
        self.add_argument("--version", action="version", version=f"tickerboard {__version__}", help="show the version")

    def read(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Return the options. Exit with status 2 and one line for wrong usage, with 0 for --help and --version."""
        # What follows -- is never an option, whatever it looks like; argparse loses track of it between its two passes.
        end = arguments.index("--") if "--" in arguments else len(arguments)
        options, unknown = self.parse_known_intermixed_args(arguments[:end])
        rest = [*arguments[end + 1 :]]
        many = [action.dest for action in self._get_positional_actions() if action.nargs == "*"]
        if rest and many:
            setattr(options, many[0], [*getattr(options, many[0]), *rest])
        else:
            unknown += rest
        if unknown:
            known = [name for action in self._actions for name in action.option_strings]
            word = next((each for each in unknown if each.startswith("-")), unknown[0]).partition("=")[0]
            self.error(unknown_name("option" if word.startswith("-") else "argument", word, known))
        return options

    def format_help(self) -> str:
        """Return the help, as wide as the terminal."""
        import shutil  # the launch of a board does without it

        self.formatter_class = _formatter(shutil.get_terminal_size().columns - 2)
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """Exit with status 2."""
        self.exit(FAILED, f"tickerboard: {message}; see {self.prog} --help\n")

    def _print_message(self, message: str, file: Any = None) -> None:
        if file is sys.stdout:
            write(message)
        else:
            super()._print_message(message, file)


def unknown_name(what: str, name: str, known: Collection[str]) -> str:
    """Return the message for a name that is not known, with the nearest one that is."""
    import difflib

    near = difflib.get_close_matches(name.lower(), known, 1)
    return f"unknown {what} {name!r}" + (f"; did you mean {near[0]}?" if near else "")


class OneOf:
    """The type of an argument that is one of some names, or one that `is_known` accepts (of a plugin, say)."""

    def __init__(self, what: str, names: Sequence[str], is_known: Callable[[str], object] | None = None) -> None:
        self._what, self.names, self._is_known = what, tuple(names), is_known

    def __call__(self, text: str) -> str:
        """Return the name. Raise ArgumentTypeError, with the nearest name, for another."""
        if text in self.names or (self._is_known and self._is_known(text)):
            return text
        near = unknown_name(self._what, text, self.names)
        raise argparse.ArgumentTypeError(f"{near} (use {', '.join(self.names)})")


def seconds(text: str) -> float:
    """Read a number of seconds above 0, at most a day."""
    with contextlib.suppress(ValueError):
        if 0 < (number := float(text)) <= 86_400:
            return number
    raise argparse.ArgumentTypeError(f"invalid number of seconds {text!r}; use more than 0 and at most 86400")


def add_time(parser: Parser, option: str, help_: str) -> None:
    """Add an option with a TIME; it is kept as it was given, for only a clock can read it."""
    parser.add_argument(option, type=_time, metavar="TIME", help=help_)


def _time(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("an empty TIME")
    return text


def add_sources(parser: Parser) -> None:
    """Add SOURCE and --exec."""
    parser.add_argument(
        "sources",
        nargs="*",
        metavar="SOURCE",
        help="a file, a folder of pages, - for standard input, or an http(s) URL",
    )
    parser.add_argument(
        "--exec", action="append", default=[], metavar="COMMAND", help="parse what a shell command prints; repeatable"
    )


def add_every(parser: Parser) -> None:
    """Add --every."""
    parser.add_argument(
        "--every", type=seconds, metavar="SECONDS", help="seconds between two refreshes; at least 5 for a URL"
    )


def add_demo(parser: Parser, help_: str) -> None:
    """Add --demo."""
    parser.add_argument("--demo", action="store_true", help=help_)


def add_config(parser: Parser) -> None:
    """Add --config."""
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings to use instead of your own")


def add_log(parser: Parser) -> None:
    """Add --log."""
    parser.add_argument("--log", metavar="FILE", help="write fetches and failures to a file, without secrets")

"""The options and words of a command, as a shell completes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tickerboard.cli.arguments import OneOf
from tickerboard.cli.commands import BOARD, COMMANDS

if TYPE_CHECKING:
    import argparse

    from tickerboard.cli.commands import Command

FILE_NAMES = frozenset(("FILE", "SOURCE", "FOLDER", "INPUT"))


@dataclass(frozen=True, slots=True)
class Word:
    """An option, or what stands without one (`options` is empty then).

    `value` names the value that it takes, None without one; `choices` are the known values, and `is_file` is True if
    the value is a file.
    """

    options: tuple[str, ...]
    help: str
    value: str | None
    choices: tuple[str, ...]
    is_file: bool


def words_of(command: Command) -> list[Word]:
    """Return the words of a command in the order of its help."""
    return [_word(action) for action in command.options()._actions]


def _word(action: argparse.Action) -> Word:
    choices = action.type.names if isinstance(action.type, OneOf) else tuple(map(str, action.choices or ()))
    value = None if action.nargs == 0 else str(action.metavar or action.dest.upper())
    text = (action.help or "").replace("%%", "%")
    return Word(tuple(action.option_strings), text, value, choices, value in FILE_NAMES)


def everything() -> list[tuple[Command, list[Word]]]:
    """Return the board and every command with their words."""
    return [(command, words_of(command)) for command in (BOARD, *COMMANDS)]

"""Completion for fish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.cli.commands import COMMANDS
from tickerboard.cli.shell.words import everything

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tickerboard.cli.shell.words import Word

_BEFORE = '"not __fish_seen_subcommand_from $commands"'
"""The condition of the board, whose command line names no command."""


def fish() -> str:
    """Return the script."""
    names = " ".join(each.name for each in COMMANDS)
    lines = ["# fish completion for tickerboard; written when the package is built", f"set -l commands {names}"]
    lines += [f"complete -c tickerboard -n {_BEFORE} -a {each.name} -d {_quoted(each.help)}" for each in COMMANDS]
    for command, words in everything():
        condition = f'"__fish_seen_subcommand_from {command.name}"' if command.name else _BEFORE
        lines += [f"complete -c tickerboard -n {condition} {rest}" for word in words for rest in _rest(word)]
    return "\n".join(lines) + "\n"


def _rest(word: Word) -> Iterator[str]:
    """Write what follows the condition for a word; files are completed unless something else is known."""
    choices = f" -a {_quoted(' '.join(word.choices))}" if word.choices else ""
    if not word.options:
        if choices:
            yield f"-f{choices}"
        return
    names = " ".join(f"-l {each[2:]}" if each.startswith("--") else f"-s {each[1:]}" for each in word.options)
    value = "" if word.value is None else " -r -F" if word.is_file else " -x"
    yield f"{names}{value}{choices} -d {_quoted(word.help)}"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"

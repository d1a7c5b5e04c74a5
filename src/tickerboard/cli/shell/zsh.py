"""Completion for zsh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.cli.commands import COMMANDS
from tickerboard.cli.shell.words import everything

if TYPE_CHECKING:
    from tickerboard.cli.shell.words import Word

_SCRIPT = """\
#compdef tickerboard
# zsh completion for tickerboard; written when the package is built

local -a commands
commands=(
{commands}
)
if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
    _describe -t commands command commands
fi
case $words[2] in
{cases}
esac
"""


def zsh() -> str:
    """Return the script."""
    board, *others = everything()
    cases = [
        f"({each.name})\n    shift words\n    (( CURRENT-- ))\n{_arguments(words)}    ;;" for each, words in others
    ]
    return _SCRIPT.format(
        commands="\n".join(f"    {_quoted(f'{each.name}:{each.help}')}" for each in COMMANDS),
        cases="\n".join([*cases, f"(*)\n{_arguments(board[1])}    ;;"]),
    )


def _arguments(words: list[Word]) -> str:
    specs = [_quoted(spec) for word in words for spec in _specs(word)]
    return "    _arguments \\\n" + " \\\n".join(f"        {spec}" for spec in specs) + "\n"


def _specs(word: Word) -> list[str]:
    """Return how `_arguments` has a word: one specification for each name of an option."""
    action = f"({' '.join(word.choices)})" if word.choices else "_files" if word.is_file else " "
    value = f":{_plain(word.value or '')}:{action}"
    if not word.options:
        return [f"*{value}"]
    text = f"[{_plain(word.help)}]"
    if word.value is None:
        return [f"{option}{text}" for option in word.options]
    return [f"*{option}={text}{value}" for option in word.options]


def _plain(text: str) -> str:
    return "".join(f"\\{each}" if each in "[]:\\" else each for each in text)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"

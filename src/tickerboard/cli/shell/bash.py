"""Completion for bash."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from tickerboard.cli.commands import COMMANDS
from tickerboard.cli.shell.words import everything

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tickerboard.cli.shell.words import Word

_SCRIPT = """\
# bash completion for tickerboard; written when the package is built

_tickerboard() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD - 1]}} command= words= at
    local commands={commands}
    if (( COMP_CWORD > 1 )); then
        for at in $commands; do
            [[ ${{COMP_WORDS[1]}} == "$at" ]] && command=$at
        done
    fi
    # bash splits --option=value into three words
    [[ $current == = ]] && current=
    [[ $previous == = ]] && previous=${{COMP_WORDS[COMP_CWORD - 2]}}
    COMPREPLY=()
    compopt -o filenames 2>/dev/null
    case $command:$previous in
{values}
    esac
    if [[ $current == -* ]]; then
        case $command in
{options}
        esac
    elif (( COMP_CWORD == 1 )); then
        words=$commands
    else
        case $command in
{choices}
        esac
    fi
    COMPREPLY=( $(compgen -W "$words" -- "$current") )
    [[ $current == -* ]] || _tickerboard_files
}}

_tickerboard_files() {{
    local IFS=$'\\n'
    COMPREPLY+=( $(compgen -f -- "$current") )
}}
complete -F _tickerboard tickerboard
"""


def bash() -> str:
    """Return the script."""
    commands = everything()
    return _SCRIPT.format(
        commands=quote(" ".join(each.name for each in COMMANDS)),
        values="\n".join(line for command, words in commands for line in _values(command.name, words)),
        options="\n".join(
            f"            {command.name or chr(39) * 2}) words={quote(' '.join(_options(words)))} ;;"
            for command, words in commands
        ),
        choices="\n".join(
            f"            {command.name}) words={quote(' '.join(word.choices))} ;;"
            for command, words in commands
            for word in words
            if word.choices and not word.options
        ),
    )


def _options(words: list[Word]) -> Iterator[str]:
    return (option for word in words for option in word.options)


def _values(name: str, words: list[Word]) -> Iterator[str]:
    """Write how the value of an option is completed: by its names, by files, or not at all."""
    for word in words:
        if word.options and word.value is not None:
            patterns = "|".join(f"{name}:{option}" for option in word.options)
            if word.is_file:
                reply = "_tickerboard_files"
            else:
                reply = f'COMPREPLY=( $(compgen -W {quote(" ".join(word.choices))} -- "$current") )'
            yield f"        {patterns}) {reply}; return ;;"

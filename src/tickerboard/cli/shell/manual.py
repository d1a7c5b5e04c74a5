"""The man page, in the macros of man(7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard import __version__
from tickerboard.cli.shell.words import everything
from tickerboard.cli.statuses import STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tickerboard.cli.commands import Command
    from tickerboard.cli.shell.words import Word

ENVIRONMENT = (
    ("TICKERBOARD_CONFIG", "the config file"),
    ("TICKERBOARD_STATE", "the file of the watchlist and the last view"),
    ("TICKERBOARD_SYMBOLS", "the file of names and sectors"),
    ("TICKERBOARD_HISTORY", "the file of the history"),
    ("NO_COLOR", "if not empty: no colours"),
    ("TEXTUAL_ANIMATIONS", "none: no motion"),
)


def manual() -> str:
    """Return the page."""
    commands = everything()
    parts = [
        f'.TH TICKERBOARD 1 "" "tickerboard {__version__}" "User Commands"',
        ".SH NAME\ntickerboard \\- the ticker board for the terminal",
        ".SH SYNOPSIS",
        *(f".B {_name(command)}\n{_escaped(_usage(words))}\n.br" for command, words in commands),
        ".SH DESCRIPTION\nA tape, a quote table and an article reader on one screen, fed by the text of news pages.\n"
        "SOURCE is a file, a folder of pages, \\- for standard input, or an http(s) URL.",
        *(part for command, words in commands for part in _section(command, words)),
        ".SH EXIT STATUS",
        *(f".TP\n.B {status}\n{_escaped(meaning)}" for status, meaning in STATUSES),
        ".SH ENVIRONMENT",
        *(f".TP\n.B {name}\n{_escaped(meaning)}" for name, meaning in ENVIRONMENT),
    ]
    return "\n".join(parts) + "\n"


def _name(command: Command) -> str:
    return f"tickerboard {command.name}".rstrip()


def _usage(words: list[Word]) -> str:
    return " ".join(["[OPTION]...", *(f"[{word.value}]..." for word in words if not word.options)])


def _section(command: Command, words: list[Word]) -> Iterator[str]:
    yield f".SH {_name(command).upper()}\n{_escaped(command.help[0].upper() + command.help[1:])}."
    for word in words:
        value = "" if word.value is None else f" \\fI{_escaped(word.value)}\\fR"
        names = ", ".join(f"\\fB{_escaped(option)}\\fR{value}" for option in word.options) or value.strip()
        yield f".TP\n{names}\n{_escaped(word.help)}"


def _escaped(text: str) -> str:
    """Escape what roff would read as its own: backslashes, hyphens, and a dot or quote at the start of a line."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text

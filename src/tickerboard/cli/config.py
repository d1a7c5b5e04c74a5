"""`tickerboard config`: where the settings are, which are in force, and a file to start with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.cli.arguments import OneOf, Parser, add_config
from tickerboard.cli.output import write
from tickerboard.cli.statuses import DONE

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

ACTIONS = {
    "show": "the settings in force, and where each comes from",
    "path": "where the settings are",
    "init": "write a file with every setting at its default, commented out",
}


def options() -> Parser:
    """Return the options."""
    parser = Parser("tickerboard config", "Show the settings, where they are, or write a file to start with.")
    help_ = ", ".join(f"{name} ({what})" for name, what in ACTIONS.items())
    parser.add_argument(
        "what", nargs="?", type=OneOf("action", list(ACTIONS)), metavar="|".join(ACTIONS), default="show", help=help_
    )
    add_config(parser)
    return parser


def run(given: argparse.Namespace) -> int:
    """Do it and return the exit status. Raise ConfigError for settings that the board would refuse."""
    from tickerboard.settings.config import config_path

    path: Path = given.config or config_path()
    match given.what:
        case "path":
            write(f"{path}\n")
        case "init":
            _init(path)
        case _:
            _show(path, needed=given.config is not None)
    return DONE


def _init(path: Path) -> None:
    from tickerboard.settings.config import ConfigError
    from tickerboard.settings.writing import commented

    if path.exists():
        raise ConfigError(f"{path}: already exists")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:  # never over a file that came just now
            file.write(commented())
    except OSError as error:
        raise ConfigError(f"{path}: {(error.strerror or 'cannot be written').lower()}") from error
    write(f"{path}\n")


def _show(path: Path, *, needed: bool) -> None:
    from tickerboard.cli.checks import check_on_screen
    from tickerboard.settings.reading import read_config
    from tickerboard.settings.writing import as_toml

    config, given = read_config(path, needed=needed)
    check_on_screen(config, path)
    write(
        *(
            f"{name} = {as_toml(value)}  # {path if name in given else 'default'}\n"
            for name, value in config.values.items()
        )
    )

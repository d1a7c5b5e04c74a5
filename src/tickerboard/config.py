"""The settings: what each means, what is in force, and where each value comes from."""

from __future__ import annotations

import difflib
import os
import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any


class ConfigError(Exception):
    """A config that cannot be used; the message is one plain line."""


@dataclass(frozen=True, slots=True)
class Config:
    """Every setting of the board, with its meaning in the field's metadata."""

    theme: str = field(default="tickerboard-dark", metadata={"help": "the colours, by the name of a theme"})
    motion: bool = field(default=True, metadata={"help": "whether the tape moves"})
    tape_speed: int = field(default=10, metadata={"help": "cells a second that the tape moves", "range": (1, 30)})
    every: float = field(
        default=0.0,
        metadata={"help": "seconds between two refreshes; 0: 60 for a URL or a command", "range": (0.0, 86_400.0)},
    )
    stale_after: int = field(
        default=900, metadata={"help": "seconds after which a board in live mode is STALE", "range": (5, 604_800)}
    )
    dim_after: int = field(
        default=300,
        metadata={"help": "seconds after which a row that no page has refreshed is dimmed", "range": (5, 604_800)},
    )
    hold: int = field(
        default=3, metadata={"help": "seconds that the order stands after you moved in the table", "range": (0, 60)}
    )
    forget: bool = field(default=False, metadata={"help": "whether rows go at once when they vanish from their page"})
    reader_width: int = field(
        default=76, metadata={"help": "cells in a line of the reader, at most", "range": (20, 200)}
    )


def config_path() -> Path:
    """Where the config is: TICKERBOARD_CONFIG, or the platform's place."""
    if chosen := os.environ.get("TICKERBOARD_CONFIG"):
        return Path(chosen)
    from platformdirs import user_config_path

    return user_config_path("tickerboard") / "config.toml"


def read_config(path: Path, *, needed: bool) -> tuple[Config, frozenset[str]]:
    """Read a config and tell which settings it gives. Raises ConfigError."""
    try:
        given = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        if needed:
            raise ConfigError(f"{path}: no such file") from error
        return Config(), frozenset()
    except (OSError, UnicodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: {str(error).splitlines()[0]}") from error
    known = {each.name: each for each in fields(Config)}
    for name, value in given.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise ConfigError(f"{path}: unknown setting {name!r}{hint}")
        _check(path, name, value, known[name])
    return replace(Config(), **given), frozenset(given)


def _check(path: Path, name: str, value: Any, declared: Any) -> None:
    wanted = type(declared.default)
    if not (type(value) is wanted or (wanted is float and type(value) is int)):
        raise ConfigError(f"{path}: {name} must be a {wanted.__name__}")
    low, high = declared.metadata.get("range", (value, value))
    if not low <= value <= high:
        raise ConfigError(f"{path}: {name} must be from {low} to {high}")


def commented() -> str:
    """Give a config to start with: every setting at its default, commented out."""
    lines = ["# tickerboard's settings; every one is at its default."]
    for each in fields(Config):
        default = each.default
        value = f'"{default}"' if isinstance(default, str) else str(default).lower()
        lines += ["", f"# {each.metadata['help']}", f"# {each.name} = {value}"]
    return "\n".join(lines) + "\n"

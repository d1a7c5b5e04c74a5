"""The settings: what each means, what is in force, and where each value comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from tickerboard.errors import TickerboardError
from tickerboard.table.columns import COLUMNS, DEFAULT_COLUMNS
from tickerboard.table.filter import compile_filter
from tickerboard.table.sort import Sort
from tickerboard.text.files import read_regular

if TYPE_CHECKING:
    from pathlib import Path

_DEFAULT_NAMES = tuple(column.name for column in DEFAULT_COLUMNS)


class ConfigError(TickerboardError):
    """A config that cannot be used; the message is one plain line."""


@dataclass(frozen=True, slots=True)
class ViewSettings:
    """A way to look at the table, by name: which rows, in which order, with which columns."""

    filter: str = field(default="", metadata={"help": "which rows are shown: an expression, or plain text"})
    sort: str = field(default="rank", metadata={"help": "the order, such as 'percent desc, symbol'"})
    columns: tuple[str, ...] = field(default=_DEFAULT_NAMES, metadata={"help": "the columns, in their order"})


@dataclass(frozen=True, slots=True)
class Config:
    """Every setting of the board, with its meaning in the field's metadata."""

    theme: str = field(default="tickerboard-dark", metadata={"help": "the colours, by the name of a theme"})
    motion: bool = field(default=True, metadata={"help": "whether the tape moves"})
    tape_speed: int = field(default=10, metadata={"help": "cells a second that the tape moves", "range": (1, 30)})
    tape_back: bool = field(default=False, metadata={"help": "whether the tape moves to the right"})
    tape_watchlist: bool = field(default=False, metadata={"help": "whether the tape shows the watchlist only"})
    columns: tuple[str, ...] = field(
        default=_DEFAULT_NAMES,
        metadata={"help": f"the table's columns, in their order, of {', '.join(each.name for each in COLUMNS)}"},
    )
    sort: str = field(default="rank", metadata={"help": "the table's first order, such as 'percent desc, symbol'"})
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
    log: str = field(
        default="", metadata={"help": "a file to log to, from the next start; ~ is your home; none unless named"}
    )
    history_days: int = field(
        default=0, metadata={"help": "days that the history keeps a snapshot; 0: for ever", "range": (0, 36_500)}
    )
    history_megabytes: int = field(
        default=0,
        metadata={
            "help": "MiB that the history may take before its oldest snapshots go; 0: no limit",
            "range": (0, 1_000_000),
        },
    )
    groups: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict, metadata={"help": "lists of symbols, for filters", "example": 'banks = ["HBL", "BOP"]'}
    )
    views: Mapping[str, ViewSettings] = field(
        default_factory=dict,
        metadata={
            "help": "ways to look at the table: filter, sort, columns",
            "example": 'movers = { filter = "percent > 2 or percent < -2", sort = "percent desc" }',
        },
    )
    keys: Mapping[str, str] = field(
        default_factory=dict,
        metadata={"help": "other keys for actions, by the ids of docs/keys.md", "example": '"table.sort" = "y"'},
    )
    themes: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict,
        metadata={
            "help": "colours of your own: any of a theme's, on top of `base`",
            "example": 'mine = { base = "tickerboard-dark", up = "#00ff00", down = "#ff00ff" }',
        },
    )


def config_path() -> Path:
    """Return where the config is: TICKERBOARD_CONFIG, or the platform's folder. Raise PlaceError without a home."""
    from tickerboard.settings.places import user_file

    return user_file("config", "config.toml")


def read_config(path: Path, *, needed: bool) -> tuple[Config, frozenset[str]]:
    """Read a config and tell which settings it gives. Raises ConfigError."""
    try:
        given = _read_toml(path)
    except FileNotFoundError as error:
        if needed:
            raise ConfigError(f"{path}: no such file") from error
        return Config(), frozenset()
    except OSError as error:
        raise ConfigError(f"{path}: {(error.strerror or 'cannot be read').lower()}") from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: {(str(error).splitlines() or ['not understood'])[0]}") from error
    try:
        return _checked(given), frozenset(given)
    except ValueError as error:
        raise ConfigError(f"{path}: {error}") from error


def _checked(given: Mapping[str, Any]) -> Config:
    """Check every value by its kind; a ValueError says in words what is wrong."""
    values: dict[str, Any] = {}
    for name, value in given.items():
        _known(name, [each.name for each in fields(Config)], "setting")
        values[name] = _TABLES[name](value) if name in _TABLES else _scalar(Config, name, value)
    config = replace(Config(), **values)
    Sort.parse(config.sort)
    groups = {name: frozenset(symbols) for name, symbols in config.groups.items()} | {"watchlist": frozenset()}
    for name, view in config.views.items():
        try:
            compile_filter(view.filter, groups)
            Sort.parse(view.sort)
        except ValueError as error:
            raise ValueError(f"views.{name}: {error}") from error
    return config


def _read_toml(path: Path) -> dict[str, Any]:
    """Read a file; most users have none, so that its reader is loaded behind the text."""
    text = read_regular(path)
    import tomllib

    return tomllib.loads(text)


def _known(name: str, names: list[str], what: str) -> None:
    if name not in names:
        import difflib

        near = difflib.get_close_matches(name, names, 1)
        raise ValueError(f"unknown {what} {name!r}" + (f"; did you mean {near[0]}?" if near else ""))


def _scalar(holder: type[Config] | type[ViewSettings], name: str, value: Any) -> Any:
    declared = {each.name: each for each in fields(holder)}[name]
    if name == "columns":
        return _columns(value)
    wanted = type(declared.default)
    if not (type(value) is wanted or (wanted is float and type(value) is int)):
        raise ValueError(f"{name} must be a {_KINDS[wanted]}")
    low, high = declared.metadata.get("range", (value, value))
    if not low <= value <= high:
        raise ValueError(f"{name} must be from {low} to {high}")
    return value


_KINDS = {str: "text in quotes", bool: "true or false", int: "whole number", float: "number"}


def _columns(value: Any) -> tuple[str, ...]:
    if not _is_texts(value) or not value:
        raise ValueError("columns must be a list of names")
    for name in value:
        COLUMNS.find(name)
    return tuple(dict.fromkeys(value))


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _table(name: str, value: Any) -> Mapping[str, Any]:
    if isinstance(value, dict):
        return value
    raise ValueError(f"{name} must be a table")


def _groups(value: Any) -> Mapping[str, tuple[str, ...]]:
    for name, symbols in _table("groups", value).items():
        if not _is_texts(symbols):
            raise ValueError(f"groups.{name} must be a list of symbols")
    return {name: tuple(symbols) for name, symbols in value.items()}


def _views(value: Any) -> Mapping[str, ViewSettings]:
    views = {}
    for name, given in _table("views", value).items():
        for key in _table(f"views.{name}", given):
            _known(key, [each.name for each in fields(ViewSettings)], f"setting of views.{name}")
        views[name] = replace(ViewSettings(), **{key: _scalar(ViewSettings, key, each) for key, each in given.items()})
    return views


def _texts(name: str, value: Any) -> Mapping[str, str]:
    texts = {key: text for key, text in _table(name, value).items() if isinstance(text, str)}
    for key in value:
        if key not in texts:
            raise ValueError(f"{name}.{key} must be text in quotes")
    return texts


def _themes(value: Any) -> Mapping[str, Mapping[str, str]]:
    return {name: _texts(f"themes.{name}", given) for name, given in _table("themes", value).items()}


_TABLES = {
    "groups": _groups,
    "views": _views,
    "keys": lambda value: _texts("keys", value),
    "themes": _themes,
}


def as_toml(value: Any) -> str:
    """Write a value as the config has it."""
    if isinstance(value, ViewSettings):
        value = {each.name: getattr(value, each.name) for each in fields(ViewSettings)}
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {as_toml(each)}" for key, each in value.items()) + " }" if value else "{}"
    if isinstance(value, tuple):
        return "[" + ", ".join(as_toml(each) for each in value) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


def commented() -> str:
    """Give a config to start with: every setting at its default, commented out."""
    lines = ["# tickerboard's settings; every one is at its default."]
    scalars = [each for each in fields(Config) if "example" not in each.metadata]
    for each in scalars:
        lines += ["", f"# {each.metadata['help']}", f"# {each.name} = {as_toml(each.default)}"]
    for each in fields(Config):
        if each not in scalars:
            lines += ["", f"# {each.metadata['help']}", f"# [{each.name}]", f"# {each.metadata['example']}"]
    return "\n".join(lines) + "\n"

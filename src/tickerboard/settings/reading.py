"""A config file read and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tickerboard.settings.alerts import rules_of
from tickerboard.settings.config import Config, ConfigError
from tickerboard.settings.setting import read_settings
from tickerboard.table.filter import compile_filter
from tickerboard.text.files import read_regular

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def read_config(path: Path, *, needed: bool) -> tuple[Config, frozenset[str]]:
    """Return the settings of a file and the names of those that it sets; a missing one sets none unless `needed`.

    Raise ConfigError.
    """
    try:
        given = _read_toml(path)
    except FileNotFoundError as error:
        if needed:
            raise ConfigError(f"{path}: no such file") from error
        return Config(), frozenset()
    except OSError as error:
        raise ConfigError(f"{path}: {(error.strerror or 'cannot be read').lower()}") from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: {(str(error).splitlines() or ['invalid TOML'])[0]}") from error
    try:
        return checked(given), frozenset(given)
    except ValueError as error:
        raise ConfigError(f"{path}: {error}") from error


def checked(given: Mapping[str, Any]) -> Config:
    """Return the settings of a parsed file. Raise ValueError with one plain line for what is wrong."""
    config: Config = read_settings(Config, given)
    groups = {name: frozenset(symbols) for name, symbols in config.groups.items()} | {"watchlist": frozenset()}
    for name, view in config.views.items():
        try:
            compile_filter(view.filter, groups)
        except ValueError as error:
            raise ValueError(f"views.{name}.filter: {error}") from error
    rules_of(config, groups)
    return config


def _read_toml(path: Path) -> dict[str, Any]:
    text = read_regular(path)
    import tomllib  # most users have no config

    return tomllib.loads(text)

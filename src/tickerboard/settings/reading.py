"""A config file read and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tickerboard.settings.alerts import rules_of
from tickerboard.settings.config import Config, ConfigError
from tickerboard.settings.places import alerts_path
from tickerboard.settings.setting import read_settings
from tickerboard.table.filter import compile_filter
from tickerboard.text.files import read_regular

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def read_config(path: Path, *, needed: bool) -> tuple[Config, frozenset[str]]:
    """Return the settings of a file and the names of those that it sets; a missing one sets none unless `needed`.

    The alerts that were made on the board come with them; of two with one name the config's counts. Raise ConfigError.
    """
    given = _given(path, needed=needed)
    config = _checked_in(path, given)
    own = alerts_path(path)
    if made := own_alerts(path):
        config = _checked_in(own, {**given, "alerts": {**made, **given.get("alerts", {})}})
    return config, frozenset(given)


def own_alerts(config: Path) -> dict[str, Any]:
    """Return the alerts that were made on the board beside a config, as they were written. Raise ConfigError."""
    path = alerts_path(config)
    given = _given(path, needed=False)
    alerts = given.get("alerts", {})
    if given.keys() - {"alerts"} or not isinstance(alerts, dict):
        raise ConfigError(f"{path}: only tables [alerts.NAME] may stand here")
    return alerts


def _given(path: Path, *, needed: bool) -> dict[str, Any]:
    try:
        return _read_toml(path)
    except FileNotFoundError as error:
        if needed:
            raise ConfigError(f"{path}: no such file") from error
        return {}
    except OSError as error:
        raise ConfigError(f"{path}: {(error.strerror or 'cannot be read').lower()}") from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: {(str(error).splitlines() or ['invalid TOML'])[0]}") from error


def _checked_in(path: Path, given: Mapping[str, Any]) -> Config:
    try:
        return checked(given)
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

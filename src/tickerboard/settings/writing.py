"""Settings written as TOML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tickerboard.settings.config import Config
from tickerboard.settings.setting import Settings, is_table, settings_of
from tickerboard.text.patterns import pattern

if TYPE_CHECKING:
    from pathlib import Path

_BARE = pattern(r"[A-Za-z0-9_-]+")


def as_toml(value: Any) -> str:
    """Write a value as a config has it, on one line."""
    if isinstance(value, Settings):
        value = value.values
    if isinstance(value, Mapping):
        return (
            "{ " + ", ".join(f"{_key(key)} = {as_toml(each)}" for key, each in value.items()) + " }" if value else "{}"
        )
    if isinstance(value, tuple):
        return "[" + ", ".join(as_toml(each) for each in value) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return _quoted(value) if isinstance(value, str) else str(value)


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _quoted(name)


def _quoted(text: str) -> str:
    """Write a basic string: TOML has the escapes of JSON, and wants U+007F escaped too."""
    import json

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def commented() -> str:
    """Return a config to start with: every setting at its default, commented out."""
    lines = ["# The settings of tickerboard. Each is at its default; remove the # to change it."]
    settings = settings_of(Config).values()
    for each in sorted(settings, key=is_table):  # a TOML file has its tables last
        lines += ["", f"# {each.help}"]
        lines += (
            [f"# [{each.name}]", f"# {each.example}"]
            if is_table(each)
            else [f"# {each.name} = {as_toml(each.default)}"]
        )
    return "\n".join(lines) + "\n"


def save_alerts(alerts: Mapping[str, Mapping[str, Any]], path: Path) -> None:
    """Write alerts that were made on the board, all or nothing. Raise OSError."""
    lines = ["# Alerts made on the board. It writes this file again when you change one there."]
    for name, settings in alerts.items():
        lines += ["", f"[alerts.{_key(name)}]", *(f"{key} = {_plain_toml(each)}" for key, each in settings.items())]
    draft = path.with_name(path.name + ".new")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        draft.write_text("\n".join(lines) + "\n", "utf-8")
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def _plain_toml(value: Any) -> str:
    """Write a value as it was read from TOML."""
    return as_toml(tuple(value) if isinstance(value, list) else value)

"""The colours of the board. No information is in the colour alone: an arrow and a sign stand beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual.color import Color, ColorParseError
from textual.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT = "tickerboard-dark"


def _theme(name: str, *, up: str, down: str, flat: str, dark: bool = True, live: str = "", failed: str = "") -> Theme:
    ground = ("#10141a", "#161b23", "#1d2430", "#d7dde6") if dark else ("#fbfaf7", "#f1efe9", "#e6e3da", "#22262c")
    background, surface, panel, foreground = ground
    return Theme(
        name=name,
        primary="#5aa9e6" if dark else "#1f5f99",
        accent="#f2c14e" if dark else "#8a5a00",
        background=background,
        surface=surface,
        panel=panel,
        foreground=foreground,
        success=up,
        error=down,
        warning="#f2c14e" if dark else "#8a5a00",
        dark=dark,
        variables={
            "quote-up": up,
            "quote-down": down,
            "quote-flat": flat,
            "quote-cursor": "#20324a" if dark else "#d8e6f4",
            "chip-live": live or up,
            "chip-failed": failed or down,
        },
    )


THEMES = (
    _theme(DEFAULT, up="#4cc38a", down="#ff6b6b", flat="#8f9bab"),
    _theme("tickerboard-light", up="#0b6b3a", down="#b3261e", flat="#5d6570", dark=False),
    _theme("colour-blind", up="#56b4e9", down="#e69f00", flat="#8f9bab"),
    _theme("colour-blind-light", up="#005a9c", down="#a34700", flat="#5d6570", dark=False),
    _theme("red-is-up", up="#ff6b6b", down="#4cc38a", flat="#8f9bab", live="#4cc38a", failed="#ff6b6b"),
)
COLOURS = {
    "up": "success",
    "down": "error",
    "flat": "",
    "cursor": "",
    "background": "background",
    "surface": "surface",
    "panel": "panel",
    "foreground": "foreground",
    "primary": "primary",
    "accent": "accent",
}
"""The colours that a user's theme can set, each with its field in Textual's theme."""
NAMES = tuple(theme.name for theme in THEMES)


def own_themes(given: Mapping[str, Mapping[str, str]]) -> list[Theme]:
    """Return the user's themes. Raises ValueError for an invalid one: Textual accepts a bad colour and fails later."""
    return [_own_theme(name, colours) for name, colours in given.items()]


def _own_theme(name: str, colours: Mapping[str, str]) -> Theme:
    base = {theme.name: theme for theme in THEMES}.get(colours.get("base", DEFAULT))
    if base is None:
        raise ValueError(f"themes.{name}: unknown base {colours['base']!r}; known bases: {', '.join(NAMES)}")
    fields: dict[str, Any] = {}
    variables = dict(base.variables)
    for key, colour in colours.items():
        if key == "base":
            continue
        if key not in COLOURS:
            raise ValueError(f"themes.{name}: unknown colour {key!r}; known colours: {', '.join(COLOURS)}")
        try:
            Color.parse(colour)
        except ColorParseError as error:
            raise ValueError(f"themes.{name}.{key}: {colour!r} is not a colour") from error
        if key in {"up", "down", "flat", "cursor"}:
            variables[f"quote-{key}"] = colour
        if COLOURS[key]:
            fields[COLOURS[key]] = colour
    return replace(base, name=name, variables=variables, **fields)

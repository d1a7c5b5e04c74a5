"""The themes of the board: its looks as Textual's themes, and those that users make of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual.color import Color, ColorParseError
from textual.theme import BUILTIN_THEMES, Theme

from tickerboard.ui.looks import DEFAULT, LOOKS, TERMINAL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tickerboard.ui.looks import Look


FIELDS = ("primary", "accent", "background", "surface", "panel", "foreground", "success", "error", "warning")
"""The colours that are fields of Textual's themes; the others are variables."""


def _theme(look: Look) -> Theme:
    """Return the theme for terminals of 256 colours and more."""
    fields, variables = _divided(look.colours)
    return Theme(name=look.name, dark=look.ground.is_dark, variables=variables, **fields)


def _plain_theme(look: Look) -> Theme:
    """Return the theme for terminals of 16 colours, in the terminal's own colours."""
    fields, variables = _divided(look.plain_colours)
    is_dark = look.ground.is_dark
    return Theme(
        name=look.name,
        ansi=True,
        dark=is_dark,
        variables=BUILTIN_THEMES["ansi-dark" if is_dark else "ansi-light"].variables
        | variables
        | {"border": fields["primary"], "text-muted": "ansi_default", "text-disabled": "ansi_default"},
        **fields,
    )


def _divided(colours: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the colours that are fields of a theme, and the others."""
    variables = {name: colour for name, colour in colours.items() if name not in FIELDS}
    return {name: colours[name] for name in FIELDS}, variables


THEMES = (*(_theme(look) for look in LOOKS), _plain_theme(TERMINAL))
"""Our themes, for terminals of 256 colours and more."""
PLAIN_THEMES = tuple(_plain_theme(look) for look in (*LOOKS, TERMINAL))
"""Our themes, for terminals of 16 colours and fewer."""
HELP = {look.name: look.help for look in (*LOOKS, TERMINAL)}
"""What each of our themes is for."""
VARIABLES = tuple(LOOKS[0].colours)
"""The names of the colours that every theme has."""
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


def own_variables(variables: Mapping[str, str], theme: Theme) -> dict[str, str]:
    """Return the colours that only our themes name, from those that every theme has."""
    return {
        "quote-up": variables["success"],
        "quote-down": variables["error"],
        "quote-flat": variables["foreground"],
        "quote-cursor": variables["primary-muted"],
        "frame": "#3b4656" if theme.dark else "#b9b4a6",
        "chip-live": variables["success"],
        "chip-failed": variables["error"],
        "chip-then": "#7fb4ff" if theme.dark else "#1d5fb8",
        "chip-mark": "#b79df5" if theme.dark else "#6a45b8",
    }


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

"""The colours of the board. Colour says little alone: an arrow and a sign stand beside it everywhere."""

from __future__ import annotations

from textual.theme import Theme

DEFAULT = "tickerboard-dark"


def _theme(name: str, *, up: str, down: str, flat: str, dark: bool = True) -> Theme:
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
            "quote-cursor": "#2a3f5c" if dark else "#cfdff0",
        },
    )


THEMES = (
    _theme(DEFAULT, up="#4cc38a", down="#ff6b6b", flat="#8f9bab"),
    _theme("tickerboard-light", up="#0b6b3a", down="#b3261e", flat="#5d6570", dark=False),
    _theme("colour-blind", up="#56b4e9", down="#e69f00", flat="#8f9bab"),
    _theme("colour-blind-light", up="#005a9c", down="#a34700", flat="#5d6570", dark=False),
    _theme("red-is-up", up="#ff6b6b", down="#4cc38a", flat="#8f9bab"),
)
NAMES = tuple(theme.name for theme in THEMES)

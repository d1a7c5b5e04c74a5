"""The looks of the board: the colours of our themes, as plain values. No information is in the colour alone.

Every look has a plain form for terminals of 16 colours: there the nearest of the 16 to a colour may well be that of
the background, so the plain form names the terminal's own colours instead.
"""

from __future__ import annotations

from typing import NamedTuple

DEFAULT = "tickerboard-dark"
GREEN, RED, BLUE, ORANGE, TEAL, ROSE = "#4cc38a", "#ff6b6b", "#56b4e9", "#e69f00", "#2ec4b6", "#ff7a90"
DEEP_GREEN, DEEP_RED, DEEP_BLUE, DEEP_ORANGE = "#0b6b3a", "#b3261e", "#005a9c", "#962e00"
BRIGHT = ("ansi_bright_green", "ansi_bright_red")
RED_GREEN = ("ansi_red", "ansi_green")
BLUE_YELLOW = ("ansi_bright_blue", "ansi_yellow")
DEEP_TEAL, DEEP_ROSE = "#00665c", "#b0124a"


class Ground(NamedTuple):
    """What a theme has besides the colours of quotes; the last three are names of the terminal's own colours."""

    is_dark: bool
    background: str
    surface: str
    panel: str
    foreground: str
    primary: str
    accent: str
    flat: str
    cursor: str
    then: str
    mark: str
    frame: str
    plain_primary: str
    plain_accent: str
    plain_flat: str


DARK = Ground(
    is_dark=True,
    background="#14161a",
    surface="#1a1d22",
    panel="#23272e",
    foreground="#d7dde6",
    primary="#5aa9e6",
    accent="#f2c14e",
    flat="#8f9bab",
    cursor="#1c2e52",
    then="#7fb4ff",
    mark="#b79df5",
    frame="#3b4656",
    plain_primary="ansi_bright_blue",
    plain_accent="ansi_bright_yellow",
    plain_flat="ansi_default",
)
LIGHT = Ground(
    is_dark=False,
    background="#fbfaf7",
    surface="#f1f0ee",
    panel="#eae8e4",
    foreground="#22262c",
    primary="#1f5f99",
    accent="#8a5a00",
    flat="#555c66",
    cursor="#d8e6f4",
    then="#1d5fb8",
    mark="#6a45b8",
    frame="#b9b4a6",
    plain_primary="ansi_blue",
    plain_accent="ansi_magenta",
    plain_flat="ansi_default",
)
BLACK = DARK._replace(
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    foreground="#ffffff",
    primary="#87d7ff",
    accent="#ffff5f",
    flat="#d0d0d0",
    cursor="#00405f",
    then="#afd7ff",
    mark="#d7afff",
    frame="#8a8a8a",
)


class Look(NamedTuple):
    """One of our themes: its ground and the colours of quotes that rose and fell, each also as one of 16 colours.

    LIVE has the colour of a rise and FAILED that of a fall, unless the look is turned: a rise is red, as a failure is.
    `failed` is for looks in which a fall and STALE are much alike; it is apart from every other state.
    """

    name: str
    help: str
    ground: Ground
    up: str
    down: str
    plain_up: str = "ansi_green"
    plain_down: str = "ansi_red"
    is_turned: bool = False
    failed: str = ""

    @property
    def colours(self) -> dict[str, str]:
        """The colours by the names of Textual's variables, for terminals of 256 colours and more."""
        ground = self.ground
        return {
            "primary": ground.primary,
            "accent": ground.accent,
            "background": ground.background,
            "surface": ground.surface,
            "panel": ground.panel,
            "foreground": ground.foreground,
            "warning": ground.accent,
            "quote-flat": ground.flat,
            "quote-cursor": ground.cursor,
            "chip-then": ground.then,
            "chip-mark": ground.mark,
            "frame": ground.frame,
            **self._moves(self.up, self.down),
            **({"chip-failed": self.failed} if self.failed else {}),
        }

    @property
    def plain_colours(self) -> dict[str, str]:
        """The same for terminals of 16 colours, in the terminal's own colours."""
        ground = self.ground
        return {
            "primary": ground.plain_primary,
            "accent": ground.plain_accent,
            **dict.fromkeys(("background", "surface", "panel", "foreground", "quote-cursor"), "ansi_default"),
            "warning": ground.plain_accent,
            "quote-flat": ground.plain_flat,
            "chip-then": ground.plain_primary,
            "chip-mark": "ansi_magenta",
            "frame": "ansi_bright_black",
            **self._moves(self.plain_up, self.plain_down),
        }

    def _moves(self, up: str, down: str) -> dict[str, str]:
        live, failed = (down, up) if self.is_turned else (up, down)
        return {
            "success": up,
            "error": down,
            "quote-up": up,
            "quote-down": down,
            "chip-live": live,
            "chip-failed": failed,
        }


LOOKS = (
    Look(DEFAULT, "dark: green and red", DARK, GREEN, RED),
    Look("tickerboard-light", "light: green and red", LIGHT, DEEP_GREEN, DEEP_RED),
    Look("high-contrast", "black and white, strong colours", BLACK, "#5fff87", "#ff8787", *BRIGHT),
    Look(
        "colour-blind",
        "dark: blue and orange, for red-green blindness",
        DARK,
        BLUE,
        ORANGE,
        *BLUE_YELLOW,
        failed="#d97157",
    ),
    Look(
        "colour-blind-light",
        "light: blue and orange",
        LIGHT,
        DEEP_BLUE,
        DEEP_ORANGE,
        "ansi_blue",
        "ansi_red",
        failed="#58000f",
    ),
    Look("tritanopia", "dark: teal and rose, for blue-yellow blindness", DARK, TEAL, ROSE, "ansi_cyan", "ansi_red"),
    Look("tritanopia-light", "light: teal and rose", LIGHT, DEEP_TEAL, DEEP_ROSE, "ansi_cyan", "ansi_red"),
    Look("red-is-up", "dark: a rise is red", DARK, RED, GREEN, *RED_GREEN, is_turned=True),
    Look("red-is-up-light", "light: a rise is red", LIGHT, DEEP_RED, DEEP_GREEN, *RED_GREEN, is_turned=True),
)
"""The themes with colours of their own."""
TERMINAL = Look("terminal", "the terminal's own 16 colours", DARK._replace(plain_accent="ansi_magenta"), GREEN, RED)

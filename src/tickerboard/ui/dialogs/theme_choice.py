"""The dialog that changes the theme, with a preview of the one under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.theme import BUILTIN_THEMES

from tickerboard.table.figures import ARROWS
from tickerboard.ui.dialogs.choices import Choice
from tickerboard.ui.themes import HELP, NAMES

if TYPE_CHECKING:
    from textual.app import App


def use_of(name: str) -> str:
    """Return what a theme is for, or else where it comes from."""
    return HELP.get(name, "from Textual" if name in BUILTIN_THEMES else "your own")


class ThemeChoice(Choice):
    """Every theme: ours first, then the user's own and Textual's."""

    DEFAULT_CSS = "ThemeChoice { background: transparent; }"

    def __init__(self, names: list[str], current: str) -> None:
        lines = [f"{name}  {use_of(name)}" for name in names]
        super().__init__("Theme", lines, at=names.index(current) if current in names else 0)
        self._names = names

    def shown(self, index: int) -> Content:
        """Return the colours of a theme for a rise, a fall and no change, its name, and where there is room its use."""
        name = self._names[index]
        theme = self.app.available_themes[name]
        colours = theme.variables.get("quote-up"), theme.variables.get("quote-down"), theme.variables.get("quote-flat")
        defaults = theme.success, theme.error, theme.foreground
        ground = theme.background or theme.to_color_system().generate()["background"]
        marks = zip(ARROWS.values(), colours, defaults, strict=True)
        swatch = [(f" {arrow}", f"{own or default or 'auto'} on {ground}") for arrow, own, default in marks]
        lead = Content.assemble(*swatch, (" ", f"on {ground}"), f"  {name:<{max(map(len, self._names))}}  ")
        return self.described(lead, use_of(name)).rstrip()

    def look_at(self, at: int) -> None:
        """Show the board in this theme."""
        self.app.theme = self._names[at]


def offer_themes(app: App[None]) -> None:
    """List the themes; the one under the cursor is shown at once, and Escape returns to the current one."""
    current = app.theme
    others = sorted(set(app.available_themes) - set(NAMES) - {"textual-ansi"})

    def chosen(at: int | None) -> None:
        app.theme = current if at is None else names[at]
        if at is not None and names[at] != current:
            app.notify(f'theme {names[at]}; to keep it, set theme = "{names[at]}" in the config', markup=False)

    names = [*NAMES, *others]
    app.push_screen(ThemeChoice(names, current), chosen)

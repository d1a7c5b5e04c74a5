"""The dialog that changes the theme, with a preview of the one under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.ui.dialogs.choices import Choice
from tickerboard.ui.themes import NAMES

if TYPE_CHECKING:
    from textual.app import App


class ThemeChoice(Choice):
    """Every theme: ours first, then the user's own and Textual's."""

    DEFAULT_CSS = "ThemeChoice { background: transparent; }"

    def __init__(self, names: list[str], current: str) -> None:
        super().__init__("Theme", names, at=names.index(current) if current in names else 0)
        self._names = names

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

"""The help: the keys that work on the screen in front, and what every mark means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tickerboard.table.columns import LEGEND
from tickerboard.ui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

READER_LEGEND = {"● ○": "article unread, read", "→ [1]": "related story, with the number of its link"}


class Help(Dialog):
    """The keys and the marks; the key that opens it closes it."""


def open_or_close_help(app: App[Any]) -> None:
    """Show the help of the screen in front, or close it."""
    if isinstance(app.screen, Help):
        app.screen.dismiss()
    else:
        app.push_screen(Help("Keys", [*_keys(app.screen), ("", ""), ("", "Marks"), *_marks()]))


def _keys(screen: Screen[Any]) -> list[tuple[str, str]]:
    """Return each action that works on a screen with its keys as the user mapped them; those of all screens first."""
    everywhere: dict[str, list[str]] = {}
    here: dict[str, list[str]] = {}
    for _, binding, enabled, _ in screen.active_bindings.values():
        if enabled and binding.id and not binding.system:
            keys = everywhere if binding.id.startswith("app.") else here
            keys.setdefault(binding.description, []).append(screen.app.get_key_display(binding))
    return [(" ".join(shown), what) for what, shown in (*everywhere.items(), ("", [""]), *here.items())]


def _marks() -> list[tuple[str, str]]:
    return [*LEGEND.items(), *READER_LEGEND.items()]

"""Whether what was asked for can still be shown when it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import Screen


def has_parts(screen: Screen[Any]) -> bool:
    """Return whether a screen has its parts: Textual takes them away before it stops timers and workers at the end."""
    return screen.is_attached and screen.app.is_running

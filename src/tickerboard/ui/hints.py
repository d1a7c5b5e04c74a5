"""Hints about keys, as the user mapped them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import Screen


def hint_pairs(screen: Screen[Any], *actions: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the keys of ids of bindings, each with what it does.

    An action that has no key on this screen is left out.
    """
    wanted = {id_ for id_, _ in actions}
    keys: dict[str, str] = {}
    for _, binding, _, _ in screen.active_bindings.values():
        if binding.id in wanted and binding.id not in keys:
            keys[binding.id] = screen.app.get_key_display(binding)
    return [(keys[id_], what) for id_, what in actions if id_ in keys]


def hint(screen: Screen[Any], *actions: tuple[str, str], between: str = " · ") -> str:
    """Return a line such as `⏎ open · esc back` from ids of bindings, each with what it does."""
    return between.join(f"{key} {what}" for key, what in hint_pairs(screen, *actions))
